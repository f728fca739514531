/* One stream of events for all pages of a browser, where each of its own would take one of the six connections that
   a browser makes to a host. Pages are told while they are seen; when none is, nothing is asked for. */
"use strict";

var pages = new Set();
var source = null;
var last = null;

function tell(text) {
  last = text;
  pages.forEach(function (page) { page.postMessage(text); });
}

function open() {
  var own = source = new EventSource("events");
  own.addEventListener("state", function (event) { tell(event.data); });
  own.addEventListener("error", function () {
    // A stream that breaks off begins anew by itself, unless something else was at its address for a while.
    if (own.readyState !== EventSource.CLOSED || own !== source) { return; }
    source = null;
    setTimeout(update, 2000);
  });
}

function update() {
  if (pages.size && !source) { open(); }
  if (!pages.size && source) {
    source.close();
    source = last = null;
  }
}

self.onconnect = function (event) {
  var page = event.ports[0];
  page.onmessage = function (event) {
    if (event.data === "follow") {
      pages.add(page);
      if (last) { page.postMessage(last); }
    } else {
      pages.delete(page);
    }
    update();
  };
  page.postMessage("");
};
