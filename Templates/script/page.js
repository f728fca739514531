/* What every page does at once: it tells the style sheet that scripts run, leads on from an old address, and makes the
   links and the titles that only a script can answer. */

(function () {
  page.classList.add("has-script");

  var moved = document.querySelector("a[data-moved]");
  if (moved) location.replace(moved.href + location.search + location.hash);

  all("[data-link]").forEach(place => {
    var link = make("a", "", place.dataset.words);
    link.href = place.dataset.link;
    place.append(link);
  });

  // What a mark means, at the mouse. The page has no SVG titles: text browsers would take one for the page's own.
  document.addEventListener("pointerover", event => {
    var mark = event.target.closest && event.target.closest("svg a[aria-label]");
    if (!mark || mark.querySelector("title")) return;
    var title = svg("title");
    title.textContent = mark.getAttribute("aria-label");
    mark.prepend(title);
  });
}());
