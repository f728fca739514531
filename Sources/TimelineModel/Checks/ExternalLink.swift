import CommonMark
import Diagnostics
import UTF8Text

/// A web address in the content, with the first location that names it.
public struct ExternalLink: Hashable, Sendable {
    /// The address, beginning with `http://` or `https://`.
    public var url: String
    /// The first location of the address; for an address in a Markdown text, the beginning of the text.
    public var location: SourceLocation
}

extension Content {
    /// Returns the `http` and `https` addresses of sources, actors, media and texts, each once: first those of
    /// registered sources and actors, then those of entries in timeline order, then those of pages.
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

    /// Adds the absolute links of a text from its HTML; only relative links are placeholders.
    mutating func add(_ text: RichText, _ path: String) {
        let html = text.html
        let mark = Array("href=\"".utf8)
        var index = html.startIndex
        while let quote = html[index...].firstIndex(of: UInt8(ascii: "\"")) {
            index = quote + 1
            guard html[..<index].suffix(mark.count).elementsEqual(mark),
                let end = html[index...].firstIndex(of: UInt8(ascii: "\""))
            else { continue }
            let url = String(decoding: html[index..<end], as: UTF8.self).replacing("&amp;", with: "&")
            let range = text.range.lowerBound..<text.range.lowerBound
            add(url, path, range)
            index = end + 1
        }
    }
}

/// The rules of `dateline check --links`.
public let linkRules: [Rule] = [.deadExternalLink, .unverifiedLink]

extension Rule {
    /// The rule about addresses that cannot be reached.
    public static let deadExternalLink = Rule(
        "dead-external-link", .warning, "A web address can be reached.",
        because: "A source that nobody can open proves nothing; an archive may have a copy.")
    /// The rule about addresses whose server turns a program away or is out of order.
    public static let unverifiedLink = Rule(
        "unverified-link", .note, "A web address can be verified by a program.",
        because:
            "Some servers refuse programs (403, 429) or are down for a while: open the address in a browser.")
}
