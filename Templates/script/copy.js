/* Buttons that copy the text or the address of the element that `data-copy` names. */

(function () {
  async function copy(text) {
    // Pages opened from a folder have no clipboard; the script copies a selection instead.
    if (navigator.clipboard) {
      try { return await navigator.clipboard.writeText(text); } catch (refused) { }
    }
    var area = make("textarea", "off-screen");
    area.value = text;
    area.readOnly = true;
    document.body.append(area);
    area.select();
    var isDone = document.execCommand("copy");
    area.remove();
    if (!isDone) throw new Error(text);
  }

  all("[data-copy]").forEach(place => {
    var says = place.dataset, timer;
    var copier = button("button", says.words, () => {
      var source = document.getElementById(says.copy);
      // The button keeps its width, so that nothing moves.
      copier.style.minInlineSize = copier.offsetWidth + "px";
      copy(source.href || source.textContent.trim()).then(() => {
        copier.textContent = says.done;
        // The reader has just used the button, so it is in view.
        copier.focus({ preventScroll: true });
        clearTimeout(timer);
        timer = setTimeout(() => { copier.textContent = says.words; }, 3000);
      }, () => getSelection().selectAllChildren(source));
    });
    copier.setAttribute("aria-live", "polite");
    place.append(copier);
  });
}());
