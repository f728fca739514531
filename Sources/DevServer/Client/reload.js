/* Follows the preview: loads the page anew when the site was built anew, takes new style sheets without
   loading it, and shows what is wrong until it is mended. It is on no published page. */
(function () {
  "use strict";

  var script = document.currentScript;
  var generation = script.dataset.generation;
  var newest = script.dataset.state;
  var placeKey = "dateline-place";

  /* The reader's place: the nearest thing with an id above the middle of the window, and how far away it is,
     so that what was added before it moves nothing. */

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

  /* Styles: the old sheet goes when the new one is there. */

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

  /* What is wrong. In a shadow tree, so that the site's styles and this one's never meet. */

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
    // What explains may run on in further lines; lines of a file and the marks below them may not.
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

  /* Another page may have been told before this one was made. */
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
    // A page that is itself the list of what is wrong is loaded anew when that changes.
    if (script.dataset.trouble !== undefined) {
      if (state.troubleName !== script.dataset.trouble) { load(); }
      return;
    }
    showTrouble(state.trouble);
  }

  /* What is told comes through a worker that all pages of a browser share; where there is none, or it does not come
     up, by a stream of the page's own. Either only while the page is seen: it is told the rest when it is again. */

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
    // Workers of a server that has ended tell nothing of this one.
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
    // Not before: a browser that keeps the place by itself may do so some time after a page was loaded.
    if (!isLoading && "scrollRestoration" in history) { history.scrollRestoration = "auto"; }
  });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { load(); } });
}());
