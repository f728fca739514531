/* What the page does beyond being read. Each part does nothing where the page has nothing for it. */

(function () {
"use strict";

var page = document.documentElement;

function all(selector, from) { return Array.from((from || document).querySelectorAll(selector)); }

function svg(name, values) {
  var element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (var key in values) element.setAttribute(key, values[key]);
  return element;
}

// Elements with a text take its direction.
function make(name, className, ...parts) {
  var made = document.createElement(name);
  if (className) made.className = className;
  if (typeof parts[0] === "string") made.dir = "auto";
  made.append(...parts);
  return made;
}

function button(className, words, act) {
  var made = make("button", className, words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function counted(number) { return number.toLocaleString(page.lang || undefined); }

// Days since 1 January 1970, in the Gregorian calendar carried back; months may go on after the twelfth.
function dayNumber(year, month, day) {
  year += Math.floor((month - 3) / 12);
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) +
    Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 719469;
}

(function () {
  page.classList.add("has-script");

  // An old address leads on.
  var moved = document.querySelector("a[data-moved]");
  if (moved) { location.replace(moved.href + location.search + location.hash); }

  // Controls that need this script are made by it, of the words that the page has for them.
  all("[data-link]").forEach(place => {
    var link = make("a", "", place.dataset.words);
    link.href = place.dataset.link;
    place.append(link);
  });
}());

/* Parts below the window are laid out one by one once the page has loaded. */

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
    if (window.requestIdleCallback) { requestIdleCallback(layOutNext); } else { setTimeout(layOutNext, 50); }
  }

  // A place of the page needs the true height of all that is above it.
  if (location.hash || location.search || arrival === "reload" || arrival === "back_forward") {
    parts.splice(0).forEach(layOut);
  } else {
    addEventListener("load", whenIdle);
  }
}());

/* Buttons that copy. */

(function () {
  async function copy(text) {
    // Files of a disk have no clipboard: there, what is marked is copied.
    if (navigator.clipboard) try { return await navigator.clipboard.writeText(text); } catch (refused) { }
    var area = make("textarea", "off-screen");
    area.value = text;
    area.readOnly = true;
    document.body.append(area);
    area.select();
    var isDone = document.execCommand("copy");
    area.remove();
    if (!isDone) throw new Error(text);
  }

  all("[data-copy]").forEach(place => {
    var says = place.dataset, timer;
    var copier = button("button", says.words, () => {
      var source = document.getElementById(says.copy);
      // The button keeps its width, so that nothing moves.
      copier.style.minInlineSize = copier.offsetWidth + "px";
      copy(source.href || source.textContent.trim()).then(() => {
        copier.textContent = says.done;
        // It was tapped: it is in view already.
        copier.focus({ preventScroll: true });
        clearTimeout(timer);
        timer = setTimeout(() => { copier.textContent = says.words; }, 3000);
      }, () => getSelection().selectAllChildren(source));
    });
    copier.setAttribute("aria-live", "polite");
    place.append(copier);
  });
}());

/* What a mark means, at the mouse. Text browsers would take an SVG title for the page's. */

document.addEventListener("pointerover", event => {
  var mark = event.target.closest && event.target.closest("svg a[aria-label]");
  if (!mark || mark.querySelector("title")) return;
  var title = svg("title");
  title.textContent = mark.getAttribute("aria-label");
  mark.prepend(title);
});

/* The overview. */

