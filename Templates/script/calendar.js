/* Days as numbers, counted from 1 January 1970 in the Gregorian calendar, which is extended to dates before 1582.
   Tests/SiteRenderingTests/Shared/days.json checks that this part and the build agree. */

// Months may be greater than 12.
function dayNumber(year, month, day) {
  year += Math.floor((month - 3) / 12);
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) +
    Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 719469;
}

// The first and the last day of YYYY, YYYY-MM or YYYY-MM-DD; null for anything else.
function daysOf(text) {
  var parts = /^([-−]?\d{1,12})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
  if (!parts) return null;
  var year = +parts[1].replace("−", "-"), month = +(parts[2] || 1), day = +(parts[3] || 1);
  var first = dayNumber(year, month, day);
  var next = parts[2] ? dayNumber(year, month + 1, 1) : dayNumber(year + 1, 1, 1);
  return month < 1 || month > 12 || day < 1 || first >= next ? null : [first, parts[3] ? first : next - 1];
}

// The number of a whole day; null for anything else.
function wholeDay(text) {
  var range = daysOf(text || "");
  return range && range[0] === range[1] ? range[0] : null;
}
