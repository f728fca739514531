import Files
import Foundation
import TestSupport
import Testing
import TimelineModel

@testable import DevServer

/// Both watchers, on real folders.
@Suite struct WatcherTests {
    enum Kind: CaseIterable {
        #if os(Linux)
            case inotify
        #endif
        case polling

        func watcher(_ folder: TemporaryFolder) throws -> any InputWatcher {
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

    /// Watches, changes something, and expects the path to be reported within a generous time.
    private func expect(
        _ path: String?, _ kind: Kind, after change: (TemporaryFolder) throws -> Void
    ) throws {
        let folder = try TemporaryFolder(Self.files)
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

    @Test("A written file is reported", arguments: Kind.allCases)
    func write(_ kind: Kind) throws {
        try expect("Content/events/a.md", kind) { try $0.write("Content/events/a.md", "changed") }
        try expect("Content/events/deep/b.md", kind) { try $0.write("Content/events/deep/b.md", "c") }
    }

    @Test("A file that is moved over another, as editors save, is reported", arguments: Kind.allCases)
    func replace(_ kind: Kind) throws {
        try expect("Content/events/a.md", kind) { folder in
            try folder.write("Content/events/.a.md.swp", "changed")
            try folder.move("Content/events/.a.md.swp", to: "Content/events/a.md")
        }
    }

    @Test("Created, removed and renamed files are reported", arguments: Kind.allCases)
    func comeAndGo(_ kind: Kind) throws {
        try expect("Content/events/c.md", kind) { try $0.write("Content/events/c.md", "c") }
        try expect("Content/events/a.md", kind) { try $0.remove("Content/events/a.md") }
        try expect("Content/events/z.md", kind) {
            try $0.move("Content/events/a.md", to: "Content/events/z.md")
        }
    }

    @Test("New, renamed and removed folders are reported with their files", arguments: Kind.allCases)
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

    @Test("A new folder is watched from then on", arguments: Kind.allCases)
    func newFolderIsWatched(_ kind: Kind) throws {
        let folder = try TemporaryFolder(Self.files)
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

    @Test("A symbolic link to a file is reported when the file changes", arguments: Kind.allCases)
    func links(_ kind: Kind) throws {
        let folder = try TemporaryFolder(Self.files)
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

    @Test("Hidden files and folders outside the sources are not reported", arguments: Kind.allCases)
    func others(_ kind: Kind) throws {
        let folder = try TemporaryFolder(Self.files)
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

    @Test("Several saves in quick succession are one change")
    func debounce() throws {
        let folder = try TemporaryFolder(Self.files)
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

    @Test("A file that is written with the same bytes is not a change")
    func sameBytes() throws {
        let folder = try TemporaryFolder(Self.files)
        var snapshot = SourceSnapshot(root: folder.path)
        #expect(try snapshot.update(.everything).count == 3)
        try folder.write("Content/events/a.md", "a")
        #expect(try snapshot.update(.paths(["Content/events/a.md"])) == [])
        #expect(try snapshot.update(.everything) == [])
        try folder.write("Content/events/a.md", "b")
        #expect(try snapshot.update(.paths(["Content/events/a.md"])) == ["Content/events/a.md"])
    }

    /// Changes something, and waits until the path is reported; fails after a generous time.
    private func changes(
        _ folder: TemporaryFolder, _ watcher: any InputWatcher, _ snapshot: inout SourceSnapshot,
        until path: String,
        _ change: (TemporaryFolder) throws -> Void
    ) throws {
        try change(folder)
        var changed: [String] = []
        for _ in 0..<200 where !changed.contains(path) {
            guard let told = try watcher.settledChange(within: 100) else { continue }
            changed += (try? snapshot.update(told)) ?? []
        }
        #expect(changed.contains(path))
    }

    @Test(
        "Links to nothing and out of the site are reported when they appear, change and disappear",
        arguments: Kind.allCases)
    func unusableLinks(_ kind: Kind) throws {
        let outside = try TemporaryFolder(["secret.md": "secret", "deep/more.md": "more"])
        let folder = try TemporaryFolder(Self.files)
        let watcher = try kind.watcher(folder)
        var snapshot = SourceSnapshot(root: folder.path)
        _ = try snapshot.update(.everything)
        let link = "Content/events/link.md"
        try changes(folder, watcher, &snapshot, until: link) { try $0.link(link, to: "nothing.md") }
        #expect(try snapshot.listing(of: "Content").unread == [UnreadFile(link, .leadsNowhere)])
        try changes(folder, watcher, &snapshot, until: link) { folder in
            try folder.link("Content/events/.new", to: outside.path + "/secret.md")
            try folder.move("Content/events/.new", to: link)
        }
        #expect(try snapshot.listing(of: "Content").unread == [UnreadFile(link, .leadsOut)])
        #expect(try snapshot.read(link) == nil)
        try changes(folder, watcher, &snapshot, until: link) { try $0.remove(link) }
        #expect(try snapshot.listing(of: "Content").unread == [])
        // A file that was read becomes a link out of the site: its target is not read.
        try changes(folder, watcher, &snapshot, until: "Content/events/a.md") { folder in
            try folder.link("Content/events/.new", to: outside.path + "/secret.md")
            try folder.move("Content/events/.new", to: "Content/events/a.md")
        }
        #expect(try snapshot.read("Content/events/a.md") == nil)
        // The same with a folder.
        try changes(folder, watcher, &snapshot, until: "Content/events/deep") { folder in
            try folder.remove("Content/events/deep")
            try folder.link("Content/events/deep", to: outside.path + "/deep")
        }
        #expect(try snapshot.listing(of: "Content").files == ["Content/timeline.yml"])
        #expect(try snapshot.read("Content/events/deep/more.md") == nil)
    }

    @Test("Nothing outside the site's folder is watched", arguments: Kind.allCases)
    func outside(_ kind: Kind) throws {
        let outside = try TemporaryFolder(["a.md": "a", "deep/b.md": "b"])
        let folder = try TemporaryFolder(Self.files)
        try folder.link("Content/out", to: outside.path)
        try folder.link("Content/events/out.md", to: outside.path + "/a.md")
        let watcher = try kind.watcher(folder)
        var snapshot = SourceSnapshot(root: folder.path)
        _ = try snapshot.update(.everything)
        #if os(Linux)
            if let watcher = watcher as? InotifyWatcher { #expect(watcher.watchCount == 4) }
        #endif
        try outside.write("a.md", "changed")
        try outside.write("deep/c.md", "c")
        for _ in 0..<5 {
            guard let told = try watcher.change(within: 50) else { continue }
            // New files may be reported once more, but their bytes have not changed.
            #expect(try snapshot.update(told) == [])
        }
    }

    @Test("A link to a hidden file or folder is reported when its target changes", arguments: Kind.allCases)
    func hiddenTargets(_ kind: Kind) throws {
        var files = Self.files
        files["Content/.store/one.md"] = "one"
        files["Content/.store/all/two.md"] = "two"
        let folder = try TemporaryFolder(files)
        let watcher = try kind.watcher(folder)
        var snapshot = SourceSnapshot(root: folder.path)
        _ = try snapshot.update(.everything)
        try changes(folder, watcher, &snapshot, until: "Content/events/one.md") {
            try $0.link("Content/events/one.md", to: "../.store/one.md")
        }
        try changes(folder, watcher, &snapshot, until: "Content/events/all/two.md") {
            try $0.link("Content/events/all", to: "../.store/all")
        }
        try changes(folder, watcher, &snapshot, until: "Content/events/one.md") {
            try $0.write("Content/.store/one.md", "changed")
        }
        try changes(folder, watcher, &snapshot, until: "Content/events/all/three.md") {
            try $0.write("Content/.store/all/three.md", "three")
        }
    }

    @Test(
        "A site's folder that is moved away is reported as gone, and watched again when one is back",
        arguments: Kind.allCases, [true, false])
    func movedFolder(_ kind: Kind, _ isItself: Bool) throws {
        let folder = try TemporaryFolder(["above/site/Content/events/a.md": "a"])
        let root = folder.path + "/above/site"
        let watcher: any InputWatcher
        #if os(Linux)
            watcher =
                kind == .inotify ? try InotifyWatcher(root: root) : PollingWatcher(root: root, interval: 20)
        #else
            watcher = PollingWatcher(root: root, interval: 20)
        #endif
        var snapshot = SourceSnapshot(root: root)
        _ = try snapshot.update(.everything)
        let moved = isItself ? "above/site" : "above"
        try folder.move(moved, to: "away")
        var failure: FileFailure?
        for _ in 0..<100 where failure == nil {
            guard let told = try watcher.settledChange(within: 100) else { continue }
            do { _ = try snapshot.update(told) } catch { failure = error }
        }
        #expect(failure == FileFailure(path: "", reason: "the site's folder is gone"))
        try folder.move("away", to: moved)
        try changes(folder, watcher, &snapshot, until: "Content/events/a.md") {
            try $0.write("above/site/Content/events/a.md", "changed")
        }
        // Another folder takes its place.
        try folder.move(moved, to: "away")
        try changes(folder, watcher, &snapshot, until: "Content/events/b.md") {
            try $0.write("above/site/Content/events/b.md", "b")
        }
        try changes(folder, watcher, &snapshot, until: "Content/events/b.md") {
            try $0.write("above/site/Content/events/b.md", "changed")
        }
    }

    #if os(Linux)
        @Test("The table of mounts shows which file systems are on another machine")
        func mounts() {
            let table = MountTable(
                """
                21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
                36 21 0:44 / /srv/desk rw - nfs4 host:/desk rw,vers=4.2
                37 21 0:300 /a-b /mnt/x rw master:5 - fuse.sshfs me@host:/x rw
                broken - line
                """)
            #expect(table.fileSystem(of: 0x801) == "ext4")
            #expect(table.fileSystem(of: 44) == "nfs4")
            #expect(table.fileSystem(of: 0x10_002C) == "fuse.sshfs")
            #expect(table.fileSystem(of: 45) == nil)
            #expect(["nfs4", "fuse.sshfs", "9p"].allSatisfy(MountTable.isDistant))
            #expect(!["ext4", "overlay", "tmpfs", "fuseblk"].contains(where: MountTable.isDistant))
        }
    #endif

    @Test("A Content folder that is a link is followed when the link changes", arguments: Kind.allCases)
    func retargetedFolder(_ kind: Kind) throws {
        let folder = try TemporaryFolder(["one/events/a.md": "a", "two/events/b.md": "b"])
        try folder.link("Content", to: "one")
        let watcher = try kind.watcher(folder)
        var snapshot = SourceSnapshot(root: folder.path)
        _ = try snapshot.update(.everything)
        try changes(folder, watcher, &snapshot, until: "Content/events/a.md") {
            try $0.write("one/events/a.md", "changed")
        }
        try changes(folder, watcher, &snapshot, until: "Content/events/b.md") { folder in
            try folder.link(".new", to: "two")
            try folder.move(".new", to: "Content")
        }
        try changes(folder, watcher, &snapshot, until: "Content/events/b.md") {
            try $0.write("two/events/b.md", "changed")
        }
        // The link leads nowhere, and then back.
        try changes(folder, watcher, &snapshot, until: "Content") { try $0.move("two", to: "three") }
        try changes(folder, watcher, &snapshot, until: "Content/events/b.md") {
            try $0.move("three", to: "two")
        }
        try changes(folder, watcher, &snapshot, until: "Content/events/c.md") {
            try $0.write("two/events/c.md", "c")
        }
    }
}
