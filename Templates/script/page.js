/* The first actions on every page: show the style sheet that scripts run, go on from an old address, and create the
   links and titles that need a script. */

(function () {
  page.classList.add("has-script");

  var moved = document.querySelector("a[data-moved]");
  if (moved) location.replace(moved.href + location.search + location.hash);

  all("[data-link]").forEach(place => {
    var link = make("a", "", place.dataset.words);
    link.href = place.dataset.link;
    place.append(link);
  });

  // The meaning of a mark, shown at the pointer. The page has no SVG titles: text browsers would show one as its title.
  document.addEventListener("pointerover", event => {
    var mark = event.target.closest && event.target.closest("svg a[aria-label]");
    if (!mark || mark.querySelector("title")) return;
    var title = svg("title");
    title.textContent = mark.getAttribute("aria-label");
    mark.prepend(title);
  });
}());
