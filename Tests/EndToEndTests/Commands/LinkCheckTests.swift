import Foundation
import TestSupport
import Testing

@testable import dateline

/// `dateline check --links` with a server on this machine.
@Suite(.serialized) struct LinkCheckTests {
    /// A server whose answer depends on the address: `/404`, `/get-only`, `/elsewhere`.
    private static let server = """
        import http.server, sys, threading
        class Answers(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"
            def answer(self):
                with open(sys.argv[1], "a") as log: log.write(self.command + " " + self.path + "\\n")
                path = self.path
                if path == "/get-only": code = 200 if self.command == "GET" else 405
                elif path in ("/moved", "/elsewhere"): code = 302
                else: code = int(path[1:4])
                self.send_response(code)
                if path == "/moved": self.send_header("Location", "/200")
                if path == "/elsewhere": self.send_header("Location", "file:///etc/passwd")
                self.end_headers()
            do_GET = do_HEAD = answer
            def log_message(self, *a): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        print(server.server_address[1], flush=True)
        threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown())).start()
        server.serve_forever()
        """

    private final class Server {
        let process = Process()
        let input = Pipe()
        let port: Int
        let log: String

        init(_ folder: TemporaryFolder) throws {
            try folder.write("server.py", LinkCheckTests.server)
            log = folder.path + "/log.txt"
            let output = Pipe()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["python3", folder.path + "/server.py", log]
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            var line = ""
            while !line.hasSuffix("\n") {
                let bytes = output.fileHandleForReading.availableData
                if bytes.isEmpty { break }
                line += String(decoding: bytes, as: UTF8.self)
            }
            port = try #require(Int(line.trimmingCharacters(in: .newlines)))
        }

        func stop() {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
    }

    private func site(_ port: Int, _ paths: [String]) throws -> TemporaryFolder {
        let site = try TemporaryFolder(SmallSite.files)
        let lines = paths.enumerated().map { "s\($0): {title: S, url: \"http://127.0.0.1:\(port)/\($1)\"}\n" }
        try site.write("Content/sources.yml", lines.joined())
        try site.write(
            "Content/timeline.yml",
            "title: Harbour\nrules: {orphan-source: off, source-without-archive: off, repeated-name: off}\n")
        return site
    }

    @Test func whatIsDeadIsAWarningAndWhatIsUnsureANote() throws {
        let tools = try TemporaryFolder()
        let server = try Server(tools)
        defer { server.stop() }
        let site = try site(
            server.port, ["200", "404", "403", "429", "500", "410", "get-only", "moved", "elsewhere"])
        let run = try site.run("check", "--links", "--link-cache", tools.path + "/cache")
        #expect(run.status == 0)
        let told = run.error.split(separator: "\n").filter { $0.hasPrefix("Content/") }
            .map { $0.replacing(":\(server.port)", with: "") }
        #expect(
            told == [
                "Content/sources.yml:2:21: warning: 'http://127.0.0.1/404' cannot be reached: 404 [dead-external-link]",
                "Content/sources.yml:3:21: note: 'http://127.0.0.1/403' is unverified: 403 [unverified-link]",
                "Content/sources.yml:4:21: note: 'http://127.0.0.1/429' is unverified: 429 [unverified-link]",
                "Content/sources.yml:5:21: note: 'http://127.0.0.1/500' is unverified: 500 [unverified-link]",
                "Content/sources.yml:6:21: warning: 'http://127.0.0.1/410' cannot be reached: 410 [dead-external-link]",
                "Content/sources.yml:9:21: warning: 'http://127.0.0.1/elsewhere' cannot be reached: leads to an address that is not http or https [dead-external-link]",
            ])
        let log = try tools.text("log.txt").split(separator: "\n")
        #expect(log.contains("HEAD /get-only"))
        #expect(log.contains("GET /get-only"))
        #expect(!log.contains("GET /200"), "HEAD was enough")
        // Links that were reached are not requested again; the others are.
        try tools.write("log.txt", "")
        _ = try site.run("check", "--links", "--link-cache", tools.path + "/cache")
        let again = try tools.text("log.txt").split(separator: "\n")
        #expect(!again.contains("HEAD /200"))
        #expect(!again.contains("HEAD /moved"))
        #expect(again.contains("HEAD /404"))
        #expect(try site.tree("").keys.allSatisfy { $0.hasPrefix("Content/") })
    }

    @Test func addressesInTextsAreAskedToo() throws {
        let tools = try TemporaryFolder()
        let server = try Server(tools)
        defer { server.stop() }
        let site = try site(server.port, ["200"])
        try site.write(
            "Content/events/text.md",
            SmallSite.entry("Text", "1911-08-13", body: "[a](http://127.0.0.1:\(server.port)/404?a=1&b=2)"))
        let run = try site.run("check", "--links", "--link-cache", tools.path + "/cache", "--strict")
        #expect(run.status == 1)
        #expect(run.error.contains("/404?a=1&b=2' cannot be reached: 404 [dead-external-link]"))
    }

    @Test func withoutCurlItIsSaid() throws {
        let site = try site(1, ["200"])
        let run = try site.run("check", "--links", environment: ["PATH": site.path])
        #expect(run.status == 74)
        #expect(run.error == "error: --links needs the program curl, which is not installed\n")
    }

    @Test func nothingIsKeptWithinTheSitesContent() throws {
        let site = try site(1, ["200"])
        let run = try site.run("check", "--links", "--link-cache", "Content/cache")
        #expect(run.status == 64)
        #expect(run.error.hasPrefix("Error: --link-cache Content/cache is inside Content"))
    }

    @Test(
        arguments: [
            (0, 200, LinkResult.reached), (0, 204, .reached), (0, 404, .dead("404")),
            (0, 403, .unverified("403")),
            (0, 429, .unverified("429")), (0, 503, .unverified("503")), (6, 0, .dead("no such host")),
            (28, 0, .unverified("no answer in time")), (56, 0, .unverified("curl ended with 56")),
            (1, 302, .dead("leads to an address that is not http or https")),
        ] as [(Int32, Int, LinkResult)])
    func answersMean(_ exit: Int32, _ code: Int, _ result: LinkResult) {
        #expect(LinkCheck.result(exit: exit, code: code) == result)
    }
}
