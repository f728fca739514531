/* A shared worker: it opens one stream of events for all pages of a browser, because a stream for each page would use
   up the six connections that a browser opens to a host. Only visible pages get events; without any the stream is
   closed. */
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
    // The browser reopens an interrupted stream itself, unless something else answered at its address in the meantime.
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
