import Foundation
import SiteRendering
import Testing
import TimelineModel

@testable import DevServer

/// The server on a socket of this machine.
@Suite(.serialized) struct ServerTests {
    /// A server with a site, and the folder that it is made of.
    private func served() throws -> (server: DevServer, folder: Folder, builder: SiteBuilder) {
        let folder = try Folder(PreviewSite.files)
        var builder = SiteBuilder(root: folder.path, BuildOptions())
        let server = try DevServer(host: "127.0.0.1", ports: [0], sources: MemoryFileTree())
        let build = try #require(try builder.build(.everything))
        server.show(try #require(build.site.output), of: build)
        return (server, folder, builder)
    }

    @Test("a connection serves one request after another, also sent at once")
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
        "what is no request is refused, and the server lives on",
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

    @Test("two hundred half requests hold nobody up")
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

    @Test("a port in use is an error that names it; of several the next is taken")
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

    @Test("browsers are told the state at once, and later ones when their pages are there")
    func events() throws {
        var (server, folder, builder) = try served()
        defer { server.stop() }
        let events = try Client(port: server.port)
        events.get("/_dateline/events", port: server.port, keeping: true)
        let first = events.text(until: "\n\n")
        #expect(first.contains("text/event-stream"))
        _ = events.text(until: "-1\"")
        events.forget()

        try folder.write("Content/events/closed.md", PreviewSite.entry("Harbour shut"))
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
