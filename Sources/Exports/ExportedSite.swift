import Diagnostics
import EDTF
import TimelineModel
import UTF8Text

/// What the formats need of a site beside its timeline: addresses, and words in the site's language.
public protocol ExportTexts: Sendable {
    /// Returns the path of an entry's page below the site's folder.
    func path(ofEntry number: Int) -> String
    /// Returns the path of the file that holds an entry's record in JSON, beside its page.
    func path(ofRecord number: Int) -> String
    /// Returns the date of an entry in words, the author's own if there are any.
    func dateWords(ofEntry number: Int) -> String
    /// Returns the status of an entry in words; for a statement, both that of its being made and that of its content.
    func statusWords(ofEntry number: Int) -> String
    /// Appends what is known of an entry as HTML without script, styles and drawings; links are absolute.
    func writeHTML(ofEntry number: Int, to output: inout OutputBuffer) throws(ExportFailure)
    /// Returns the entries of a group, an actor or a tag, in the order of the timeline.
    func entries(_ subject: FeedSubject, _ id: String) -> [Int]
    /// Returns a Markdown text of an entry as HTML, with absolute links; nil if it is empty.
    func html(_ text: RichText?, ofEntry number: Int) -> [UInt8]?
}

/// The reason why a file cannot be made: a mistake in a template.
public struct ExportFailure: Error, Sendable {
    public let mistake: Diagnostic

    public init(_ mistake: Diagnostic) { self.mistake = mistake }
}

/// A site as the export formats see it.
///
/// It is a class since the parts of every entry hold it: a copy of a timeline counts a reference to each of its tables, and
/// threads that do so wait for each other.
public final class ExportedSite: Sendable {
    /// The entries and all that they name.
    public let timeline: Timeline
    let texts: any ExportTexts

    /// - Parameters:
    ///   - timeline: the entries and all that they name.
    ///   - texts: the addresses of its pages, and words in its language.
    public init(_ timeline: Timeline, _ texts: any ExportTexts) {
        self.timeline = timeline
        self.texts = texts
    }

    var settings: Settings { timeline.settings }

    /// Returns the absolute address of a path of the site; nil if the site's base URL is unknown.
    func address(_ path: String) -> String? { settings.baseURL.map { $0 + percentEncoded(path) } }

    /// Returns the absolute address of an entry's page; nil if the site's base URL is unknown.
    func address(ofEntry number: Int) -> String? { address(texts.path(ofEntry: number)) }

    /// Returns the registered or noted names of ids in a registry.
    func names<Value: Registered>(_ references: [Reference], _ registry: Registry<Value>) -> [String] {
        references.map { registry[$0.id]?.name ?? $0.text }
    }

    /// The day that counts as today, if a site can have published something on it.
    var today: CalendarDay? { timeline.asOf.flatMap { FeedSettings.years.contains($0.year) ? $0 : nil } }

    /// Returns the coordinates of an entry's place, if it has only one and they are known.
    func point(of entry: Entry) -> (latitude: Decimal, longitude: Decimal)? {
        guard entry.places.count == 1, let place = timeline.places[entry.places[0].place.id],
            let latitude = place.latitude, let longitude = place.longitude
        else { return nil }
        return (latitude, longitude)
    }

    /// Returns the name of an entry that stays the same when its address changes: its first address.
    func lastingName(ofEntry number: Int) -> String {
        let entry = timeline.entries[number]
        return entry.aliases.first?.value ?? entry.slug.value
    }

    /// The host of the site's base URL; nil if that is unknown.
    var host: String? {
        guard let parts = settings.baseURL?.parts(between: "/", atMost: 4), parts.count > 2 else {
            return nil
        }
        return String(parts[2])
    }
}
