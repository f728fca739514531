/* The conditions of a view: the name of each, the entries that meet it, and the view without it. */

// A name is isolated, so that its direction does not affect the text around it (UAX #9).
function isolated(text) {
  return document.dir === "rtl" || /[\u0590-\uffff]/.test(text) ? "\u2068" + text + "\u2069" : text;
}

function fill(text, filled) {
  return text.replace(/\{(\w+)\}/g, (hole, name) => name in filled ? isolated(filled[name]) : hole);
}

function nameOf(facet, id) {
  var found = (offered && offered[facet] || directory.names[facet] || []).find(value => value[0] === id);
  return found ? found[1] : id;
}

// The digit groups of a number are one word.
function tokens(text) { return text.match(/\d{1,3}(?:\s\d{3})+(?!\S)|\S+/g) || []; }

// A text that cannot be searched for excludes nothing, and a note says so.
function conditions(view) {
  var list = [], searched = tokens(view.q), days = { from: daysOf(view.from), to: daysOf(view.to) };
  function add(key, label, entries, note, without) { list.push({ key, label, entries, note, without }); }
  function labelled(name, value) { return fill(says.value, { facet: says[name], value }); }

  (view.hasWords && !searched.length ? [""] : searched).forEach(text => {
    var groups = read(text), isEmpty = !groups.length;
    add(isEmpty ? "" : "q", isEmpty ? labelled("field", "“" + text + "”") : text,
      isEmpty ? everything() : entriesOfWords(groups), isEmpty && fill(says.empty, { text }),
      view => {
        view.q = tokens(view.q).filter(other => other !== text).join(" ");
        view.hasWords = false;
      });
  });

  facets.forEach(facet => {
    view.facets[facet].forEach(id => {
      var label = labelled(facet, nameOf(facet, id));
      add(facet, label, entriesOf("=" + facet + ":" + id), set => !set.isFound && fill(says.unknown, { filter: label }),
        view => { view.facets[facet] = view.facets[facet].filter(other => other !== id); });
    });
  });

  ["from", "to"].forEach(name => {
    var text = view[name], range = days[name];
    var isReversed = name === "to" && range && days.from && days.from[0] > range[1];
    fields[name].setAttribute("aria-invalid", Boolean(text && (!range || isReversed)));
    if (!text) return;
    add(name, labelled(name, text),
      !range ? everything()
        : name === "from" ? entriesBetween(range[0], Infinity) : entriesBetween(-Infinity, range[1]),
      !range ? fill(says.mistake, { text }) : isReversed && fill(says.reversed, { from: view.from, to: text }),
      view => { view[name] = ""; });
  });
  var day = wholeDay(view.known), isDay = day !== null;
  if (view.known) {
    add("known", labelled("known", view.known), isDay ? entriesKnown(day) : everything(),
      !isDay && fill(says.whole, { text: view.known }), view => { view.known = ""; });
  }
  if (fields.known) fields.known.setAttribute("aria-invalid", Boolean(view.known && !isDay));
  return list;
}

// The entries that meet all conditions but one.
function meeting(list, view, but) {
  var met = everything(), groups = Object.create(null);
  list.forEach(condition => {
    if (condition !== but && condition.set) (groups[condition.key] = groups[condition.key] || []).push(condition.set);
  });
  for (var key in groups) met = and(met, groups[key].reduce(isAny(view, key) ? or : and));
  return met;
}
