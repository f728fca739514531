/* The state of a view on the page: the number of entries found, the conditions as chips, conditions to remove if
   nothing was found, and notes on texts that could not be searched for. */

function say(text) {
  var count = form.querySelector(".finder-count");
  if (count.textContent !== text) count.textContent = text;
}

function fail() {
  say(says.failed);
  renew().catch(() => {});
}

function without(condition) {
  condition.without(view);
  apply(true);
}

function drawChips(list) {
  var chips = form.querySelector(".finder-chips"), number = form.querySelector(".finder-number");
  var shown = list.filter(condition => condition.key !== "q");
  chips.replaceChildren(...shown.map(condition => {
    var chip = button("finder-chip", condition.label, () => {
      without(condition);
      (chips.querySelector("button") || fields.q).focus();
    });
    chip.setAttribute("aria-label", fill(says.remove, { filter: condition.label }));
    return make("li", "", chip);
  }));
  var hidden = shown.filter(condition => condition.key !== "known").length;
  number.textContent = hidden || "";
  number.hidden = !hidden;
  fields.finder_clear.hidden = !list.length;
}

function drawLoosening(list, isEmpty) {
  var place = form.querySelector(".finder-loosen"), ways = !isEmpty ? [] : list.map(condition => {
    return { condition, count: entriesIn(meeting(list, view, condition)).length };
  }).filter(way => way.count && list.length > 1).sort((a, b) => b.count - a.count);
  place.replaceChildren(...ways.slice(0, 6).map(({ condition, count }) => {
    var words = fill(says.loosen, { filter: condition.label, count: counted(count) });
    return make("li", "", button("finder-chip is-offer", words, () => {
      without(condition);
      fields.q.focus();
    }));
  }));
  place.hidden = !ways.length;
}

function note(list) {
  var place = form.querySelector(".finder-note"), notes = list.map(({ set, note, label }) => {
    return !set ? fill(says.broad, { word: label }) : typeof note === "function" ? note(set) : note;
  }).filter(Boolean);
  place.textContent = notes.join(" ");
  place.hidden = !notes.length;
}

function settle() {
  form.removeAttribute("aria-busy");
  page.classList.remove("is-searching");
}

async function draw() {
  var current = ++turn;
  if (!query(view) && !directory) return;
  form.setAttribute("aria-busy", "true");
  try {
    await loadDirectory();
    if (facets.some(facet => view.facets[facet].length)) await loadOffered();
    var list = conditions(view), sets = await Promise.all(list.map(condition => condition.entries));
    if (current !== turn) return;
    sets.forEach((set, at) => { list[at].set = set; });
    collect();
    settle();
    page.classList.toggle("is-filtered", list.length > 0);
    var met = meeting(list, view), count = entriesIn(met).length;
    clearMarks();
    say((count ? fill(says.found, { shown: counted(count), all: counted(directory.count) }) : says.nothing) +
      list.filter(condition => condition.key === "known").map(({ set }) => {
        var left = directory.count - entriesIn(set).length;
        return left ? " · " + fill(says.unheard, { count: counted(left), all: counted(directory.count) }) : "";
      }).join(""));
    showDay(wholeDay(view.known));
    drawChips(list);
    drawLoosening(list, !count);
    note(list);
    if (directory.hasCards) {
      await showResults(met, list.length > 0, current);
    } else {
      showInPlace(met);
      setTimeout(() => markWords(items.filter(item => !item.hidden), current));
    }
  } catch (failure) {
    if (current !== turn) return;
    settle();
    fail();
  }
}

function fillForm() {
  texts.forEach(name => {
    // A field for a date takes whole days alone.
    var value = name === "known" && wholeDay(view[name]) === null ? "" : view[name];
    if (fields[name].value.trim() !== value) fields[name].value = value;
  });
  all("select", form).forEach(mode => {
    mode.value = view.any.includes(mode.dataset.facet) ? mode.dataset.facet : "";
  });
  all(".facet-values input", form).forEach(box => { box.checked = view.facets[box.name].includes(box.value); });
}

function apply(isNew) {
  fillForm();
  write(isNew);
  draw();
}
