import Foundation
import TestSupport
import Testing

/// `dateline serve`, run as a person runs it.
@Suite(.serialized) struct ServeTests {
    /// Waits until a condition holds, for a generous time.
    private func eventually(_ what: Comment, _ holds: () throws -> Bool) throws {
        let end = Date.now.addingTimeInterval(60)
        while Date.now < end {
            if try holds() { return }
            Thread.sleep(forTimeInterval: 0.02)
        }
        Issue.record(what)
    }

    /// A preview of a small site on a port of its own.
    private func serve(
        _ site: TemporaryFolder, _ more: String..., body: (RunningProcess, URL) throws -> Void
    ) throws -> Run {
        let process = try site.start(["serve", "--port", "0"] + more)
        defer { process.process.terminate() }
        var address: URL?
        try eventually("the address is printed") {
            let output = try process.outputText()
            address = output.firstMatch(of: /(http:\/\/127\.0\.0\.1:[1-9][0-9]*\/)\n/)
                .flatMap { URL(string: String($0.1)) }
            return address != nil || !process.process.isRunning
        }
        let printed = try process.outputText()
        try body(process, try #require(address, "\(printed)"))
        process.process.interrupt()
        return try process.finish()
    }

    private func text(_ address: URL) throws -> String {
        // Any status is accepted: answers with 404 and 503 have a page, too.
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["curl", "-s", address.absoluteString]
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test("It prints its address, serves the site, follows an edit, and ends by Ctrl-C with status 0")
    func followsEdits() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try serve(site) { (process, address) throws in
            #expect(try text(address).contains("Harbour closed"))
            try site.write("Content/events/closed.md", SmallSite.entry("Harbour shut", "1911-08-11"))
            try eventually("the edit is on the page") { try text(address).contains("Harbour shut") }
            try eventually("a line reports the edit") {
                try process.outputText().contains("Content/events/closed.md; 2 entries, ")
            }
        }
        #expect(run.status == 0)
        #expect(!run.wasKilled)
        #expect(run.output.contains(/2 entries, [0-9]+ pages; [0-9]+ ms\n/))
        #expect(!site.exists("Site"))
    }

    @Test("An error is shown over the last good page, as in the terminal, until it is corrected")
    func errors() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try serve(site) { (process, address) throws in
            let events = try EventStream(address)
            defer { events.end() }
            try eventually("the first state") { events.text.contains("-1\"") }
            try site.write("Content/events/closed.md", SmallSite.entry("Harbour closed", "13.9.1911"))
            try eventually("the error is sent") { events.text.contains("\"trouble\":{") }
            #expect(events.text.contains("Content/events/closed.md:3:7: error: A date is written year first"))
            #expect(events.text.contains("/_dateline/source/Content/events/closed.md#L3"))
            #expect(try text(address).contains("Harbour closed"))
            try site.write("Content/events/closed.md", SmallSite.closed)
            try eventually("the corrected site is sent") { events.text.contains("-2\"") }
        }
        #expect(run.status == 0)
        #expect(run.error.contains("Content/events/closed.md:3:7: error: A date is written year first"))
    }

