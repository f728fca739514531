import CommonMark
import Diagnostics
import TimelineModel

/// Fills the placeholders of rendered Markdown: links to pages of the site, pictures, numbered citations.
struct RichTextWriter: Sendable {
    let site: Site
    /// The file that the text stands in; links are relative to it.
    let path: String
    /// The way from the page up to the site's folder.
    let root: String
    /// The notes of the page; nil where the page has none, and citations lead to the source's own page.
    let notes: Notes?
    /// True where the text stands on the page a second time, so that its marks have no anchors.
    var isRepeated = false
    /// The page, from the site's folder, on which the headings and claims of the text's file stand, where that is not
    /// the page that is written.
    var anchorPage: String?

    func html(_ text: RichText?) -> [UInt8]? {
        guard let text, !text.document.isEmpty else { return nil }
        if text.document.placeholders.isEmpty { return text.document.html }
        var html: [UInt8] = []
        html.reserveCapacity(text.document.html.count + 256)
        text.document.write(to: &html) { placeholder, output in
            switch placeholder.content {
            case .link(let target, let title): link(target, title, &output)
            case .image(let target, let title, let alt): image(target, title, alt, &output)
            case .citation(let id):
                citation(id, text.location(of: placeholder.sourceRange).lowerBound, &output)
            }
        }
        return html
    }

    /// A text that stands alone: where it is one paragraph, which ``html(_:)`` leaves bare, in `<p>`, since extractors
    /// of text drop words that stand in no paragraph.
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

    private func pictureSize(_ target: String) -> PictureSize? {
        guard case .success(.media(let file)) = site.links.resolve(target, from: path) else { return nil }
        return site.timeline.pictureSizes[file]
    }

    private func citation(_ id: String, _ place: Int, _ output: inout [UInt8]) {
        guard let slot = site.timeline.sources.slot(of: id) else { return }
        output.append(literal: "<sup class=\"cite\"><a href=\"")
        if let mark = notes?.mark(at: place) {
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

    /// The address of a link's target from this page. The checks have refused what leads nowhere.
    private func url(_ target: String) -> String {
        guard case .success(let target) = site.links.resolve(target, from: path) else { return "" }
        switch target {
        case .entry(let slug, let fragment): return root + PagePath.entry(slug) + anchor(fragment)
        case .page(let slug, let fragment): return root + PagePath.page(slug) + anchor(fragment)
        case .media(let path): return root + percentEncoded(PagePath.media(path))
        case .fragment(let fragment): return (anchorPage.map { root + $0 } ?? "") + anchor(fragment)
        }
    }

    private func anchor(_ fragment: String?) -> String { fragment.map { "#" + $0 } ?? "" }
}
