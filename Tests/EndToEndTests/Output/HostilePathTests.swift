import Files
import Foundation
import TestSupport
import Testing
import UTF8Text

@testable import DevServer
@testable import Diagnostics
@testable import SiteOutput
@testable import SiteRendering
@testable import TimelineModel
@testable import dateline

/// Every part of the program that handles paths from users or files, with paths that lead out of the site although
/// they do not look like it: nothing outside is read, changed, removed or created.
@Suite struct HostilePathTests {
    private static let secret = "precious"

    /// A folder with a site, a folder elsewhere, links to it, and a file that has a second name there.
    private final class Ground {
        let scratch: TemporaryFolder
        let before: [String: [UInt8]]
        var site: String { scratch.path + "/site" }
        var output: String { site + "/Site" }

        init() throws {
            scratch = try TemporaryFolder([
                "elsewhere/x": secret, "elsewhere/\u{301}x": secret, "elsewhere/deep/x": secret,
                "elsewhere/hard": secret,
                "site/Content/events/a.md": SmallSite.entry("A", "1911"),
                "site/Content/timeline.yml": "title: A\n",
                "site/Site/events/a.html": "ours", "site/Content/media/x.txt": "x",
            ])
            for folder in ["site/Content", "site/Content/events", "site/Content/media", "site/Site"] {
                try scratch.link(folder + "/link", to: scratch.path + "/elsewhere")
                try FileManager.default.linkItem(
                    atPath: scratch.path + "/elsewhere/hard", toPath: scratch.path + "/" + folder + "/hard")
            }
            before = try scratch.tree("elsewhere")
        }

        /// Whether everything outside is unchanged, and nothing new is beside the site.
        func isUntouched() throws -> Bool {
            let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
            return try scratch.tree("elsewhere") == before && Set(names) == ["elsewhere", "site"]
        }
    }

    private struct Place: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// Tries a path and returns what was read, if anything; it must not be the secret.
        let tries: @Sendable (Ground, String) throws -> String?

