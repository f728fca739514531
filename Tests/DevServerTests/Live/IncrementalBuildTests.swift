import Diagnostics
import Files
import SiteOutput
import SiteRendering
import TestSupport
import Testing
import TimelineModel
import UTF8Text

@testable import DevServer

/// After any changes an incremental build must give the same site as a new build.
@Suite struct IncrementalBuildTests {
    /// The result of a build: each file's bytes, or the diagnostics.
    private func result(of site: PreparedSite, _ sources: any FileTree) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for diagnostic in site.diagnostics {
            let place = "\(diagnostic.location.path):\(diagnostic.location.range)"
            files["diagnostic \(place) \(diagnostic.rule.id)"] = Array("\(diagnostic)".utf8)
        }
        for file in site.output.map({ Array($0.files) }) ?? [] {
            var buffer = OutputBuffer()
            #expect(try file.write(to: &buffer, copyingFrom: sources))
            files[file.path] = buffer.bytes
        }
        return files
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func anySequenceOfEdits(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let edits = RandomEdits()
        let folder = try TemporaryFolder(edits.start)
        var options = BuildOptions()
        options.showsLater = Bool.random(using: &random)
        options.includesDrafts = Bool.random(using: &random)
        options.jobs = 2
        var builder = SiteBuilder(root: folder.path, options)
        let watcher = inputWatcher(for: folder.path)
        _ = try builder.build(.everything)
        var history: [String] = []
        for step in 0..<25 {
            history.append(try edits.apply(in: folder, using: &random))
            // The watcher reports half of the changes, and reading everything finds the others: both must work.
            let told = step % 2 == 0 ? try watcher.settledChange(within: 5000, quiet: 20) : .everything
            guard let build = try builder.build(told ?? .everything) else { continue }
            let fresh = try PreparedSite(DiskFileTree(root: folder.path), options)
            let here = try result(of: build.site, build.sources)
            let there = try result(of: fresh, DiskFileTree(root: folder.path))
            #expect(here.keys.sorted() == there.keys.sorted(), "\(history)")
            for (path, bytes) in there where here[path] != bytes { Issue.record("\(path) after \(history)") }
        }
    }
}

/// Edits of a small site: entries, data files, templates and media that are changed, added, renamed, removed,
/// broken and corrected.
struct RandomEdits {
    let start: [String: String] = {
        var files = [
            "Content/timeline.yml": settings(0), "Content/actors.yml": actors(0),
            "Content/places.yml": places(0), "Content/sources.yml": sources(0),
            "Content/pages/about.md": "---\ntitle: About\n---\nText.\n", "Content/media/a.mp3": "sound",
        ]
        for number in 0..<8 { files["Content/events/e\(number).md"] = entry(number, 0) }
        files["Content/events/archive.md"] = archive
        return files
    }()

    /// Short and long sites, with and without maps, search and a sitemap.
    private static func settings(_ variant: Int) -> String {
        [
            "title: Harbour\n", "title: Port\ndefaults: {group: Ships}\n", "title: Port\nraw_html: true\n",
            "title: Harbour\norder: descending\nas_of: 1911-08-15\n", "titel: Harbour\n",
            "title: Harbour\npage_size: 3\n", "title: Port\npage_size: 2\nbase_url: https://example.org/\n",
            "title: Harbour\nmap: false\n", "title: Harbour\nsearch: false\npage_size: 4\n",
            "title: Harbour\ngroups: [{id: quay, name: Quay}]\nlanguage: de\n",
        ][variant % 10]
    }

    private static func places(_ variant: Int) -> String {
        [
            "p0: {name: Quay, lat: 53.5, lon: 10}\np1: {name: Isle, lat: 54.2, lon: 7.9}\np2: {name: Bay, lat: 41, lon: -74}\n",
            "p0: {name: Quay, lat: 53.5, lon: 10, precision_km: 40}\np1: {name: Isle}\np2: {name: Bay, lat: -34, lon: 18}\n",
            "p0: {name: Quay, lat: 91, lon: 10}\n", "",
        ][variant % 4]
    }

    private static func sources(_ variant: Int) -> String {
        [
            "s0: {publisher: Gazette, date: 1911}\n", "s0: {title: The Gazette}\ns1: {publisher: Herald}\n",
            "",
        ][
            variant % 3]
    }

    private static func actors(_ variant: Int) -> String {
        ["actor-1: {name: One}\n", "actor-1: {name: First}\nactor-2: {name: Two}\n", "actor-1: {\n", ""][
            variant % 4]
    }

    private static func entry(_ number: Int, _ variant: Int) -> String {
        let date = ["1911-08-1\(number)", "1911", "19XX", "13.9.1911"][variant % 4]
        let more = [
            "tags: [Tag \(variant % 3)]\n", "draft: true\n", "publish: 1911-09-02\n",
            "see_also: [e\(variant % 9)]\n",
            "aliases: [old-\(variant % 2)]\n", "slug: e1\n",
        ][variant % 6]
        return """
            ---
            title: Entry \(number) \(variant)
            date: "\(date)"
            status: disputed
            claims:
              - {id: one, by: actor-1, stance: asserts, says: It is *so*., source: {publisher: P, date: 1911-08-1\(variant % 9)}}
              - {by: Actor, stance: denies, of: "e\(variant % 8)#one", source: {publisher: Q, date: 1911}}
            places: [p\(variant % 3), \(variant % 5 == 0 ? "Pier" : "p\(number % 3)")]
            route: [{from: p\(number % 3), to: p\(variant % 2), by: sea, status: claimed}]
            group: \(variant % 3 == 0 ? "quay" : "Ships")
            importance: \(1 + variant % 3)
            \(more)---
            Text <b>with</b> a [link](e\(variant % 8).md) and word\(variant).[^s0]

            """
    }

