/* The data of filters and search, each file loaded once, when it is first needed. The files are classic scripts, so
   that a site works from a folder too; each calls dateline_search(name, value), the one global name of this script.
   Tests/SiteRenderingTests/Shared/data-files.json checks that this part and Search/SearchFiles.swift agree on the
   paths. */

var finder = document.getElementById("finder"), says = finder && finder.dataset;
var directory, offered;
var values = Object.create(null), loads = Object.create(null);

window.dateline_search = (name, value) => { values[name] = value; };

// If a host has kept another file under the name, the file is requested again.
function load(name) {
  return loads[name] = loads[name] || ask(name, "").catch(() => ask(name, "?anew")).catch(error => {
    delete loads[name];
    throw error;
  });
}

function ask(name, anew) {
  return new Promise((done, failed) => {
    var script = make("script");
    script.src = says.root + (name.includes("/") ? "" : "search/") + name + ".js" + anew;
    script.onload = () => { name in values ? done(values[name]) : script.onerror(); };
    script.onerror = () => failed(new Error(name));
    document.head.append(script);
  });
}

async function loadDirectory() { directory = await load(says.search.slice(7, -3)); }
function loadPart(kind, number) {
  return load(kind + "-" + directory.files[kind].slice(12 * number, 12 * number + 12));
}
async function loadOffered() { offered = await loadPart("facets", 0); }

// A page whose data are missing may be old, and is replaced by the new one.
async function renew() {
  if (location.protocol === "file:" || history.state === "anew") return;
  var answer = await fetch(location.href.split("#")[0], { cache: "reload" }), text = await answer.text();
  if (!answer.ok || !text.includes("search/directory-") || text.includes(says.search)) return;
  history.replaceState("anew", "");
  location.reload();
}
