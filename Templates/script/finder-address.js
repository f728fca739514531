/* The view that a reader has chosen, and the address that contains it:
   ?q=WORDS&actor=ID&actor=ID&any=actor&from=DATE&to=DATE&known=DAY. */

var texts = ["q", "from", "to"], view;

function take(query) {
  var given = new URLSearchParams(query);
  var taken = { hasWords: given.has("q"), any: given.getAll("any"), facets: {} };
  texts.forEach(name => { taken[name] = (given.get(name) || "").trim(); });
  facets.forEach(facet => { taken.facets[facet] = given.getAll(facet); });
  return taken;
}

function query(view) {
  var given = new URLSearchParams();
  texts.forEach(name => { if (view[name] || name === "q" && view.hasWords) given.append(name, view[name]); });
  facets.forEach(facet => { view.facets[facet].forEach(id => given.append(facet, id)); });
  if (String(given)) view.any.forEach(facet => given.append("any", facet));
  return String(given) && "?" + given;
}

function addressed() { return location.search || (location.hash.startsWith("#?") ? location.hash.slice(1) : ""); }

function write(isNew) {
  var wanted = query(view);
  if (wanted === query(take(addressed()))) return;
  try {
    history[isNew ? "pushState" : "replaceState"](null, "", wanted || location.pathname);
  } catch (refused) {
    // Pages opened from a folder may change their address behind the # alone.
    if (isNew) {
      location.hash = wanted || "#finder";
    } else {
      location.replace(wanted ? "#" + wanted : "#finder");
    }
  }
}