    /// An entry with so many sources that an edit of another changes few of them.
    private static let archive =
        "---\ntitle: Archive\ndate: 1912\nstatus: confirmed\nsources:\n"
        + (0..<160).map { "  - {title: Record \($0 * 7 % 160), publisher: House \($0 % 3)}\n" }.joined()
        + "---\nText.\n"

    /// Changes one value of an entry, as an editor does.
    private func alter(_ name: String, _ variant: Int, in folder: TemporaryFolder) throws {
        let text = try folder.text(name)
        let number = variant / 10
        let (line, new) =
            [
                ("date:", "date: \"19\(11 + number)-0\(1 + number)\""),
                ("tags:", "tags: [Tag \(number), Quay]"),
                (
                    "  - {id: one",
                    "  - {id: one, by: Actor \(number), stance: denies, says: No., source: {publisher: R\(number), date: 1913}}"
                ),
                ("actors:", "actors: [Actor \(number), One]"),
                (
                    "sources:",
                    "sources: {title: Record \(number) of all, publisher: House 1, date: 191\(number)}"
                ),
                ("group:", "group: Group \(number % 2)"), ("draft:", "draft: \(number % 2 == 0)"),
                ("publish:", "publish: 1911-0\(7 + number % 2)-15"),
                ("importance:", "importance: \(1 + number % 3)"),
                ("status:", "status: \(["confirmed", "claimed", "denied", "disputed"][number])"),
            ][variant % 10]
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if let index = lines.firstIndex(where: { $0.hasPrefix(line) }) {
            lines[index] = Substring(new)
        } else if !line.hasPrefix(" "), lines.first == "---" {
            lines.insert(Substring(new), at: 1)
        }
        try folder.write(name, lines.joined(separator: "\n"))
    }

    /// Changes only texts of an entry, with or without headings and citations that others depend on.
    private func rewrite(_ name: String, _ variant: Int, in folder: TemporaryFolder) throws {
        let text = try folder.text(name)
        guard let end = text.firstRange(of: "\n---\n") else { return }
        let front = text[..<end.upperBound]
            .replacing(
                /title: Entry.*/, with: "title: Entry \(variant % 3) is told # anew", maxReplacements: 1
            )
            .replacing("It is *so*", with: ["It is *so*", "It was", "It is[^s0]"][variant % 3])
        let more = [
            "Told \(variant).", "## Heading \(variant % 2)\n\nMore.", "Cited.[^s0]",
            "Of [another](e1.md#heading-0).",
            "[Nowhere](nowhere.md).", "<i>Raw</i> and \(String(repeating: "long ", count: 4000))", "",
            "Two.[^s0] Cited.[^s1]", "\u{1}",
        ][variant % 9]
        try folder.write(name, front + more + "\n")
    }

    /// Makes one edit.
    ///
    /// - Returns: A description of the edit.
    func apply(in folder: TemporaryFolder, using random: inout some RandomNumberGenerator) throws -> String {
        let variant = Int.random(in: 0..<40, using: &random)
        let name = "Content/events/e\(Int.random(in: 0..<10, using: &random)).md"
        let hasFile = (try? folder.text(name)) != nil
        switch Int.random(in: 0..<26, using: &random) {
        case 0:
            try folder.write("Content/timeline.yml", Self.settings(variant))
            return "settings \(variant)"
        case 1:
            try folder.write("Content/actors.yml", Self.actors(variant))
            return "actors \(variant)"
        case 10:
            try folder.write("Content/places.yml", Self.places(variant))
            return "places \(variant)"
        case 11:
            try folder.write("Content/sources.yml", Self.sources(variant))
            return "sources \(variant)"
        case 12...15 where hasFile:
            try rewrite(name, variant, in: folder)
            // Sometimes two texts change at once.
            if variant % 4 == 0 { try? rewrite("Content/events/e\(variant % 8).md", variant / 2, in: folder) }
            return "rewrite \(name) \(variant)"
        case 18...25 where hasFile:
            try alter(name, variant, in: folder)
            return "alter \(name) \(variant)"
        case 2 where hasFile:
            try folder.remove(name)
            return "remove \(name)"
        case 3 where hasFile:
            let other = "Content/events/e\(variant % 10).md"
            try folder.move(name, to: other)
            return "move \(name) to \(other)"
        case 4:
            let style = ["body {}\n", "body { color: red }\n"][variant % 2]
            try folder.write("Templates/style.css", style)
            return "style \(variant)"
        case 5:
            let template = ["{{title}}\n", "{{#words}}{{draft}}{{/words}}\n", "{{titel}}\n"][variant % 3]
            try folder.write("Templates/page.mustache", template)
            return "template \(variant)"
        case 6:
            try folder.write("Content/media/\(variant % 3).mp3", "sound \(variant)")
            return "media \(variant)"
        case 7:
            try folder.write("Content/events/new\(variant % 2)/n\(variant % 3).md", Self.entry(9, variant))
            return "new folder \(variant)"
        default:
            try folder.write(name, Self.entry(variant % 10, variant))
            return "write \(name) \(variant)"
        }
    }
}
