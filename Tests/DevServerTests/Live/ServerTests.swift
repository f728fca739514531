import Files
import Foundation
import SiteOutput
import SiteRendering
import Synchronization
import TestSupport
import Testing
import TimelineModel
import UTF8Text

@testable import DevServer

/// The server on a socket of this machine.
@Suite(.serialized) struct ServerTests {
    /// A server with a site, and the folder that it is made of.
    private func served() throws -> (server: DevServer, folder: TemporaryFolder, builder: SiteBuilder) {
        let folder = try TemporaryFolder(PreviewSite.files)
        var builder = SiteBuilder(root: folder.path, BuildOptions())
        let server = try DevServer(host: "127.0.0.1", ports: [0], sources: MemoryFileTree())
        let build = try #require(try builder.build(.everything))
        server.show(try #require(build.site.output), of: build)
        return (server, folder, builder)
    }

    @Test("A connection serves one request after another, also when they are sent at once")
    func keptConnection() throws {
        let (server, _, _) = try served()
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.get("/", port: server.port, keeping: true)
        client.get("/events/closed.html", port: server.port)
        let text = client.text()
        #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
    }

    @Test("HEAD has the length and no body")
    func head() throws {
        let (server, _, _) = try served()
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.send("HEAD / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nConnection: close\r\n\r\n")
        let text = client.text()
        #expect(text.contains("Content-Length: "))
        #expect(text.hasSuffix("\r\n\r\n"))
    }

    @Test(
        "A malformed request is refused, and the server goes on",
        arguments: [
            "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "\u{16}\u{03}\r\n\r\n",
            "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 200_000))\r\n\r\n",
        ])
    func malformed(_ request: String) throws {
        let (server, _, _) = try served()
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.send(request)
        #expect(!client.text(seconds: 10).contains(" 200 OK"))
        let next = try Client(port: server.port)
        next.get("/", port: server.port)
        #expect(next.text().hasPrefix("HTTP/1.1 200 OK"))
    }

    /// Bad requests under the name of what is wrong with them, with the status of the answer.
    private static let refused: [String: (request: String, status: String)] = [
        "body": ("POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 100000000\r\n\r\nabc", "405"),
        "announced body": (
            "POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n", "413"
        ),
        "expectation": ("GET / HTTP/1.1\r\nHost: HOST\r\nExpect: miracles\r\n\r\n", "417"),
        "header": ("GET / HTTP/1.1\r\nHost: HOST\r\nX: \(String(repeating: "a", count: 90_000))\r\n", "431"),
        "headers": ("GET / HTTP/1.1\r\nHost: HOST\r\n\(String(repeating: "X: a\r\n", count: 300))", "431"),
        "endless address": ("GET /\(String(repeating: "a", count: 90_000))", "431"),
        "long address": (
            "GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: HOST\r\n\r\n", "414"
        ),
        "version": ("GET / HTTP/2.0\r\nHost: HOST\r\n\r\n", "505"),
        "method": ("DELETE / HTTP/1.1\r\nHost: HOST\r\n\r\n", "405"),
        "chunks": (
            "GET / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n"
                + String(repeating: "4000\r\n\(String(repeating: "a", count: 0x4000))\r\n", count: 5), "413"
        ),
    ]

    @Test("A bad request is refused before all of it has arrived", arguments: refused.keys.sorted())
    func early(_ name: String) throws {
        let (request, status) = try #require(Self.refused[name])
        let (server, _, _) = try served()
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.send(request.replacing("HOST", with: "127.0.0.1:\(server.port)"))
        #expect(client.text(seconds: 10).hasPrefix("HTTP/1.1 \(status) "))
        #expect(client.isEnded())
    }

    @Test("A request with a short body, and one that expects 100-continue without a body, are answered")
    func harmlessBodies() throws {
        let (server, _, _) = try served()
        defer { server.stop() }
        let client = try Client(port: server.port)
        let host = "Host: 127.0.0.1:\(server.port)\r\n"
        client.send("GET / HTTP/1.1\r\n\(host)Content-Length: 3\r\n\r\nabc")
        client.send("GET / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
        client.send("GET / HTTP/1.1\r\n\(host)Expect: 100-continue\r\nConnection: close\r\n\r\n")
        #expect(client.text().components(separatedBy: "HTTP/1.1 200 OK").count == 4)
    }

    @Test("A client that closes its sending side is answered, and then the connection ends")
    func halfClosed() throws {
        let (server, _, _) = try served()
        defer { server.stop() }
        let client = try Client(port: server.port)
        client.get("/", port: server.port, keeping: true)
        client.get("/events/closed.html", port: server.port, keeping: true)
        client.endSending()
        let text = client.text()
        #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
        #expect(text.contains("</html>"))
        #expect(client.isEnded())
        // The connection also ends after half a request, after none, and in the stream of events.
        for request in [
            "", "GET / HT", "GET /_dateline/events HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n",
        ] {
            let client = try Client(port: server.port)
            client.send(request)
            client.endSending()
            #expect(client.isEnded())
        }
    }

    /// A server whose site also has a film of the given size in bytes, and the folder that it is made of.
    private func servedWithFilm(_ size: Int) throws -> (server: DevServer, folder: TemporaryFolder) {
        let (server, folder, _) = try served()
        try folder.write("Content/media/film.mp4", "")
        #expect(truncate(folder.path + "/Content/media/film.mp4", off_t(size)) == 0)
        var builder = SiteBuilder(root: folder.path, BuildOptions())
        let build = try #require(try builder.build(.everything))
        server.show(try #require(build.site.output), of: build)
        return (server, folder)
    }

    /// The resident memory of this process, in bytes.
    private var memory: Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * Int(getpagesize())
    }

    @Test("Clients that request much and never read cost limited memory and do not delay others")
    func neverReads() throws {
        let (server, _) = try servedWithFilm(256 << 20)
        defer { server.stop() }
        let before = memory
        let request = "GET /media/film.mp4 HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n"
        let requests = Array(String(repeating: request, count: 1500).utf8)
        let greedy = try (0..<40).map { _ in try Client(port: server.port) }
        for client in greedy { #expect(client.sendAtOnce(requests) > 0) }
        for _ in 0..<20 {
            let client = try Client(port: server.port)
            client.get("/", port: server.port)
            #expect(client.text().hasPrefix("HTTP/1.1 200 OK"))
            usleep(50_000)
        }
        #if os(Linux)
            // 40 films are 10 GB; other tests that run at the same time need memory, too.
            #expect(memory - before < 400 << 20)
        #endif
        withExtendedLifetime(greedy) {}
    }

    @Test("A film arrives whole, and the connection ends if the file gets shorter while it is sent")
    func shortened() throws {
        // More than the system buffers for a client that has not read it yet.
        let size = 24 << 20
        let (server, folder) = try servedWithFilm(size)
        defer { server.stop() }
        let whole = try Client(port: server.port)
        whole.get("/media/film.mp4", port: server.port)
        #expect(whole.isEnded(seconds: 60))
        #expect(whole.count > size)
        let cut = try Client(port: server.port)
        cut.get("/media/film.mp4", port: server.port, keeping: true)
        _ = cut.text(until: "Content-Length: ")
        #expect(truncate(folder.path + "/Content/media/film.mp4", 1) == 0)
        #expect(cut.isEnded())
    }

    @Test("With too many connections the oldest is closed, so that a new one is served")
    func manyConnections() throws {
        let (server, _, _) = try served()
        defer { server.stop() }
        var slow: [Client] = []
        for _ in 0..<600 {
            slow.append(try Client(port: server.port))
            slow.last?.send("GET / HT")
        }
        let client = try Client(port: server.port)
        client.get("/", port: server.port)
        #expect(client.text().hasPrefix("HTTP/1.1 200 OK"))
        #expect(slow[0].isEnded())
        #expect(server.connectionCount <= 512)
    }

    @Test("A page that takes long to make delays no other page, however often it is requested")
    func slowPages() throws {
        let server = try DevServer(host: "127.0.0.1", ports: [0], sources: MemoryFileTree())
        let gate = Gate()
        defer { server.stop() }
        defer { gate.open() }
        let slow = (0..<6).map { number in
            OutputFile("slow\(number).html", of: "x", .rendered { _ in gate.pass() })
        }
        let quick = OutputFile("quick.html", of: "x", .rendered { $0.append(text: "quick") })
        let (tree, _) = OutputTree.assemble(slow + [quick], similarNames: .similarNames)
        server.show(tree)
        let waiting = try (0..<60).map { number in
            let client = try Client(port: server.port)
            client.get("/slow\(number % 6).html", port: server.port)
            return client
        }
        let client = try Client(port: server.port)
        client.get("/quick.html", port: server.port)
        #expect(client.text(seconds: 10).contains("quick"))
        gate.open()
        for client in waiting { #expect(client.text().hasPrefix("HTTP/1.1 200 OK")) }
        // Each is made once.
        #expect(gate.count == 6)
    }

    @Test("Two hundred unfinished requests delay no other request")
    func halfOpen() throws {
        let (server, _, _) = try served()
        defer { server.stop() }
        let slow = try (0..<200).map { _ in try Client(port: server.port) }
        for client in slow { client.send("GET / HT") }
        let client = try Client(port: server.port)
        client.get("/", port: server.port)
        #expect(client.text().hasPrefix("HTTP/1.1 200 OK"))
        withExtendedLifetime(slow) {}
    }

    @Test("A port in use is an error with its number; of several ports the next one is used")
    func portInUse() throws {
        let (server, _, _) = try served()
        defer { server.stop() }
        let port = server.port
        #expect(throws: ServerFailure.portInUse(port)) {
            try DevServer(host: "127.0.0.1", ports: [port], sources: MemoryFileTree())
        }
        let other = try DevServer(host: "127.0.0.1", ports: [port, 0], sources: MemoryFileTree())
        #expect(other.port != port)
        other.stop()
    }

    @Test("Browsers get the current state at once, and each later state when its pages are ready")
    func events() throws {
        var (server, folder, builder) = try served()
        defer { server.stop() }
        let events = try Client(port: server.port)
        events.get("/_dateline/events", port: server.port, keeping: true)
        let first = events.text(until: "\n\n")
        #expect(first.contains("text/event-stream"))
        _ = events.text(until: "-1\"")
        events.forget()

        try folder.write("Content/events/closed.md", SmallSite.entry("Harbour shut"))
        let build = try #require(try builder.build(.paths(["Content/events/closed.md"])))
        server.show(try #require(build.site.output), of: build)
        #expect(events.text(until: "-2\"").contains("\"change\":\"site\""))
        let page = try Client(port: server.port)
        page.get("/", port: server.port)
        #expect(page.text().contains("Harbour shut"))
        events.forget()

        server.show(Trouble([.init("error: broken")]), sources: build.sources)
        #expect(events.text(until: "broken").contains("\"trouble\":{"))
        events.forget()

        try folder.write("Templates/style.css", "body { color: red }\n")
        let style = try #require(try builder.build(.paths(["Templates/style.css"])))
        server.show(try #require(style.site.output), of: style)
        let last = events.text(until: "-3\"")
        #expect(last.contains("\"change\":\"style\""))
        #expect(!last.contains("\"trouble\":{"))
    }
}

/// A gate that blocks every thread that passes until it is opened.
private final class Gate: Sendable {
    private let state = Mutex((isOpen: false, count: 0))

    var count: Int { state.withLock { $0.count } }

    func open() { state.withLock { $0.isOpen = true } }

    func pass() {
        state.withLock { $0.count += 1 }
        while !state.withLock({ $0.isOpen }) { usleep(10_000) }
    }
}
