/* Parts of the page below the window (class `later`) are laid out one by one once the page has loaded, so that its top
   appears earlier. */

(function () {
  var parts = all(".later");
  var arrival = (performance.getEntriesByType("navigation")[0] || {}).type;

  function layOut(part) { part.classList.remove("later"); }

  function layOutNext() {
    if (!parts.length) return;
    layOut(parts.shift());
    whenIdle();
  }

  function whenIdle() {
    if (window.requestIdleCallback) {
      requestIdleCallback(layOutNext);
    } else {
      setTimeout(layOutNext, 50);
    }
  }

  // To scroll to a position, a browser needs the true height of everything above it.
  if (location.hash || location.search || arrival === "reload" || arrival === "back_forward") {
    parts.splice(0).forEach(layOut);
  } else {
    addEventListener("load", whenIdle);
  }
}());
