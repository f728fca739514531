/* What the page does beyond being read. It is complete without this script: nothing here is needed to reach a
   text. Each part stands in a function of its own and does nothing where the page has nothing for it. */

(function () {
  "use strict";

  document.documentElement.classList.add("has-script");
}());

/* Buttons that copy a text or a link. */

(function () {
  "use strict";

  // Files opened from a disk have no clipboard of their own: there, what is marked is copied.
  function copySelected(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.className = "off-screen";
    document.body.appendChild(area);
    area.select();
    var isDone = document.execCommand("copy");
    area.remove();
    return isDone ? Promise.resolve() : Promise.reject(new Error("not copied"));
  }

  function copy(text) {
    if (!navigator.clipboard) { return copySelected(text); }
    return navigator.clipboard.writeText(text).catch(function () { return copySelected(text); });
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-copy]"), function (button) {
    var label = button.textContent;
    var timer;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      var source = document.getElementById(button.dataset.copy);
      copy(source.href || source.textContent.trim()).then(function () {
        button.textContent = button.dataset.done;
        button.focus();
        clearTimeout(timer);
        timer = setTimeout(function () { button.textContent = label; }, 3000);
      }, function () {
        getSelection().selectAllChildren(source);
      });
    });
  });
}());
