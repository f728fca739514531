/* The panel of filters, which gets its values when it is first opened. */

var isBuilt;

function drawValues(field, facet, narrowing) {
  var list = field.querySelector("ul"), wanted = words(narrowing), chosen = view.facets[facet];
  var shown = offered[facet].filter(value => {
    if (chosen.includes(value[0])) return true;
    var names = wanted.length ? words(value[1]) : [];
    return wanted.every(start => names.some(name => name.startsWith(start)));
  }).slice(0, 24);
  list.replaceChildren(...shown.map(([id, name, count]) => {
    var box = make("input");
    box.type = "checkbox";
    box.name = facet;
    box.value = id;
    box.checked = chosen.includes(id);
    var named = make("span", "facet-name", name);
    return make("li", "", make("label", "", box, named, make("span", "count", counted(count))));
  }));
}

function buildPanel() {
  if (isBuilt) return;
  isBuilt = true;
  all("fieldset[data-facet]", form).forEach(field => {
    var facet = field.dataset.facet;
    if (offered[facet].length > 12) {
      var narrow = make("input", "facet-narrow");
      narrow.type = "search";
      narrow.placeholder = says.narrow;
      narrow.setAttribute("aria-label", fill(says.value, { facet: says[facet], value: says.narrow }));
      narrow.addEventListener("input", () => drawValues(field, facet, narrow.value));
      field.querySelector("ul").before(narrow);
    }
    drawValues(field, facet, "");
  });
}

function answerPanel() {
  var opener = fields.finder_open, panel = document.getElementById("finder_panel");

  function open(isOpen) {
    opener.setAttribute("aria-expanded", isOpen);
    panel.hidden = !isOpen;
    if (isOpen) loadDirectory().then(loadOffered).then(() => setTimeout(buildPanel), fail);
  }

  function close() {
    open(false);
    opener.focus();
  }

  opener.addEventListener("click", () => open(panel.hidden));
  fields.finder_close.addEventListener("click", close);
  form.addEventListener("keydown", event => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.preventDefault();
    close();
  });
}