        init(_ name: String, _ tries: @escaping @Sendable (Ground, String) throws -> String?) {
            testDescription = name
            self.tries = tries
        }
    }

    private static let hostile = [
        "../elsewhere/x", "../../elsewhere/x", "../../../elsewhere/x", "link/x", "link/\u{301}x",
        "link/deep/x", "link/new",
        "link", "./link/x", "a/../link/x", "events/../../elsewhere/x", "events//../..//elsewhere/x",
        "events/link/x", "a/./../../../elsewhere/x",
        "link/\u{301}new", "a\0/../../elsewhere/x", "link/x\0.md", "..\0/x", "hard", "events/hard",
        "/elsewhere/x", "//elsewhere/x",
        "\u{301}/../../elsewhere/x", "..", ".", "", "..\u{301}/x", "link\u{301}/x", "../elsewhere/\u{301}x",
        "..\\elsewhere\\x",
    ]

    private static func attempt<Value>(_ body: () throws -> Value?) -> Value? { try? body() }

    private static func write(_ tree: OutputTree, _ ground: Ground) {
        _ = try? OutputWriter(to: ground.output, copyingFrom: DiskFileTree(root: ground.site), jobs: 1).write(
            tree)
    }

    private static let places: [Place] = [
        Place("a line of the manifest") { ground, path in
            let known = "index.html\n\(path)\n"
            try ground.scratch.write("site/Site/.dateline-manifest", known)
            write(
                OutputTree.assemble(
                    [OutputFile("index.html", of: "", .rendered { _ in })], similarNames: .similarNames
                ).tree, ground)
            return nil
        },
        Place("a file of the site that is rendered") { ground, path in
            try ground.scratch.write("site/Site/.dateline-manifest", path + "\n")
            write(
                OutputTree.assemble(
                    [OutputFile(path, of: "", .rendered { $0.append(bytes: [1]) })],
                    similarNames: .similarNames
                ).tree,
                ground)
            return nil
        },
        Place("a file of the site that is copied") { ground, path in
            try ground.scratch.write("site/Site/.dateline-manifest", path + "\n")
            let file = OutputFile(path, of: "", .copy(of: "Content/media/x.txt"))
            write(OutputTree.assemble([file], similarNames: .similarNames).tree, ground)
            return nil
        },
        Place("a file that is copied from the site's folder") { ground, path in
            let source = DiskFileTree(root: ground.site, lookingAgain: true)
            let file = OutputFile("copy", of: "", .copy(of: "Content/" + path))
            if path.utf8.contains(where: { $0 == UInt8(ascii: ".") }) || path.hasSuffix("hard") { return nil }
            _ = try? OutputWriter(to: ground.output, copyingFrom: source, jobs: 1).write(
                OutputTree.assemble([file], similarNames: .similarNames).tree)
            return try? ground.scratch.text("site/Site/copy")
        },
        Place("what is removed from the output") { ground, path in
            let folder = try OutputFolder(ground.output)
            defer { folder.close() }
            // The manifest refuses all other paths.
            if Manifest(parsing: Array(path.utf8)).paths.isEmpty { return nil }
            _ = try? folder.remove(path)
            return nil
        },
        Place("a link in Markdown") { ground, path in
            let files = DiskFileTree(root: ground.site)
            let media = try files.listing(of: "Content").files.compactMap {
                $0.rest(after: "Content/media/").map(String.init)
            }
            let links = LinkTargets(entries: [], pages: [], media: media, leftOut: [])
            guard case .success(.media(let found)) = links.resolve(path, from: "Content/events/a.md") else {
                return nil
            }
            return String(decoding: try files.read("Content/media/" + found) ?? [], as: UTF8.self)
        },
        Place("what a link is joined to") { _, path in
            guard let joined = LinkTargets.join(path, to: "Content/events/a.md") else { return nil }
            let names = joined.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
            let leaves =
                names.first != "Content" || names.contains { $0.isWritten(as: "..") }
                || joined.utf8.contains(0)
            return leaves ? secret : nil
        },
        Place("a file of the content that is listed") { ground, _ in
            let listing = try DiskFileTree(root: ground.site).listing(of: "Content")
            return listing.files.contains { $0.utf8.contains(0) || $0.holds(text: "link/") } ? secret : nil
        },
        Place("a file that is written anew") { ground, path in
            var files = NewFiles(root: ground.site, path: "Content/" + path, bytes: [1])
            return attempt { try files.create() }.flatMap { nil }
        },
        Place("a file that is repaired") { ground, path in
            let file = ReplacedFile(
                root: ground.site, path: "Content/" + path, before: Array(secret.utf8), after: [1])
            return attempt { try file.write() }.flatMap { nil }
        },
        Place("the folder of the cache of links") { ground, path in
            if path.utf8.first == UInt8(ascii: "/") || path.holds(text: "..") || path.holds(text: "link")
                || path.holds("\0")
            {
                return nil
            }
            LinkCache(folder: ground.site + "/" + path).add(["https://example.org"])
            return nil
        },
        Place("a request to the preview") { ground, path in
            let address =
                "/"
                + path.utf8.map { "%" + (String($0, radix: 16).count < 2 ? "0" : "") + String($0, radix: 16) }
                .joined()
            let tree = OutputTree.assemble(
                [OutputFile("index.html", of: "", .rendered { _ in })], similarNames: .similarNames
            ).tree
            let found = RequestTarget.path(of: address).flatMap { tree.file(at: $0) }
            return found == nil ? nil : secret
        },
        Place("a source that the preview shows") { ground, path in
            var snapshot = SourceSnapshot(root: ground.site)
            _ = try? snapshot.update(.everything)
            if path.hasSuffix("hard") { return nil }
            let bytes = try? snapshot.read("Content/" + path)
            return bytes.map { String(decoding: $0, as: UTF8.self) }
        },
        Place("the place of the output") { ground, path in
            // A new folder below Content is skipped: writing there would overwrite the site's own files.
            if path.holds(text: "..") || path.holds(text: "link") || path.holds("\0") { return nil }
            return OutputLocation.refusal(of: ground.site + "/Content/" + path, source: ground.site) == nil
                ? secret : nil
        },
    ]

    @Test(arguments: places)
    private func nothingOutside(_ place: Place) throws {
        for path in Self.hostile {
            let ground = try Ground()
            let read = try place.tries(ground, path)
            #expect(
                read.map { !$0.contains(Self.secret) } ?? true,
                "\(place.testDescription): \(path.debugDescription)")
            #expect(try ground.isUntouched(), "\(place.testDescription): \(path.debugDescription)")
        }
    }

    /// The smallest case, with the program itself: a link in the output, and a name that begins with a mark.
    @Test func aMarkAfterASlashRemovesNothingOutside() throws {
        let site = try TemporaryFolder(SmallSite.files)
        #expect(try site.run("build").status == 0)
        try site.write("elsewhere/\u{301}x", "precious")
        try site.link("Site/link", to: "../elsewhere")
        let manifest = try site.text("Site/.dateline-manifest")
        try site.write("Site/.dateline-manifest", manifest + "link/\u{301}x\n")
        try site.write("Content/events/third.md", SmallSite.entry("Third", "1911-08-15"))
        #expect(try site.run("build").status == 0)
        #expect(try site.text("elsewhere/\u{301}x") == "precious")
    }

    /// A name that begins with a combining mark is a valid name.
    @Test func namesThatBeginWithAMarkAreCopiedAsTheyAre() throws {
        var files = SmallSite.files
        files["Content/media/\u{301}x.txt"] = "media"
        files["Templates/assets/\u{301}y.txt"] = "asset"
        files["Templates/assets/fonts/\u{301}z.txt"] = "font"
        let site = try TemporaryFolder(files)
        let run = try site.run("build")
        #expect(run.status == 0, "\(run.error)")
        let names = Set(try site.tree("Site").keys.map { Array($0.utf8) })
        for name in ["media/\u{301}x.txt", "assets/\u{301}y.txt", "assets/fonts/\u{301}z.txt"] {
            #expect(names.contains(Array(name.utf8)), "\(name)")
        }
        #expect(try site.run("check", "--format", "json").status == 0)
    }

    /// The system does not know Swift's characters, so the sources must not handle paths by characters.
    @Test func noPathIsLookedAtByLetters() throws {
        let sources = Repository.root.appending(path: "Sources")
        // These files handle characters of words, of our own tables and of our own output, not of paths.
        let allowed = [
            "EDTF/", "SiteRendering/Language/", "SiteRendering/Map/", "SiteRendering/Overview/",
            "Templates/",
            "SiteRendering/Pages/PlacePage.swift", "TimelineModel/Checks/Editorial/", "TimelineModel/YAML/",
            "TimelineModel/Decoding/Dates.swift",
            "TimelineModel/Content/PictureSize.swift", "dateline/Commands/ManualCommand.swift",
            "dateline/Commands/NameLine.swift", "dateline/Commands/NewEntry.swift",
            "dateline/Commands/SiteNames.swift", "dateline/Terminal/ChildProcess.swift", "CommonMark/",
        ]
        var found: [String] = []
        for (path, bytes) in try filesBelow(sources)
        where path.hasSuffix(".swift") && !allowed.contains(where: path.hasPrefix) {
            let lines = String(decoding: bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated()
            where [".hasPrefix(", ".hasSuffix(", "split(separator: \""].contains(where: { line.contains($0) })
            {
                found.append("\(path):\(number + 1)")
            }
        }
        #expect(found == [], "use begins(with:), ends(with:) and parts(between:), which compare bytes")
    }
}
