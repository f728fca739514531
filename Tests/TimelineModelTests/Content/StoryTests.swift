import Diagnostics
import EDTF
import Files
import Testing

@testable import TimelineModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("The story of this repository")
struct StoryTests {
    /// The repository, found from this file: Tests/TimelineModelTests/Content/StoryTests.swift.
    private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        .dropLast(4).joined(separator: "/")

    @Test("It has no diagnostics, and every entry is read")
    func story() throws {
        let tree = DiskFileTree(root: Self.root)
        let (content, found) = try ContentReader(tree, jobs: 2).read()
        let timeline = Timeline(content)
        let all = found + content.check(leftOut: timeline.leftOut, jobs: 2)
        var printer = DiagnosticPrinter { try? tree.read($0) }
        let text = printer.text(all)
        #expect(text == "")
        let files = try tree.files(below: "Content/events")
        #expect(timeline.entries.count == files.count)
        #expect(files.count >= 32)
        #expect(timeline.asOf?.iso == "2025-04-28")
    }

    @Test("The tables of names agree with the entries")
    func beforehand() throws {
        let timeline = Timeline(try ContentReader(DiskFileTree(root: Self.root), jobs: 2).read().content)
        let names = timeline.names
        for (number, entry) in timeline.entries.enumerated() {
            func ids(_ list: SlotLists, _ id: (Int) -> String) -> [String] { list[number].map(id) }
            #expect(ids(names.actors) { timeline.actors.values[$0].id } == entry.allActors.map(\.id))
            #expect(
                names.participants(of: number).map { timeline.actors.values[$0].id }
                    == entry.actors.map(\.id))
            #expect(ids(names.places) { timeline.places.values[$0].id } == entry.allPlaces.map(\.id))
            #expect(
                ids(names.groups) { timeline.groups.values[$0].id } == [entry.group].compactMap { $0?.id })
            #expect(ids(names.tags) { timeline.tags.values[$0].id } == entry.tags.map(\.id))
            #expect(ids(names.sources) { timeline.sources.values[$0].id } == entry.allSources.map(\.id))
            #expect(
                names.listedSources(of: number).map { timeline.sources.values[$0].id }
                    == entry.sources.map(\.id))
            #expect(names.claimCount(of: number) == entry.claims.count)
            for (index, claim) in entry.claims.enumerated() {
                let key = ClaimKey(entry: number, claim: index)
                let named = claim.by.map(\.id).filter { $0 != Claim.unnamed }
                #expect(names.speakers(of: key).map { timeline.actors.values[$0].id } == named)
                #expect(names.relay(of: key).map { timeline.actors.values[$0].id } == claim.via?.id)
                #expect(
                    names.sources(of: key).map { timeline.sources.values[$0].id } == claim.sources.map(\.id))
            }
            #expect(entry.citesSources == entry.richTexts.contains { !$0.citations.isEmpty })
        }
        #expect(timeline.entries.contains { $0.citesSources })
    }
}
