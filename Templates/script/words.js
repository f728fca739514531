/* The words of a text, split and folded (case, marks, spellings) as the build does it in Search/WordReader.swift and
   Search/Folding.swift. Tests/SiteRenderingTests/Shared/words.json checks that both agree. */

// Each character is a word.
var ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff" +
  "\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}";
// Ignored characters: soft hyphens, joiners and direction marks, letters used as apostrophes.
var SILENT = "\u00ad\u02b9-\u02bf\u061c\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff";
var WORD = new RegExp("(?=[\\p{L}\\p{N}\\p{M}])(?:[" + ALONE + "]|" +
  "(?:(?![" + ALONE + "])[\\p{L}\\p{N}\\p{M}" + SILENT + "])+)", "gu");
var IS_ALONE = new RegExp("^[" + ALONE + "]", "u");
var MARKS = new RegExp("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670" +
  "\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc" + SILENT + "]", "g");
var SPELLED = {
  "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ſ": "s",
  "ς": "σ", "¹": "1", "²": "2", "³": "3", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ँ": "ं",
};

function cutOff(word) { return word.length > 32 ? Array.from(word).slice(0, 32).join("") : word; }

function fold(word) {
  return cutOff(word
    .replace(/[A-Z\u0080-\u1fff\u2070-\u209c\ufb00-\ufb06\uff10-\uff5a]/g, letter =>
      letter.toLowerCase().normalize(letter < "\u2000" ? "NFD" : "NFKD"))
    .replace(MARKS, "")
    .replace(/[^\0-\x7f]/g, letter => SPELLED[letter] || letter)
    .replace(/[٠-٩۰-۹०-९]/g, digit => digit.charCodeAt(0) + (digit > "\u0900" ? 10 : 0) & 15));
}

// Characters that join parts of a word (re-entry, O'Malley, Ph.D.) and digit groups of a number.
function areJoined(before, gap, after) {
  return /^["&'\-./:_·״׳\u200c‐‑–‘’‧′−＇]$/.test(gap) ||
    gap === "," && /\d$/.test(before) && /^\d/.test(after) ||
    /^[ \u00a0\u2009\u202f]$/.test(gap) && /^\d{1,3}$/.test(before) && /^\d{3}$/.test(after);
}

// The words of a text, in groups of joined words, each with its offsets; C++ and F# include their signs.
function read(text) {
  var groups = [], group, end = 0;
  for (var match of text.matchAll(WORD)) {
    var word = fold(match[0]), isAlone = IS_ALONE.test(match[0]);
    if (!word) continue;
    var gap = text.slice(end, match.index);
    if (isAlone || !group || group.length > 7 || !areJoined(group[group.length - 1].word, gap, word)) {
      groups.push(group = []);
    }
    end = match.index + match[0].length;
    var sign = isAlone || /\d$/.test(word) ? "" : /^[+#]{0,2}/.exec(text.slice(end, end + 2))[0];
    group.push({ word, at: match.index, end, sign });
    if (isAlone) group = null;
  }
  return groups;
}

function joined(group, first) { return cutOff(group.slice(first).map(part => part.word).join("")); }

// An Arabic word after the article.
function bare(word) { return (/^(?:[وبكف]?ال|لل)(.{3,})$/.exec(word) || [])[1]; }

// The terms of a text in the index.
function words(text) {
  var terms = [];
  read(text).forEach(group => {
    group.forEach(part => terms.push(part.sign && part.word + part.sign, part.word, bare(part.word)));
    for (var first = 0; first < group.length - 1; first++) terms.push(joined(group, first));
  });
  return terms.filter(Boolean);
}

// The forms of joined words, each a list of terms; a short last part matches only whole words.
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
