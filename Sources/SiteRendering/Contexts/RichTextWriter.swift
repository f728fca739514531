import CommonMark
import TimelineModel

/// Fills the holes of rendered Markdown: links to pages of the site, pictures, numbered citations.
struct RichTextWriter: Sendable {
    let site: Site
    /// The file that the text stands in; links are relative to it.
    let path: String
    /// The way from the page up to the site's folder.
    let root: String
    /// The notes of the page; nil where the page has none, and citations lead to the source's own page.
    let notes: Notes?

    func html(_ text: RichText?) -> [UInt8]? {
        guard let text, !text.document.isEmpty else { return nil }
        var html: [UInt8] = []
        html.reserveCapacity(text.document.html.count + 256)
        text.document.write(to: &html) { hole, output in
            switch hole.content {
            case .link(let target, let title): link(target, title, &output)
            case .image(let target, let title, let alt): image(target, title, alt, &output)
            case .citation(let id):
                citation(id, text.location(of: hole.sourceRange).lowerBound, &output)
            }
        }
        return html
    }

    private func link(_ target: String, _ title: String, _ output: inout [UInt8]) {
        output.append(contentsOf: "<a href=\"".utf8)
        output.append(escaping: url(target))
        if !title.isEmpty {
            output.append(contentsOf: "\" title=\"".utf8)
            output.append(escaping: title)
        }
        output.append(contentsOf: "\">".utf8)
    }

    private func image(_ target: String, _ title: String, _ alt: String, _ output: inout [UInt8]) {
        output.append(contentsOf: "<img src=\"".utf8)
        output.append(escaping: url(target))
        if let size = pictureSize(target) {
            output.append(contentsOf: "\" width=\"\(size.width)\" height=\"\(size.height)".utf8)
        }
        output.append(contentsOf: "\" alt=\"".utf8)
        output.append(escaping: alt)
        if !title.isEmpty {
            output.append(contentsOf: "\" title=\"".utf8)
            output.append(escaping: title)
        }
        output.append(contentsOf: "\" loading=\"lazy\">".utf8)
    }

    private func pictureSize(_ target: String) -> PictureSize? {
        guard case .success(.media(let file)) = site.links.resolve(target, from: path) else { return nil }
        return site.timeline.pictureSizes[file]
    }

    private func citation(_ id: String, _ place: Int, _ output: inout [UInt8]) {
        guard let source = site.timeline.sources[id] else { return }
        output.append(contentsOf: "<sup class=\"cite\"><a href=\"".utf8)
        if let mark = notes?.mark(at: place) {
            output.append(contentsOf: "#\(mark.noteAnchor)\" id=\"\(mark.anchor)\" aria-label=\"".utf8)
            output.append(escaping: site.language.fill(.noteMark, ["number": String(mark.number)]))
            output.append(contentsOf: "\">\(mark.number)</a></sup>".utf8)
        } else {
            output.append(escaping: root + PagePath.item(.sources, source.id))
            output.append(contentsOf: "\">".utf8)
            output.append(escaping: SourceView(source: source, site: site).label)
            output.append(contentsOf: "</a></sup>".utf8)
        }
    }

    /// The address of a link's target from this page. The checks have refused what leads nowhere.
    private func url(_ target: String) -> String {
        guard case .success(let target) = site.links.resolve(target, from: path) else { return "" }
        switch target {
        case .entry(let slug, let fragment): return root + PagePath.entry(slug) + anchor(fragment)
        case .page(let slug, let fragment): return root + PagePath.page(slug) + anchor(fragment)
        case .media(let path): return root + percentEncoded(PagePath.media(path))
        case .fragment(let fragment): return anchor(fragment)
        }
    }

    private func anchor(_ fragment: String?) -> String { fragment.map { "#" + $0 } ?? "" }
}
