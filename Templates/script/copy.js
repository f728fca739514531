/* Buttons that copy the text or the address of the element before them, whose `data-copy` is their name. */

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

  all("[data-copy]").forEach(source => {
    var words = source.dataset.copy, timer;
    var copier = button("button", words, () => {
      // The button keeps its width, so that nothing moves.
      copier.style.minInlineSize = copier.offsetWidth + "px";
      copy(source.href || source.textContent.trim()).then(() => {
        copier.textContent = document.querySelector("[data-copied]").dataset.copied;
        // The reader has just used the button, so it is in view.
        copier.focus({ preventScroll: true });
        clearTimeout(timer);
        timer = setTimeout(() => { copier.textContent = words; }, 3000);
      }, () => getSelection().selectAllChildren(source));
    });
    copier.setAttribute("aria-live", "polite");
    source.after(make("p", "copy", copier));
  });
}());
