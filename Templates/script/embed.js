/* A page in a frame on another site: it tells the host how high it is, and brings into view what a link within it
   leads to. It neither stores nor reads anything. */

(function () {
  if (!isEmbed || parent === window) return;

  // The first call is that of the observer itself, once the page is laid out.
  new ResizeObserver(() => {
    parent.postMessage({ type: "dateline:height", height: Math.ceil(page.getBoundingClientRect().height) }, "*");
  }).observe(page);

  // A browser scrolls the frame alone, which has nothing to scroll if it is as high as its page.
  document.addEventListener("click", event => {
    var link = event.target.closest('a[href^="#"]');
    var target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (target) setTimeout(() => target.scrollIntoView());
  });
}());
