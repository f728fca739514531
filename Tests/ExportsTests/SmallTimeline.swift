import Diagnostics
import EDTF
import Files
import UTF8Text

@testable import Exports
@testable import TimelineModel

/// A timeline of entries in memory, as the formats see it.
enum SmallTimeline {
    /// Returns a site whose entries have the given front matter, without title and status, which all have.
    static func site(_ entries: [String], settings: String = "base_url: https://a.example/story/") throws
        -> ExportedSite
    {
        var files = [
            "Content/timeline.yml": "title: Harbours\n\(settings)\nexports: [json]\nas_of: 2025-01-01\n"
        ]
        files["Content/actors.yml"] = "port: {name: Port Authority}\ndockers: {name: Dockers}\n"
        files["Content/places.yml"] = """
            quay: {name: Old Quay, lat: 53.5, lon: 9.97}
            near: {name: New Quay, lat: 53.5, lon: 9.970001}
            apia: {name: Apia, lat: -13.83, lon: -171.76}
            suva: {name: Suva, lat: -18.14, lon: 178.44}

            """
        files["Content/sources.yml"] = "gazette: {title: Report, date: 1911-08-12}\n"
        for (number, keys) in entries.enumerated() {
            let title = keys.contains("\ntitle:") ? "" : "title: Entry \(number)\n"
            files["Content/events/e\(number).md"] = "---\n\(title)status: disputed\n\(keys)\n---\nA *text*.\n"
        }
        let tree = MemoryFileTree(files.mapValues { Array($0.utf8) })
        let (content, found) = try ContentReader(tree).read()
        if content.entries.count != entries.count { throw Faulty(mistakes: found.map(\.summary)) }
        let timeline = Timeline(content)
        return ExportedSite(timeline, PlainTexts(timeline: timeline))
    }

    /// A mistake in the content of a test.
    struct Faulty: Error { let mistakes: [String] }

    /// Returns what a format writes.
    static func text(_ write: (inout OutputBuffer) throws -> Void) rethrows -> String {
        var output = OutputBuffer()
        try write(&output)
        return String(decoding: output.bytes, as: UTF8.self)
    }
}

/// Words and addresses without a site.
struct PlainTexts: ExportTexts {
    let timeline: Timeline

    func path(ofRecord number: Int) -> String { "events/\(timeline.entries[number].slug.value).json" }
    func path(ofEntry number: Int) -> String { "events/\(timeline.entries[number].slug.value).html" }
    func dateWords(ofEntry number: Int) -> String {
        timeline.entries[number].date.wording?.value ?? "«\(timeline.entries[number].date.expression)»"
    }
    func statusWords(ofEntry number: Int) -> String {
        timeline.entries[number].status?.value.rawValue ?? ""
    }
    func entries(_ subject: FeedSubject, _ id: String) -> [Int] {
        timeline.entries.indices.filter { number in
            let entry = timeline.entries[number]
            return switch subject {
            case .groups: entry.group?.id == id
            case .actors: entry.actors.contains { $0.id == id }
            case .tags: entry.tags.contains { $0.id == id }
            }
        }
    }
    func writeHTML(ofEntry number: Int, to output: inout OutputBuffer) {
        output.append(text: "<p>\(number)</p>")
    }
    func html(_ text: RichText?, ofEntry number: Int) -> [UInt8]? { text?.html }
}
