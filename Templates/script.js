/* What the page does beyond being read. It is complete without this script: nothing here is needed to reach a
   text. Each part stands in a function of its own and does nothing where the page has nothing for it. */

(function () {
  "use strict";

  document.documentElement.classList.add("has-script");
}());

/* Buttons that copy a text or a link. */

(function () {
  "use strict";

  // Files opened from a disk have no clipboard of their own: there, what is marked is copied.
  function copySelected(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.className = "off-screen";
    document.body.appendChild(area);
    area.select();
    var isDone = document.execCommand("copy");
    area.remove();
    return isDone ? Promise.resolve() : Promise.reject(new Error("not copied"));
  }

  function copy(text) {
    if (!navigator.clipboard) { return copySelected(text); }
    return navigator.clipboard.writeText(text).catch(function () { return copySelected(text); });
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-copy]"), function (button) {
    var label = button.textContent;
    var timer;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      var source = document.getElementById(button.dataset.copy);
      copy(source.href || source.textContent.trim()).then(function () {
        button.textContent = button.dataset.done;
        button.focus();
        clearTimeout(timer);
        timer = setTimeout(function () { button.textContent = label; }, 3000);
      }, function () {
        getSelection().selectAllChildren(source);
      });
    });
  });
}());

/* The overview: it zooms, it follows the reader, and it shows which mark belongs to which entry. */
(function () {
  "use strict";

  var root = document.querySelector(".overview");
  var box = root && root.querySelector(".overview-scroll");
  var drawing = box && box.querySelector("svg");
  if (!drawing) { return; }
  var told = root.querySelector(".overview-told");
  var idle = matchMedia("(hover: none)").matches ? "" : told.dataset.keys || "";
  var most = 24, nearFrom = 2.5, zoom = 1;
  var calm = matchMedia("(prefers-reduced-motion: reduce)");
  var marks = Array.prototype.slice.call(drawing.querySelectorAll("a"));
  var bySlug = {};
  told.textContent = idle;

  marks.forEach(function (mark) {
    (mark.dataset.slugs || mark.getAttribute("href").slice(1)).split(" ").forEach(function (slug) {
      bySlug[slug] = mark;
    });
  });

  function clamp(value, low, high) { return Math.min(high, Math.max(low, value)); }
  function glide() { return calm.matches ? "auto" : "smooth"; }

  /* Zooming: the drawing gets wider than its box, and what is at `x` in the box stays there. */

  function setZoom(next, x) {
    next = clamp(next, 1, most);
    var width = drawing.getBoundingClientRect().width;
    var point = x === undefined ? box.clientWidth / 2 : x;
    var share = (box.scrollLeft + point) / width;
    zoom = next;
    drawing.style.width = zoom === 1 ? "" : zoom * 100 + "%";
    drawing.classList.toggle("is-near", zoom >= nearFrom);
    box.scrollLeft = share * drawing.getBoundingClientRect().width - point;
  }

  root.querySelectorAll("[data-zoom]").forEach(function (button) {
    var way = button.dataset.zoom;
    button.addEventListener("click", function () {
      setZoom(way === "all" ? 1 : way === "in" ? zoom * 1.6 : zoom / 1.6);
    });
  });

  function at(event) { return event.clientX - box.getBoundingClientRect().left; }

  /* A plain wheel belongs to the page, unless the reader has gone into the drawing. */
  box.addEventListener("wheel", function (event) {
    var own = box.contains(document.activeElement) && Math.abs(event.deltaY) > Math.abs(event.deltaX);
    if (!(event.ctrlKey || event.metaKey) && (!own || event.shiftKey)) { return; }
    event.preventDefault();
    setZoom(zoom * Math.exp(-clamp(event.deltaY, -120, 120) / 260), at(event));
  }, { passive: false });

  var pinch = null;
  function spread(touches) { return Math.abs(touches[0].clientX - touches[1].clientX) + Math.abs(touches[0].clientY - touches[1].clientY); }
  box.addEventListener("touchstart", function (event) {
    pinch = event.touches.length === 2 ? { spread: spread(event.touches) || 1, zoom: zoom } : null;
  }, { passive: true });
  box.addEventListener("touchmove", function (event) {
    if (!pinch || event.touches.length !== 2) { return; }
    event.preventDefault();
    var x = (event.touches[0].clientX + event.touches[1].clientX) / 2 - box.getBoundingClientRect().left;
    setZoom(pinch.zoom * spread(event.touches) / pinch.spread, x);
  }, { passive: false });
  box.addEventListener("touchend", function () { pinch = null; });

  /* Keys. The marks are one stop of the Tab key; arrows lead from one to the next in time. */

  function place(mark) {
    var symbol = mark.querySelector("svg") || mark.querySelector("rect");
    return symbol ? parseFloat(symbol.getAttribute("x")) || 0 : 0;
  }
  var inTime = marks.map(function (mark) { return { mark: mark, x: place(mark) }; });
  inTime.sort(function (left, right) { return left.x - right.x; });

  function show(mark) {
    var left = place(mark) / 100 * drawing.getBoundingClientRect().width;
    if (left < box.scrollLeft + 40 || left > box.scrollLeft + box.clientWidth - 40) {
      box.scrollTo({ left: left - box.clientWidth / 2, behavior: glide() });
    }
  }

  function makeStop(mark) {
    marks.forEach(function (other) { other.setAttribute("tabindex", other === mark ? "0" : "-1"); });
  }
  if (inTime.length) { makeStop(inTime[0].mark); }

  box.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    var step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
    var number = inTime.findIndex(function (item) { return item.mark === document.activeElement; });
    if (event.key === "+" || event.key === "=") { setZoom(zoom * 1.6); }
    else if (event.key === "-") { setZoom(zoom / 1.6); }
    else if (event.key === "0") { setZoom(1); }
    else if (number >= 0 && (step || event.key === "Home" || event.key === "End")) {
      var next = event.key === "Home" ? 0 : event.key === "End" ? inTime.length - 1 : clamp(number + step, 0, inTime.length - 1);
      makeStop(inTime[next].mark);
      inTime[next].mark.focus({ preventScroll: true });
      show(inTime[next].mark);
    } else if (number < 0 && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      box.scrollBy({ left: step * box.clientWidth / 4, behavior: glide() });
    } else { return; }
    event.preventDefault();
  });

  /* An entry and its mark light up together, and the mark's words stand below the drawing. */

  function entryOf(mark) { return document.getElementById(mark.getAttribute("href").slice(1)); }
  var lit = [];
  function light(mark, entry) {
    lit.forEach(function (one) { one.classList.remove("is-lit"); });
    lit = [mark, entry].filter(Boolean);
    lit.forEach(function (one) { one.classList.add("is-lit"); });
    told.textContent = mark ? mark.querySelector("title").textContent : idle;
  }
  ["pointerover", "focusin"].forEach(function (kind) {
    // On the box and not on the drawing: browsers let Tab stop at an SVG that listens for focus.
    box.addEventListener(kind, function (event) {
      var mark = event.target.closest("a");
      if (mark) {
        light(mark, mark.matches(".mark-of") ? entryOf(mark) : null);
        if (kind === "focusin") { makeStop(mark); show(mark); }
      }
    });
    document.addEventListener(kind, function (event) {
      var entry = event.target.closest && event.target.closest(".entry[id]");
      if (entry) { light(bySlug[entry.id], entry); }
      else if (lit.length && !drawing.contains(event.target)) { light(null, null); }
    });
  });

  /* Where the reader is. While the drawing is out of sight a thin strip stands for it. */

  var entries = Array.prototype.filter.call(document.querySelectorAll(".entry[id]"), function (entry) { return bySlug[entry.id]; });
  if (!entries.length || !window.IntersectionObserver) { return; }

  var strip = document.createElement("div");
  strip.className = "overview-strip";
  strip.setAttribute("aria-hidden", "true");
  strip.title = root.querySelector(".overview-frame").dataset.here || "";
  var lines = inTime.map(function (item) { return "M" + item.x * 10 + " 3V9"; }).join("");
  strip.innerHTML = '<svg viewBox="0 0 1000 12" preserveAspectRatio="none"><path d="' + lines + '"/><rect y="0" width="4" height="12"/></svg>';
  document.body.appendChild(strip);
  var cursor = strip.querySelector("rect");

  strip.addEventListener("click", function (event) {
    var x = event.clientX / innerWidth * 100;
    var nearest = entries.reduce(function (best, entry) {
      var far = Math.abs(place(bySlug[entry.id]) - x);
      return !best || far < best.far ? { far: far, entry: entry } : best;
    }, null);
    nearest.entry.scrollIntoView({ behavior: glide(), block: "start" });
  });

  var here = null;
  function follow(entry) {
    var mark = bySlug[entry.id];
    if (mark === here) { return; }
    if (here) { here.classList.remove("is-here"); here.removeAttribute("aria-current"); }
    here = mark;
    here.classList.add("is-here");
    here.setAttribute("aria-current", "location");
    cursor.setAttribute("x", clamp(place(mark) * 10 - 2, 0, 996));
    if (zoom > 1 || box.scrollWidth > box.clientWidth) { show(mark); }
  }

  var reading = new IntersectionObserver(function (seen) {
    seen.forEach(function (one) { if (one.isIntersecting) { follow(one.target); } });
  }, { rootMargin: "-25% 0px -74% 0px" });
  entries.forEach(function (entry) { reading.observe(entry); });

  new IntersectionObserver(function (seen) {
    var one = seen[seen.length - 1];
    strip.classList.toggle("is-shown", !one.isIntersecting && one.boundingClientRect.bottom < 0);
  }).observe(box);
}());
