import CommonMark
import Diagnostics

/// An address on the web that the content names, and the first place that does.
public struct ExternalLink: Hashable, Sendable {
    public var url: String
    public var location: SourceLocation
}

extension Content {
    /// The `http` and `https` addresses of sources, actors, media and texts, each once, in the order of the
    /// files.
    public func externalLinks() -> [ExternalLink] {
        var links = LinkCollector()
        for source in sources { links.add(source, ContentFile.sources.path) }
        for actor in actors { links.add(actor.url, ContentFile.actors.path, actor.range) }
        for entry in EntryOrder.sorted(entries + faultyEntries) {
            for reference in entry.allSources {
                if case .inline(let source) = reference.target { links.add(source, entry.path) }
            }
            for item in entry.media {
                links.add(item.url, entry.path, item.range.lowerBound..<item.range.lowerBound)
            }
            for text in entry.richTexts { links.add(text, entry.path) }
        }
        for page in pages + faultyPages { links.add(page.body, page.path) }
        return links.links
    }
}

private struct LinkCollector {
    private(set) var links: [ExternalLink] = []
    private var seen: Set<String> = []

    mutating func add(_ source: Source, _ path: String) {
        add(source.url, path, source.urlRange)
        add(source.archiveURL, path, source.archiveURLRange)
    }

    mutating func add(_ url: String?, _ path: String, _ range: Range<Int>) {
        guard let url, url.begins(with: "https://") || url.begins(with: "http://"), seen.insert(url).inserted
        else { return }
        links.append(ExternalLink(url: url, location: SourceLocation(path, range)))
    }

    /// The links that stand in a text's HTML as they are: those with a scheme are no placeholders.
    mutating func add(_ text: RichText, _ path: String) {
        let html = text.document.html
        let mark = Array("href=\"".utf8)
        var index = html.startIndex
        while let quote = html[index...].firstIndex(of: UInt8(ascii: "\"")) {
            index = quote + 1
            guard html[..<index].suffix(mark.count).elementsEqual(mark),
                let end = html[index...].firstIndex(of: UInt8(ascii: "\""))
            else { continue }
            let url = String(decoding: html[index..<end], as: UTF8.self).replacing("&amp;", with: "&")
            let place = text.range.lowerBound..<text.range.lowerBound
            add(url, path, place)
            index = end + 1
        }
    }
}

/// What `dateline check --links` says of addresses.
public let linkRules: [Rule] = [.deadExternalLink, .unverifiedLink]

extension Rule {
    public static let deadExternalLink = Rule(
        "dead-external-link", .warning, "An address on the web can be reached.",
        because: "A source that nobody can open proves nothing; an archive may have a copy.")
    public static let unverifiedLink = Rule(
        "unverified-link", .note, "An address on the web answers a program, too.",
        because:
            "Some servers turn away programs (403, 429) or are down for a while: look at it in a browser.")
}
