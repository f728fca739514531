/* Keys and the pointer in the overview: arrow keys move from mark to mark in time, and an entry and its mark are
   highlighted together. */

function answerKeys() {
  function height(mark) { return +symbolOf(mark).getAttribute("y"); }
  box.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    var order = isRising && /^Arrow(Up|Down)$/.test(event.key)
      ? inTime.slice().sort((one, other) => height(one) - height(other)) : inTime;
    var now = order.indexOf(document.activeElement), end = order.length - 1;
    var near = { "+": zoom * stride, "=": zoom * stride, "-": zoom / stride, 0: 1 }[event.key];
    var next = {
      ArrowLeft: now - 1, ArrowRight: now + 1, ArrowUp: now - 1, ArrowDown: now + 1, Home: 0, End: end,
    }[event.key];
    if (near) {
      setZoom(near);
    } else if (now >= 0 && next !== undefined) {
      // The focused mark becomes the Tab stop, and is scrolled into view.
      order[clamp(next, 0, end)].focus({ preventScroll: true });
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
    // The box listens, because browsers make an SVG that listens for focus a Tab stop.
    box.addEventListener(kind, event => {
      var mark = event.target.closest("a");
      if (!mark) return;
      light(mark, mark.matches(".mark-of") && document.getElementById(slugsOf(mark)[0]));
      if (kind === "focusin") {
        makeStop(mark);
        show(mark);
      }
    });
    document.addEventListener(kind, event => {
      var entry = event.target.closest && event.target.closest(".entry[id], .reports > li[id]");
      if (entry || lit.length && !drawing.contains(event.target)) light(entry && bySlug[entry.id], entry);
    });
  });
}
