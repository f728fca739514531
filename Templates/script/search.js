/* The entries with a term, and those in a stretch of time, from the data files. */

// The directory contains the first term of each shard.
function shardOf(term) { return Math.max(0, directory.terms.filter(first => first <= term).length - 1); }

// The entries of a term or, for a word, of all terms that begin with it; null if there are too many.
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

async function meet(sets, way) { return (await Promise.all(sets)).reduce(way); }

// The entries that contain all groups of words, each in one of its forms.
function entriesOfWords(groups) {
  return meet(groups.map(group => meet(ways(group).map(terms => {
    return meet(terms.map(term => entriesOf(term[0], term[1])), and);
  }), or)), and);
}

// The directory contains the first and last days of each block of runs; the block's file has the days of each entry, in
// the order of their numbers in each run; after a space, when the entries became known (kind known).
async function entriesBetween(from, to, kind = "days") {
  var set = none(), all = everything(), places = runPlaces();
  await Promise.all(directory[kind].map(async ([count, ...range], block) => {
    var entries = places.splice(0, count).flatMap(place => entriesOfRun(all, place));
    if (range[3] < from || range[0] > to) return;
    if (range[2] >= from && range[1] <= to) {
      entries.forEach(entry => add(set, entry));
      return;
    }
    readDays((await loadPart("days", block)).split(" ")[kind === "days" ? 0 : 1], (first, last) => {
      var entry = entries.shift();
      if (first <= to && last >= from) add(set, entry);
    });
  }));
  return set;
}

function signed(number) { return number % 2 ? -(number + 1) / 2 : number / 2; }

// The first and last day of each entry: the distance from the first day of the previous entry, and the length in days.
function readDays(text, take) {
  var first = 0, isStep = true;
  numbers(text, number => {
    if (isStep) {
      first += signed(number);
    } else {
      take(first, first + number);
    }
    isStep = !isStep;
  });
}
