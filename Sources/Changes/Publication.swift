import Diagnostics
import TimelineModel
import UTF8Text

/// A published site, as its `dateline.json` states it.
///
/// Both sides of a comparison are read from this format, so that no difference comes from two ways of reading.
public struct Publication: Sendable {
    /// The path of the file as the user wrote it, for messages.
    let path: String
    let title: String?
    let baseURL: String?
    private let siteRange: Range<Int>
    let entries: [EntryRecord]
    let actors: [RegisteredRecord]
    let places: [RegisteredRecord]
    let sources: [RegisteredRecord]
    let names: RecordNames
    /// The indices of the entries by slug.
    let slots: [String: Int]

    /// The reason why a file cannot be compared.
    public struct Mistake: Error, Sendable {
        /// The reason, with its location in the file.
        public let diagnostic: Diagnostic
    }

    /// The maximum size of a file, 256 MiB.
    public static let largest = 256 << 20

    /// Reads a `dateline.json`.
    ///
    /// - Parameters:
    ///   - path: the path as the user wrote it.
    ///   - bytes: the bytes of the file.
    /// - Throws: if they are not JSON of this format, or of another version of it.
    public init(path: String, _ bytes: [UInt8]) throws(Mistake) {
        let root = try Self.root(path, bytes)
        let reader = RecordReader(path: path)
        self.path = path
        let site = root["site"]
        siteRange = site?.range.firstByte ?? root.range.firstByte
        title = site?["title"]?.scalar
        baseURL = site?["base_url"]?.scalar
        entries = try reader.entries(root)
        actors = try reader.registered("actors", in: root)
        places = try reader.registered("places", in: root)
        sources = try reader.registered("sources", in: root)
        names = RecordNames(actors: actors, places: places, sources: sources)
        slots = Dictionary(
            entries.enumerated().map { ($1.slug, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func root(_ path: String, _ bytes: [UInt8]) throws(Mistake) -> JSONValue {
        func mistake(_ summary: String, _ range: Range<Int>, _ fix: String? = nil) -> Mistake {
            Mistake(.refusal(path, summary, range, fix))
        }
        let export = "give it the dateline.json that `dateline build` or `dateline export --to json` wrote"
        if bytes.count > largest { throw mistake("a file of more than \(largest >> 20) MiB", 0..<0) }
        if let range = UTF8Validity.firstIllFormed(in: bytes) {
            throw mistake("bytes that are not UTF-8", range, export)
        }
        let text = ByteOrderMark.length(in: bytes)..<bytes.count
        let root: JSONValue
        do throws(JSONReader.Mistake) {
            root = try JSONReader.read(bytes, in: text).value
        } catch {
            throw mistake(error.summary, error.range, export)
        }
        guard root["format"]?.scalar == SiteRecord.format else {
            throw mistake("not the export of a site of Dateline", root.range.firstByte, export)
        }
        guard let version = root["version"], version.scalar == String(SiteRecord.version) else {
            let stated = root["version"]?.scalar.map { "version \($0)" } ?? "no version"
            throw mistake(
                "\(stated) of the format; this program reads version \(SiteRecord.version)",
                root["version"]?.range ?? root.range.firstByte,
                "export the last publication again with this program")
        }
        return root
    }

    /// Returns the mistake of comparing a site with a publication of another one: neither the address nor the title is the
    /// same. If an address is unknown, one entry with the same slug and title shows that it is the same site.
    ///
    /// - Parameter new: the site as it is now.
    /// - Returns: nil if it may be the same site.
    public func mistake(comparingWith new: Publication) -> Mistake? {
        if let title, title == new.title { return nil }
        if let baseURL, let other = new.baseURL {
            if baseURL == other { return nil }
        } else {
            let isShared = entries.contains { new.entry($0.slug)?.title == $0.title }
            if isShared { return nil }
        }
        return Mistake(
            .refusal(
                path, "the export of another site, '\(title ?? "")'", siteRange,
                "give it the dateline.json of the last publication of '\(new.title ?? "")'"))
    }

    func entry(_ slug: String) -> EntryRecord? { slots[slug].map { entries[$0] } }
}

extension Publication.Mistake {
    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

extension Diagnostic {
    fileprivate static func refusal(
        _ path: String, _ summary: String, _ range: Range<Int>, _ fix: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            .sinceFile, summary, at: SourceLocation(path, range),
            fixIts: fix.map { [Diagnostic.FixIt($0)] } ?? [])
    }
}

extension Range<Int> {
    /// The first byte of a value, which may be as long as the file.
    var firstByte: Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + 1) }
}

/// Reads the records of a publication, and refuses those of a kind that the format does not have.
struct RecordReader {
    let path: String

    func entries(_ root: JSONValue) throws(Publication.Mistake) -> [EntryRecord] {
        var entries: [EntryRecord] = []
        for value in try list("entries", in: root, required: true) {
            for key in ["slug", "title", "edtf"] where value[key]?.scalar == nil {
                throw mistake("an entry without \(key)", value.range.firstByte)
            }
            for member in value.members ?? [] { try check(member) }
            entries.append(EntryRecord(value))
        }
        return entries
    }

    func registered(_ key: String, in root: JSONValue) throws(Publication.Mistake) -> [RegisteredRecord] {
        var items: [RegisteredRecord] = []
        for value in try list(key, in: root, required: false) {
            guard let id = value["id"]?.scalar else {
                throw mistake("an item of \(key) without id", value.range.firstByte)
            }
            items.append(RegisteredRecord(id: id, value: value))
        }
        return items
    }

    /// Checks that a member of an entry is a list or a text, as the comparison takes it.
    private func check(_ member: JSONMember) throws(Publication.Mistake) {
        let isRight =
            if EntryRecord.lists.contains(member.key) {
                member.value.elements != nil
            } else if EntryRecord.texts.contains(member.key) {
                member.value.scalar != nil
            } else if member.key == "outcome" {
                member.value.members != nil
            } else {
                true
            }
        if isRight { return }
        throw mistake("\(member.key) is \(member.value.kindName)", member.value.range.firstByte)
    }

    private func list(
        _ key: String, in root: JSONValue, required: Bool
    ) throws(Publication.Mistake) -> [JSONValue] {
        guard let value = root[key] else {
            if required { throw mistake("no member \(key)", root.range.firstByte) }
            return []
        }
        guard let elements = value.elements else {
            throw mistake("\(key) is \(value.kindName)", value.range.firstByte)
        }
        return elements
    }

    private func mistake(_ summary: String, _ range: Range<Int>) -> Publication.Mistake {
        Publication.Mistake(.refusal(path, summary, range))
    }
}

/// A registered actor, place or source.
struct RegisteredRecord: Sendable {
    let id: String
    let value: JSONValue
}

/// The names that readers see for the ids of a publication.
struct RecordNames: Sendable {
    private let actors: [String: String]
    private let places: [String: String]
    private let sources: [String: String]

    init(actors: [RegisteredRecord], places: [RegisteredRecord], sources: [RegisteredRecord]) {
        func names(_ items: [RegisteredRecord], _ name: (JSONValue) -> String?) -> [String: String] {
            Dictionary(
                items.map { ($0.id, name($0.value) ?? $0.id) }, uniquingKeysWith: { first, _ in first })
        }
        self.actors = names(actors) { $0["name"]?.scalar }
        self.places = names(places) { $0["name"]?.scalar }
        self.sources = names(sources, Self.label)
    }

    func actor(_ text: String) -> String { actors[text] ?? text }
    func place(_ text: String) -> String { places[text] ?? text }

    /// The name of a source: an id, or a source that stands where it is cited.
    func source(_ value: JSONValue) -> String {
        value.scalar.map { sources[$0] ?? $0 } ?? Self.label(value) ?? ""
    }

    /// The publisher, the title and the date of a source.
    static func label(_ source: JSONValue) -> String? {
        let parts = ["publisher", "title", "edtf"].compactMap { source[$0]?.scalar }
        return parts.isEmpty ? source["url"]?.scalar : parts.joined(separator: ", ")
    }
}
