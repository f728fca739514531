/* The day of which the page shows what was known: each entry as it could have stood then. A page with all entries has
   them from the data file of Build/StatesFile.swift; a list of results has rows of the search data. */

var states, shownDay = null;

async function loadStates() {
  states = states || (directory.hasCards ? { days: reportDays() } : await load("known/states"));
}

// The days of reports on a long site, each as the distance from the one before.
function reportDays() {
  var days = [], last;
  numbers(directory.reports, number => {
    last = days.length ? last + number : signed(number);
    days.push(last);
  });
  return days;
}

// What a list of states has for a day: "" for an entry that was not yet known, 0 for one that looked as it does today.
function stateOn(list, day) {
  var found = "";
  for (var at = 0; at < list.length && list[at] <= day; at += 2) found = list[at + 1];
  return found;
}

async function entriesKnown(day) {
  if (directory.hasCards) return entriesBetween(-Infinity, day, "known");
  await loadStates();
  var set = none();
  states.entries.forEach((list, entry) => { if (stateOn(list, day) !== "") add(set, entry); });
  return set;
}

// Shows the entries of a day; those of today if it is null.
function showDay(day) {
  if (day === shownDay) return;
  shownDay = day;
  items.forEach((item, entry) => {
    var state = day === null ? 0 : stateOn(states.entries[entry], day), article = item.firstElementChild;
    if (state === "" || state === (item.state || 0)) return;
    item.state = state;
    item.today = item.today || Array.from(article.childNodes);
    var read = make("template");
    read.innerHTML = state || "";
    article.replaceChildren(...(state ? read.content.querySelector("article").childNodes : item.today));
    (marksOf[article.id] || []).forEach(link => showMark(link, article));
  });
}

// A mark of the overview gets the status and the name of its entry.
function showMark(link, article) {
  var status = article.querySelector(".mark use").getAttribute("href").slice(6);
  link.today = link.today || link.getAttribute("aria-label");
  link.setAttribute("aria-label", article.parentNode.state
    ? all(".when, .headline, .badge", article).map(part => part.textContent.trim()).join(" · ") : link.today);
  all("title", link).forEach(title => title.remove());
  all('use[href^="#mark_"], use[href^="#day_"]', link).forEach(use => {
    var old = use.getAttribute("href"), wanted = old.replace(/[a-z]+$/, status);
    // The drawing defines a shape for the statuses of today.
    if (!document.getElementById(wanted.slice(1))) {
      var shape = document.getElementById(old.slice(1)).cloneNode(true);
      shape.id = wanted.slice(1);
      shape.querySelector("use").setAttribute("href", "#mark_" + status);
      document.getElementById(old.slice(1)).after(shape);
    }
    use.setAttribute("href", wanted);
  });
}

function answerDays() {
  function show(day) {
    view.known = day === undefined ? "" : new Date(day * 864e5).toISOString().slice(0, -14);
    apply(true);
  }

  async function step(find) {
    try {
      await loadDirectory();
      await loadStates();
    } catch (failure) {
      return fail();
    }
    var day = wholeDay(view.known);
    show(find(states.days, day === null ? Infinity : day));
  }

  fields.earlier.addEventListener("click", () => {
    step((days, from) => Math.max(days[0], ...days.filter(day => day < from)));
  });
  fields.later.addEventListener("click", () => step((days, from) => days.find(day => day > from)));
}
