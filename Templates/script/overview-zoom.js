/* Zooming the overview, by buttons, the wheel and two fingers. */

var foot, stride, askTicks;

// The point at `x` in the box stays in place.
function setZoom(next, x = box.clientWidth / 2) {
  var share = (box.scrollLeft + x) / width();
  zoom = clamp(next, 1, drawing.dataset.most);
  // Below a drawing that shows only years there is room for months and days.
  var height = Math.max(foot + 38, drawing.getAttribute("height"));
  drawing.style.cssText = zoom > 1 ? "width: " + zoom * 100 + "%; height: " + height + "px" : "";
  drawing.classList.toggle("is-near", zoom > 1);
  box.scrollLeft = share * width() - x;
  arrange();
  askTicks();
}

function answerZoom() {
  foot = +drawing.dataset.foot;
  stride = drawing.dataset.most > 24 ? 2 : 1.6;
  askTicks = readTicks();
  box.addEventListener("scroll", askTicks, { passive: true });

  var tools = overview.querySelector(".overview-tools");
  [["out", "−"], ["in", "+"], ["all"]].forEach(([way, sign]) => {
    var tool = button("", sign || tools.dataset[way], () => {
      setZoom(way === "all" ? 1 : way === "in" ? zoom * stride : zoom / stride);
    });
    if (sign) tool.setAttribute("aria-label", tools.dataset[way]);
    tool.dataset.zoom = way;
    tools.append(tool);
  });

  function at(x) { return x - box.getBoundingClientRect().left; }

  // A plain wheel scrolls the page, unless the drawing has the focus.
  box.addEventListener("wheel", event => {
    var own = box.contains(document.activeElement) && Math.abs(event.deltaY) > Math.abs(event.deltaX);
    if (!(event.ctrlKey || event.metaKey) && (!own || event.shiftKey)) return;
    event.preventDefault();
    setZoom(zoom * Math.exp(-clamp(event.deltaY, -120, 120) / 260), at(event.clientX));
  }, { passive: false });

  var pinch = null;
  function spread(touches) {
    return Math.abs(touches[0].clientX - touches[1].clientX) + Math.abs(touches[0].clientY - touches[1].clientY);
  }
  box.addEventListener("touchstart", event => {
    pinch = event.touches.length === 2 ? { spread: spread(event.touches) || 1, zoom } : null;
  }, { passive: true });
  box.addEventListener("touchmove", event => {
    if (!pinch || event.touches.length !== 2) return;
    event.preventDefault();
    var middle = (event.touches[0].clientX + event.touches[1].clientX) / 2;
    setZoom(pinch.zoom * spread(event.touches) / pinch.spread, at(middle));
  }, { passive: false });
  box.addEventListener("touchend", () => { pinch = null; });
}
