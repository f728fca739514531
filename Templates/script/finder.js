/* Filters and search: the reader's actions, and the view that an address asks for. */

// Typing adds a single step to the history.
function answerForm() {
  var timer, isTyping = false;

  function takeFields() {
    clearTimeout(timer);
    texts.forEach(name => { view[name] = fields[name].value.trim(); });
    view.hasWords = false;
    write(!isTyping);
    isTyping = true;
    draw();
  }

  function commit(event) {
    event.preventDefault();
    takeFields();
    isTyping = false;
  }

  form.addEventListener("focusin", () => { loadDirectory().catch(() => {}); });
  form.addEventListener("input", event => {
    if (!texts.includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(takeFields, event.target.name === "q" ? 120 : 400);
  });
  form.addEventListener("change", event => {
    var changed = event.target;
    if (changed.type === "checkbox") {
      var ids = view.facets[changed.name].filter(id => id !== changed.value);
      view.facets[changed.name] = changed.checked ? ids.concat(changed.value) : ids;
      setTimeout(() => apply(true));
    } else if (changed.tagName === "SELECT") {
      view.any = view.any.filter(facet => facet !== changed.dataset.facet).concat(changed.value || []);
      apply(true);
    } else if (changed.name) {
      commit(event);
    }
  });
  form.addEventListener("submit", commit);
  fields.finder_clear.addEventListener("click", () => {
    view = take("");
    apply(true);
    fields.q.focus();
  });

  if (says.day) answerDays();

  function restore() {
    var wanted = take(addressed());
    // A link to a hidden entry shows it.
    var target = document.querySelector(".period .entry:target");
    if (target && target.parentNode.hidden) {
      view = take("");
      apply(false);
      setTimeout(() => target.scrollIntoView(), 50);
      return;
    }
    if (query(wanted) === query(view)) return;
    view = wanted;
    isTyping = false;
    fillForm();
    draw();
  }

  function focus() { if (location.hash === "#finder") fields.q.focus({ preventScroll: true }); }

  addEventListener("popstate", restore);
  addEventListener("hashchange", () => {
    restore();
    focus();
  });
  addEventListener("load", focus);

  view = take("");
  fillForm();
  if (query(take(addressed()))) {
    page.classList.add("is-searching");
    if (!scrollY && !isEmbed) finder.scrollIntoView({ behavior: "instant" });
  }
  restore();
}

if (finder) {
  makeForm();
  answerPanel();
  answerForm();
}
