/// Returns the reference for theme authors in Markdown, which is the text of `Templates/README.md` in the repository.
func themeReference() -> String {
    let pages = PageKinds.all.map { "`\($0.name).mustache`" }.joined(separator: ", ")
    return """
        # Templates

        This folder is the default theme. In a site's own `Templates` each file takes the place of the one of \
        the same name; the others stay the theme's. `style.css` is the style sheet, \
        `icon.svg` the icon, and what is below `assets` is copied to the site as it is. The script is written in \
        parts, each a file of `\(ScriptParts.folder)` that a site can replace by its own; they are joined to one \
        `script.js`. A site that has a `script.js` has that instead, and none of the parts. Their functions and \
        variables are no interface: what is built upon them may need a change with the next version.

        Templates are [Mustache](https://mustache.github.io/mustache.5.html): variables, sections, partials, \
        comments, delimiters and inheritance (`{{<base}}{{$main}}…{{/main}}{{/base}}`); no lambdas and no \
        dynamic names. They are compiled before anything is written, and a name that does not exist is an \
        error with its place. One template makes each kind of page: \(pages). The others are partials, \
        included as `{{> name}}`.

        Every address of the site is written `{{root}}{{url}}`: `root` is the way up to the site's folder, so \
        that pages work from any folder. Text is escaped by `{{x}}`; `{{{x}}}` is for markup alone.

        What only the script can answer is made by it, of words that the page has for it: a link in an element with \
        `data-link` and `data-words`, a button that copies in one with `data-copy` (an id), `data-words` and \
        `data-done`, the overview's buttons in `overview-tools`, filters and search in `#finder`. So nothing dead \
        stands in a page without a script.

        The rest of this page is made of the code (`DATELINE_RECORD=1 make test` writes it anew).


        """ + contextReference(for: PageKinds.all.map { (page: $0.name, shape: $0.shape) })
}
