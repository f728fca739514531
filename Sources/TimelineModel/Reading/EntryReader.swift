import CommonMark
import Diagnostics
import EDTF
import Files
import UTF8Text

enum EntryReader {
    /// Reads and decodes one entry as far as possible; the settings give its status and group where it has none.
    ///
    /// - Parameters:
    ///   - known: The cache of earlier readings. If there is one, the result keeps the bytes for it.
    ///   - spool: The store for the body; `nil` if it stays in memory.
    /// - Returns: A result whose entry is `nil` if the file is gone or is a README without front matter.
    static func read(
        _ path: String, from files: any FileTree, _ settings: Settings, _ options: MarkdownOptions,
        _ known: ContentCache?, keepsMarkdown: Bool, _ spool: Spool? = nil
    ) throws(FileFailure) -> ContentCache.ReadEntry {
        guard let bytes = try files.read(path) else {
            return ContentCache.ReadEntry(bytes: [], entry: nil, diagnostics: [])
        }
        if let read = known?.entry(path, bytes) { return read }
        if ContentListing.isReadme(path), !FrontMatter.isBegun(by: bytes) {
            return ContentCache.ReadEntry(
                bytes: known == nil ? [] : bytes, entry: nil, diagnostics: [ContentListing.readme(at: path)])
        }
        var decoding = Decoding(path: path, bytes: bytes)
        decoding.keepsMarkdown = keepsMarkdown
        let entry = decoding.entry(settings, options, spool)
        return ContentCache.ReadEntry(
            bytes: known == nil ? [] : bytes, entry: entry, diagnostics: decoding.diagnostics)
    }
}

extension Decoding {
    /// The keys of an entry whose values are dates: for these, an unquoted `[`, `{` or `%` gets an explanation.
    private static let dateKeys: Set<String> = ["date", "publish", "accessed", "known"]

    mutating func entry(
        _ settings: Settings, _ options: MarkdownOptions, _ spool: Spool?
    ) -> Entry? {
        guard var entry = EntryFields.undated else { return nil }
        entry.path = path
        entry.slug = fileSlug()
        guard let parts = frontMatter() else {
            entry.isReadable = false
            return Entry(entry)
        }
        entry.isReadable = decode(parts.yaml, into: &entry, settings)
        var options = options
        options.firstParagraph = entry.summary == nil
        entry.body = body(parts.body, options, spool)
        return Entry(entry)
    }

    /// Decodes the front matter of an entry, and returns whether it could be read.
    private mutating func decode(
        _ yaml: Range<Int>, into entry: inout EntryFields, _ settings: Settings
    ) -> Bool {
        guard let node = self.yaml(in: yaml, of: .entry, dateKeys: Self.dateKeys) else { return false }
        _ = EntryFields.keys.decode(node, into: &entry, &self)
        guard case .mapping = node.content else { return false }
        if let wording = entry.date.wording, entry.date.range.isEmpty, !node.writtenKeys.contains("date") {
            report(.dateTextWithoutDate, "date_text without a date", wording.range)
        }
        if !diagnostics.isEmpty { entry.writtenKeys = node.writtenKeys }
        entry.hasLostSources = hasLostSources
        reportIdleContentStatus(entry, node)
        entry.slug = checkedSlug(entry.slug)
        applyDefaults(settings, to: &entry, node)
        return true
    }

    private mutating func reportIdleContentStatus(_ entry: EntryFields, _ node: YAMLNode) {
        let isEvent = ["event", nil].contains(node.value(of: "kind")?.scalar)
        guard isEvent, let status = entry.contentStatus else { return }
        report(
            .wrongKind, "content_status of an event", status.range,
            fixIts: [Diagnostic.FixIt("add kind: statement, or write status alone")])
    }

    mutating func page(_ options: MarkdownOptions) -> FreePage {
        var page = FreePage()
        page.path = path
        page.slug = fileSlug()
        guard let parts = frontMatter() else {
            page.isReadable = false
            return page
        }
        page.body = body(parts.body, options)
        guard let node = yaml(in: parts.yaml, of: .page, dateKeys: []) else { return page }
        _ = FreePage.keys.decode(node, into: &page, &self)
        page.slug = checkedSlug(page.slug)
        return page
    }

    private mutating func applyDefaults(_ settings: Settings, to entry: inout EntryFields, _ node: YAMLNode) {
        if entry.group == nil { entry.group = settings.defaultGroup.map(\.settled) }
        guard entry.status == nil, !node.writtenKeys.contains("status") else { return }
        entry.status = settings.defaultStatus.map { Located($0, 0..<0) }
        guard entry.status == nil, settings.isDefaultStatusKnown else { return }
        report(
            .missingKey, "entry has no status", node.start,
            fixIts: [Diagnostic.FixIt("add status:, or defaults: {status: …} in timeline.yml")])
    }

    // MARK: Parts of a file

    /// Whether the file cannot be read as text, in which case the reason is reported.
    mutating func reportsUnreadableText() -> Bool {
        // Most files are fine, which this tells in a tenth of the time.
        isText = unsafe bytes.withUnsafeBufferPointer {
            unsafe UTF8Validity.firstIllFormedOrNUL(in: $0) == nil
        }
        if !isText, let bad = UTF8Validity.firstIllFormed(in: bytes) {
            report(.invalidUTF8, "byte that is not UTF-8", bad)
            return true
        }
        if let pile = unsafe bytes.withUnsafeBufferPointer(MarkPile.first) {
            report(.markPile, "letter with too many marks", pile)
            return true
        }
        return false
    }