(function () {
  var root = document.querySelector(".overview");
  var box = root && root.querySelector(".overview-scroll");
  var drawing = box && box.querySelector("svg");
  if (!drawing) return;
  var told = root.querySelector(".overview-told");
  var idle = matchMedia("(hover: none)").matches ? "" : told.dataset.keys;
  var most = +drawing.dataset.most, zoom = 1, stride = most > 24 ? 2 : 1.6;
  var calm = matchMedia("(prefers-reduced-motion: reduce)");
  // Where the symbol of each stands, in percent; edges are drawn with "use" too.
  var places = new Map(all("a", drawing).map(mark => {
    var symbol = mark.querySelector("use:not(.edge)") || mark.querySelector("rect");
    return [mark, symbol && parseFloat(symbol.getAttribute("x")) || 0];
  }));
  var marks = Array.from(places.keys()).sort((one, other) => place(one) - place(other));
  var bySlug = Object.create(null), inTime = [];
  told.textContent = idle;

  function clamp(value, low, high) { return Math.min(high, Math.max(low, value)); }
  function glide() { return calm.matches ? "auto" : "smooth"; }
  function width() { return drawing.getBoundingClientRect().width; }

  function place(mark) { return places.get(mark); }

  /* Marks that count others fall apart when there is room. */

  function arrange() {
    bySlug = Object.create(null);
    inTime = marks.filter(mark => {
      var isOff = zoom < (mark.dataset.from || 0) || zoom >= (mark.dataset.to || Infinity);
      mark.classList.toggle("is-off", isOff);
      return !isOff;
    });
    inTime.forEach(mark => {
      (mark.dataset.slugs || mark.getAttribute("href").slice(1)).split(" ").forEach(slug => { bySlug[slug] = mark; });
    });
    if (inTime.length && !inTime.some(mark => mark.getAttribute("tabindex") === "0")) makeStop(inTime[0]);
  }

  /* Ticks for what is in view, once the drawing is zoomed. */

  var knots = drawing.dataset.knots.split(" ").map(knot => {
    var [day, x, isFold] = knot.split(",");
    return { day: +day, x: x / 100, isFold };
  });
  var months = drawing.dataset.months.split(" "), patterns = drawing.dataset.years.split("|"), foot = +drawing.dataset.foot;
  var live = svg("g", { "class": "axis is-live", "aria-hidden": "true" });
  drawing.querySelector(".axis").after(live);

  function yearOf(day) { return Math.floor(day / 365.2425 + 1970); }
  function yearWords(year) {
    var number = year > 0 ? year : 1 - year;
    return year > 999 && year < 1e4 ? String(year) : patterns[year > 0 ? 1 : 0].replace("#", number < 1e4 ? number : counted(number));
  }

  // The ticks from a day on, and one before: day, words, and words of the line below. `room` is for those of a year.
  function* ticks(from, pixels, room) {
    // The calendar of browsers ends some 270,000 years away.
    var isNear = Math.abs(from) < 7e7, date = new Date(from * 864e5), year = isNear ? date.getUTCFullYear() : yearOf(from);
    var month = date.getUTCMonth(), count, day;
    function find(counts, unit, room) { return isNear && counts.find(count => count * unit * pixels >= room); }
    function monthOf(date) { return months[date.getUTCMonth()] + " " + yearWords(date.getUTCFullYear()); }
    if (count = find([1, 2, 5, 10], 1, 24)) {
      yield [from - 1, "", monthOf(date)];
      for (day = Math.ceil(from);; day++) {
        date = new Date(day * 864e5);
        var number = date.getUTCDate();
        if (number === 1 || number % count === 0 && number + count / 2 <= 31) yield [day, number, monthOf(date)];
      }
    }
    if (count = find([1, 3], 30, 36)) {
      for (month -= month % count;; month += count) yield [dayNumber(year, month + 1, 1), months[month % 12], yearWords(year + Math.floor(month / 12))];
    }
    // 1, 2, 5, 10 … years, and so many that numbers this large grow by them.
    for (count = 1; count < Math.abs(year) / 1e15 || count < 1e16 && count * 365.2425 * pixels < room;) count *= String(count)[0] === "2" ? 2.5 : 2;
    // Round years are counted from 1 before the common era, which has no year 0.
    for (year = Math.floor((year > 0 ? year : year - 1) / count) * count;; year += count) {
      var named = year < 0 ? year + 1 : year || 1;
      yield [dayNumber(named, 1, 1), yearWords(named), ""];
    }
  }

  function drawTicks() {
    isAsked = false;
    live.replaceChildren();
    if (zoom === 1) return;
    var wide = width(), left = box.scrollLeft, right = left + box.clientWidth, ends = { unit: -1e9, year: -1e9 };
    function share(x) { return x / wide * 100 + "%"; }
    function put(x, name, words) {
      if (x < ends[name] || words === "") return;
      var text = svg("text", { x: share(x), y: foot + (name === "unit" ? 15 : 31), "class": name, transform: "translate(3)" });
      text.textContent = words;
      live.append(text);
      ends[name] = x + 10 + 6.5 * String(words).length;
    }
    knots.forEach((knot, number) => {
      var next = knots[number + 1];
      if (!next || knot.isFold || next.x * wide < left || knot.x * wide > right) return;
      var pixels = (next.x - knot.x) * wide / (next.day - knot.day), told, most = 1000;
      function x(day) { return knot.x * wide + (day - knot.day) * pixels; }
      var from = Math.max(knot.day, knot.day + (left - knot.x * wide) / pixels), to = Math.min(next.day, from + box.clientWidth / pixels);
      var room = 12 + 6.5 * Math.max(yearWords(yearOf(from)).length, yearWords(yearOf(to)).length);
      for (var [day, words, context] of ticks(from, pixels, room)) {
        if (!(day <= to && day < next.day && most--)) break;
        var at = x(Math.max(day, from)), isNew = context !== told;
        if (day >= from) {
          live.append(svg("line", { "class": isNew ? "tick strong" : "tick", x1: share(at), x2: share(at), y2: foot + 5 }));
          put(at, "unit", words);
        }
        if (isNew) put(at, "year", told = context);
      }
    });
  }
  var isAsked = false;
  function askTicks() {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(drawTicks);
  }
  box.addEventListener("scroll", askTicks, { passive: true });

  /* Zooming: what is at `x` in the box stays there. */

  function setZoom(next, x = box.clientWidth / 2) {
    var share = (box.scrollLeft + x) / width();
    zoom = clamp(next, 1, most);
    // What is told of years alone gets months and days.
    drawing.style.cssText = zoom > 1 ? "width: " + zoom * 100 + "%; height: " + (foot + 38) + "px" : "";
    drawing.classList.toggle("is-near", zoom > 1);
    box.scrollLeft = share * width() - x;
    arrange();
    askTicks();
  }

  var tools = root.querySelector(".overview-tools");
  [["out", "−"], ["in", "+"], ["all"]].forEach(([way, sign]) => {
    var tool = button("", sign || tools.dataset[way], () => setZoom(way === "all" ? 1 : way === "in" ? zoom * stride : zoom / stride));
    if (sign) tool.setAttribute("aria-label", tools.dataset[way]);
    tool.dataset.zoom = way;
    tools.append(tool);
  });

  function at(x) { return x - box.getBoundingClientRect().left; }

  /* A plain wheel is the page's, unless the reader has gone into the drawing. */
  box.addEventListener("wheel", event => {
    var own = box.contains(document.activeElement) && Math.abs(event.deltaY) > Math.abs(event.deltaX);
    if (!(event.ctrlKey || event.metaKey) && (!own || event.shiftKey)) return;
    event.preventDefault();
    setZoom(zoom * Math.exp(-clamp(event.deltaY, -120, 120) / 260), at(event.clientX));
  }, { passive: false });

  var pinch = null;
  function spread(touches) { return Math.abs(touches[0].clientX - touches[1].clientX) + Math.abs(touches[0].clientY - touches[1].clientY); }
  box.addEventListener("touchstart", event => {
    pinch = event.touches.length === 2 ? { spread: spread(event.touches) || 1, zoom } : null;
  }, { passive: true });
  box.addEventListener("touchmove", event => {
    if (!pinch || event.touches.length !== 2) return;
    event.preventDefault();
    setZoom(pinch.zoom * spread(event.touches) / pinch.spread, at((event.touches[0].clientX + event.touches[1].clientX) / 2));
  }, { passive: false });
  box.addEventListener("touchend", () => { pinch = null; });

  /* Keys: the marks are one stop of the Tab key; arrows lead on in time. */

  function show(mark) {
    var left = place(mark) / 100 * width();
    if (left < box.scrollLeft + 40 || left > box.scrollLeft + box.clientWidth - 40) {
      box.scrollTo({ left: left - box.clientWidth / 2, behavior: glide() });
    }
  }

  function makeStop(mark) {
    marks.forEach(other => other.setAttribute("tabindex", other === mark ? 0 : -1));
  }
  arrange();

  box.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    var now = inTime.indexOf(document.activeElement), near = { "+": zoom * stride, "=": zoom * stride, "-": zoom / stride, 0: 1 }[event.key];
    var next = { ArrowLeft: now - 1, ArrowRight: now + 1, ArrowUp: now - 1, ArrowDown: now + 1, Home: 0, End: inTime.length - 1 }[event.key];
    if (near) setZoom(near);
    // What gets the focus becomes the stop, and is shown.
    else if (now >= 0 && next !== undefined) inTime[clamp(next, 0, inTime.length - 1)].focus({ preventScroll: true });
    else if (/^Arrow(Left|Right)$/.test(event.key)) {
      box.scrollBy({ left: (next - now) * box.clientWidth / 4, behavior: glide() });
    } else return;
    event.preventDefault();
  });

  /* An entry and its mark light up together. */

  var lit = [];
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
      if (kind === "focusin") { makeStop(mark); show(mark); }
    });
    document.addEventListener(kind, event => {
      var entry = event.target.closest && event.target.closest(".entry[id]");
      if (entry || lit.length && !drawing.contains(event.target)) light(entry && bySlug[entry.id], entry);
    });
  });

  /* Where the reader is. A thin strip stands for the drawing while that is out of sight. */

  var entries = all(".entry[id]").filter(entry => bySlug[entry.id]);
  if (!entries.length) return;

  var strip = make("div", "overview-strip");
  strip.setAttribute("aria-hidden", "true");
  strip.title = root.querySelector(".overview-frame").dataset.here || "";
  var lines = inTime.map(mark => "M" + place(mark) * 10 + " 3V9").join("");
  strip.innerHTML = '<svg viewBox="0 0 1000 12" preserveAspectRatio="none"><path d="' + lines + '"/><rect y="0" width="4" height="12"/></svg>';
  document.body.append(strip);
  var cursor = strip.querySelector("rect");

  strip.addEventListener("click", event => {
    var x = event.clientX / innerWidth * 100;
    function far(entry) { return Math.abs(place(bySlug[entry.id]) - x); }
    entries.reduce((best, entry) => far(entry) < far(best) ? entry : best).scrollIntoView({ behavior: glide(), block: "start" });
  });

  var here = null;
  function follow(entry) {
    var mark = bySlug[entry.id];
    if (mark === here) return;
    if (here) here.removeAttribute("aria-current");
    here = mark;
    here.setAttribute("aria-current", "location");
    cursor.setAttribute("x", clamp(place(mark) * 10 - 2, 0, 996));
    if (zoom > 1 || box.scrollWidth > box.clientWidth) { show(mark); }
  }

  var reading = new IntersectionObserver(seen => {
    seen.forEach(one => { if (one.isIntersecting) follow(one.target); });
  }, { rootMargin: "-25% 0px -74% 0px" });
  entries.forEach(entry => reading.observe(entry));

  new IntersectionObserver(seen => {
    var one = seen[seen.length - 1];
    strip.classList.toggle("is-shown", !one.isIntersecting && one.boundingClientRect.bottom < 0);
  }).observe(box);
}());

