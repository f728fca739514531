import CommonMark
import Diagnostics
import EDTF
import Files
import UTF8Text

/// Reads the content of a site: the data files first, then the entries on several threads, then the pages.
public struct ContentReader {
    private let files: any FileTree
    private let jobs: Int
    private let includesDrafts: Bool
    private let knownRules: [Rule]
    private let spool: Spool?
    private let exports: [ExportFormat]?

    /// - Parameters:
    ///   - knownRules: The rules whose ids `rules:` in `timeline.yml` may name.
    ///   - spool: The store for the bodies of entries.
    ///   - exports: The formats in which the entries are published; `nil` if the settings decide. Only for some of them
    ///     is the Markdown of texts kept.
    init(
        _ files: any FileTree, jobs: Int, includesDrafts: Bool, knownRules: [Rule], spool: Spool?,
        exports: [ExportFormat]?
    ) {
        self.files = files
        self.jobs = jobs
        self.includesDrafts = includesDrafts
        self.knownRules = knownRules
        self.spool = spool
        self.exports = exports
    }

    /// Reads the content and reports every mistake in it.
    ///
    /// - Throws: a ``FileFailure`` if the operating system does not let a file be read.
    public func read() throws(FileFailure) -> (content: Content, diagnostics: [Diagnostic]) {
        var cache: ContentCache?
        return try read(reusing: &cache)
    }

    /// Reads the content, and reuses the cached results of entry files that have not changed.
    ///
    /// - Parameters:
    ///   - cache: The cache, which is updated to this reading; `nil` if nothing is to be cached.
    ///   - changes: The paths of all files that have changed, appeared or disappeared since the last reading with this
    ///     cache; `nil` if unknown. Other entry files are not read.
    /// - Throws: a ``FileFailure`` if the operating system does not let a file be read.
    public func read(
        reusing cache: inout ContentCache?, after changes: [String]? = nil
    ) throws(FileFailure) -> (content: Content, diagnostics: [Diagnostic]) {
        var content = Content()
        var diagnostics: [Diagnostic] = []
        let found = try files.listing(of: ContentPath.folder)
        let listing =
            cache?.listing(of: found) ?? ContentListing(found.files, folders: found.folders.map(\.path))
        diagnostics += found.unread.map { $0.diagnostic(unread: .unreadFile) } + listing.diagnostics
        try readSettings(listing, into: &content, &diagnostics)
        content.settings.requestedExports = exports
        try readRegistries(into: &content, &diagnostics)
        try readChanges(into: &content, &diagnostics)
        content.media = listing.media
        try readPictures(into: &content, &diagnostics)
        try readEntries(listing.entries, reusing: &cache, after: changes, into: &content, &diagnostics)
        if !listing.entries.isEmpty, content.hasNoEntryFile { diagnostics.append(.noEntries) }
        try readPages(listing.pages, into: &content, &diagnostics)
        return (content, diagnostics)
    }

    // MARK: Data files

    private func readSettings(
        _ listing: ContentListing, into content: inout Content, _ diagnostics: inout [Diagnostic]
    ) throws(FileFailure) {
        let path = ContentFile.settings.path
        if listing.entries.isEmpty {
            diagnostics.append(.noEntries)
        }
        guard let bytes = try files.read(path) else {
            diagnostics.append(Diagnostic(.settingsMissing, "no timeline.yml", at: SourceLocation(path)))
            content.settings.isDefaultStatusKnown = false
            return
        }
        var decoding = Decoding(path: path, bytes: bytes)
        decoding.knownRules = knownRules
        if let node = decoding.dataFile(of: .settings, dateKeys: ["date", "as_of", "since"]) {
            _ = Settings.keys.decode(node, into: &content.settings, &decoding)
            if case .mapping = node.content {} else { content.settings.isDefaultStatusKnown = false }
        } else {
            content.settings.isDefaultStatusKnown = false
        }
        diagnostics += decoding.diagnostics
    }

