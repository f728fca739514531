import CommonMark
import Diagnostics
import UTF8Text

/// Checks links, images and raw HTML in every Markdown text of an entry. Its citations are checked with its sources.
func checkEntryText(_ entry: Entry, _ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    entry.forEachText { checkText($0, all, &found) }
}

/// Checks the links, images, raw HTML and citations of pages.
func checkPages(_ all: CheckedContent) -> [Diagnostic] {
    all.pages.flatMap { page in
        var found = EntryFindings(path: page.path)
        checkTextAndCitations(page.body, all, &found)
        return found.diagnostics
    }
}

/// Checks a text that belongs to no entry, including its citations.
func checkTextAndCitations(_ text: RichText, _ all: CheckedContent, _ found: inout EntryFindings) {
    checkText(text, all, &found)
    for citation in text.citations { checkCitation(citation, all, &found) }
}

private func checkText(_ text: RichText, _ all: CheckedContent, _ found: inout EntryFindings) {
    for placeholder in text.placeholders {
        let range = text.location(of: placeholder.sourceRange)
        switch placeholder.content {
        case .link(let target, _): checkLink(target, range, all, &found)
        case .image(let target, _, let alt):
            // An unsafe link has been emptied, and is reported below.
            let isEmptied = text.unsafeLinks.contains { $0.sourceRange == placeholder.sourceRange }
            if target.isEmpty, !isEmptied { reportEmpty(.missingMedia, "image", range, &found) }
            checkImage(target, alt, range, all, &found)
        case .citation: break
        }
    }
    for range in text.droppedHTML {
        found.report(
            .rawHTML, "HTML in Markdown was left out", text.location(of: range),
            fixIts: [Diagnostic.FixIt("write it in Markdown, or set raw_html: true in timeline.yml")])
    }
    for link in text.unsafeLinks {
        found.report(
            .unsafeLink, "'\(link.target)' is emptied", text.location(of: link.sourceRange))
    }
    for link in text.unusualLinks {
        checkServer(link.target, text.location(of: link.sourceRange), &found)
    }
    for shown in text.shownSource {
        reportShown(shown, text.location(of: shown.sourceRange), all, &found)
    }
    if let range = text.tooNested {
        found.report(
            .markdownTooNested, "too much within each other to be read", text.location(of: range))
    }
    for range in text.footnoteDefinitions {
        found.report(
            .footnoteDefinition, "note defined in the text", text.location(of: range),
            fixIts: [Diagnostic.FixIt("register the source in sources.yml and cite it by [^id]")])
    }
}

private func checkLink(
    _ target: String, _ range: Range<Int>, _ all: CheckedContent, _ found: inout EntryFindings
) {
    if target.utf8.allSatisfy({ $0 == 0x20 }) {
        reportEmpty(.deadLink, "link", range, &found)
        return
    }
    let links = all.links(from: found.path)
    guard case .failure(let reason) = links.resolve(target, from: found.path) else { return }
    switch reason {
    case .noAnchor(let anchor, let path):
        // Of a file that could not be read nobody knows the anchors.
        if all.isUnreadable(path) { return }
        let nearest = links.nearestAnchor(to: anchor, in: path)
        let before = target.parts(between: "#", atMost: 2)[0]
        let fixIts = nearest.map { anchor in
            [
                Diagnostic.FixIt.replace(
                    SourceLocation(found.path, range), with: linkAgain(before) + "#" + linkEncoded(anchor))
            ]
        }
        found.report(
            .deadAnchor, "'#\(anchor)' is not a heading or claim of \(path)", range, fixIts: fixIts ?? [])
    case .noPath:
        found.report(
            .deadLink, "'\(target)' names neither a file nor a place in this one", range,
            fixIts: [Diagnostic.FixIt("write the path of a file, or # and the id of a heading")])
    case .notRelative:
        found.report(
            .deadLink, "'\(target)' is not a relative path below Content", range,
            fixIts: [
                target.begins(with: "//")
                    ? .replace(SourceLocation(found.path, range), with: "https:" + target)
                    : Diagnostic.FixIt("write the path of the file from this one")
            ])
    case .leftOut(let path):
        found.report(
            .deadLink, "'\(path)' is not on the site: it is a draft, withheld, or published later", range)
    case .noFile(let path):
        let fixIts = nearestPath(to: path, among: links.names, range, &found)
        found.report(.deadLink, "'\(target)' is not a file", range, fixIts: fixIts)
    }
}

