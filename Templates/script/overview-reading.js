/* The reading position: the overview highlights the mark of the entry that is being read. While the overview is out of
   sight, a thin strip at the bottom of the window shows the position. */

function followReading() {
  var entries = all(".entry[id]").filter(entry => bySlug[entry.id]);
  if (!entries.length) return;

  var strip = make("div", "overview-strip");
  strip.setAttribute("aria-hidden", "true");
  strip.title = overview.querySelector(".overview-frame").dataset.here || "";
  var lines = inTime.map(mark => "M" + place(mark) * 10 + " 3V9").join("");
  strip.innerHTML = '<svg viewBox="0 0 1000 12" preserveAspectRatio="none"><path d="' + lines +
    '"/><rect y="0" width="4" height="12"/></svg>';
  document.body.append(strip);
  var cursor = strip.querySelector("rect");

  strip.addEventListener("click", event => {
    var x = event.clientX / innerWidth * 100;
    function far(entry) { return Math.abs(place(bySlug[entry.id]) - x); }
    entries.reduce((best, entry) => far(entry) < far(best) ? entry : best)
      .scrollIntoView({ behavior: glide(), block: "start" });
  });

  var here = null;
  function follow(entry) {
    var mark = bySlug[entry.id];
    if (mark === here) return;
    if (here) here.removeAttribute("aria-current");
    here = mark;
    here.setAttribute("aria-current", "location");
    cursor.setAttribute("x", clamp(place(mark) * 10 - 2, 0, 996));
    if (zoom > 1 || box.scrollWidth > box.clientWidth) show(mark);
  }

  var reading = new IntersectionObserver(seen => {
    seen.forEach(one => { if (one.isIntersecting) follow(one.target); });
  }, { rootMargin: "-25% 0px -74% 0px" });
  entries.forEach(entry => reading.observe(entry));

  new IntersectionObserver(seen => {
    var one = seen[seen.length - 1];
    strip.classList.toggle("is-shown", !one.isIntersecting && one.boundingClientRect.bottom < 0);
  }).observe(box);
}
