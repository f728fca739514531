import Foundation
import Testing

@testable import TimelineModel

private let readme: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)) ?? ""
}()

private let keyNames: [String] =
    EntryFields.keys.keys.map(\.name) + ClaimFields.keys.keys.map(\.name) + SourceFields.keys.keys.map(\.name)
    + PlaceUse.keys.keys.map(\.name) + RouteLeg.keys.keys.map(\.name) + Quantity.keys.keys.map(\.name)
    + Outcome.keys.keys.map(\.name) + MediaItem.keys.keys.map(\.name)
    + EditorNote.keys.keys.map(\.name) + Correction.keys.keys.map(\.name)
    + Actor.keys.keys.map(\.name) + Place.keys.keys.map(\.name) + Group.keys.keys.map(\.name)
    + Tag.keys.keys.map(\.name) + Era.keys.keys.map(\.name) + Settings.keys.keys.map(\.name)
    + FeedSettings.keys.keys.map(\.name) + ThemeSettings.keys.keys.map(\.name)

@Suite("The README")
struct ReadmeTests {
    @Test("It names every key of the content format", arguments: Set(keyNames).sorted())
    func everyKey(name: String) {
        let isNamed = readme.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == name }
        #expect(isNamed)
    }

    @Test(
        "It names every status and stance",
        arguments: Status.allCases.map(\.rawValue) + Stance.allCases.map(\.rawValue))
    func everyWord(name: String) {
        #expect(readme.contains("`\(name)`"))
    }
}
