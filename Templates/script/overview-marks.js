/* The marks of the overview: their positions, those that are shown, and the one that is the Tab stop. */

var overview = document.querySelector(".overview"), box = overview && overview.querySelector(".overview-scroll");
var drawing = box && box.querySelector("svg"), zoom = 1;
// Whether the drawing has a second time upwards.
var isRising = overview && overview.matches(".is-rising");
// All marks in order of time; their positions in percent; those that are shown; and the marks by slug of their entry.
var marks, places, inTime, bySlug;
var calm = matchMedia("(prefers-reduced-motion: reduce)");

function glide() { return calm.matches ? "auto" : "smooth"; }
function width() { return drawing.getBoundingClientRect().width; }
function clamp(value, low, high) { return Math.min(high, Math.max(low, value)); }
function place(mark) { return places.get(mark); }
// The slugs of the entries that a mark stands for.
function slugsOf(mark) { return (mark.dataset.slugs || mark.getAttribute("href").split("#")[1] || "").split(" "); }

// Edges are also drawn with "use".
function symbolOf(mark) {
  return mark.querySelector("use:not(.edge), .count-box") || mark.querySelector("rect");
}

function readMarks() {
  places = new Map(all("a", drawing).map(mark => {
    var symbol = symbolOf(mark);
    return [mark, symbol && parseFloat(symbol.getAttribute("x")) || 0];
  }));
  marks = Array.from(places.keys()).sort((one, other) => place(one) - place(other));
}

// A mark that counts others is replaced by them if the zoom leaves room.
function arrange() {
  bySlug = Object.create(null);
  inTime = marks.filter(mark => {
    var isOff = zoom < (mark.dataset.from || 0) || zoom >= (mark.dataset.to || Infinity);
    mark.classList.toggle("is-off", isOff);
    return !isOff;
  });
  inTime.forEach(mark => {
    slugsOf(mark).forEach(slug => { bySlug[slug] = mark; });
  });
  if (inTime.length && !inTime.some(mark => mark.getAttribute("tabindex") === "0")) makeStop(inTime[0]);
}

function makeStop(mark) {
  marks.forEach(other => other.setAttribute("tabindex", other === mark ? 0 : -1));
}

function show(mark) {
  var left = place(mark) / 100 * width();
  if (left < box.scrollLeft + 40 || left > box.scrollLeft + box.clientWidth - 40) {
    box.scrollTo({ left: left - box.clientWidth / 2, behavior: glide() });
  }
}
