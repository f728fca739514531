/* Runs the cases of words.json by the theme's own script: node words.js SCRIPT CASES. Prints what differs. */

"use strict";
const fs = require("fs");
const vm = require("vm");

const [script, cases] = process.argv.slice(2).map((path) => fs.readFileSync(path, "utf8"));
// The part of the script that reads words, on a page without a form.
const start = script.indexOf("/* Filters and search");
const window = {};
vm.runInNewContext(script.slice(start, script.indexOf("\n}());", start) + 6), {
  window, document: { querySelector: () => null },
});
for (const [text, expected] of JSON.parse(cases)) {
  const found = JSON.stringify(window.dateline_search.words(text));
  if (found !== JSON.stringify(expected)) console.log(JSON.stringify(text) + ": " + found);
}