/// Reports a link or image without a target: `[x]()` and `![x]()`.
private func reportEmpty(_ rule: Rule, _ noun: String, _ range: Range<Int>, _ found: inout EntryFindings) {
    found.report(
        rule, "\(noun) without a path: there is nothing between its parentheses", range,
        fixIts: [Diagnostic.FixIt("write the path of a file, or leave the \(noun) out")])
}

private func checkImage(
    _ target: String, _ alt: String, _ range: Range<Int>, _ all: CheckedContent,
    _ found: inout EntryFindings
) {
    if alt.isEmpty {
        found.report(
            .missingAlt, "image without a description", range,
            fixIts: [Diagnostic.FixIt("describe the picture between the brackets")])
    }
    if target.isEmpty { return }
    if target.holds(text: "://") || target.begins(with: "//") || target.begins(with: "data:") {
        found.report(
            .externalImage, "'\(target)' is on another server", range,
            fixIts: [Diagnostic.FixIt("put the file into Content/media")])
        return
    }
    let resolved = all.links(from: found.path).resolve(target, from: found.path)
    if case .success(.media) = resolved { return }
    var fixIts: [Diagnostic.FixIt] = []
    if case .failure(.noFile(let path)) = resolved {
        fixIts = nearestPath(to: path, among: all.nearest.mediaFiles, range, &found)
    }
    found.report(.missingMedia, "'\(target)' is not in Content/media", range, fixIts: fixIts)
}

/// Returns a fix with the path that a wrong one most likely stands for, written as a link; none if no file is similar.
func nearestPath(
    to path: String, among files: NearestFiles, _ range: Range<Int>, _ found: inout EntryFindings
) -> [Diagnostic.FixIt] {
    guard let nearest = files.nearest(to: path) else { return [] }
    let written = linkEncoded(relativePath(to: nearest, from: found.path))
    return [.replace(SourceLocation(found.path, range), with: written)]
}

/// Encodes the path and query of a link for Markdown again, since libcmark has removed its escapes.
private func linkAgain(_ text: Substring) -> String {
    let parts = text.parts(between: "?", atMost: 2)
    let path = percentDecoded(parts[0])
    let query = parts.dropFirst().map { query in
        "?"
            + query.unicodeScalars.map {
                " <>()\\&'\"".unicodeScalars.contains($0) ? percentEncoded(String($0)) : String($0)
            }.joined()
    }
    return linkEncoded(path) + query.joined()
}

/// Returns the relative path to a file from the folder of another.
func relativePath(to target: String, from path: String) -> String {
    let goal = target.pathNames
    let start = path.pathNames.dropLast()
    let shared = zip(goal.dropLast(), start).prefix { $0.isWritten(as: $1) }.count
    let up = Array(repeating: "..", count: start.count - shared)
    return (up + goal.dropFirst(shared).map(String.init)).joined(separator: "/")
}

extension Rule {
    static let deadLink = Rule(
        "dead-link", mandatory: true,
        "A link without a scheme is the relative path of an entry, a page or a media file.")
    static let deadAnchor = Rule(
        "dead-anchor", mandatory: true,
        "The fragment of a link is the id of a heading in the file, or claim_ID for a claim of an entry.")
    static let unsafeLink = Rule(
        "unsafe-link", "A link has a harmless scheme: links with javascript:, data: and the like are removed."
    )
    static let rawHTML = Rule(
        "raw-html", .warning, "Raw HTML in Markdown is removed unless raw_html is true in timeline.yml.")
    static let markdownTooNested = Rule(
        "markdown-too-nested", mandatory: true,
        "In a text, the depth of lists times the blank lines after them, and unclosed pictures (![) times the links after them, stay below five million; no text written by a person comes near."
    )
    static let footnoteDefinition = Rule(
        "footnote-definition", "A citation [^id] needs no definition: it names a source of sources.yml.")
    static let missingMedia = Rule(
        "missing-media", mandatory: true,
        "A media file is in Content/media, at exactly the path that is written.")
    static let missingAlt = Rule(
        "missing-alt", "A picture has a text alternative for readers who do not see it.")
    static let externalImage = Rule(
        "external-image", "Pictures come from Content/media: pages load nothing from other servers.")
}
