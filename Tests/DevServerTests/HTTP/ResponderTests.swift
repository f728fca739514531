import Diagnostics
import Files
import Foundation
import NIOHTTP1
import SiteRendering
import TestSupport
import Testing
import TimelineModel
import UTF8Text

@testable import DevServer

/// Requests and their answers, without a network.
@Suite struct ResponderTests {
    @Test("A page is served with its type, its state, the published headers and the script of the preview")
    func page() throws {
        let response = try PreviewSite.get("/")
        #expect(response.status == .ok)
        #expect(response.headers["Content-Type"] == ["text/html; charset=utf-8"])
        #expect(response.text.contains("data-state=\"run-1\" data-worker=\"/_dateline/follow.js\""))
        for header in siteHeaders { #expect(response.headers[header.name] == [header.value]) }
        #expect(response.headers["Cache-Control"] == ["no-cache"])
        #expect(response.headers["Vary"] == ["Accept-Encoding"])
        let script = try #require(response.text.firstRange(of: "<script src=\"/_dateline/reload.js\""))
        let body = try #require(response.text.firstRange(of: "</body>"))
        #expect(script.upperBound < body.lowerBound)
        #expect(response.text.contains("data-generation=\"run-1\""))
    }

    @Test("Other sites may show the page for frames, and no other page")
    func frames() throws {
        func policy(_ path: String) throws -> String {
            try PreviewSite.get(path).headers["Content-Security-Policy"].joined()
        }
        #expect(try policy("/embed.html").hasSuffix("; frame-ancestors *"))
        for path in ["/", "/index.html", "/events/closed.html", "/nothing.html"] {
            #expect(try policy(path).hasSuffix("; frame-ancestors 'self'"), "\(path)")
        }
    }

    @Test("Only pages have the script of the preview")
    func otherFiles() throws {
        #expect(!(try PreviewSite.get("/style.css").text.contains("_dateline")))
        #expect(try PreviewSite.get("/media/quay.mp3").text == PreviewSite.files["Content/media/quay.mp3"])
        #expect(try PreviewSite.get("/media/quay.mp3").headers["Vary"] == [])
    }

    @Test("If-None-Match gives 304 for the current tag and the page for another tag")
    func conditions() throws {
        let preview = try PreviewSite.preview()
        let tag = try #require(try PreviewSite.get("/", from: preview).headers.first(name: "ETag"))
        for field in [tag, "\"x\", W/\(tag)", "*"] {
            let response = try PreviewSite.get("/", ["If-None-Match": field], from: preview)
            #expect(response.status == .notModified)
            #expect(response.bytes.isEmpty)
            #expect(response.headers["ETag"] == [tag])
        }
        #expect(try PreviewSite.get("/", ["If-None-Match": "\"zz\""], from: preview).status == .ok)
    }

    @Test("The gzip form has a tag of its own and the length of the page")
    func gzip() throws {
        let plain = try PreviewSite.get("/")
        let packed = try PreviewSite.get("/", ["Accept-Encoding": "gzip"])
        #expect(packed.headers["Content-Encoding"] == ["gzip"])
        #expect(packed.headers["ETag"] != plain.headers["ETag"])
        #expect(packed.bytes.prefix(2) == [0x1F, 0x8B])
        #expect(packed.bytes.count < plain.bytes.count / 2)
        // RFC 1952: the last four bytes are the length of what was packed.
        let length = packed.bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        #expect(length == plain.bytes.count)
    }

    @Test(
        "Media that a browser could run are sent as text or as a download, and no script runs in any medium")
    func runningMedia() throws {
        var files = PreviewSite.files
        let names = [
            "report.html", "report.XHTML", "a.xml", "run.js", "run.mjs", "a.mht", "shell.php", "no.unknown",
            "drawing.svg", "paper.pdf", "note.txt", "plain", "\u{301}.html", "film.mp4", "a.html.png",
        ]
        for name in names { files["Content/media/" + name] = "<script>1</script>" }
        files["Templates/assets/own.html"] = "<body></body>"
        let preview = try PreviewSite.preview(files)
        func type(_ name: String) throws -> String? {
            let response = try PreviewSite.get("/media/" + percentEncoded(name), from: preview)
            #expect(response.status == .ok, "\(name)")
            #expect(response.headers["X-Content-Type-Options"] == ["nosniff"])
            let policy = try #require(response.headers.first(name: "Content-Security-Policy"))
            #expect(policy.hasPrefix("default-src 'none'; ") && !policy.contains("script-src"))
            #expect(policy.hasSuffix("; sandbox") == (name != "paper.pdf"))
            #expect(!response.text.contains("_dateline"))
            #expect(response.headers["Content-Disposition"] == (name == "no.unknown" ? ["attachment"] : []))
            return response.headers.first(name: "Content-Type")
        }
        for name in names[..<7] + ["note.txt", "plain", "\u{301}.html"] {
            #expect(try type(name) == "text/plain; charset=utf-8", "\(name)")
        }
        #expect(try type("no.unknown") == "application/octet-stream")
        #expect(try type("drawing.svg") == "image/svg+xml")
        #expect(try type("paper.pdf") == "application/pdf")
        #expect(try type("film.mp4") == "video/mp4")
        #expect(try type("a.html.png") == "image/png")
        // A theme's files are trusted, like its templates.
        let own = try PreviewSite.get("/assets/own.html", from: preview)
        #expect(own.headers["Content-Type"] == ["text/html; charset=utf-8"])
        #expect(own.text.contains("_dateline"))
    }

    @Test("A film is sent from its file for every range, and its tag is made without reading it")
    func film() throws {
        let folder = try TemporaryFolder(PreviewSite.files)
        let path = folder.path + "/Content/media/film.mp4"
        try folder.write("Content/media/film.mp4", "begin")
        #expect(truncate(path, 3 << 30) == 0)
        var snapshot = SourceSnapshot(root: folder.path)
        _ = try snapshot.update(.everything)
        let site = try PreparedSite(snapshot, BuildOptions())
        var preview = Preview(run: "run", sources: snapshot)
        preview.show(try #require(site.output), from: snapshot, .site)
        func get(_ headers: HTTPHeaders, method: HTTPMethod = .GET) throws -> Response {
            try PreviewSite.get("/media/film.mp4", headers, method: method, from: preview)
        }
        func range(_ response: Response) -> Range<Int>? {
            if case .file(_, let range) = response.body { range } else { nil }
        }
        let size = 3 << 30
        let fresh = try #require(try get([:], method: .HEAD).headers.first(name: "ETag"))
        #expect(fresh.hasPrefix("W/\""))
        #expect(try range(get([:])) == 0..<size)
        #expect(try range(get(["Range": "bytes=0-0"])) == 0..<1)
        #expect(try range(get(["Range": "bytes=-9"])) == size - 9..<size)
        #expect(try range(get(["Range": "bytes=0-0,5-6,0-"])) == 0..<size)
        #expect(try get(["Range": "bytes=\(size)-"]).status == .rangeNotSatisfiable)
        #expect(try get(["If-None-Match": fresh]).status == .notModified)
        // With a weak tag the whole file is sent.
        #expect(try get(["Range": "bytes=0-0", "If-Range": fresh]).status == .ok)
        #expect(utimes(path, [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)]) == 0)
        #expect(try get(["If-None-Match": fresh]).status == .ok)
    }

    @Test("A range gives the part, and the whole file if If-Range names another version")
    func ranges() throws {
        let whole = try PreviewSite.get("/media/quay.mp3")
        let tag = try #require(whole.headers.first(name: "ETag"))
        let part = try PreviewSite.get("/media/quay.mp3", ["Range": "bytes=4-9", "If-Range": tag])
        #expect(part.status == .partialContent)
        #expect(part.bytes == Array(whole.bytes[4...9]))
        #expect(part.headers["Content-Range"] == ["bytes 4-9/\(whole.bytes.count)"])
        let other = try PreviewSite.get("/media/quay.mp3", ["Range": "bytes=4-9", "If-Range": "\"no\""])
        #expect(other.status == .ok)
        let beyond = try PreviewSite.get("/media/quay.mp3", ["Range": "bytes=1000-"])
        #expect(beyond.status == .rangeNotSatisfiable)
        #expect(beyond.headers["Content-Range"] == ["bytes */\(whole.bytes.count)"])
        let many = try PreviewSite.get("/media/quay.mp3", ["Range": "bytes=0-,0-,0-"])
        #expect(many.status == .ok)
    }

    @Test(
        "A path that is not a file of the site is not found",
        arguments: [
            "/Content/timeline.yml", "/../Content/timeline.yml", "/..%2f..%2fetc/passwd", "//etc/passwd",
            "/events", "/media/../index.html", "/./index.html", "/index.html/", "/style.css%00.png",
            "/_dateline/",
            "/_dateline/source/Content/media/quay.mp3", "/_dateline/source/../../etc/passwd",
            "/_dateline/source/Content/../timeline.yml",
        ])
    func nothing(_ address: String) throws {
        let response = try PreviewSite.get(address)
        #expect(response.status == .notFound || response.status == .movedPermanently)
        #expect(!response.text.contains("title: Harbour"))
        #expect(!response.text.contains("root:"))
    }

    @Test("A folder's address gives its index, and without the slash it redirects to it")
    func folders() throws {
        #expect(try PreviewSite.get("/status/").status == .ok)
        let moved = try PreviewSite.get("/status")
        #expect(moved.status == .movedPermanently)
        #expect(moved.headers["Location"] == ["/status/"])
    }

    @Test("An unknown page lists similar addresses and escapes the requested one")
    func nearMatches() throws {
        let response = try PreviewSite.get("/events/closd.html")
        #expect(response.status == .notFound)
        #expect(response.text.contains("href=\"/events/closed.html\""))
        #expect(try PreviewSite.get("/reopened").text.contains("href=\"/events/reopened.html\""))
        let hostile = try PreviewSite.get("/%3Cscript%3Ealert(1)%3C/script%3E")
        #expect(!hostile.text.contains("<script>alert"))
        #expect(hostile.text.contains("&lt;script&gt;"))
    }

    @Test("Methods other than GET and HEAD are refused, with the allowed ones in the answer")
    func methods() throws {
        for method in [HTTPMethod.POST, .PUT, .DELETE, .OPTIONS, .RAW(value: "FOO")] {
            let response = try PreviewSite.get("/", method: method)
            #expect(response.status == .methodNotAllowed)
            #expect(response.headers["Allow"] == ["GET, HEAD"])
        }
    }

    @Test("A request for another host, with no or two Host fields, or to another server is refused")
    func hosts() throws {
        #expect(try PreviewSite.get("/", host: "evil.example:8080").status == .misdirectedRequest)
        #expect(try PreviewSite.get("/", ["Host": "127.0.0.1:8080"]).status == .badRequest)
        #expect(try PreviewSite.get("http://127.0.0.1:8080/").status == .badRequest)
        #expect(try PreviewSite.get("*").status == .badRequest)
        #expect(try PreviewSite.get("/" + String(repeating: "a", count: 9000)).status == .uriTooLong)
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
        let response = PreviewSite.responder.respond(to: head, from: try PreviewSite.preview())
        #expect(response.status == .badRequest)
    }

    @Test("The location of a mistake links to its line in the source")
    func sources() throws {
        let address = SourcePage.address(of: "Content/events/closed.md", line: 3)
        #expect(address == "/_dateline/source/Content/events/closed.md#L3")
        let response = try PreviewSite.get("/_dateline/source/Content/events/closed.md")
        #expect(response.text.contains("<li id=\"L3\"><code>date: 1911-08-11</code></li>"))
    }

    @Test("Before the first successful build every page shows what is wrong")
    func troubleAtFirst() throws {
        var preview = Preview(run: "run", sources: MemoryFileTree())
        let text = "Content/events/closed.md:3:7: error: no <date>\n 3 | date: x"
        preview.show(
            Trouble([.init(text, path: "Content/events/closed.md", line: 3)]), from: MemoryFileTree())
        for address in ["/", "/events/closed.html"] {
            let response = try PreviewSite.get(address, from: preview)
            #expect(response.status == .serviceUnavailable)
            #expect(response.text.contains("error: no &lt;date&gt;\n 3 | date: x"))
            #expect(response.text.contains("href=\"/_dateline/source/Content/events/closed.md#L3\""))
            #expect(response.text.contains("data-trouble=\"run-1\""))
        }
    }

    @Test("The last good site is served while something is wrong")
    func troubleLater() throws {
        var preview = try PreviewSite.preview()
        preview.show(Trouble([.init("error: x")]), from: preview.sources)
        let response = try PreviewSite.get("/", from: preview)
        #expect(response.status == .ok)
        #expect(response.text.contains("Harbour closed"))
        #expect(preview.event.contains("\"text\":\"error: x\""))
        #expect(preview.generation == "run-1")
    }
}
