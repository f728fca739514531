/* The ticks of the overview: when it is zoomed, the script draws new ticks for the visible stretch of time. */

// Returns a function that requests the ticks; they are drawn once, before the next frame of the page.
function readTicks() {
  var isAsked = false;
  var knots = drawing.dataset.knots.split(" ").map(knot => {
    var [day, x, isFold] = knot.split(",");
    return { day: +day, x: x / 100, isFold };
  });
  var months = drawing.dataset.months.split(" "), patterns = drawing.dataset.years.split("|");
  var top = drawing.dataset.top || 0, live = svg("g", { "class": "axis is-live", "aria-hidden": "true" });
  drawing.querySelector(".axis").after(live);

  function yearOf(day) { return Math.floor(day / 365.2425 + 1970); }

  function yearWords(year) {
    var number = year > 0 ? year : 1 - year;
    return year > 999 && year < 1e4 ? String(year)
      : patterns[year > 0 ? 1 : 0].replace("#", number < 1e4 ? number : counted(number));
  }

  // The ticks from a day on, and one before it: day, text, and text of the line below. `room` is the width for a year.
  function* ticks(from, pixels, room) {
    // The calendar of browsers ends some 270,000 years away.
    var isNear = Math.abs(from) < 7e7, date = new Date(from * 864e5);
    var year = isNear ? date.getUTCFullYear() : yearOf(from), month = date.getUTCMonth(), count, day;
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
      for (month -= month % count;; month += count) {
        yield [dayNumber(year, month + 1, 1), months[month % 12], yearWords(year + Math.floor(month / 12))];
      }
    }
    // 1, 2, 5, 10 … years, large enough to change a number of this size.
    for (count = 1; count < Math.abs(year) / 1e15 || count < 1e16 && count * 365.2425 * pixels < room;) {
      count *= String(count)[0] === "2" ? 2.5 : 2;
    }
    // Round years are counted from 1 before the common era, since there is no year 0.
    for (year = Math.floor((year > 0 ? year : year - 1) / count) * count;; year += count) {
      var named = year < 0 ? year + 1 : year || 1;
      yield [dayNumber(named, 1, 1), yearWords(named), ""];
    }
  }

  function drawTicks() {
    isAsked = false;
    live.replaceChildren();
    if (zoom === 1) return;
    var wide = width(), left = box.scrollLeft, right = left + box.clientWidth;
    var ends = { unit: -1e9, year: -1e9 };
    function share(x) { return x / wide * 100 + "%"; }
    function put(x, name, words) {
      if (x < ends[name] || words === "") return;
      var y = foot + (name === "unit" ? 15 : 31);
      var text = svg("text", { x: share(x), y, "class": name, transform: "translate(3)" });
      text.textContent = words;
      live.append(text);
      ends[name] = x + 10 + 6.5 * String(words).length;
    }
    knots.forEach((knot, number) => {
      var next = knots[number + 1];
      if (!next || knot.isFold || next.x * wide < left || knot.x * wide > right) return;
      var pixels = (next.x - knot.x) * wide / (next.day - knot.day), told, most = 1000;
      function x(day) { return knot.x * wide + (day - knot.day) * pixels; }
      var from = Math.max(knot.day, knot.day + (left - knot.x * wide) / pixels);
      var to = Math.min(next.day, from + box.clientWidth / pixels);
      var room = 12 + 6.5 * Math.max(yearWords(yearOf(from)).length, yearWords(yearOf(to)).length);
      for (var [day, words, context] of ticks(from, pixels, room)) {
        if (!(day <= to && day < next.day && most--)) break;
        var at = x(Math.max(day, from)), isNew = context !== told;
        if (day >= from) {
          var name = isNew ? "tick strong" : "tick";
          live.append(svg("line", { "class": name, x1: share(at), x2: share(at), y1: top, y2: foot + 5 }));
          put(at, "unit", words);
        }
        if (isNew) put(at, "year", told = context);
      }
    });
  }

  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(drawTicks);
  };
}
