/* Keys and the pointer in the overview: arrows lead from mark to mark in time, and an entry and its mark light up
   together. */

function answerKeys() {
  box.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    var now = inTime.indexOf(document.activeElement), end = inTime.length - 1;
    var near = { "+": zoom * stride, "=": zoom * stride, "-": zoom / stride, 0: 1 }[event.key];
    var next = {
      ArrowLeft: now - 1, ArrowRight: now + 1, ArrowUp: now - 1, ArrowDown: now + 1, Home: 0, End: end,
    }[event.key];
    if (near) {
      setZoom(near);
    } else if (now >= 0 && next !== undefined) {
      // What gets the focus becomes the stop, and is shown.
      inTime[clamp(next, 0, end)].focus({ preventScroll: true });
    } else if (/^Arrow(Left|Right)$/.test(event.key)) {
      box.scrollBy({ left: (next - now) * box.clientWidth / 4, behavior: glide() });
    } else {
      return;
    }
    event.preventDefault();
  });
}

function answerPointer() {
  var lit = [], told = overview.querySelector(".overview-told");
  var idle = told.textContent = matchMedia("(hover: none)").matches ? "" : told.dataset.keys;

  function light(mark, entry) {
    lit.forEach(one => one.classList.remove("is-lit"));
    lit = [mark, entry].filter(Boolean);
    lit.forEach(one => one.classList.add("is-lit"));
    told.textContent = mark ? mark.getAttribute("aria-label") : idle;
  }

  ["pointerover", "focusin"].forEach(kind => {
    // On the box: browsers let Tab stop at an SVG that listens for focus.
    box.addEventListener(kind, event => {
      var mark = event.target.closest("a");
      if (!mark) return;
      light(mark, mark.matches(".mark-of") && document.getElementById(mark.getAttribute("href").slice(1)));
      if (kind === "focusin") {
        makeStop(mark);
        show(mark);
      }
    });
    document.addEventListener(kind, event => {
      var entry = event.target.closest && event.target.closest(".entry[id]");
      if (entry || lit.length && !drawing.contains(event.target)) light(entry && bySlug[entry.id], entry);
    });
  });
}