    private func readRegistries(
        into content: inout Content, _ diagnostics: inout [Diagnostic]
    ) throws(FileFailure) {
        content.actors = try registry(.actors, Actor.keys, into: &content, &diagnostics) { id, _, range in
            .registered(id, at: range)
        }
        content.places = try registry(.places, Place.keys, into: &content, &diagnostics) { id, _, range in
            .registered(id, at: range)
        } check: { _, node, decoding in
            decoding.reportHalfPoint(node)
        }
        content.sources = try registry(.sources, SourceFields.keys, into: &content, &diagnostics) {
            SourceFields(registered: $0, path: $1, range: $2)
        } check: { source, node, decoding in
            decoding.checkSource(source, node)
        }.map { Source($0) }
    }

    private func registry<Value>(
        _ file: ContentFile, _ keys: KeyTable<Value>, into content: inout Content,
        _ diagnostics: inout [Diagnostic], _ make: (String, String, Range<Int>) -> Value,
        check: (Value, YAMLNode, inout Decoding) -> Void = { _, _, _ in }
    ) throws(FileFailure) -> [Value] {
        let path = file.path
        guard let bytes = try files.read(path) else { return [] }
        var decoding = Decoding(path: path, bytes: bytes)
        var values: [Value] = []
        if let node = decoding.dataFile(of: file, dateKeys: ["date", "accessed"]) {
            values = decoding.registry(node, keys, { make($0, path, $1) }, check: check)
        } else {
            content.unreadableFiles.insert(file.rawValue)
        }
        diagnostics += decoding.diagnostics
        return values
    }

    private func readChanges(
        into content: inout Content, _ diagnostics: inout [Diagnostic]
    ) throws(FileFailure) {
        guard let bytes = try files.read(ContentFile.changes.path) else { return }
        let file = ChangeLogFile(bytes)
        content.changes = file.log
        diagnostics += file.diagnostics
    }

    // MARK: Pictures

    private func readPictures(
        into content: inout Content, _ diagnostics: inout [Diagnostic]
    ) throws(FileFailure) {
        for path in content.media where RunningMedia.holds(path) {
            diagnostics.append(
                Diagnostic(
                    .runningMedia, "'\(path)' is of a kind that runs in a browser or on a server",
                    at: SourceLocation(ContentPath.media(path)),
                    fixIts: [.init("link to it at an address of its own, or save it as PDF or as a picture")])
            )
        }
        let pictures = content.media.filter { MediaKind(path: $0) == .image }
        let looks = concurrentMap(count: pictures.count, jobs: jobs) { [files] index in
            Result { () throws(FileFailure) in try Self.look(at: pictures[index], in: files) }
        }
        for (path, look) in zip(pictures, looks) {
            let look = try look.get()
            content.pictureSizes[path] = look.size
            if look.size == nil {
                diagnostics.append(
                    Diagnostic(
                        .pictureWithoutSize, "'\(path)' states no size",
                        at: SourceLocation(ContentPath.media(path)),
                        fixIts: [Diagnostic.FixIt("save it again as PNG, JPEG, WebP, AVIF, GIF or SVG")]))
            }
            if let script = look.script {
                diagnostics.append(
                    Diagnostic(
                        .runningMedia, "'\(path)' contains a script",
                        at: SourceLocation(ContentPath.media(path), script),
                        fixIts: [.init("save it again without scripts")]))
            }
        }
    }

    /// Returns the size of a picture, and the range of a script in it.
    private static func look(
        at path: String, in files: any FileTree
    ) throws(FileFailure) -> (size: PictureSize?, script: Range<Int>?) {
        let isDrawing = path.utf8.suffix(4).elementsEqual(".svg".utf8)
        let count = isDrawing ? DrawingScript.longest : PictureSize.headLength
        guard let bytes = try files.read(ContentPath.media(path), first: count) else { return (nil, nil) }
        var script: Range<Int>?
        if isDrawing {
            var search = DrawingScript(bytes)
            script = search.range()
        }
        return (PictureSize(head: Array(bytes.prefix(PictureSize.headLength))), script)
    }

    // MARK: Entries and pages