/* Filters and search. The data are classic scripts, each of which calls dateline_search(name, value), so that a site
   works from a folder. The address holds the view:
   ?q=WORDS&actor=ID&actor=ID&any=actor&from=DATE&to=DATE. */

(function () {
  /* Words, read as the build reads them (Search/Folding.swift). */

  // Each character is a word.
  var ALONE = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff" +
    "\\uac00-\\ud7af\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}";
  // Read as nothing: soft hyphens, what joins or directs letters, letters for an apostrophe.
  var SILENT = "\\u00ad\\u02b9-\\u02bf\\u061c\\u200d-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff";
  var WORD = new RegExp("(?=[\\p{L}\\p{N}\\p{M}])(?:[" + ALONE + "]|(?:(?![" + ALONE + "])[\\p{L}\\p{N}\\p{M}" + SILENT + "])+)", "gu");
  var IS_ALONE = new RegExp("^[" + ALONE + "]", "u");
  var MARKS = new RegExp("[\\u0300-\\u036f\\u0591-\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u093c\\u09bc\\u0a3c\\u0abc\\u0b3c\\u0cbc" + SILENT + "]", "g");
  var SPELLED = { "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ſ": "s", "ς": "σ",
    "¹": "1", "²": "2", "³": "3", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ँ": "ं" };

  function cutOff(word) { return word.length > 32 ? Array.from(word).slice(0, 32).join("") : word; }

  function fold(word) {
    return cutOff(word.replace(/[A-Z\u0080-\u1fff\u2070-\u209c\ufb00-\ufb06\uff10-\uff5a]/g, letter =>
      letter.toLowerCase().normalize(letter < "\u2000" ? "NFD" : "NFKD")).replace(MARKS, "").replace(/[^\0-\x7f]/g, letter => SPELLED[letter] || letter)
      .replace(/[٠-٩۰-۹०-९]/g, digit => digit.charCodeAt(0) + (digit > "\u0900" ? 10 : 0) & 15));
  }

  // What joins a word: re-entry, O'Malley, Ph.D.; and the groups of a number.
  function areJoined(before, gap, after) {
    return /^["&'\-./:_·״׳\u200c‐‑–‘’‧′−＇]$/.test(gap) || gap === "," && /\d$/.test(before) && /^\d/.test(after) ||
      /^[ \u00a0\u2009\u202f]$/.test(gap) && /^\d{1,3}$/.test(before) && /^\d{3}$/.test(after);
  }

  // The words of a text, those that are joined together; of C++ and F#, with their signs.
  function read(text) {
    var groups = [], group, end = 0;
    for (var match of text.matchAll(WORD)) {
      var word = fold(match[0]), isAlone = IS_ALONE.test(match[0]);
      if (!word) continue;
      if (isAlone || !group || group.length > 7 || !areJoined(group[group.length - 1].word, text.slice(end, match.index), word)) groups.push(group = []);
      end = match.index + match[0].length;
      group.push({ word, at: match.index, end, sign: isAlone || /\d$/.test(word) ? "" : /^[+#]{0,2}/.exec(text.slice(end, end + 2))[0] });
      if (isAlone) group = null;
    }
    return groups;
  }

  function joined(group, first) { return cutOff(group.slice(first).map(part => part.word).join("")); }

  // An Arabic word behind the article.
  function bare(word) { return (/^(?:[وبكف]?ال|لل)(.{3,})$/.exec(word) || [])[1]; }

  // The index's terms of a text.
  function words(text) {
    var terms = [];
    read(text).forEach(group => {
      group.forEach(part => terms.push(part.sign && part.word + part.sign, part.word, bare(part.word)));
      for (var first = 0; first < group.length - 1; first++) terms.push(joined(group, first));
    });
    return terms.filter(Boolean);
  }

  // Ways to find joined words, each a list of terms; of short ends, not all that begin so.
  function ways(group) {
    var first = group[0], last = group[group.length - 1].word;
    if (group.length > 1) {
      var whole = [[joined(group, 0), last.length > 2]];
      return group.every(part => part.word.length > 1)
        ? [whole, group.map(part => [part.word, true])] : [whole];
    }
    if (first.sign) return [[[first.word + first.sign, true]]];
    return [first.word, bare(first.word)].filter(Boolean).map(word => [[word, true]]);
  }

  /* Data, each loaded once. */

  var finder = document.getElementById("finder"), says = finder && finder.dataset;
  var values = Object.create(null), loads = Object.create(null);
  window.dateline_search = (name, value) => { values[name] = value; };
  window.dateline_search.words = words;
  if (!finder) return;

  var directory, offered;

  // A host that has kept something else is asked again.
  function load(name) {
    return loads[name] = loads[name] || ask(name, "").catch(() => ask(name, "?anew")).catch(error => {
      delete loads[name];
      throw error;
    });
  }
  function ask(name, anew) {
    return new Promise((done, failed) => {
      var script = make("script");
      script.src = says.root + "search/" + name + ".js" + anew;
      script.onload = () => { name in values ? done(values[name]) : script.onerror(); };
      script.onerror = () => failed(new Error(name));
      document.head.append(script);
    });
  }
  async function loadDirectory() { directory = await load(says.search.slice(7, -3)); }
  function loadPart(kind, number) { return load(kind + "-" + directory.files[kind].slice(12 * number, 12 * number + 12)); }
  async function loadOffered() { offered = await loadPart("facets", 0); }

  // A page whose data are gone may be old: the new one takes its place.
  async function renew() {
    if (location.protocol === "file:" || history.state === "anew") return;
    var answer = await fetch(location.href.split("#")[0], { cache: "reload" }), text = await answer.text();
    if (!answer.ok || !text.includes("search/directory-") || text.includes(says.search)) return;
    history.replaceState("anew", "");
    location.reload();
  }

  /* Sets of entries: one bit each. */

  function none() { return new Uint32Array(Math.ceil(directory.count / 32)); }
  function add(set, entry) { set[entry >> 5] |= 1 << (entry & 31); }
  function has(set, entry) { return set[entry >> 5] >>> (entry & 31) & 1; }
  function everything() { return none().fill(-1); }
  function and(a, b) { return a && b ? a.map((bits, at) => bits & b[at]) : a || b; }
  function or(a, b) { return a && b ? a.map((bits, at) => bits | b[at]) : a || b; }
  function entriesIn(set) {
    var found = [];
    for (var entry = 0; entry < directory.count; entry++) if (has(set, entry)) found.push(entry);
    return found;
  }

  var DIGITS = Object.create(null);
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".split("").forEach((digit, value) => { DIGITS[digit] = value; });

  // Numbers: five bits a digit, lowest first; the sixth says that more follow.
  function numbers(text, take) {
    var number = 0, unit = 1;
    for (var sign of text) {
      var digit = DIGITS[sign];
      number += (digit & 31) * unit;
      unit *= 32;
      if (digit < 32) { take(number); number = 0; unit = 1; }
    }
  }

  function addPostings(set, text) {
    if (text[0] === ".") {
      for (var entry = 0; entry < 6 * (text.length - 1); entry++) {
        if (DIGITS[text[1 + Math.floor(entry / 6)]] >> entry % 6 & 1) add(set, entry);
      }
    } else {
      var next = 0;
      numbers(text, gap => { add(set, next + gap); next += gap + 1; });
    }
  }

  /* Terms, in shards: the directory knows the first of each. */

  function shardOf(term) { return Math.max(0, directory.terms.filter(first => first <= term).length - 1); }

  // Of a term or, of a word, of all that begin with it; null where those are too many.
  async function entriesOf(term, isWord) {
    var first = shardOf(term), last = isWord ? shardOf(term + "\uffff") : first, isBroad = last - first > 5;
    var set = none(), shards = [];
    for (var number = first; number <= (isBroad ? first : last); number++) shards.push(loadPart("terms", number));
    for (var text of await Promise.all(shards)) {
      var parts = text.split(" ");
      for (var at = 0; at + 1 < parts.length; at += 2) {
        if (parts[at] === term || isWord && !isBroad && parts[at].startsWith(term)) {
          addPostings(set, parts[at + 1]);
          set.isFound = true;
        }
      }
    }
    return isBroad && !set.isFound ? null : set;
  }

  /* Days. */

  // The first and the last day of YYYY, YYYY-MM or YYYY-MM-DD; null for anything else.
  function daysOf(text) {
    var parts = /^([-−]?\d{1,12})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
    if (!parts) return null;
    var year = +parts[1].replace("−", "-"), month = +(parts[2] || 1), day = +(parts[3] || 1), first = dayNumber(year, month, day);
    var next = parts[2] ? dayNumber(year, month + 1, 1) : dayNumber(year + 1, 1, 1);
    return month < 1 || month > 12 || day < 1 || first >= next ? null : [first, parts[3] ? first : next - 1];
  }

  async function entriesBetween(from, to) {
    var set = none();
    await Promise.all(directory.days.map(async (range, run) => {
      var entry = run * directory.dayRun, end = Math.min(directory.count, entry + directory.dayRun), first = 0, isStep = true;
      if (range[3] < from || range[0] > to) return;
      if (range[2] >= from && range[1] <= to) {
        for (; entry < end; entry++) add(set, entry);
        return;
      }
      numbers(await loadPart("days", run), number => {
        if (isStep) first += number % 2 ? -(number + 1) / 2 : number / 2;
        else {
          if (first <= to && first + number >= from) add(set, entry);
          entry++;
        }
        isStep = !isStep;
      });
    }));
    return set;
  }

  /* The form: its words are in the page. */

  function list(name) { return says[name].split(" ").slice(1); }

  var facets = list("facets"), single = list("single");

  function dateField(name) { return "<label>{" + name + '} <input name="' + name + '" aria-describedby="finder_dates"></label>'; }
  function mode(facet) {
    return '<label class="facet-mode"><span class="label">{' + facet + '}</span> <select name="any" data-facet="' + facet +
      '"><option value="">{every}</option><option value="' + facet + '">{any}</option></select></label>';
  }
  function fieldset(name, values, parts) { return '<fieldset class="facet' + values + "><legend>{" + name + "}</legend>" + parts + "</fieldset>"; }

  finder.innerHTML = ('<form class="finder-form" role="search" aria-label="{field}" autocomplete="off"><div class="finder-bar">' +
    '<label class="finder-label" for="finder_words">{field}</label><input class="finder-words" id="finder_words" name="q" type="search" spellcheck="false">' +
    '<button class="finder-button" id="finder_open" type="button" aria-expanded="false" aria-controls="finder_panel">{filters} ' +
    '<span class="finder-number" hidden></span></button></div><div class="finder-panel" id="finder_panel" hidden><div class="finder-window">' +
    fieldset("window", ' facet-dates"', '<div class="facet-window">' + dateField("from") + dateField("to") +
      '</div><p class="facet-note" id="finder_dates">{form}</p>') +
    fieldset("q", ' facet-words"', mode("q")) + '</div><div class="finder-facets">' +
    facets.map(facet => fieldset(facet, '" data-facet="' + facet + '"' + (list("idle").includes(facet) ? " hidden" : ""),
      (single.includes(facet) ? "" : mode(facet)) + '<ul class="facet-values"></ul>')).join("") +
    '</div><p class="finder-close"><button class="finder-button" id="finder_close" type="button">{close}</button></p></div>' +
    '<div class="finder-state"><p class="finder-count" role="status">{count}</p><ul class="finder-chips"></ul>' +
    '<button class="finder-button" id="finder_clear" type="button" hidden>{clear}</button></div>' +
    '<ul class="finder-loosen" hidden></ul><p class="finder-note" hidden></p></form>')
    .replace(/\{(\w+)\}/g, (hole, name) => says[name].replace(/[&<"]/g, sign => "&#" + sign.charCodeAt() + ";"));

  var form = finder.firstChild, fields = form.elements;

  /* The view, and the address that holds it. */

  var texts = ["q", "from", "to"], view;

  function take(query) {
    var given = new URLSearchParams(query), taken = { hasWords: given.has("q"), any: given.getAll("any"), facets: {} };
    texts.forEach(name => { taken[name] = (given.get(name) || "").trim(); });
    facets.forEach(facet => { taken.facets[facet] = given.getAll(facet); });
    return taken;
  }

  function query(view) {
    var given = new URLSearchParams();
    texts.forEach(name => { if (view[name] || name === "q" && view.hasWords) given.append(name, view[name]); });
    facets.forEach(facet => { view.facets[facet].forEach(id => given.append(facet, id)); });
    if (String(given)) view.any.forEach(facet => given.append("any", facet));
    return String(given) && "?" + given;
  }

  function addressed() { return location.search || (location.hash.startsWith("#?") ? location.hash.slice(1) : ""); }

  function write(isNew) {
    var wanted = query(view);
    if (wanted === query(take(addressed()))) return;
    try {
      history[isNew ? "pushState" : "replaceState"](null, "", wanted || location.pathname);
    } catch (refused) {
      // Pages of a folder may change their address behind the # alone.
      if (isNew) location.hash = wanted || "#finder"; else location.replace(wanted ? "#" + wanted : "#finder");
    }
  }

  /* What is asked for. */

  // A name turns nothing around it (UAX #9).
  function isolated(text) {
    return document.dir === "rtl" || /[\u0590-\uffff]/.test(text) ? "\u2068" + text + "\u2069" : text;
  }
  function fill(text, filled) {
    return text.replace(/\{(\w+)\}/g, (hole, name) => name in filled ? isolated(filled[name]) : hole);
  }

  function nameOf(facet, id) {
    var found = (offered && offered[facet] || directory.names[facet] || []).find(value => value[0] === id);
    return found ? found[1] : id;
  }

  // The groups of a number are one word.
  function tokens(text) { return text.match(/\d{1,3}(?:\s\d{3})+(?!\S)|\S+/g) || []; }
  async function meet(sets, way) { return (await Promise.all(sets)).reduce(way); }

  function entriesOfWords(groups) {
    return meet(groups.map(group => meet(ways(group).map(terms => meet(terms.map(term => entriesOf(term[0], term[1])), and)), or)), and);
  }

  function conditions(view) {
    var list = [], searched = tokens(view.q), days = { from: daysOf(view.from), to: daysOf(view.to) };
    function add(key, label, entries, note, without) { list.push({ key, label, entries, note, without }); }
    function labelled(name, value) { return fill(says.value, { facet: says[name], value }); }
    // What cannot be looked for leaves out nothing.
    (view.hasWords && !searched.length ? [""] : searched).forEach(text => {
      var groups = read(text), isEmpty = !groups.length;
      add(isEmpty ? "" : "q", isEmpty ? labelled("field", "“" + text + "”") : text, isEmpty ? everything() : entriesOfWords(groups),
        isEmpty && fill(says.empty, { text }), view => {
          view.q = tokens(view.q).filter(other => other !== text).join(" ");
          view.hasWords = false;
        });
    });
    facets.forEach(facet => {
      view.facets[facet].forEach(id => {
        var label = labelled(facet, nameOf(facet, id));
        add(facet, label, entriesOf("=" + facet + ":" + id), set => !set.isFound && fill(says.unknown, { filter: label }), view => {
          view.facets[facet] = view.facets[facet].filter(other => other !== id);
        });
      });
    });
    ["from", "to"].forEach(name => {
      var text = view[name], range = days[name], isReversed = name === "to" && range && days.from && days.from[0] > range[1];
      fields[name].setAttribute("aria-invalid", Boolean(text && (!range || isReversed)));
      if (!text) return;
      add(name, labelled(name, text),
        !range ? everything() : name === "from" ? entriesBetween(range[0], Infinity) : entriesBetween(-Infinity, range[1]),
        !range ? fill(says.mistake, { text }) : isReversed && fill(says.reversed, { from: view.from, to: text }),
        view => { view[name] = ""; });
    });
    return list;
  }

  function isAny(view, key) { return view.any.includes(key) || single.includes(key); }

  // The entries that meet the conditions but for one.
  function meeting(list, view, but) {
    var met = everything(), groups = Object.create(null);
    list.forEach(condition => {
      if (condition !== but && condition.set) (groups[condition.key] = groups[condition.key] || []).push(condition.set);
    });
    for (var key in groups) met = and(met, groups[key].reduce(isAny(view, key) ? or : and));
    return met;
  }

  /* What the page shows of it. */

  var main = form.closest("main"), periods = all(".period", main), results;
  var items = [], lanes = [], marks = Object.create(null);
  var turn = 0;

  function link(className, path, ...parts) {
    var made = make("a", className, ...parts);
    made.href = says.root + path + ".html";
    return made;
  }
  function say(text) {
    var count = form.querySelector(".finder-count");
    if (count.textContent !== text) count.textContent = text;
  }
  function fail() {
    say(says.failed);
    renew().catch(() => {});
  }

  // Of a page that has all entries.
  function collect() {
    if (items.length || directory.cards) return;
    items = all(".period .entries > li", main);
    if (directory.isReversed) items.reverse();
    lanes = periods.map(period => {
      var count = period.querySelector(".period-title .count");
      return { period, count, text: count && count.textContent, entries: all(".entries > li", period) };
    });
    all('.overview a[href^="#"]', main).forEach(link => {
      var slug = link.getAttribute("href").slice(1);
      (marks[slug] = marks[slug] || []).push(link);
    });
  }

  function showInPlace(set) {
    items.forEach((item, entry) => {
      var isOut = !has(set, entry);
      if (item.hidden === isOut) return;
      item.hidden = isOut;
      (marks[item.firstElementChild.id] || []).forEach(link => link.classList.toggle("is-out", isOut));
    });
    lanes.forEach(lane => {
      var shown = lane.entries.filter(item => !item.hidden).length;
      lane.period.hidden = !shown;
      if (lane.count) lane.count.textContent = shown === lane.entries.length ? lane.text : fill(says.period, { shown, all: lane.entries.length });
    });
  }

  function mark(id) {
    var element = svg("svg", { "class": "mark", "aria-hidden": "true", width: 16, height: 16 });
    element.append(svg("use", { href: "#mark_" + id }));
    return element;
  }

  function badge(id, of) {
    return link("badge", "status/" + id, mark(id), ...(of ? [make("span", "badge-of", of), " "] : []), nameOf("status", id));
  }

  // As entry-item.mustache; `content`: the status of what a statement says.
  function resultItem([slug, title, date, summary, status, content, isStatement, importance, group]) {
    var standing = make("span", "standing"), when = make("p", "when");
    var what = make("header", "what", make("h3", "headline", link("", "events/" + encodeURIComponent(slug), title)), standing);
    when.append(date);
    if (status) standing.append(badge(status, isStatement && says.statement));
    if (content) standing.append(" ", badge(content, says.content));
    if (group) standing.append(" ", link("group", "groups/" + encodeURIComponent(group), nameOf("group", group)));
    if (summary) what.append(make("p", "summary", summary));
    var kinds = ["entry", importance === 1 && "is-key", importance === 3 && "is-detail", group && "group_" + group];
    return make("li", "", make("article", kinds.filter(Boolean).join(" "), when, mark(isStatement ? "statement" : status), what));
  }

  function makeResults() {
    if (results) return;
    results = make("section", "finder-results", make("ol", "entries"), make("p", "finder-more", button("finder-button", says.more)));
    results.setAttribute("aria-label", says.results);
    results.lastChild.hidden = true;
    finder.after(results);
  }

  function showResults(set, isFiltered, current) {
    makeResults();
    periods.forEach(period => { period.hidden = isFiltered; });
    results.hidden = !isFiltered;
    if (!isFiltered) return;
    var found = entriesIn(set), list = results.firstChild, more = results.lastChild;
    if (directory.isReversed) found.reverse();
    async function next(start) {
      var shown = found.slice(start, start + 20);
      var cards = await Promise.all(shown.map(entry => loadPart("entries", Math.floor(entry / directory.cards))));
      if (current !== turn) return;
      var made = shown.map((entry, at) => resultItem(cards[at][entry % directory.cards]));
      if (!start) list.replaceChildren();
      list.append(...made);
      more.hidden = start + 20 >= found.length;
      more.firstElementChild.onclick = async () => {
        await next(start + 20);
        var first = list.children[start + 20];
        if (first) first.querySelector("a").focus();
      };
      markWords(made, current);
    }
    return next(0);
  }

  /* Marks on what was found. */

  function clearMarks() {
    all("mark.found", main).forEach(found => {
      var parent = found.parentNode;
      found.replaceWith(found.firstChild);
      parent.normalize();
    });
  }

  function markWords(places, current) {
    var runs = view.q.split(/\s+/).filter(text => IS_ALONE.test(text)), wanted = [];
    read(view.q).forEach(group => ways(group).forEach(terms => wanted.push(...terms)));
    wanted = wanted.filter(term => !IS_ALONE.test(term[0]));
    if (!wanted.length && !runs.length) return;
    var at = 0, left = 600;
    (function some() {
      if (current !== turn) return;
      for (var end = at + 8; at < end && at < places.length && left > 0; at++) {
        var nodes = [], walker = document.createTreeWalker(places[at], 4);
        while (walker.nextNode()) nodes.push(walker.currentNode);
        nodes.forEach(node => { left -= markNode(node, wanted, runs); });
      }
      if (at < places.length && left > 0) setTimeout(some);
    }());
  }

  function markNode(node, wanted, runs) {
    var text = node.data, found = [];
    function isWanted(word) {
      return word && wanted.some(term => term[1] ? word.startsWith(term[0]) : word === term[0]);
    }
    if (wanted.length) read(text).forEach(group => {
      group.forEach((part, first) => {
        var isJoined = first < group.length - 1 && isWanted(joined(group, first));
        if (isJoined || isWanted(part.word) || isWanted(bare(part.word)) || part.sign && isWanted(part.word + part.sign)) {
          var end = isJoined ? group[group.length - 1].end : part.end + part.sign.length;
          found.push([part.at, end]);
        }
      });
    });
    runs.forEach(run => { for (var at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) found.push([at, at + run.length]); });
    var last = 0;
    found = found.sort((a, b) => a[0] - b[0]).filter(range => range[0] >= last && (last = range[1])).reverse();
    found.forEach(([at, end]) => {
      var marked = make("mark", "found"), rest = node.splitText(at);
      rest.splitText(end - at);
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
    var shown = list.filter(condition => condition.key !== "q");
    chips.replaceChildren(...shown.map(condition => {
      var chip = button("finder-chip", condition.label, () => { without(condition); (chips.querySelector("button") || fields.q).focus(); });
      chip.setAttribute("aria-label", fill(says.remove, { filter: condition.label }));
      return make("li", "", chip);
    }));
    number.textContent = shown.length || "";
    number.hidden = !shown.length;
    fields.finder_clear.hidden = !list.length;
  }

  function drawLoosening(list, isEmpty) {
    var place = form.querySelector(".finder-loosen"), ways = !isEmpty ? [] : list.map(condition => {
      return { condition, count: entriesIn(meeting(list, view, condition)).length };
    }).filter(way => way.count && list.length > 1).sort((a, b) => b.count - a.count);
    place.replaceChildren(...ways.slice(0, 6).map(way => make("li", "", button(
      "finder-chip is-offer", fill(says.loosen, { filter: way.condition.label, count: counted(way.count) }), () => { without(way.condition); fields.q.focus(); }))));
    place.hidden = !ways.length;
  }

  function note(list) {
    var place = form.querySelector(".finder-note"), notes = list.map(({ set, note, label }) => {
      return !set ? fill(says.broad, { word: label }) : typeof note === "function" ? note(set) : note;
    }).filter(Boolean);
    place.textContent = notes.join(" ");
    place.hidden = !notes.length;
  }

  function settle() {
    form.removeAttribute("aria-busy");
    page.classList.remove("is-searching");
  }

  async function draw() {
    var current = ++turn;
    if (!query(view) && !directory) return;
    form.setAttribute("aria-busy", "true");
    try {
      await loadDirectory();
      if (facets.some(facet => view.facets[facet].length)) await loadOffered();
      var list = conditions(view), sets = await Promise.all(list.map(condition => condition.entries));
      if (current !== turn) return;
      sets.forEach((set, at) => { list[at].set = set; });
      collect();
      settle();
      page.classList.toggle("is-filtered", list.length > 0);
      var met = meeting(list, view), count = entriesIn(met).length;
      clearMarks();
      say(count ? fill(says.found, { shown: counted(count), all: counted(directory.count) }) : says.nothing);
      drawChips(list);
      drawLoosening(list, !count);
      note(list);
      if (directory.cards) await showResults(met, list.length > 0, current);
      else {
        showInPlace(met);
        setTimeout(() => markWords(items.filter(item => !item.hidden), current));
      }
    } catch (failure) {
      if (current !== turn) return;
      settle();
      fail();
    }
  }

  function fillForm() {
    texts.forEach(name => { if (fields[name].value.trim() !== view[name]) fields[name].value = view[name]; });
    all("select", form).forEach(mode => { mode.value = view.any.includes(mode.dataset.facet) ? mode.dataset.facet : ""; });
    all(".facet-values input", form).forEach(box => { box.checked = view.facets[box.name].includes(box.value); });
  }

  function apply(isNew) {
    fillForm();
    write(isNew);
    draw();
  }

  /* The panel. */

  var opener = fields.finder_open, panel = document.getElementById("finder_panel"), isBuilt;

  function drawValues(field, facet, narrowing) {
    var list = field.querySelector("ul"), wanted = words(narrowing), chosen = view.facets[facet];
    var shown = offered[facet].filter(value => {
      if (chosen.includes(value[0])) return true;
      var names = wanted.length ? words(value[1]) : [];
      return wanted.every(start => names.some(name => name.startsWith(start)));
    }).slice(0, 24);
    list.replaceChildren(...shown.map(value => {
      var box = make("input");
      box.type = "checkbox";
      box.name = facet;
      box.value = value[0];
      box.checked = chosen.includes(value[0]);
      return make("li", "", make("label", "", box, make("span", "facet-name", value[1]), make("span", "count", counted(value[2]))));
    }));
  }

  function buildPanel() {
    if (isBuilt) return;
    isBuilt = true;
    all("fieldset[data-facet]", form).forEach(field => {
      var facet = field.dataset.facet;
      if (offered[facet].length > 12) {
        var narrow = make("input", "facet-narrow");
        narrow.type = "search";
        narrow.placeholder = says.narrow;
        narrow.setAttribute("aria-label", fill(says.value, { facet: says[facet], value: says.narrow }));
        narrow.addEventListener("input", () => drawValues(field, facet, narrow.value));
        field.querySelector("ul").before(narrow);
      }
      drawValues(field, facet, "");
    });
  }

  function open(isOpen) {
    opener.setAttribute("aria-expanded", isOpen);
    panel.hidden = !isOpen;
    if (isOpen) loadDirectory().then(loadOffered).then(() => setTimeout(buildPanel), fail);
  }

  function close() {
    open(false);
    opener.focus();
  }

  opener.addEventListener("click", () => open(panel.hidden));
  fields.finder_close.addEventListener("click", close);
  fields.finder_clear.addEventListener("click", () => { view = take(""); apply(true); fields.q.focus(); });
  form.addEventListener("keydown", event => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.preventDefault();
    close();
  });

  /* What a reader does. Typing makes one step of the history. */

  var timer, isTyping = false;

  function takeFields() {
    clearTimeout(timer);
    texts.forEach(name => { view[name] = fields[name].value.trim(); });
    view.hasWords = false;
    write(!isTyping);
    isTyping = true;
    draw();
  }

  function commit(event) {
    event.preventDefault();
    takeFields();
    isTyping = false;
  }

  form.addEventListener("focusin", () => { loadDirectory().catch(() => {}); });
  form.addEventListener("input", event => {
    if (!/^(q|from|to)$/.test(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(takeFields, event.target.name === "q" ? 120 : 400);
  });
  form.addEventListener("change", event => {
    var changed = event.target;
    if (changed.type === "checkbox") {
      var ids = view.facets[changed.name].filter(id => id !== changed.value);
      view.facets[changed.name] = changed.checked ? ids.concat(changed.value) : ids;
      setTimeout(() => apply(true));
    } else if (changed.tagName === "SELECT") {
      view.any = view.any.filter(facet => facet !== changed.dataset.facet).concat(changed.value || []);
      apply(true);
    } else if (changed.name) commit(event);
  });
  form.addEventListener("submit", commit);

  function restore() {
    var wanted = take(addressed());
    // A link to a hidden entry shows it.
    var target = document.querySelector(".period .entry:target");
    if (target && target.parentNode.hidden) {
      view = take("");
      apply(false);
      setTimeout(() => target.scrollIntoView(), 50);
      return;
    }
    if (query(wanted) === query(view)) return;
    view = wanted;
    isTyping = false;
    fillForm();
    draw();
  }

  function focus() { if (location.hash === "#finder") fields.q.focus({ preventScroll: true }); }

  addEventListener("popstate", restore);
  addEventListener("hashchange", () => { restore(); focus(); });
  addEventListener("load", focus);

  view = take("");
  fillForm();
  if (query(take(addressed()))) {
    page.classList.add("is-searching");
    if (!scrollY) finder.scrollIntoView({ behavior: "instant" });
  }
  restore();
}());
}());
