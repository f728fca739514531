/* What the page does beyond being read. It is complete without this script: nothing here is needed to reach a
   text. Each part stands in a function of its own and does nothing where the page has nothing for it. */

(function () {
  "use strict";

  document.documentElement.classList.add("has-script");

  // An old address leads on to the place that was asked for.
  var moved = document.querySelector("a[data-moved]");
  if (moved) { location.replace(moved.href + location.search + location.hash); }

  // What only works with this script stands in the page as text that no browser shows without it.
  document.querySelectorAll('script[type="text/html"]').forEach(function (made) { made.outerHTML = made.textContent; });
}());

/* Parts below the window, which the style sheet leaves for later, are laid out one by one once the page has loaded:
   from then on they have their true heights, and all their text is there to be taken. */

(function () {
  "use strict";

  var parts = Array.prototype.slice.call(document.querySelectorAll(".later"));
  var arrival = (performance.getEntriesByType("navigation")[0] || {}).type;

  function layOut(part) { part.classList.remove("later"); }

  function layOutNext() {
    if (!parts.length) { return; }
    layOut(parts.shift());
    whenIdle();
  }

  function whenIdle() {
    if (window.requestIdleCallback) { requestIdleCallback(layOutNext); } else { setTimeout(layOutNext, 50); }
  }

  // Who is taken to a place of the page needs the true height of all that is above it.
  if (location.hash || location.search || arrival === "reload" || arrival === "back_forward") {
    parts.splice(0).forEach(layOut);
  } else {
    addEventListener("load", whenIdle);
  }
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
      // The button keeps its width, so that nothing beside it moves.
      button.style.minInlineSize = button.offsetWidth + "px";
      copy(source.href || source.textContent.trim()).then(function () {
        button.textContent = button.dataset.done;
        // It was tapped: it is in view already.
        button.focus({ preventScroll: true });
        clearTimeout(timer);
        timer = setTimeout(function () { button.textContent = label; }, 3000);
      }, function () {
        getSelection().selectAllChildren(source);
      });
    });
  });
}());

/* Drawings: what a mark means is told at the mouse, too. Text browsers would take an SVG title for the page's. */

document.addEventListener("pointerover", function (event) {
  "use strict";

  var mark = event.target.closest && event.target.closest("svg a[aria-label]");
  if (!mark || mark.querySelector("title")) { return; }
  var title = document.createElementNS("http://www.w3.org/2000/svg", "title");
  title.textContent = mark.getAttribute("aria-label");
  mark.prepend(title);
});

