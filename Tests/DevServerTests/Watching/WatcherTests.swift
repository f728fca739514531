import Foundation
import Testing

@testable import DevServer

/// Both watchers, on real folders.
@Suite struct WatcherTests {
    enum Kind: CaseIterable {
        #if os(Linux)
            case inotify
        #endif
        case polling

        func watcher(_ folder: Folder) throws -> any InputWatcher {
            #if os(Linux)
                if self == .inotify { return try InotifyWatcher(root: folder.path) }
            #endif
            return PollingWatcher(root: folder.path, interval: 20)
        }
    }

    private static let files = [
        "Content/timeline.yml": "title: Harbour\n", "Content/events/a.md": "a",
        "Content/events/deep/b.md": "b",
    ]

    /// Watches, changes something, and expects a path to be told within a generous time.
    private func expect(
        _ path: String?, _ kind: Kind, after change: (Folder) throws -> Void
    ) throws {
        let folder = try Folder(Self.files)
        let watcher = try kind.watcher(folder)
        var snapshot = SourceSnapshot(root: folder.path)
        _ = try snapshot.update(.everything)
        try change(folder)
        var changed: [String] = []
        for _ in 0..<200 {
            guard let told = try watcher.settledChange(within: 100) else { continue }
            changed += try snapshot.update(told)
            if path.map({ changed.contains($0) }) ?? false { return }
            if path == nil, kind != .polling { break }
            if path == nil { return }
        }
        #expect(path == nil && changed.isEmpty, "\(changed)")
    }

    @Test("a file that is written is told", arguments: Kind.allCases)
    func write(_ kind: Kind) throws {
        try expect("Content/events/a.md", kind) { try $0.write("Content/events/a.md", "changed") }
        try expect("Content/events/deep/b.md", kind) { try $0.write("Content/events/deep/b.md", "c") }
    }

    @Test("a file that takes another's place is told, as editors do it", arguments: Kind.allCases)
    func replace(_ kind: Kind) throws {
        try expect("Content/events/a.md", kind) { folder in
            try folder.write("Content/events/.a.md.swp", "changed")
            try folder.move("Content/events/.a.md.swp", to: "Content/events/a.md")
        }
    }

    @Test("files that come and go are told", arguments: Kind.allCases)
    func comeAndGo(_ kind: Kind) throws {
        try expect("Content/events/c.md", kind) { try $0.write("Content/events/c.md", "c") }
        try expect("Content/events/a.md", kind) { try $0.remove("Content/events/a.md") }
        try expect("Content/events/z.md", kind) {
            try $0.move("Content/events/a.md", to: "Content/events/z.md")
        }
    }

    @Test("new, renamed and removed folders are told with what is in them", arguments: Kind.allCases)
    func folders(_ kind: Kind) throws {
        try expect("Content/events/new/deeper/c.md", kind) {
            try $0.write("Content/events/new/deeper/c.md", "c")
        }
        try expect("Content/events/deep/b.md", kind) { try $0.remove("Content/events/deep") }
        try expect("Content/events/other/b.md", kind) {
            try $0.move("Content/events/deep", to: "Content/events/other")
        }
        try expect("Templates/style.css", kind) { try $0.write("Templates/style.css", "body {}") }
    }

    @Test("a folder that came is watched from then on", arguments: Kind.allCases)
    func newFolderIsWatched(_ kind: Kind) throws {
        let folder = try Folder(Self.files)
        let watcher = try kind.watcher(folder)
        var snapshot = SourceSnapshot(root: folder.path)
        _ = try snapshot.update(.everything)
        try folder.makeFolder("Content/events/new")
        if let told = try watcher.settledChange(within: 2000) { _ = try snapshot.update(told) }
        try folder.write("Content/events/new/c.md", "c")
        var changed: [String] = []
        for _ in 0..<100 where changed.isEmpty {
            if let told = try watcher.settledChange(within: 100) { changed = try snapshot.update(told) }
        }
        #expect(changed == ["Content/events/new/c.md"])
    }

    @Test("a link to a file changes when the file does", arguments: Kind.allCases)
    func links(_ kind: Kind) throws {
        let folder = try Folder(Self.files)
        try folder.link("Content/events/link.md", to: "a.md")
        let watcher = try kind.watcher(folder)
        var snapshot = SourceSnapshot(root: folder.path)
        _ = try snapshot.update(.everything)
        try folder.write("Content/events/a.md", "changed")
        var changed: Set<String> = []
        for _ in 0..<100 where changed.count < 2 {
            if let told = try watcher.settledChange(within: 100) {
                changed.formUnion(try snapshot.update(told))
            }
        }
        #expect(changed == ["Content/events/a.md", "Content/events/link.md"])
    }

    @Test("hidden files and other folders are nobody's business", arguments: Kind.allCases)
    func others(_ kind: Kind) throws {
        let folder = try Folder(Self.files)
        let watcher = try kind.watcher(folder)
        var snapshot = SourceSnapshot(root: folder.path)
        _ = try snapshot.update(.everything)
        try folder.write("Site/index.html", "x")
        try folder.write("Content/events/.hidden.md", "x")
        for _ in 0..<5 {
            guard let told = try watcher.change(within: 50) else { continue }
            #expect(try snapshot.update(told) == [])
        }
    }

    @Test("several saves at once are one change")
    func debounce() throws {
        let folder = try Folder(Self.files)
        let watcher = inputWatcher(for: folder.path)
        for number in 0..<20 { try folder.write("Content/events/a.md", "\(number)") }
        try folder.write("Content/events/deep/b.md", "c")
        let told = try watcher.settledChange(within: 5000)
        #if os(Linux)
            #expect(told == .paths(["Content/events/a.md", "Content/events/deep/b.md"]))
            #expect(try watcher.change(within: 100) == nil)
        #else
            #expect(told != nil)
        #endif
    }

    @Test("bytes decide: a file that is written as it was is no change")
    func sameBytes() throws {
        let folder = try Folder(Self.files)
        var snapshot = SourceSnapshot(root: folder.path)
        #expect(try snapshot.update(.everything).count == 3)
        try folder.write("Content/events/a.md", "a")
        #expect(try snapshot.update(.paths(["Content/events/a.md"])) == [])
        #expect(try snapshot.update(.everything) == [])
        try folder.write("Content/events/a.md", "b")
        #expect(try snapshot.update(.paths(["Content/events/a.md"])) == ["Content/events/a.md"])
    }

    @Test("a link that leads nowhere is a failure, and its end is not missed")
    func failure() throws {
        let folder = try Folder(Self.files)
        var snapshot = SourceSnapshot(root: folder.path)
        _ = try snapshot.update(.everything)
        try folder.link("Content/events/link.md", to: "nothing.md")
        try folder.write("Content/events/a.md", "changed")
        #expect(throws: (any Error).self) {
            try snapshot.update(.everything)
        }
        try folder.remove("Content/events/link.md")
        #expect(try snapshot.update(.paths([])) == ["Content/events/a.md"])
    }
}
