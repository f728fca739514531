/* What the page does beyond being read. It is complete without this script: nothing here is needed to reach a
   text. Each part stands in a function of its own and does nothing where the page has nothing for it. */

(function () {
  "use strict";

  document.documentElement.classList.add("has-script");
}());
