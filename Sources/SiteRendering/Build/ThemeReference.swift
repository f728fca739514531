import Templates

/// Returns the reference for theme authors in Markdown, which is the text of `Templates/README.md` in the repository.
func themeReference() -> String {
    let pages = PageKinds.all.map { "`\($0.name).mustache`" }.joined(separator: ", ")
    return """
        # Templates

        This folder is the default theme. A file in a site's own `Templates` replaces the file of the same name; \
        all other files remain those of the theme. `style.css` is the style sheet, `icon.svg` is the icon, and the \
        files in `assets` are copied to the site unchanged. The script consists of parts, each a file in \
        `\(ScriptParts.folder)` that a site can replace; a build joins them to one `script.js`. If a site has a \
        `script.js` of its own, it replaces all parts. The functions and variables of the script are not an \
        interface: code that uses them may have to change with the next version.

        Templates are [Mustache](https://mustache.github.io/mustache.5.html): variables, sections, partials, \
        comments, delimiters and inheritance (`{{<base}}{{$main}}…{{/main}}{{/base}}`), but neither lambdas nor \
        dynamic names. They are compiled before anything is written, and an unknown name is an error with its \
        location. Each kind of page has one template: \(pages). The others are partials, included as \
        `{{> name}}`.

        Write every URL of the site as `{{root}}{{url}}`: `root` is the relative path to the site's folder, so \
        pages work in any folder. `{{x}}` escapes text; `{{{x}}}` is for markup only.

        The script creates every control that needs it, with texts from the page: a link in an element with \
        `data-link` and `data-words`, a button with the words of `data-copy` after an element that has it (one \
        element of the page has the words for success, `data-copied`), the overview's buttons in `overview-tools`, \
        and filters and search in `#finder`. A page without a script therefore has no dead controls.

        In an element `<svg class="symbols is-used">`, a line that begins with `<symbol id="…` is left out of each \
        page that does not refer to the symbol.

        The rest of this page is generated from the code (`DATELINE_RECORD=1 make test` writes it again).


        """ + contextReference(for: PageKinds.all.map { (page: $0.name, shape: $0.shape) })
}
