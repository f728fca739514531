/* Short names for common operations of the other parts: finding and creating elements, and writing numbers in the
   language of the page. */

var page = document.documentElement;
// Whether the page is one for frames on other sites.
var isEmbed = page.classList.contains("embed");

function all(selector, from) { return Array.from((from || document).querySelectorAll(selector)); }

function svg(name, values) {
  var element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (var key in values) element.setAttribute(key, values[key]);
  return element;
}

// An element that begins with a text takes its direction from that text.
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
