/* The entries found: a page that contains all entries hides the others; on a longer site the page lists them. */

var periods, results, items = [], lanes = [], marksOf = Object.create(null);
// The number of views drawn so far, so that data loaded for an earlier view can be ignored.
var turn = 0;

function collect() {
  if (periods) return;
  var main = form.closest("main");
  periods = all(".period", main);
  if (directory.hasCards) return;
  items = all(".period .entries > li", main);
  if (directory.isReversed) items.reverse();
  lanes = periods.map(period => {
    var count = period.querySelector(".period-title .count");
    return { period, count, text: count && count.textContent, entries: all(".entries > li", period) };
  });
  all('.overview a[href^="#"]', main).forEach(link => {
    var slug = link.getAttribute("href").slice(1);
    (marksOf[slug] = marksOf[slug] || []).push(link);
  });
}

function showInPlace(set) {
  items.forEach((item, entry) => {
    var isOut = !has(set, entry);
    if (item.hidden === isOut) return;
    item.hidden = isOut;
    (marksOf[item.firstElementChild.id] || []).forEach(link => link.classList.toggle("is-out", isOut));
  });
  lanes.forEach(({ period, count, text, entries }) => {
    var shown = entries.filter(item => !item.hidden).length;
    period.hidden = !shown;
    if (count) {
      count.textContent = shown === entries.length ? text : fill(says.period, { shown, all: entries.length });
    }
  });
}

function makeResults() {
  if (results) return;
  var more = make("p", "finder-more", button("finder-button", says.more));
  results = make("section", "finder-results", make("ol", "entries"), more);
  results.setAttribute("aria-label", says.results);
  more.hidden = true;
  finder.after(results);
}

function showResults(set, isFiltered, current) {
  makeResults();
  periods.forEach(period => { period.hidden = isFiltered; });
  results.hidden = !isFiltered;
  if (!isFiltered) return;
  var list = results.firstChild, more = results.lastChild, rows = [];
  var runs = runPlaces().map((place, at) => ({ place, at, count: entriesOfRun(set, place).length }));
  runs = runs.filter(run => run.count);
  if (directory.isReversed) runs.reverse();
  async function rowsOf({ place, at }) {
    var [slots, ...cards] = await loadPart("entries", at), found = [];
    // The last item has the states of all entries on earlier days.
    var earlier = directory.known ? cards.pop().slice() : [];
    numbers(slots, slot => {
      var card = cards.shift(), state = shownDay !== null && stateOn(earlier.shift(), shownDay);
      // A state has the five values after the slug, or 0 for those of today, and the marks of the day.
      if (state) {
        var shown = state.slice(0, 5).map((value, at) => value === 0 ? card[at + 1] : value);
        card = [card[0], ...shown, ...card.slice(6), state[5]];
      }
      if (has(set, place * directory.width + slot)) found.push(card);
    });
    return directory.isReversed ? found.reverse() : found;
  }
  async function next(start) {
    var wanted = [], count = rows.length;
    while (runs.length && count < 20) {
      count += runs[0].count;
      wanted.push(runs.shift());
    }
    rows.push(...(await Promise.all(wanted.map(rowsOf))).flat());
    if (current !== turn) return;
    var made = rows.splice(0, 20).map(resultItem);
    if (!start) list.replaceChildren();
    list.append(...made);
    more.hidden = !rows.length && !runs.length;
    more.firstElementChild.onclick = async () => {
      await next(start + 20);
      var first = list.children[start + 20];
      if (first) first.querySelector("a").focus();
    };
    markWords(made, current);
  }
  return next(0);
}
