import Diagnostics
import Files
import NIOHTTP1
import SiteRendering
import TestSupport
import Testing
import TimelineModel

@testable import DevServer

/// A small site in memory, and the answers of its preview.
enum PreviewSite {
    static let files = [
        "Content/timeline.yml": "title: Harbour\n",
        "Content/events/closed.md": SmallSite.entry("Harbour closed"),
        "Content/events/reopened.md": SmallSite.entry("Harbour reopened"),
        "Content/media/quay.mp3": "not really sound, and of twenty-odd bytes",
    ]

    static func preview(_ files: [String: String] = files) throws -> Preview {
        let tree = MemoryFileTree(texts: files)
        let site = try PreparedSite(tree, BuildOptions())
        var preview = Preview(run: "run", sources: tree)
        preview.show(try #require(site.output, "\(site.diagnostics.map(\.summary))"), from: tree, .site)
        return preview
    }

    static let responder = Responder(hosts: HostRule(listeningOn: "127.0.0.1", port: 8080))

    /// The answer to a request for an address, with further headers.
    static func get(
        _ uri: String, _ headers: HTTPHeaders = [:], method: HTTPMethod = .GET, host: String? = nil,
        from preview: Preview? = nil
    ) throws -> Response {
        var all: HTTPHeaders = ["Host": host ?? "127.0.0.1:8080"]
        all.add(contentsOf: headers)
        let head = HTTPRequestHead(version: .http1_1, method: method, uri: uri, headers: all)
        return responder.respond(to: head, from: try preview ?? self.preview())
    }
}

extension Response {
    /// All bytes that a GET would send.
    var bytes: [UInt8] {
        switch body {
        case .bytes(let bytes): bytes
        case .file(let file, let range): Array(((try? file.read()) ?? [])[range])
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