    private func readEntries(
        _ paths: [String], reusing cache: inout ContentCache?, after changes: [String]?,
        into content: inout Content, _ diagnostics: inout [Diagnostic]
    ) throws(FileFailure) {
        let options = MarkdownOptions(rawHTML: content.settings.allowsRawHTML)
        let defaults = content.settings
        if cache != nil { cache?.begin(settings: try files.read(ContentFile.settings.path)) }
        // A preview has the bytes of all files in memory anyway, and may be asked for any of them.
        let keepsMarkdown =
            cache != nil || defaults.exportFormats(ofEntries: paths.count).contains(where: \.holdsMarkdown)
        let known = cache
        var results = changes.flatMap { known?.entries(paths, unlessAmong: $0) } ?? []
        let wanted = results.isEmpty ? Array(paths.indices) : paths.indices.filter { results[$0] == nil }
        let read = concurrentMap(count: wanted.count, jobs: jobs) { [files, spool] index in
            Result { () throws(FileFailure) in
                try EntryReader.read(
                    paths[wanted[index]], from: files, defaults, options, known, keepsMarkdown: keepsMarkdown,
                    spool)
            }
        }
        if results.isEmpty {
            results.reserveCapacity(read.count)
            for result in read { results.append(try result.get()) }
        } else {
            for (number, result) in zip(wanted, read) { results[number] = try result.get() }
        }
        let entries = results.compactMap(\.self)
        let sorted =
            cache?.keep(paths, entries, includesDrafts: includesDrafts, after: changes)
            ?? SortedEntries(paths, entries, includesDrafts: includesDrafts)
        content.entries = sorted.entries
        content.faultyEntries = sorted.faulty
        content.drafts += sorted.drafts
        content.withheldEntries = sorted.withheld
        diagnostics += sorted.diagnostics
    }

    private func readPages(
        _ paths: [String], into content: inout Content, _ diagnostics: inout [Diagnostic]
    ) throws(FileFailure) {
        let options = MarkdownOptions(rawHTML: content.settings.allowsRawHTML)
        for path in paths {
            guard let bytes = try files.read(path) else { continue }
            if ContentListing.isReadme(path), !FrontMatter.isBegun(by: bytes) {
                diagnostics.append(ContentListing.readme(at: path))
                continue
            }
            var decoding = Decoding(path: path, bytes: bytes)
            let page = decoding.page(options)
            if page.isDraft, !includesDrafts {
                content.drafts.append(path)
                continue
            }
            diagnostics += decoding.diagnostics
            if decoding.diagnostics.areFatal {
                content.faultyPages.append(page)
            } else {
                content.pages.append(page)
            }
        }
        content.pages.sort { left, right in
            if left.order != right.order { return left.order < right.order }
            return isOrdered(left.path, right.path)
        }
    }
}

extension Content {
    /// Whether no file is an entry, whether valid, faulty or a draft.
    fileprivate var hasNoEntryFile: Bool {
        entries.isEmpty && faultyEntries.isEmpty && drafts.isEmpty && withheldEntries.isEmpty
    }
}

extension Diagnostic {
    fileprivate static let noEntries = Diagnostic(
        .noEntries, "no entry in Content/events", at: SourceLocation(ContentFile.settings.path))
}

extension [Diagnostic] {
    /// Whether any diagnostic prevents a build whatever severities the site gives to rules.
    var areFatal: Bool { contains { $0.rule.isMandatory } }
}

extension Rule {
    static let settingsMissing = Rule(
        "settings-missing", mandatory: true, "A site has a Content/timeline.yml that states its title.")
    static let runningMedia = Rule(
        "running-media", .warning,
        "Media files are pictures, sound, film and documents: files that run nothing in a browser or on a server.",
        because: "A contributor's file would act in the site's name for everyone who opens it.")
    static let pictureWithoutSize = Rule(
        "picture-without-size", .warning,
        "A picture is a PNG, JPEG, GIF, WebP, AVIF or SVG file that states its width and height.")
    static let noEntries = Rule("no-entries", mandatory: true, "A site has at least one entry.")
}
