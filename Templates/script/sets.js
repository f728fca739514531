/* Sets of entries, one bit for each number (Search/SearchNumbers.swift), and the encoding of sets and numbers in the
   data files (Search/Postings.swift). Tests/SiteRenderingTests/Shared/postings.json checks that both agree. */

function none() { return new Uint32Array(Math.ceil(directory.size / 32)); }
function everything() { return addPostings(none(), directory.all); }
function add(set, entry) { set[entry >> 5] |= 1 << (entry & 31); }
function has(set, entry) { return set[entry >> 5] >>> (entry & 31) & 1; }

// A missing set, for something that was not searched for, leaves the other one.
function and(a, b) { return a && b ? a.map((bits, at) => bits & b[at]) : a || b; }
function or(a, b) { return a && b ? a.map((bits, at) => bits | b[at]) : a || b; }

function entriesIn(set, from = 0, to = directory.size) {
  var found = [];
  for (; from < to; from++) {
    if (has(set, from)) found.push(from);
  }
  return found;
}

// Entries are in runs, whose places among all numbers are in the directory, in the order of the timeline.
function entriesOfRun(set, place) { return entriesIn(set, place * directory.width, (place + 1) * directory.width); }
function runPlaces() {
  var found = [];
  numbers(directory.runs, place => { found.push(place); });
  return found;
}

var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Numbers: five bits per digit, lowest first; the sixth bit is set if more digits follow.
function numbers(text, take) {
  var number = 0, unit = 1;
  for (var sign of text) {
    var digit = DIGITS.indexOf(sign);
    number += (digit & 31) * unit;
    unit *= 32;
    if (digit < 32) {
      take(number);
      number = 0;
      unit = 1;
    }
  }
}

// The gaps between entries or, after a dot, six entries per digit.
function addPostings(set, text) {
  if (text[0] === ".") {
    for (var entry = 0; entry < 6 * (text.length - 1); entry++) {
      if (DIGITS.indexOf(text[1 + Math.floor(entry / 6)]) >> entry % 6 & 1) add(set, entry);
    }
  } else {
    var next = 0;
    numbers(text, gap => {
      add(set, next + gap);
      next += gap + 1;
    });
  }
  return set;
}