    @Test("Before the first build succeeds its errors are shown, then the site")
    func errorsAtFirst() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/timeline.yml", "titel: Harbour\n")
        _ = try serve(site) { (_, address) throws in
            #expect(try text(address).contains("Content/timeline.yml:1:1</a>: error: "))
            try site.write("Content/timeline.yml", SmallSite.settings)
            try eventually("the site is there") { try text(address).contains("Harbour closed") }
        }
    }

    @Test("Entries to be published later are shown and marked, and drafts are shown with --drafts")
    func later() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/timeline.yml", "title: Harbour\nas_of: 1911-09-01\n")
        try site.write(
            "Content/events/later.md", SmallSite.entry("Later", "1911-08-20", more: "publish: 1911-09-02"))
        try site.write("Content/events/draft.md", SmallSite.entry("Sketch", "1911", more: "draft: true"))
        _ = try serve(site) { (_, address) throws in
            #expect(try text(address).contains("To be published on 2 September 1911"))
            #expect(try text(address.appending(path: "events/later.html")).contains("To be published on"))
            #expect(!(try text(address).contains("Sketch")))
        }
        _ = try serve(site, "--drafts") { (_, address) throws in
            #expect(try text(address).contains("Sketch"))
        }
    }

    @Test("A link to nothing or out of the site is the same error in build, check and serve")
    func links() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let outside = try TemporaryFolder(["secret.md": "secret"])
        let nowhere = "Content/events/l.md:1:1: error: 'events/l.md' is a symbolic link that leads nowhere"
        let out = "Content/out:1:1: error: 'out' is a symbolic link that leads out of Content"
        let style = "Templates/style.css:1:1: error: 'style.css' is a symbolic link that leads out"
        let run = try serve(site) { (process, address) throws in
            let events = try EventStream(address)
            defer { events.end() }
            try eventually("the first state") { events.text.contains("-1\"") }
            try site.link("Content/events/l.md", to: "nothing.md")
            try eventually("the link is reported") { events.text.contains(nowhere) }
            try site.link("Content/out", to: outside.path)
            try eventually("the other too") { events.text.contains(out) }
            try site.write("Templates/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
            try site.link("Templates/style.css", to: outside.path + "/secret.md")
            try eventually("and that in Templates") { events.text.contains(style) }
            #expect(!(try text(address.appending(path: "style.css")).contains("secret")))
            #expect(try text(address).contains("Harbour closed"))
        }
        #expect(run.status == 0)
        for message in [nowhere, out, style] { #expect(run.error.contains(message)) }
        for command in ["build", "check"] {
            let run = try site.run(command)
            #expect(run.status == 1)
            for message in [nowhere, out, style] { #expect(run.error.contains(message)) }
        }
        #expect(!site.exists("Site"))
        _ = try serve(site) { (_, address) throws in
            let page = try text(address)
            for place in ["Content/events/l.md:1:1", "Content/out:1:1", "Templates/style.css:1:1"] {
                #expect(page.contains(place + "</a>: error: "))
            }
            for name in ["Content/events/l.md", "Content/out", "Templates/style.css"] {
                try FileManager.default.removeItem(atPath: site.path + "/" + name)
            }
            try eventually("the site is there") { try text(address).contains("Harbour closed") }
        }
    }

    @Test("If the limit of open files is too low, serve ends with a message that says what to raise")
    func fewFiles() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.shell("ulimit -n 40; exec dateline serve --port 0")
        #expect(run.status == 74)
        #expect(!run.wasKilled)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("error: the system lets this program open 40 files at once"))
        #expect(
            run.error.hasSuffix("A preview needs 64. Raise the limit, for example with `ulimit -n 1024`.\n"))
    }

    @Test("A port in use ends it with status 74 and a message; SIGTERM ends it with 0")
    func portInUse() throws {
        let site = try TemporaryFolder(SmallSite.files)
        _ = try serve(site) { (process, address) throws in
            let port = try #require(address.port)
            let other = try site.run("serve", "--port", String(port))
            #expect(other.status == 74)
            #expect(other.error == "error: port \(port) is in use on 127.0.0.1; choose another with --port\n")
            process.process.terminate()
            let run = try process.finish()
            #expect(run.status == 0)
            #expect(!run.wasKilled)
        }
        #expect(try site.run("serve", "--port", "65536").status == 64)
    }

    @Test(
        "A host without an address ends it with status 74 and a message",
        arguments: [
            ("nope.invalid", "nope.invalid"), ("300.1.1.1", "300.1.1.1"), ("a b", "a b"),
            ("", "an empty name"),
        ])
    func unknownHost(_ host: String, _ name: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.run("serve", "--port", "0", "--host", host)
        #expect(run.status == 74)
        #expect(run.output == "")
        let words = "error: the system finds no address of \(name); give one of this machine with --host\n"
        #expect(run.error == words)
    }
}

/// The events that curl receives from `/_dateline/events`.
private final class EventStream {
    private let process = Process()
    private let file: TemporaryFolder

    init(_ address: URL) throws {
        file = try TemporaryFolder(["events": ""])
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["curl", "-sN", address.appending(path: "_dateline/events").absoluteString]
        process.standardOutput = try FileHandle(forWritingTo: file.url("events"))
        try process.run()
    }

    var text: String { (try? file.text("events")) ?? "" }

    func end() {
        // The thread that started it may block signals, and the process has then inherited that.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
