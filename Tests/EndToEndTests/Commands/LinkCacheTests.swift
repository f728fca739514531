import Foundation
import TestSupport
import Testing

@testable import dateline

/// A cache is a hint: a line that cannot be read is ignored.
@Suite struct LinkCacheTests {
    @Test(arguments: [
        "-1", "-9223372036854775808", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
        "99999999999999999999999999", "0", "x", "", "1e3", "0x7f", "٣", "NaN", "--1",
    ])
    func aTimeThatCannotBe(_ time: String) throws {
        // A second ago: `time` may lag behind other clocks by some milliseconds, so this second may be in its future.
        let now = Int(Date.now.timeIntervalSince1970) - 1
        let folder = try TemporaryFolder([
            "reached-links.txt": "\(time) https://bad.example/\n\(now) https://good.example/\n"
        ])
        let cache = LinkCache(folder: folder.path)
        #expect(cache.read().keys.sorted() == ["https://good.example/"])
        cache.add(["https://new.example/"])
        #expect(cache.read().keys.sorted() == ["https://good.example/", "https://new.example/"])
    }

    @Test func linesThatAreNone() throws {
        let now = Int(Date.now.timeIntervalSince1970)
        let folder = try TemporaryFolder()
        let lines = [
            "", " ", "\(now)", "\(now) ", " \(now) https://a.example/", "\(now + 3600) https://b.example/",
        ]
        try folder.write(
            "reached-links.txt", bytes: Array(lines.joined(separator: "\n").utf8) + [0, 0xFF, 0x0A])
        let cache = LinkCache(folder: folder.path)
        #expect(cache.read().keys.filter { !$0.isEmpty } == [])
        #expect(LinkCache(folder: folder.path + "/none").read().isEmpty)
        try folder.makeFolder("folder/reached-links.txt")
        #expect(LinkCache(folder: folder.path + "/folder").read().isEmpty)
    }

    #if os(Linux)
        @Test func whatIsNoFileIsNotWaitedFor() throws {
            let folder = try TemporaryFolder()
            mkfifo(folder.path + "/reached-links.txt", 0o644)
            #expect(LinkCache(folder: folder.path).read().isEmpty)
        }
    #endif
}
