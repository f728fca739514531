import Diagnostics
import EDTF
import TimelineModel
import UTF8Text

/// An entry that was read from a file, with the text of the file that is to be written.
public struct ImportedEntry: Sendable {
    /// The path of the entry's file below `Content`, if the imported file states it.
    public var path: String?
    /// The wanted slug: that of the file, or one that is derived from the date and the title.
    public var slug: String
    /// Whether the file states the slug, so that no other may take its place.
    public var isSlugStated: Bool
    /// The origin that the entry states.
    public var origin: ImportOrigin
    /// The bytes of the entry's file.
    public var bytes: [UInt8]
    /// The range of the event in the imported file, in UTF-8 bytes.
    public var range: Range<Int>
    /// The event in the words of a message: `row 5`, `events[3]`; empty for a text.
    public var place: String
}

/// Everything that was read from a file.
public struct ImportedTimeline: Sendable {
    /// The format of the file; nil if it was not recognised.
    public var format: ImportFormat?
    /// The entries in the order of the file.
    public internal(set) var entries: [ImportedEntry] = []
    /// The number of events that had mistakes and are not among the entries.
    public internal(set) var faultyCount = 0
    /// The files of a new site besides the entries, by path; empty for a site that has settings.
    public internal(set) var siteFiles: [(path: String, text: String)] = []
    /// The report.
    public internal(set) var report = ImportReport()

    /// Reports that an entry was imported before.
    public mutating func reportKnown(_ entry: ImportedEntry, in path: String) {
        report.add(
            Diagnostic(
                .importKnown,
                (entry.place.isEmpty ? "" : entry.place + ": ") + "this event was imported before",
                at: SourceLocation(path, entry.range)))
    }

    /// Reports that a file of the new site is not written, because the site has one already.
    public mutating func reportLeftOut(_ siteFile: String, in path: String) {
        report.count("left out", siteFile)
        report.add(
            Diagnostic(
                .importLeftOut, "\(siteFile) exists, and is not replaced", at: SourceLocation(path)))
    }

    /// Reports an error in a file of the new site beside the entries.
    public mutating func reportFaulty(_ error: Diagnostic, of siteFile: String, in path: String) {
        report.add(
            Diagnostic(
                .importEntry, "\(siteFile) could not be written: \(error.summary) [\(error.rule.id)]",
                at: SourceLocation(path)))
    }

    /// Reports that an entry cannot be written.
    public mutating func reportFaulty(
        _ entry: ImportedEntry, in path: String, _ summary: String, fixIts: [Diagnostic.FixIt] = []
    ) {
        report.add(
            Diagnostic(
                .importEntry, (entry.place.isEmpty ? "" : entry.place + ": ") + summary,
                at: SourceLocation(path, entry.range), fixIts: fixIts))
    }
}

/// What an import knows of the site that it writes into.
public struct ImportSite: Sendable {
    /// Whether the site has settings, which an import never changes.
    public var hasSettings = false
    /// Whether the site has a file of places.
    public var hasPlaces = false
    /// The registered groups: their ids and names.
    public var groups: [(id: String, name: String)] = []
    /// The site's language, in which the words for dates are read.
    public var language = DateLanguage.english

    /// A site without content.
    public init() {}
}
