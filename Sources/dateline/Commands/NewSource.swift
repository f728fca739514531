import ArgumentParser
import CommonMark
import Diagnostics
import EDTF
import Files
import TimelineModel
import UTF8Text

/// The options that describe a source to be registered with a new entry.
struct NewSourceOptions: ParsableArguments {
    @Option(
        name: .customLong("cite-url"),
        help: ArgumentHelp(
            "The address of a source to register in sources.yml and to cite.", valueName: "url"))
    var citeURL: String?

    @Option(help: ArgumentHelp("The publisher; by default the host of the address.", valueName: "name"))
    var citePublisher: String?

    @Option(help: ArgumentHelp("Its title.", valueName: "title"))
    var citeTitle: String?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("The date of publication, in EDTF.", valueName: "edtf"))
    var citeDate: String?

    func validate() throws {
        if let citeURL, !NewSource.isAddress(citeURL) {
            throw ValidationError("--cite-url takes an address such as https://example.org/report.")
        }
        if citeURL == nil, citePublisher != nil || citeTitle != nil || citeDate != nil {
            throw ValidationError("--cite-publisher, --cite-title and --cite-date go with --cite-url.")
        }
    }

    /// Returns the source at an address. The person at the terminal is asked for what the options omit.
    func source(at url: String, _ prompt: Prompt) throws -> NewSource {
        let host = NewSource.host(of: url)
        var source = NewSource(url: url, publisher: host, title: citeTitle)
        source.publisher =
            try citePublisher ?? prompt.optional("Publisher of \(host) [\(host)]") ?? source.publisher
        if let citeDate {
            source.date = try DateExpression(option: "--cite-date", citeDate)
        } else {
            source.date = try prompt.optionalDate("Published on (EDTF)")
        }
        return source
    }
}

/// A source that is about to be registered.
struct NewSource {
    var url: String
    var publisher: String
    var title: String?
    var date: DateExpression?

    /// Whether a text can be the address of a source.
    static func isAddress(_ text: String) -> Bool {
        (text.begins(with: "https://") || text.begins(with: "http://")) && WebAddress.isSafe(text)
    }

    /// The host of a URL: `example.org` for `https://www.example.org:80/x`.
    static func host(of url: String) -> String { WebAddress.shortHost(of: url).map(String.init) ?? "" }

    /// The id that is derived from the publisher and the date: `gazette-1911-08-12`.
    var id: String {
        let parts = [publisher, date?.canonical ?? ""].map { Slug.make(from: $0) }.filter { !$0.isEmpty }
        let id = parts.joined(separator: "-")
        return id.isEmpty || id == "index" || id.utf8.count > Slug.longest ? "source" : id
    }

    /// The line of `sources.yml` that registers the source.
    func line(id: String) -> String {
        var facts: [String] = []
        if let title { facts.append("title: " + yamlScalar(title)) }
        facts.append("publisher: " + yamlScalar(publisher))
        if let date { facts.append("date: " + quotedDate(date.canonical)) }
        facts.append("url: \"\(url)\"")
        return "\(id): {\(facts.joined(separator: ", "))}\n"
    }
}

/// The content of `sources.yml` with added sources.
struct SourceRegistration {
    /// The file's bytes as they were read; nil if it does not exist.
    private let before: [UInt8]?
    private(set) var bytes: [UInt8]
    private var ids: Set<String>
    private var known: [String: String] = [:]

    init(_ names: SiteNames, _ bytes: [UInt8]?) {
        before = bytes
        self.bytes = bytes ?? []
        ids = Set(names.sources.map(\.id))
        for source in names.sources {
            for url in source.also { known[url] = source.id }
        }
    }

    var isChanged: Bool { bytes != before ?? [] }

    /// Returns the id of a source, and registers the source unless its address is registered already.
    mutating func id(of source: NewSource) -> String {
        if let id = known[source.url] { return id }
        var id = source.id
        var number = 2
        while ids.contains(id) {
            id = "\(source.id)-\(number)"
            number += 1
        }
        ids.insert(id)
        known[source.url] = id
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
        bytes += Array(source.line(id: id).utf8)
        return id
    }

    func write(below root: String) throws(FileFailure) {
        let path = ContentFile.sources.path
        guard let before else {
            var new = NewFiles(root: root, path: path, bytes: bytes)
            return try new.create()
        }
        try ReplacedFile(root: root, path: path, before: before, after: bytes).write()
    }
}
