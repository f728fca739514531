/* Follows the preview: reloads the page after a new build, replaces style sheets without reloading, and shows errors
   until they are corrected. Published pages do not have this script. */
(function () {
  "use strict";

  var script = document.currentScript;
  var generation = script.dataset.generation;
  var newest = script.dataset.state;
  var placeKey = "dateline-place";

  /* The reader's position: the last element with an id that begins above the middle of the window, and its distance
     from the top, so that content added before it does not move the page. */

  function nearestAnchor() {
    var best = null;
    var marked = document.querySelectorAll("main [id]");
    for (var i = 0; i < marked.length; i++) {
      var top = marked[i].getBoundingClientRect().top;
      if (top > window.innerHeight / 2) { break; }
      if (marked[i].getClientRects().length) { best = { id: marked[i].id, top: top }; }
    }
    return best;
  }

  function savePlace() {
    var anchor = nearestAnchor();
    var focused = document.activeElement && document.activeElement.id;
    var place = {
      page: location.pathname, anchor: anchor, x: window.scrollX, y: window.scrollY, focus: focused || ""
    };
    try { sessionStorage.setItem(placeKey, JSON.stringify(place)); } catch (ignored) { /* no storage */ }
    if ("scrollRestoration" in history) { history.scrollRestoration = "manual"; }
  }

  function takePlace() {
    try {
      var place = JSON.parse(sessionStorage.getItem(placeKey));
      sessionStorage.removeItem(placeKey);
      return place && place.page === location.pathname ? place : null;
    } catch (ignored) { return null; }
  }

  function goTo(place) {
    var target = place.anchor && place.y > 0 && document.getElementById(place.anchor.id);
    var y = target ? window.scrollY + target.getBoundingClientRect().top - place.anchor.top : place.y;
    window.scrollTo({ left: place.x, top: y, behavior: "instant" });
  }

  function restorePlace() {
    var place = takePlace();
    if (!place) { return; }
    goTo(place);
    var focused = place.focus && document.getElementById(place.focus);
    if (focused) { focused.focus({ preventScroll: true }); }
    window.addEventListener("load", function () { goTo(place); });
  }

  var isLoading = false;

  function load() {
    isLoading = true;
    leave();
    savePlace();
    location.reload();
  }

  /* Styles: the old style sheet is removed when the new one has loaded. */

  function swapStyles() {
    document.querySelectorAll('link[rel="stylesheet"]').forEach(function (old) {
      var address = new URL(old.href);
      if (address.origin !== location.origin) { return; }
      address.searchParams.set("preview", generation);
      var sheet = old.cloneNode();
      sheet.href = address.href;
      sheet.addEventListener("load", function () { old.remove(); });
      sheet.addEventListener("error", function () { sheet.remove(); });
      old.after(sheet);
    });
  }

  /* The panel of errors. It is in a shadow tree, so that its styles and the site's do not affect each other. */

  var host = null;
  var isHidden = false;

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  function line(item) {
    var end = item.text.indexOf(": ");
    var first = item.text.indexOf("\n");
    if (first < 0) { first = item.text.length; }
    var pre = element("pre", "item");
    var head = element("strong", "head");
    if (item.url && end > 0) {
      var link = element("a", "place", item.text.slice(0, end));
      link.href = item.url;
      head.append(link, item.text.slice(end, first));
    } else {
      head.append(item.text.slice(0, first));
    }
    pre.append(head);
    // Only explanations may be wrapped; lines of a file and the marks below them may not.
    item.text.slice(first + 1).trimEnd().split("\n").forEach(function (text) {
      pre.append(element("span", /^ *= /.test(text) ? "line why" : "line", text));
    });
    return pre;
  }

  function showTrouble(trouble) {
    if (host) { host.remove(); }
    host = null;
    if (!trouble) {
      isHidden = false;
      return;
    }
    host = element("div", "");
    host.id = "dateline-trouble";
    var root = host.attachShadow({ mode: "open" });
    var sheet = element("link", "");
    sheet.rel = "stylesheet";
    sheet.href = script.dataset.style;
    var panel = element("section", "panel");
    panel.setAttribute("aria-label", trouble.title);
    var bar = element("div", "bar");
    var title = element("p", "title", trouble.title);
    title.setAttribute("role", "alert");
    var hide = element("button", "button", trouble.hide);
    bar.append(title, hide);
    var items = element("div", "items");
    items.tabIndex = 0;
    items.setAttribute("role", "group");
    items.setAttribute("aria-label", trouble.title);
    trouble.items.forEach(function (item) { items.append(line(item)); });
    panel.append(bar, items);
    var show = element("button", "button show", trouble.show);
    function set(hidden) {
      isHidden = hidden;
      panel.hidden = hidden;
      show.hidden = !hidden;
    }
    hide.addEventListener("click", function () { set(true); show.focus(); });
    show.addEventListener("click", function () { set(false); hide.focus(); });
    panel.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { set(true); show.focus(); }
    });
    set(isHidden);
    root.append(sheet, panel, show);
    document.body.append(host);
  }

  /* Whether a state is older than this page: the shared worker may send a state from before the page was made. */
  function isOlder(state) {
    var its = state.split("-");
    var mine = newest.split("-");
    return its[0] === mine[0] && Number(its[1]) < Number(mine[1]);
  }

  function follow(state) {
    if (isLoading || isOlder(state.state)) { return; }
    newest = state.state;
    if (state.generation !== generation) {
      if (state.change !== "style" || state.previous !== generation) { return load(); }
      generation = state.generation;
      swapStyles();
    }
    // A page that is itself the list of errors is reloaded when the errors change.
    if (script.dataset.trouble !== undefined) {
      if (state.troubleName !== script.dataset.trouble) { load(); }
      return;
    }
    showTrouble(state.trouble);
  }

  /* Events come from a worker that all pages of a browser share, or from the page's own stream if there is no worker
     or it does not start. Both are used only while the page is visible: it gets the newest state when it is visible
     again. */

  var port = null;
  var source = null;
  var patience = 0;

  function listen() {
    if (document.visibilityState === "hidden") { return leave(); }
    if (isLoading) { return; }
    if (port) {
      port.postMessage("follow");
    } else if (!source) {
      source = new EventSource(script.dataset.events);
      source.addEventListener("state", function (event) { follow(JSON.parse(event.data)); });
    }
  }

  function leave() {
    if (port) { port.postMessage("leave"); }
    if (source) { source.close(); }
    source = null;
  }

  function withoutWorker() {
    clearTimeout(patience);
    leave();
    port = null;
    listen();
  }

  function share() {
    // The name has the run of the server, because a worker of an earlier run gets no events from this one.
    var worker = new SharedWorker(script.dataset.worker, { name: generation.split("-")[0] });
    port = worker.port;
    worker.onerror = withoutWorker;
    patience = setTimeout(withoutWorker, 5000);
    port.onmessage = function (event) {
      clearTimeout(patience);
      if (event.data) { follow(JSON.parse(event.data)); }
    };
  }

  restorePlace();
  try { share(); } catch (ignored) { /* no such worker */ }
  listen();
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", function () {
    leave();
    // Only now: a browser may restore the position itself some time after the page has loaded.
    if (!isLoading && "scrollRestoration" in history) { history.scrollRestoration = "auto"; }
  });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { load(); } });
}());