/* The overview: it zooms, it follows the reader, and it shows which mark belongs to which entry. */
(function () {
  "use strict";

  var root = document.querySelector(".overview");
  var box = root && root.querySelector(".overview-scroll");
  var drawing = box && box.querySelector("svg");
  if (!drawing) { return; }
  var told = root.querySelector(".overview-told");
  var idle = matchMedia("(hover: none)").matches ? "" : told.dataset.keys || "";
  var most = +drawing.dataset.most, zoom = 1, stride = most > 24 ? 2 : 1.6;
  var calm = matchMedia("(prefers-reduced-motion: reduce)");
  var marks = Array.prototype.slice.call(drawing.querySelectorAll("a"));
  var bySlug = Object.create(null), inTime = [];
  told.textContent = idle;

  function clamp(value, low, high) { return Math.min(high, Math.max(low, value)); }
  function glide() { return calm.matches ? "auto" : "smooth"; }
  function width() { return drawing.getBoundingClientRect().width; }

  // Where the symbol of a mark stands, in percent. Its edges are drawn with "use" too.
  function place(mark) {
    var symbol = mark.querySelector("use:not(.edge)") || mark.querySelector("rect");
    return symbol ? parseFloat(symbol.getAttribute("x")) || 0 : 0;
  }

  /* Which marks are shown: those that count others fall apart when there is room. */

  function arrange() {
    bySlug = Object.create(null);
    inTime = marks.filter(function (mark) {
      var isOff = zoom < (mark.dataset.from || 0) || zoom >= (mark.dataset.to || Infinity);
      mark.classList.toggle("is-off", isOff);
      return !isOff;
    });
    inTime.forEach(function (mark) {
      (mark.dataset.slugs || mark.getAttribute("href").slice(1)).split(" ").forEach(function (slug) { bySlug[slug] = mark; });
    });
    inTime = inTime.map(function (mark) { return { mark: mark, x: place(mark) }; });
    inTime.sort(function (left, right) { return left.x - right.x; });
    if (inTime.length && !inTime.some(function (item) { return item.mark.getAttribute("tabindex") === "0"; })) { makeStop(inTime[0].mark); }
  }

  /* Ticks for what is in view, once the drawing is wider than it was made for. */

  var knots = drawing.dataset.knots.split(" ").map(function (knot) {
    var parts = knot.split(",");
    return { day: +parts[0], x: parts[1] / 100, isFold: parts[2] };
  });
  var months = drawing.dataset.months.split(" "), patterns = drawing.dataset.years.split("|"), foot = +drawing.dataset.foot;
  var live = made("g", { "class": "axis is-live", "aria-hidden": "true" });
  drawing.querySelector(".axis").after(live);

  function made(name, values) {
    var element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(values).forEach(function (key) { element.setAttribute(key, values[key]); });
    return element;
  }

  // The calendar of the browser ends some 270,000 years away; there, a day more or less is not seen.
  function dayOf(year, month) {
    return Math.abs(year) < 2e5 ? new Date(0).setUTCFullYear(year, month, 1) / 864e5 : (year - 1970) * 365.2425;
  }
  function dateOf(day) { return new Date(day * 864e5); }
  function yearOf(day) { return Math.abs(day) < 7e7 ? dateOf(day).getUTCFullYear() : Math.floor(day / 365.2425 + 1970); }
  function yearWords(year) {
    var number = year > 0 ? year : 1 - year;
    if (year > 999 && year < 1e4) { return String(year); }
    return patterns[year > 0 ? 1 : 0].replace("#", number < 1e4 ? number : number.toLocaleString(document.documentElement.lang));
  }

  // Calls `add(day, words, context)` for the ticks from one day to another, with so many pixels to a day, and before
  // them for one that is out of view, where the words of the others rest on it.
  function ticks(from, to, pixels, add) {
    // Numbers of days that are far away are rounded by themselves: no step is counted on without end.
    var isNear = Math.abs(from) < 7e7, left = 1000, day, date;
    var days = isNear && [1, 2, 5, 10].find(function (count) { return count * pixels >= 24; });
    function monthOf() { return months[date.getUTCMonth()] + " " + yearWords(date.getUTCFullYear()); }
    if (days) {
      date = dateOf(from);
      add(from - 1, "", monthOf());
      for (day = Math.ceil(from); day <= to && left--; day++) {
        date = dateOf(day);
        var number = date.getUTCDate();
        if (number === 1 || number % days === 0 && number + days / 2 <= 31) {
          add(day, number, monthOf());
        }
      }
      return;
    }
    var count = isNear && [1, 3].find(function (count) { return 30 * count * pixels >= 36; }), year = yearOf(from), month;
    if (count) {
      for (month = count * Math.floor(dateOf(from).getUTCMonth() / count); (day = dayOf(year, month)) <= to && left--; month += count) {
        date = dateOf(day);
        add(day, months[date.getUTCMonth()], yearWords(date.getUTCFullYear()));
      }
      return;
    }
    var room = 12 + 6.5 * Math.max(yearWords(year).length, yearWords(yearOf(to)).length), ten = 1;
    while (ten < 1e16 && !(count = [1, 2, 5].find(function (count) { return count * ten * 365.2425 * pixels >= room; }))) { ten *= 10; }
    count = (count || 1) * ten;
    // Round years are counted from 1 before the common era, which has no year 0.
    for (year = Math.floor((year > 0 ? year : year - 1) / count) * count; left--; year += count) {
      var named = year < 0 ? year + 1 : year || 1;
      day = dayOf(named, 0);
      if (day > to) { return; }
      add(day, yearWords(named), "");
    }
  }

  function drawTicks() {
    isAsked = false;
    live.replaceChildren();
    if (zoom === 1) { return; }
    var all = width(), left = box.scrollLeft, right = left + box.clientWidth, ends = [-1e9, -1e9];
    function put(x, y, name, words, line) {
      if (x < ends[line] || words === "") { return; }
      var text = made("text", { x: x / all * 100 + "%", y: y, "class": name, transform: "translate(3)" });
      text.textContent = words;
      live.append(text);
      ends[line] = x + 10 + 6.5 * String(words).length;
    }
    knots.forEach(function (knot, number) {
      var next = knots[number + 1];
      if (!next || knot.isFold || next.x * all < left || knot.x * all > right) { return; }
      var pixels = (next.x - knot.x) * all / (next.day - knot.day), told;
      function x(day) { return knot.x * all + (day - knot.day) * pixels; }
      var from = Math.max(knot.day, knot.day + (left - knot.x * all) / pixels), to = Math.min(next.day, from + box.clientWidth / pixels);
      ticks(from, to, pixels, function (day, words, context) {
        if (day > to || day >= next.day) { return; }
        if (day < from) { put(x(from), foot + 31, "year", told = context, 1); return; }
        var at = x(day), isNew = context !== told;
        live.append(made("line", { "class": isNew ? "tick strong" : "tick", x1: at / all * 100 + "%", x2: at / all * 100 + "%", y1: 0, y2: foot + 5 }));
        put(at, foot + 15, "unit", words, 0);
        if (isNew) { put(at, foot + 31, "year", context, 1); }
        told = context;
      });
    });
  }
  var isAsked = false;
  function askTicks() {
    if (isAsked) { return; }
    isAsked = true;
    requestAnimationFrame(drawTicks);
  }
  box.addEventListener("scroll", askTicks, { passive: true });

  /* Zooming: the drawing gets wider than its box, and what is at `x` in the box stays there. */

  function setZoom(next, x) {
    next = clamp(next, 1, most);
    var point = x === undefined ? box.clientWidth / 2 : x;
    var share = (box.scrollLeft + point) / width();
    zoom = next;
    drawing.style.width = zoom === 1 ? "" : zoom * 100 + "%";
    // What is told of years alone gets months and days.
    drawing.style.height = zoom === 1 ? "" : foot + 38 + "px";
    drawing.classList.toggle("is-near", zoom > 1);
    box.scrollLeft = share * width() - point;
    arrange();
    askTicks();
  }

  root.querySelectorAll("[data-zoom]").forEach(function (button) {
    var way = button.dataset.zoom;
    button.addEventListener("click", function () {
      setZoom(way === "all" ? 1 : way === "in" ? zoom * stride : zoom / stride);
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

  function show(mark) {
    var left = place(mark) / 100 * width();
    if (left < box.scrollLeft + 40 || left > box.scrollLeft + box.clientWidth - 40) {
      box.scrollTo({ left: left - box.clientWidth / 2, behavior: glide() });
    }
  }

  function makeStop(mark) {
    marks.forEach(function (other) { other.setAttribute("tabindex", other === mark ? "0" : "-1"); });
  }
  arrange();

  box.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    var step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
    var number = inTime.findIndex(function (item) { return item.mark === document.activeElement; });
    if (event.key === "+" || event.key === "=") { setZoom(zoom * stride); }
    else if (event.key === "-") { setZoom(zoom / stride); }
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
    told.textContent = mark ? mark.getAttribute("aria-label") : idle;
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

/* Filters and search. The data are classic scripts below search/, each of which calls dateline_search(name, value),
   so that a site works from a folder too; nothing is loaded before a reader asks. The page names the directory, and
   the directory all others, by what they hold. The address holds the whole view:
   ?q=WORDS&actor=ID&actor=ID&any=actor&from=DATE&to=DATE. */

(function () {
  "use strict";

  /* Words, read as the build reads them (Sources/SiteRendering/Search/Folding.swift). */

  // Scripts that set no spaces between words: each character is one.
  var ALONE = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff" +
    "\\uac00-\\ud7af\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}";
  // Within words, and read as nothing: soft hyphens, what joins or directs letters, letters that stand for an apostrophe.
  var SILENT = "\\u00ad\\u02b9-\\u02bf\\u061c\\u200d-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff";
  var WORD = new RegExp("(?=[\\p{L}\\p{N}\\p{M}])(?:[" + ALONE + "]|(?:(?![" + ALONE + "])[\\p{L}\\p{N}\\p{M}" + SILENT + "])+)", "gu");
  var IS_ALONE = new RegExp("^[" + ALONE + "]", "u");
  var MARKS = new RegExp("[\\u0300-\\u036f\\u0591-\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u093c\\u09bc\\u0a3c\\u0abc\\u0b3c\\u0cbc" + SILENT + "]", "g");
  var SPELLED = { "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ſ": "s", "ς": "σ",
    "¹": "1", "²": "2", "³": "3", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ँ": "ं" };

  function cutOff(word) { return word.length > 32 ? Array.from(word).slice(0, 32).join("") : word; }

  function fold(word) {
    return cutOff(word.replace(/[A-Z\u0080-\u1fff\u2070-\u209c\ufb00-\ufb06\uff10-\uff5a]/g, function (letter) {
      return letter.toLowerCase().normalize(letter < "\u2000" ? "NFD" : "NFKD");
    }).replace(MARKS, "").replace(/[ßøłđðħæœþıſς¹²³ىیکةँ]/g, function (letter) { return SPELLED[letter]; })
      .replace(/[٠-٩۰-۹०-९]/g, function (digit) { return digit.charCodeAt(0) + (digit > "\u0900" ? 10 : 0) & 15; }));
  }

  // What stands between the parts of one word: re-entry, O'Malley, Ph.D.; between the groups of a number other signs too.
  var JOINT = /^["&'\-./:_·״׳\u200c‐‑–‘’‧′−＇]$/;
  function areJoined(before, gap, after) {
    return JOINT.test(gap) || gap === "," && /\d$/.test(before) && /^\d/.test(after) ||
      /^[ \u00a0\u2009\u202f]$/.test(gap) && /^\d{1,3}$/.test(before) && /^\d{3}$/.test(after);
  }

  // The words of a text, those that are joined together: each with where it is and, of C++ and F#, with its signs.
  function read(text) {
    var groups = [], group, end = 0;
    for (var match of text.matchAll(WORD)) {
      var word = fold(match[0]), isAlone = IS_ALONE.test(match[0]);
      if (!word) continue;
      if (isAlone || !group || group.length > 7 || !areJoined(group[group.length - 1].word, text.slice(end, match.index), word)) groups.push(group = []);
      end = match.index + match[0].length;
      group.push({ word: word, at: match.index, end: end, sign: isAlone || /\d$/.test(word) ? "" : /^[+#]{0,2}/.exec(text.slice(end, end + 2))[0] });
      if (isAlone) group = null;
    }
    return groups;
  }

  function joined(group, first) { return cutOff(group.slice(first).map(function (part) { return part.word; }).join("")); }

  // An Arabic word behind the article.
  function bare(word) { return (/^(?:[وبكف]?ال|لل)(.{3,})$/.exec(word) || [])[1]; }

  // All terms by which the index knows a text.
  function words(text) {
    var terms = [];
    read(text).forEach(function (group) {
      group.forEach(function (part) { terms.push(part.sign && part.word + part.sign, part.word, bare(part.word)); });
      for (var first = 0; first < group.length - 1; first++) terms.push(joined(group, first));
    });
    return terms.filter(Boolean);
  }

  // What stands for joined words in a search: ways to meet them, each a list of terms that all are asked for. A term
  // stands for all that begin with it; of short ends that would be too much.
  function ways(group) {
    var first = group[0], last = group[group.length - 1].word;
    if (group.length > 1) {
      var whole = [[joined(group, 0), last.length > 2]];
      return group.every(function (part) { return part.word.length > 1; })
        ? [whole, group.map(function (part) { return [part.word, true]; })] : [whole];
    }
    if (first.sign) return [[[first.word + first.sign, true]]];
    return [first.word, bare(first.word)].filter(Boolean).map(function (word) { return [[word, true]]; });
  }

  /* Data, each file loaded once. */

  var form = document.querySelector(".finder-form");
  var values = Object.create(null), loads = Object.create(null);
  window.dateline_search = function (name, value) { values[name] = value; };
  window.dateline_search.words = words;
  if (!form) return;

  var directory, offered;

  // A host may have kept something else under a name: what is not what was asked for is asked for again.
  function load(name) {
    return loads[name] || (loads[name] = ask(name, "").catch(function () { return ask(name, "?anew"); }).catch(function (error) {
      delete loads[name];
      throw error;
    }));
  }
  function ask(name, anew) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = form.dataset.root + "search/" + name + ".js" + anew;
      script.onload = function () { name in values ? done(values[name]) : script.onerror(); };
      script.onerror = function () { failed(new Error(name)); };
      document.head.append(script);
    });
  }
  function loadDirectory() {
    return load(form.dataset.search.slice(7, -3)).then(function (value) { directory = value; });
  }
  function loadPart(kind, number) { return load(kind + "-" + directory.files[kind].slice(12 * number, 12 * number + 12)); }
  function loadOffered() { return loadPart("facets", 0).then(function (value) { offered = value; }); }

  // A page whose data are gone may be an old one: then the site's new page takes its place, with the same view.
  function renew() {
    if (location.protocol === "file:" || history.state === "anew") return;
    fetch(location.href.split("#")[0], { cache: "reload" }).then(function (answer) { return answer.ok && answer.text(); }).then(function (page) {
      if (!page || !page.includes("search/directory-") || page.includes(form.dataset.search)) return;
      history.replaceState("anew", "");
      location.reload();
    }).catch(function () {});
  }

  /* Sets of entries: one bit each. */

  function none() { return new Uint32Array(Math.ceil(directory.count / 32)); }
  function add(set, entry) { set[entry >> 5] |= 1 << (entry & 31); }
  function has(set, entry) { return set[entry >> 5] >>> (entry & 31) & 1; }
  function all() {
    var set = none();
    for (var entry = 0; entry < directory.count; entry++) add(set, entry);
    return set;
  }
  function both(a, b) { return a.map(function (bits, at) { return bits & b[at]; }); }
  function either(a, b) { return a.map(function (bits, at) { return bits | b[at]; }); }
  function size(set) {
    var count = 0;
    for (var bits of set) for (; bits; bits &= bits - 1) count++;
    return count;
  }

  var DIGITS = Object.create(null);
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".split("").forEach(function (digit, value) { DIGITS[digit] = value; });

  // The numbers of a text: five bits a digit, lowest first; the sixth says that more follow.
  function numbers(text, take) {
    for (var at = 0, number = 0, unit = 1; at < text.length; at++) {
      var digit = DIGITS[text[at]];
      number += (digit & 31) * unit;
      unit *= 32;
      if (digit < 32) { take(number); number = 0; unit = 1; }
    }
  }

  function addPostings(set, text) {
    if (text[0] === ".") {
      for (var at = 1; at < text.length; at++) {
        for (var bit = 0, digit = DIGITS[text[at]]; digit; bit++, digit >>= 1) if (digit & 1) add(set, 6 * (at - 1) + bit);
      }
    } else {
      var next = 0;
      numbers(text, function (gap) { add(set, next + gap); next += gap + 1; });
    }
  }

  /* Terms, cut into shards of which the directory knows the first term each. */

  var MOST_SHARDS = 6;

  function shardOf(term) {
    var low = 0, high = directory.terms.length;
    while (low < high) {
      var middle = low + high >> 1;
      if (directory.terms[middle] <= term) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  }

  // The entries of a term or, of a word, of all terms that begin with it; null where those are too many to load.
  function entriesOf(term, isWord) {
    var first = shardOf(term), last = isWord ? shardOf(term + "\uffff") : first, isBroad = last - first >= MOST_SHARDS;
    var shards = [];
    for (var number = first; number <= (isBroad ? first : last); number++) shards.push(loadPart("terms", number));
    return Promise.all(shards).then(function (texts) {
      var set = none(), isFound = false;
      texts.forEach(function (text) {
        var parts = text.split(" ");
        for (var at = 0; at + 1 < parts.length; at += 2) {
          if (parts[at] === term || isWord && !isBroad && parts[at].startsWith(term)) {
            addPostings(set, parts[at + 1]);
            isFound = true;
          }
        }
      });
      set.isFound = isFound;
      return isBroad && !isFound ? null : set;
    });
  }

  /* Days, counted from 1 January 1970 in the Gregorian calendar carried back. */

  var NEVER = 1e15;

  function dayNumber(year, month, day) {
    if (month < 3) year -= 1;
    var era = Math.floor(year / 400), inEra = year - era * 400;
    return era * 146097 + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) +
      Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1 - 719468;
  }

  // The first and the last day of YYYY, YYYY-MM or YYYY-MM-DD; null for anything else.
  function daysOf(text) {
    var parts = /^([-−]?\d{1,12})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
    if (!parts) return null;
    var year = +parts[1].replace("−", "-"), month = +(parts[2] || 0), day = +(parts[3] || 0);
    if (!parts[2]) return [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1) - 1];
    if (month < 1 || month > 12) return null;
    var first = dayNumber(year, month, 1), next = month < 12 ? dayNumber(year, month + 1, 1) : dayNumber(year + 1, 1, 1);
    if (!parts[3]) return [first, next - 1];
    return day < 1 || day > next - first ? null : [first + day - 1, first + day - 1];
  }

  function entriesBetween(from, to) {
    var set = none();
    return Promise.all(directory.days.map(function (range, run) {
      var start = run * directory.dayRun, end = Math.min(directory.count, start + directory.dayRun);
      if (range[3] < from || range[0] > to) return null;
      if (range[2] >= from && range[1] <= to) {
        for (var entry = start; entry < end; entry++) add(set, entry);
        return null;
      }
      return loadPart("days", run).then(function (text) {
        var entry = start, first = 0, isStep = true;
        numbers(text, function (number) {
          if (isStep) first += number % 2 ? -(number + 1) / 2 : number / 2;
          else {
            if (first <= to && first + number >= from) add(set, entry);
            entry++;
          }
          isStep = !isStep;
        });
      });
    })).then(function () { return set; });
  }

  /* The view, and the address that holds it. */

  var fields = form.elements;
  var facets = Array.from(form.querySelectorAll("fieldset[data-facet]"), function (field) { return field.dataset.facet; });
  var view;

  function take(query) {
    var given = new URLSearchParams(query), taken = { q: given.get("q") || "", hasWords: given.has("q"), from: given.get("from") || "", to: given.get("to") || "", any: given.getAll("any"), facets: {} };
    facets.forEach(function (facet) { taken.facets[facet] = given.getAll(facet); });
    return taken;
  }

  function query(view) {
    var given = new URLSearchParams();
    ["q", "from", "to"].forEach(function (name) { if (view[name].trim() || name === "q" && view.hasWords) given.append(name, view[name].trim()); });
    facets.forEach(function (facet) { view.facets[facet].forEach(function (id) { given.append(facet, id); }); });
    if (String(given)) view.any.forEach(function (facet) { given.append("any", facet); });
    return String(given) && "?" + given;
  }

  function addressed() { return location.search || (location.hash.startsWith("#?") ? location.hash.slice(1) : ""); }

  function write(isNew) {
    var wanted = query(view);
    if (wanted === query(take(addressed()))) return;
    try {
      history[isNew ? "pushState" : "replaceState"](null, "", wanted || location.pathname);
    } catch (refused) {
      // Pages of a folder may not change their address but for what follows the #.
      if (isNew) location.hash = wanted || "#finder"; else location.replace(wanted ? "#" + wanted : "#finder");
    }
  }

  /* What is asked for: conditions, each met by one set of entries or by none. */

  function fill(text, filled) {
    return text.replace(/\{(\w+)\}/g, function (hole, name) { return name in filled ? filled[name] : hole; });
  }
  function counted(number) { return number.toLocaleString(document.documentElement.lang || undefined); }

  function nameOf(facet, id) {
    var found = (offered && offered[facet] || directory.names[facet] || []).find(function (value) { return value[0] === id; });
    return found ? found[1] : id;
  }
  function titleOf(facet) { return form.querySelector('fieldset[data-facet="' + facet + '"] legend').textContent; }

  // A search of single words; the groups of a number are one.
  function tokens(text) { return text.match(/\d{1,3}(?:\s\d{3})+(?!\S)|\S+/g) || []; }
  function and(a, b) { return a && b ? both(a, b) : a || b; }
  function or(a, b) { return a && b ? either(a, b) : a || b; }

  function entriesOfWords(groups) {
    return Promise.all(groups.map(function (group) {
      return Promise.all(ways(group).map(function (terms) {
        return Promise.all(terms.map(function (term) { return entriesOf(term[0], term[1]); })).then(function (sets) { return sets.reduce(and); });
      })).then(function (sets) { return sets.reduce(or); });
    })).then(function (sets) { return sets.reduce(and); });
  }

  function conditions(view) {
    var list = [], searched = tokens(view.q), days = { from: daysOf(view.from.trim()), to: daysOf(view.to.trim()) };
    function add(key, label, entries, note, without) { list.push({ key: key, label: label, entries: entries, note: note, without: without }); }
    function labelled(title, value) { return fill(form.dataset.value, { facet: title, value: value }); }
    // What cannot be looked for is said, and leaves out nothing.
    (view.hasWords && !searched.length ? [""] : searched).forEach(function (text) {
      var groups = read(text), isEmpty = !groups.length;
      add(isEmpty ? "" : "q", isEmpty ? labelled(form.getAttribute("aria-label"), "“" + text + "”") : text, isEmpty ? all() : entriesOfWords(groups),
        isEmpty && fill(form.dataset.empty, { text: text }), function (view) {
          view.q = tokens(view.q).filter(function (other) { return other !== text; }).join(" ");
          view.hasWords = false;
        });
    });
    facets.forEach(function (facet) {
      view.facets[facet].forEach(function (id) {
        var label = labelled(titleOf(facet), nameOf(facet, id));
        add(facet, label, entriesOf("=" + facet + ":" + id), function (set) { return !set.isFound && fill(form.dataset.unknown, { filter: label }); }, function (view) {
          view.facets[facet] = view.facets[facet].filter(function (other) { return other !== id; });
        });
      });
    });
    ["from", "to"].forEach(function (name) {
      var text = view[name].trim(), range = days[name], isReversed = name === "to" && range && days.from && days.from[0] > range[1];
      if (!text) return;
      fields[name].setAttribute("aria-invalid", range && !isReversed ? "false" : "true");
      add(name, labelled(fields[name].parentNode.firstChild.data.trim(), text),
        !range ? all() : name === "from" ? entriesBetween(range[0], NEVER) : entriesBetween(-NEVER, range[1]),
        !range ? fill(form.dataset.mistake, { text: text }) : isReversed && fill(form.dataset.reversed, { from: view.from.trim(), to: text }),
        function (view) { view[name] = ""; });
    });
    return list;
  }

  function isAny(view, key) { return view.any.includes(key) || /^(group|status|importance)$/.test(key); }

  // The entries that meet the conditions but for one.
  function meeting(list, view, but) {
    var met = all(), groups = Object.create(null);
    list.forEach(function (condition) {
      if (condition !== but && condition.set) (groups[condition.key] = groups[condition.key] || []).push(condition.set);
    });
    for (var key in groups) met = both(met, groups[key].reduce(isAny(view, key) ? either : both));
    return met;
  }

  /* What the page shows of it. */

  var main = form.closest("main");
  var timeline = main.querySelector(".timeline");
  var results = main.querySelector(".finder-results");
  var items = [], lanes = [], marks = Object.create(null);
  var turn = 0;

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }
  function button(className, text, act) {
    var made = make("button", className, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }
  function say(text) {
    var count = form.querySelector(".finder-count");
    if (count.textContent !== text) count.textContent = text;
  }

  // Entries of a page that has them all, by their place in the timeline.
  function collect() {
    if (items.length || directory.cards) return;
    items = Array.from(timeline.querySelectorAll(".entries > li"));
    if (directory.isReversed) items.reverse();
    lanes = Array.from(timeline.querySelectorAll(".period"), function (period) {
      var count = period.querySelector(".period-title .count");
      return { period: period, count: count, text: count && count.textContent, entries: Array.from(period.querySelectorAll(".entries > li")) };
    });
    main.querySelectorAll('.overview a[href^="#"]').forEach(function (link) {
      var slug = link.getAttribute("href").slice(1);
      (marks[slug] = marks[slug] || []).push(link);
    });
  }

  function showInPlace(set) {
    items.forEach(function (item, entry) {
      var isOut = !has(set, entry);
      if (item.hidden === isOut) return;
      item.hidden = isOut;
      (marks[item.firstElementChild.id] || []).forEach(function (link) { link.classList.toggle("is-out", isOut); });
    });
    lanes.forEach(function (lane) {
      var shown = lane.entries.filter(function (item) { return !item.hidden; }).length;
      lane.period.hidden = !shown;
      if (lane.count) lane.count.textContent = shown === lane.entries.length ? lane.text : fill(form.dataset.period, { shown: shown, all: lane.entries.length });
    });
  }

  function mark(id) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "mark");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("width", 16);
    svg.setAttribute("height", 16);
    use.setAttribute("href", "#mark_" + id);
    svg.append(use);
    return svg;
  }

  function badge(id, of) {
    var link = make("a", "badge");
    link.href = form.dataset.root + "status/" + id + ".html";
    link.append(mark(id));
    if (of) link.append(make("span", "badge-of", of), " ");
    link.append(nameOf("status", id));
    return link;
  }

  // An entry as entry-item.mustache has it, shorter. Of a card: slug, title, date, summary, status, status of what a
  // statement says, whether it is one, importance, group.
  function resultItem(card) {
    var item = make("li"), article = make("article", "entry" + (card[7] === 1 ? " is-key" : card[7] === 3 ? " is-detail" : "") + (card[8] ? " group_" + card[8] : ""));
    var what = make("section", "what"), title = make("h3", "headline"), link = make("a", "", card[1]), standing = make("section", "standing");
    link.href = form.dataset.root + "events/" + encodeURIComponent(card[0]) + ".html";
    title.append(link);
    if (card[4]) standing.append(badge(card[4], card[6] && form.dataset.statement));
    if (card[5]) standing.append(" ", badge(card[5], form.dataset.content));
    if (card[8]) {
      var group = make("a", "group", nameOf("group", card[8]));
      group.href = form.dataset.root + "groups/" + encodeURIComponent(card[8]) + ".html";
      standing.append(" ", group);
    }
    what.append(title, standing);
    if (card[3]) what.append(make("p", "summary", card[3]));
    article.append(make("p", "when", card[2]), mark(card[6] ? "statement" : card[4]), what);
    item.append(article);
    return item;
  }

  function showResults(set, isFiltered, current) {
    var found = [], list = results.querySelector("ol"), more = results.querySelector(".finder-more");
    timeline.hidden = isFiltered;
    results.hidden = !isFiltered;
    if (!isFiltered) return;
    for (var entry = 0; entry < directory.count; entry++) if (has(set, entry)) found.push(entry);
    if (directory.isReversed) found.reverse();
    function next(start) {
      var shown = found.slice(start, start + 20);
      return Promise.all(shown.map(function (entry) { return loadPart("entries", Math.floor(entry / directory.cards)); })).then(function (cards) {
        if (current !== turn) return;
        var made = shown.map(function (entry, at) { return resultItem(cards[at][entry % directory.cards]); });
        if (start) list.append.apply(list, made); else list.replaceChildren.apply(list, made);
        more.hidden = start + 20 >= found.length;
        more.firstElementChild.onclick = function () { next(start + 20).then(function () { var first = list.children[start + 20]; if (first) first.querySelector("a").focus(); }); };
        markWords(made, current);
      });
    }
    return next(0);
  }

  /* Marks on what was found, after it is painted. */

  function clearMarks() {
    main.querySelectorAll("mark.found").forEach(function (found) {
      var parent = found.parentNode;
      found.replaceWith(found.firstChild);
      parent.normalize();
    });
  }

  function markWords(places, current) {
    var wanted = [], runs = view.q.split(/\s+/).filter(function (text) { return IS_ALONE.test(text); });
    read(view.q).forEach(function (group) { ways(group).forEach(function (terms) { wanted = wanted.concat(terms); }); });
    wanted = wanted.filter(function (term) { return !IS_ALONE.test(term[0]); });
    if (!wanted.length && !runs.length) return;
    var at = 0, left = 600;
    (function some() {
      if (current !== turn) return;
      for (var end = at + 8; at < end && at < places.length && left > 0; at++) {
        var nodes = [], walker = document.createTreeWalker(places[at], 4);
        while (walker.nextNode()) nodes.push(walker.currentNode);
        nodes.forEach(function (node) { left -= markNode(node, wanted, runs); });
      }
      if (at < places.length && left > 0) setTimeout(some);
    }());
  }

  function markNode(node, wanted, runs) {
    var text = node.data, found = [];
    function isWanted(word) {
      return word && wanted.some(function (term) { return term[1] ? word.startsWith(term[0]) : word === term[0]; });
    }
    if (wanted.length) read(text).forEach(function (group) {
      group.forEach(function (part, first) {
        var isJoined = first < group.length - 1 && isWanted(joined(group, first));
        if (isJoined || isWanted(part.word) || isWanted(bare(part.word)) || part.sign && isWanted(part.word + part.sign)) {
          var end = isJoined ? group[group.length - 1].end : part.end + part.sign.length;
          if (!found.length || part.at >= found[found.length - 1][0] + found[found.length - 1][1]) found.push([part.at, end - part.at]);
        }
      });
    });
    runs.forEach(function (run) { for (var at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) found.push([at, run.length]); });
    found.sort(function (a, b) { return b[0] - a[0]; }).forEach(function (range, number) {
      if (number && range[0] + range[1] > found[number - 1][0]) return;
      var rest = node.splitText(range[0]);
      rest.splitText(range[1]);
      var marked = make("mark", "found");
      rest.replaceWith(marked);
      marked.append(rest);
    });
    return found.length;
  }

  /* From a view to the page. */

  function without(condition) {
    condition.without(view);
    apply(true);
  }

  function drawChips(list) {
    var chips = form.querySelector(".finder-chips"), number = form.querySelector(".finder-number");
    var shown = list.filter(function (condition) { return condition.key !== "q"; });
    chips.replaceChildren.apply(chips, shown.map(function (condition) {
      var item = make("li"), chip = button("finder-chip", condition.label, function () { without(condition); (chips.querySelector("button") || fields.q).focus(); });
      chip.setAttribute("aria-label", fill(form.dataset.remove, { filter: condition.label }));
      item.append(chip);
      return item;
    }));
    number.textContent = shown.length || "";
    number.hidden = !shown.length;
    document.getElementById("finder_clear").hidden = !list.length;
  }

  function drawLoosening(list, isEmpty) {
    var place = form.querySelector(".finder-loosen"), ways = !isEmpty ? [] : list.map(function (condition) {
      return { condition: condition, count: size(meeting(list, view, condition)) };
    }).filter(function (way) { return way.count && list.length > 1; }).sort(function (a, b) { return b.count - a.count; });
    place.replaceChildren.apply(place, ways.slice(0, 6).map(function (way) {
      var item = make("li");
      item.append(button("finder-chip is-offer", fill(form.dataset.loosen, { filter: way.condition.label, count: counted(way.count) }), function () { without(way.condition); fields.q.focus(); }));
      return item;
    }));
    place.hidden = !ways.length;
  }

  function note(list) {
    var place = form.querySelector(".finder-note"), notes = [];
    list.forEach(function (condition) {
      var text = typeof condition.note === "function" ? condition.note(condition.set) : condition.note;
      notes.push(condition.set ? text : fill(form.dataset.broad, { word: condition.label }));
    });
    notes = notes.filter(Boolean);
    place.textContent = notes.join(" ");
    place.hidden = !notes.length;
  }

  function draw() {
    var current = ++turn, isAsked = query(view);
    function failed() {
      if (current !== turn) return;
      form.removeAttribute("aria-busy");
      document.documentElement.classList.remove("is-searching");
      say(form.dataset.failed);
      renew();
    }
    if (!isAsked && !directory) return;
    form.setAttribute("aria-busy", "true");
    ["from", "to"].forEach(function (name) { fields[name].setAttribute("aria-invalid", "false"); });
    loadDirectory().then(function () {
      return facets.some(function (facet) { return view.facets[facet].length; }) && loadOffered();
    }).then(function () {
      var list = conditions(view);
      return Promise.all(list.map(function (condition) { return condition.entries; })).then(function (sets) {
        if (current !== turn) return;
        sets.forEach(function (set, at) { list[at].set = set; });
        collect();
        form.removeAttribute("aria-busy");
        document.documentElement.classList.remove("is-searching");
        document.documentElement.classList.toggle("is-filtered", list.length > 0);
        var met = meeting(list, view), count = size(met);
        clearMarks();
        say(count ? fill(form.dataset.found, { shown: counted(count), all: counted(directory.count) }) : form.dataset.nothing);
        drawChips(list);
        drawLoosening(list, !count);
        note(list);
        if (directory.cards) return showResults(met, list.length > 0, current);
        showInPlace(met);
        setTimeout(function () { markWords(items.filter(function (item) { return !item.hidden; }), current); });
      });
    }).catch(failed);
  }

  // Puts the view into the form.
  function fillForm() {
    ["q", "from", "to"].forEach(function (name) { if (fields[name].value.trim() !== view[name]) fields[name].value = view[name]; });
    form.querySelectorAll("select").forEach(function (mode) { mode.value = view.any.includes(mode.dataset.facet) ? mode.dataset.facet : ""; });
    form.querySelectorAll(".facet-values input").forEach(function (box) { box.checked = view.facets[box.name].includes(box.value); });
  }

  function apply(isNew) {
    fillForm();
    write(isNew);
    draw();
  }

  /* The panel. */

  var opener = document.getElementById("finder_open"), panel = document.getElementById("finder_panel");
  var MOST_SHOWN = 24;

  function drawValues(field, facet, narrowing) {
    var list = field.querySelector("ul"), wanted = words(narrowing);
    var chosen = view.facets[facet];
    var shown = offered[facet].filter(function (value) {
      if (chosen.includes(value[0])) return true;
      var names = wanted.length ? words(value[1]) : [];
      return wanted.every(function (start) { return names.some(function (name) { return name.startsWith(start); }); });
    }).slice(0, MOST_SHOWN);
    list.replaceChildren.apply(list, shown.map(function (value) {
      var item = make("li"), label = make("label"), box = make("input");
      box.type = "checkbox";
      box.name = facet;
      box.value = value[0];
      box.checked = chosen.includes(value[0]);
      label.append(box, make("span", "facet-name", value[1]), make("span", "count", counted(value[2])));
      item.append(label);
      return item;
    }));
  }

  function buildPanel() {
    if (panel.dataset.isBuilt) return;
    panel.dataset.isBuilt = "1";
    form.querySelectorAll("fieldset[data-facet]").forEach(function (field) {
      var facet = field.dataset.facet;
      if (offered[facet].length > 12) {
        var narrow = make("input", "facet-narrow");
        narrow.type = "search";
        narrow.placeholder = form.dataset.narrow;
        narrow.setAttribute("aria-label", fill(form.dataset.value, { facet: titleOf(facet), value: form.dataset.narrow }));
        narrow.addEventListener("input", function (event) { event.stopPropagation(); drawValues(field, facet, narrow.value); });
        narrow.addEventListener("change", function (event) { event.stopPropagation(); });
        field.querySelector("ul").before(narrow);
      }
      drawValues(field, facet, "");
    });
  }

  function open(isOpen) {
    opener.setAttribute("aria-expanded", isOpen ? "true" : "false");
    panel.hidden = !isOpen;
    if (isOpen) loadDirectory().then(loadOffered).then(function () { setTimeout(buildPanel); }, function () { say(form.dataset.failed); renew(); });
  }

  opener.addEventListener("click", function () { open(panel.hidden); });
  document.getElementById("finder_close").addEventListener("click", function () { open(false); opener.focus(); });
  document.getElementById("finder_clear").addEventListener("click", function () { view = take(""); apply(true); fields.q.focus(); });
  form.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || panel.hidden) return;
    event.preventDefault();
    open(false);
    opener.focus();
  });

  /* What a reader does. Typing makes one new step of the history, and replaces it until it is committed. */

  var timer, isTyping = false;

  function takeFields() {
    clearTimeout(timer);
    ["q", "from", "to"].forEach(function (name) { view[name] = fields[name].value; });
    view.hasWords = false;
    write(!isTyping);
    isTyping = true;
    draw();
  }

  form.addEventListener("focusin", function () { loadDirectory().catch(function () {}); });
  form.addEventListener("input", function (event) {
    if (!/^(q|from|to)$/.test(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(takeFields, event.target.name === "q" ? 120 : 400);
  });
  form.addEventListener("change", function (event) {
    var changed = event.target;
    if (changed.type === "checkbox") {
      var ids = view.facets[changed.name].filter(function (id) { return id !== changed.value; });
      view.facets[changed.name] = changed.checked ? ids.concat(changed.value) : ids;
      setTimeout(function () { apply(true); });
    } else if (changed.tagName === "SELECT") {
      view.any = view.any.filter(function (facet) { return facet !== changed.dataset.facet; }).concat(changed.value || []);
      apply(true);
    } else {
      takeFields();
      isTyping = false;
    }
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    takeFields();
    isTyping = false;
  });

  function restore() {
    var wanted = take(addressed());
    // A link to an entry that the filters hide shows it.
    var target = document.querySelector(".timeline .entry:target");
    if (target && target.parentNode.hidden) {
      view = take("");
      apply(false);
      setTimeout(function () { target.scrollIntoView(); }, 50);
      return;
    }
    if (query(wanted) === query(view)) return;
    view = wanted;
    isTyping = false;
    fillForm();
    draw();
  }

  function focus() { if (location.hash === "#finder") fields.q.focus({ preventScroll: true }); }

  window.addEventListener("popstate", restore);
  window.addEventListener("hashchange", restore);
  window.addEventListener("hashchange", focus);
  window.addEventListener("load", focus);

  view = take("");
  fillForm();
  if (addressed()) {
    document.documentElement.classList.add("is-searching");
    // The view that the address asks for is below the overview.
    if (!scrollY) form.parentNode.scrollIntoView({ behavior: "instant" });
  }
  restore();
}());