    private mutating func frontMatter() -> FrontMatter? {
        if reportsUnreadableText() { return nil }
        switch FrontMatter.split(bytes, path: path) {
        case .success(let parts): return parts
        case .failure(let failure):
            diagnostics.append(failure.diagnostic)
            return nil
        }
    }

    /// Parses a file that is YAML as a whole.
    mutating func dataFile(of file: ContentFile, dateKeys: Set<String>) -> YAMLNode? {
        if reportsUnreadableText() { return nil }
        let range = ByteOrderMark.length(in: bytes)..<bytes.count
        return yaml(in: range, of: file.subject, dateKeys: dateKeys)
    }

    /// Parses the YAML in a part of the file; an empty text yields a map without keys.
    ///
    /// An unquoted date that breaks the syntax is reported, and overwritten with zeros for another attempt, so that it
    /// does not hide other mistakes in the file.
    mutating func yaml(in range: Range<Int>, of subject: SchemaSubject, dateKeys: Set<String>) -> YAMLNode? {
        var text = bytes
        while true {
            var found: [Diagnostic] = []
            do {
                let node = try YAMLParser.parse(text, in: range, path: path, diagnostics: &found)
                yamlDiagnostics = diagnostics.count..<diagnostics.count + found.count
                diagnostics += found
                if let node, !node.isBlank {
                    checkTexts(of: node, subject, in: range)
                    return node
                }
                return YAMLNode(
                    content: .mapping([]), range: range.lowerBound..<range.lowerBound, isPlain: true)
            } catch {
                let offset = error.diagnostic.location.range.lowerBound
                guard repairedDates.count < UnquotedDate.most,
                    let value = UnquotedDate.value(in: text, range, keys: dateKeys, stopping: offset)
                else {
                    diagnostics += found + [error.diagnostic]
                    return nil
                }
                reportUnquoted(value)
                repairedDates.insert(value.lowerBound)
                // As long as it was, so that every other offset in the file stays valid.
                for index in value { text[index] = UInt8(ascii: "0") }
            }
        }
    }

    private mutating func body(
        _ range: Range<Int>, _ options: MarkdownOptions, _ spool: Spool? = nil
    ) -> RichText {
        if reportsLongText(range.count, at: { range.lowerBound + $0..<range.upperBound }) { return .empty }
        let document = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe MarkdownDocument(
                UnsafeBufferPointer(rebasing: buffer[range]), options: options, isText: isText)
        }
        checkDirections(in: range, html: document.html)
        if let control = firstForbiddenControl(in: bytes[range]) {
            report(.controlCharacter, "control character in a text", control)
        } else if holdsReference(bytes[range]) {
            // The HTML does not show which reference it was.
            let start = range.lowerBound..<range.lowerBound
            if firstForbiddenControl(in: document.html[...]) != nil {
                report(.controlCharacter, "reference to a control character in the text", start)
            } else if unsafe document.html.withUnsafeBufferPointer(MarkPile.first) != nil {
                report(.markPile, "references that put too many marks on a letter", start)
            }
        }
        return RichText(
            document, at: range, origin: .same, keeping: keepsMarkdown ? bytes[range] : nil, in: spool)
    }

    /// Reports a Markdown text that exceeds the maximum length, and returns whether it does.
    ///
    /// - Parameter range: Returns the range of the excess in the file, for the offset in the text where it begins.
    mutating func reportsLongText(_ count: Int, at range: (Int) -> Range<Int>) -> Bool {
        let longest = MarkdownDocument.maximumLength
        guard count > longest else { return false }
        report(
            .longText, "text of \(count) bytes", range(longest),
            fixIts: [Diagnostic.FixIt("make several entries or pages of it")])
        return true
    }

    /// Returns the slug derived from the file's name.
    private func fileSlug() -> Located<String> {
        var path = path
        let id = path.withUTF8 { path in
            let start = unsafe path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
            let file = unsafe UnsafeBufferPointer(rebasing: path[start...])
            let hasSuffix = unsafe file.suffix(3).elementsEqual(".md".utf8)
            return unsafe String(decoding: file.dropLast(hasSuffix ? 3 : 0), as: UTF8.self)
        }
        return Located(Slug.isWellFormed(id) ? id : Slug.make(from: id), 0..<0)
    }

    /// Returns the slug, or reports it and returns the one derived from the file's name if it cannot be used.
    private mutating func checkedSlug(_ slug: Located<String>) -> Located<String> {
        if Slug.isUsable(slug.value) { return slug }
        reportInvalidSlug(slug.value, slug.range)
        return fileSlug()
    }
}

extension Rule {
    static let invalidUTF8 = Rule("invalid-utf8", mandatory: true, "Files are UTF-8.")
    static let markPile = Rule(
        "mark-pile", mandatory: true,
        "A letter carries at most \(MarkPile.most) combining marks (Unicode Standard Annex 15, Stream-Safe Text Format)."
    )
    static let longText = Rule(
        "long-text", mandatory: true,
        "A Markdown text is at most \(MarkdownDocument.maximumLength >> 20) MiB long: anything beyond that could not be read."
    )
}

extension Reference {
    /// A copy that needs no check as a reference of an entry, since it is checked where the settings state it.
    fileprivate var settled: Reference {
        Reference(id: id, text: text, isWellFormed: false, range: 0..<0)
    }
}
