/* A page in a frame on another site: it tells the host how high it is, and brings into view what a link within it
   leads to. It neither stores nor reads anything. */

(function () {
  if (!isEmbed || parent === window) return;

  function tell() {
    parent.postMessage({ type: "dateline:height", height: Math.ceil(page.getBoundingClientRect().height) }, "*");
  }

  new ResizeObserver(tell).observe(page);
  addEventListener("load", tell);

  // A browser scrolls the frame alone, which has nothing to scroll if it is as high as its page.
  document.addEventListener("click", event => {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    var target = link && document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (target) setTimeout(() => target.scrollIntoView({ behavior: "instant" }));
  });
}());
