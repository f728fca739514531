import CommonMark
import Diagnostics
import Templates
import TimelineModel
import UTF8Text

/// Renders Markdown documents for one page: replaces their placeholders by links to the site's pages, pictures and
/// numbered citations.
struct RichTextWriter: Sendable {
    let site: Site
    /// The path of the file that contains the text; its links are relative to it.
    let path: String
    /// The relative path from the page to the site's root.
    let root: String
    /// The notes of the page; nil for a page without notes, on which citations link to the source's own page.
    let notes: Notes?
    /// Whether the page shows the text a second time, so that its marks have no anchors.
    var isRepeated = false
    /// The path of the page with the headings and claims of the text's file, if that is not the page being rendered.
    var anchorPage: String?

    /// Returns a text as HTML, in which a single paragraph has no `<p>`; nil if it is empty.
    func html(_ text: RichText?) -> [UInt8]? {
        guard let text, !text.isEmpty else { return nil }
        if text.placeholders.isEmpty { return text.html }
        var html: [UInt8] = []
        html.reserveCapacity(text.htmlCount + 256)
        text.write(to: &html) { placeholder, output in
            switch placeholder.content {
            case .link(let target, let title): link(target, title, &output)
            case .image(let target, let title, let alt): image(target, title, alt, &output)
            case .citation(let id):
                citation(id, text.location(of: placeholder.sourceRange).lowerBound, &output)
            }
        }
        return html
    }

    /// Returns a text as HTML, in which a single paragraph has a `<p>`, since programs that extract text drop words
    /// outside of paragraphs; nil if it is empty.
    func paragraphs(_ text: RichText?) -> [UInt8]? {
        guard let html = html(text) else { return nil }
        // Blocks end with a line break.
        return html.last == UInt8(ascii: "\n") ? html : Array("<p>".utf8) + html + Array("</p>".utf8)
    }

    private func link(_ target: String, _ title: String, _ output: inout [UInt8]) {
        output.append(literal: "<a href=\"")
        output.append(escaping: url(target))
        if !title.isEmpty {
            output.append(literal: "\" title=\"")
            output.append(escaping: title)
        }
        output.append(literal: "\">")
    }

    private func image(_ target: String, _ title: String, _ alt: String, _ output: inout [UInt8]) {
        output.append(literal: "<img src=\"")
        output.append(escaping: url(target))
        if let size = pictureSize(target) {
            output.append(text: "\" width=\"\(size.width)\" height=\"\(size.height)")
        }
        output.append(literal: "\" alt=\"")
        output.append(escaping: alt)
        if !title.isEmpty {
            output.append(literal: "\" title=\"")
            output.append(escaping: title)
        }
        output.append(literal: "\" loading=\"lazy\">")
    }

    /// Returns the size of a picture; nil if it is unknown.
    private func pictureSize(_ target: String) -> PictureSize? {
        guard case .success(.media(let file)) = site.timeline.links.resolve(target, from: path) else {
            return nil
        }
        return site.timeline.pictureSizes[file]
    }

    /// Appends a citation: a link to its note, shown as the note's number, or a link to the source's page if the page
    /// has no such note. Nothing is appended for a source that is not registered.
    ///
    /// - Parameters:
    ///   - id: the source's id.
    ///   - offset: the byte offset of the citation in the file.
    private func citation(_ id: String, _ offset: Int, _ output: inout [UInt8]) {
        guard let slot = site.timeline.sources.slot(of: id) else { return }
        output.append(literal: "<sup class=\"cite\"><a href=\"")
        if let mark = notes?.mark(at: offset) {
            output.append(text: "#\(mark.noteAnchor)\"")
            if !isRepeated { output.append(text: " id=\"\(mark.anchor)\"") }
            output.append(literal: " aria-label=\"")
            output.append(escaping: site.language.fill(.noteMark, ["number": String(mark.number)]))
            output.append(text: "\">\(mark.number)</a></sup>")
        } else {
            output.append(escaping: root + PagePath.item(.sources, id))
            output.append(literal: "\">")
            output.append(escaping: site.source(at: slot).subject.label)
            output.append(literal: "</a></sup>")
        }
    }

    /// Returns the URL of a link's target from this page. The checks have already rejected targets that do not exist.
    private func url(_ target: String) -> String {
        guard case .success(let target) = site.timeline.links.resolve(target, from: path) else { return "" }
        switch target {
        case .entry(let slug, let fragment): return root + PagePath.entry(slug) + anchor(fragment)
        case .page(let slug, let fragment): return root + PagePath.page(slug) + anchor(fragment)
        case .media(let path): return root + percentEncoded(PagePath.media(path))
        case .fragment(let fragment): return (anchorPage.map { root + $0 } ?? "") + anchor(fragment)
        }
    }

    private func anchor(_ fragment: String?) -> String { fragment.map { "#" + $0 } ?? "" }
}
