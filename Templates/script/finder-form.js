/* The form of filters and search, in #finder, whose attributes contain its texts. A page without a script has no
   form. */

var facets, single, form, fields;

function listed(name) { return says[name].split(" ").slice(1); }

function isAny(view, key) { return view.any.includes(key) || single.includes(key); }

// `{name}` is replaced by a text of the page.
function makeForm() {
  facets = listed("facets");
  single = listed("single");
  if (says.day) texts.push("known");

  function dateField(name) {
    return "<label>{" + name + '} <input name="' + name + '" aria-describedby="finder_dates"></label>';
  }
  function mode(facet) {
    return '<label class="facet-mode"><span class="label">{' + facet + '}</span> <select name="any" data-facet="' +
      facet + '"><option value="">{every}</option><option value="' + facet + '">{any}</option></select></label>';
  }
  function fieldset(name, values, parts) {
    return '<fieldset class="facet' + values + "><legend>{" + name + "}</legend>" + parts + "</fieldset>";
  }

  finder.innerHTML = (
    '<form class="finder-form" role="search" aria-label="{field}" autocomplete="off"><div class="finder-bar">' +
    '<label class="finder-label" for="finder_words">{field}</label>' +
    '<input class="finder-words" id="finder_words" name="q" type="search" spellcheck="false">' +
    '<button class="finder-button" id="finder_open" type="button" aria-expanded="false" ' +
    'aria-controls="finder_panel">{filters} <span class="finder-number" hidden></span></button></div>' +
    (says.day ? '<div class="finder-day"><label>{known} <input name="known" type="{day}"></label>' +
      '<button class="finder-button" name="earlier" type="button">{earlier}</button>' +
      '<button class="finder-button" name="later" type="button">{later}</button></div>' : "") +
    '<div class="finder-panel" id="finder_panel" hidden><div class="finder-window">' +
    fieldset("window", ' facet-dates"', '<div class="facet-window">' + dateField("from") + dateField("to") +
      '</div><p class="facet-note" id="finder_dates">{form}</p>') +
    fieldset("q", ' facet-words"', mode("q")) +
    '</div><div class="finder-facets">' + facets.map(facet =>
      fieldset(facet, '" data-facet="' + facet + '"' + (listed("idle").includes(facet) ? " hidden" : ""),
        (single.includes(facet) ? "" : mode(facet)) + '<ul class="facet-values"></ul>')).join("") +
    '</div><p class="finder-close">' +
    '<button class="finder-button" id="finder_close" type="button">{close}</button></p></div>' +
    '<div class="finder-state"><p class="finder-count" role="status">{count}</p><ul class="finder-chips"></ul>' +
    '<button class="finder-button" id="finder_clear" type="button" hidden>{clear}</button></div>' +
    '<ul class="finder-loosen" hidden></ul><p class="finder-note" hidden></p></form>'
  ).replace(/\{(\w+)\}/g, (hole, name) => says[name].replace(/[&<"]/g, sign => "&#" + sign.charCodeAt() + ";"));

  form = finder.firstChild;
  fields = form.elements;
}
