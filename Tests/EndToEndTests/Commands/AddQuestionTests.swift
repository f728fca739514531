import Foundation
import TestSupport
import Testing

/// The questions of `dateline add` at a terminal, and what it writes for the answers.
@Suite(.serialized) struct AddQuestionTests {
    private func site() throws -> TemporaryFolder {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write(
            "Content/timeline.yml", "title: Harbour\ngroups: [{id: shipping, name: Shipping}]\n")
        try site.write(
            "Content/actors.yml",
            "port-authority: {name: Port Authority, short: Port}\ndockers-union: {name: Dockers' Union}\nport-police: {name: Harbour Police}\n"
        )
        try site.write("Content/places.yml", "old-quay: {name: Old Quay, also: [Altkai]}\n")
        try site.write("Content/sources.yml", "gazette: {publisher: The Gazette, date: 1911-08-12}")
        return site
    }

    @Test func namesAreMatchedWithWhatIsRegistered() throws {
        let site = try site()
        let answers = [
            "Ships held", "1911-08-11", "confirmed",
            "shiping", "1",  // a misspelt id: the first suggestion
            "por", "9", "2",  // two ids begin like this; there is no ninth
            "Dockers' union",  // a name, in another case
            "The Crowd", "",  // a new name
            "altkai", "",  // another name
            "gaz", "1", "",
        ]
        let screen = try Terminal.run(["add"], at: site.path, answers: answers)
        #expect(screen.status == 0)
        #expect(screen.text.contains("Group (shipping), or nothing: "))
        #expect(
            screen.text.contains(
                "  1  port-authority  Port Authority\r\n  2  port-police  Harbour Police\r\n"))
        #expect(screen.text.contains("  old-quay  Old Quay\r\n"))
        #expect(
            try site.text("Content/events/1911-08-11-ships-held.md") == """
                ---
                title: Ships held
                date: 1911-08-11
                status: confirmed
                group: shipping
                actors: [port-police, dockers-union, The Crowd]
                places: [old-quay]
                sources: [gazette]
                ---

                """)
        #expect(try site.run("build").status == 0)
    }

    @Test func anAddressIsRegistered() throws {
        let site = try site()
        let answers = [
            "Ships held", "1911-08-11", "confirmed", "", "", "", "https://www.example.org/1?a=b#c", "",
            "The Courier",
            "12.8.1911", "1911-08-12",
        ]
        let screen = try Terminal.run(["add"], at: site.path, answers: answers)
        #expect(screen.status == 0)
        #expect(screen.text.contains("Publisher of example.org [example.org], or nothing: "))
        #expect(screen.text.contains("  12 August 1911\r\n"))
        #expect(
            try site.text("Content/sources.yml") == """
                gazette: {publisher: The Gazette, date: 1911-08-12}
                the-courier-1911-08-12: {publisher: The Courier, date: 1911-08-12, url: "https://www.example.org/1?a=b#c"}

                """)
        #expect(
            try site.text("Content/events/1911-08-11-ships-held.md").contains(
                "\nsources: [the-courier-1911-08-12]\n"))
        #expect(try site.run("build", "--strict").status == 0)
    }

    // MARK: Completing

    /// A terminal that can redraw a line.
    private let keys = ["TERM": "xterm"]

    @Test func tabCompletesNames() throws {
        let site = try site()
        let answers = [
            "Ships held", "1911-08-11", "confirmed",
            "shi\t",
            "po\t\ta\t",  // `port-`, the list of two, `port-authority`
            "dokcers\u{7F}\u{15}Unión\u{7F}\u{7F}on\t",  // erased completely, and in part
            "\u{1B}[AThe Crowe\u{7F}d", "",
            "\t", "",  // the only place
            "gaz\t", "",
        ]
        let screen = try Terminal.run(["add"], at: site.path, answers: answers, environment: keys)
        #expect(screen.status == 0)
        #expect(screen.isRestored)
        #expect(
            screen.text.contains("  port-authority  Port Authority\r\n  port-police  Harbour Police\r\n"))
        #expect(
            try site.text("Content/events/1911-08-11-ships-held.md") == """
                ---
                title: Ships held
                date: 1911-08-11
                status: confirmed
                group: shipping
                actors: [port-authority, dockers-union, The Crowd]
                places: [old-quay]
                sources: [gazette]
                ---

                """)
    }

    @Test func whatHasNoNameIsRefusedWithASound() throws {
        let site = try site()
        let answers = ["Ships held", "1911", "confirmed", "xyz\tq\u{17}", "", "", ""]
        let screen = try Terminal.run(["add"], at: site.path, answers: answers, environment: keys)
        #expect(screen.status == 0)
        #expect(screen.text.contains("xyz\u{07}"))
        #expect(try !site.text("Content/events/1911-ships-held.md").contains("group"))
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func aSignalLeavesTheTerminalAsItWas(_ signal: Int32) throws {
        let site = try site()
        let screen = try Terminal.run(
            ["add"], at: site.path, answers: ["Ships held", "1911", "confirmed"], signal: signal,
            environment: keys)
        #expect(screen.wasKilled)
        #expect(screen.status == signal)
        #expect(screen.isRestored)
    }

    @Test func anEndOfInputLeavesTheTerminalAsItWas() throws {
        let site = try site()
        let before = try site.tree("")
        let screen = try Terminal.run(
            ["add"], at: site.path, answers: ["Ships held", "1911", "confirmed"], ends: true,
            environment: keys)
        #expect(screen.status == 64)
        #expect(screen.isRestored)
        #expect(try site.tree("") == before)
    }

    // MARK: Without a terminal

    private let common = ["add", "Ships held", "--date", "1911-08-11", "--status", "confirmed"]

    @Test func aSourceIsRegisteredByItsAddress() throws {
        let site = try site()
        let url = "https://example.org/held"
        let run = try site.run(
            common + [
                "--cite-url", url, "--cite-publisher", "The \"Courier\"", "--cite-title", "Held: 40",
                "--cite-date",
                "[1911-08-12,1911-08-13]",
            ])
        #expect(run.status == 0)
        #expect(run.error == "")
        let line =
            "the-courier-1911-08-12-1911-08-13: {title: \"Held: 40\", publisher: \"The \\\"Courier\\\"\", date: \"[1911-08-12,1911-08-13]\", url: \"\(url)\"}\n"
        #expect(try site.text("Content/sources.yml").hasSuffix("\n" + line))
        // Its address is known now.
        let again = try site.run([
            "add", "Again", "--date", "1911-08-12", "--status", "confirmed", "--cite-url", url,
        ])
        #expect(again.status == 0)
        #expect(try site.text("Content/sources.yml").hasSuffix("\n" + line))
        #expect(
            try site.text("Content/events/1911-08-12-again.md").contains(
                "[the-courier-1911-08-12-1911-08-13]"))
    }

    @Test func theFirstSourceMakesTheFile() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.run(common + ["--cite-url", "https://example.org/held"])
        #expect(run.status == 0)
        #expect(
            try site.text("Content/sources.yml")
                == "example-org: {publisher: example.org, url: \"https://example.org/held\"}\n")
        let other = try site.run(
            [
                "add", "Other", "--date", "1911", "--status", "confirmed", "--cite-url",
                "https://example.org/b",
            ])
        #expect(other.status == 0)
        #expect(try site.text("Content/sources.yml").contains("\nexample-org-2: {"))
    }

    @Test func whatCannotBeAddedToIsLeft() throws {
        let site = try site()
        try site.write("Content/sources.yml", "{gazette: {publisher: The Gazette, date: 1911-08-12}}\n")
        let before = try site.stamps("Content")
        let run = try site.run(common + ["--cite-url", "https://example.org/held"])
        #expect(run.status == 1)
        #expect(run.error.hasSuffix("nothing was written\n"))
        #expect(try site.stamps("Content") == before)
    }

    @Test(arguments: [
        ["--cite-url", "example.org"], ["--cite-url", "ftp://example.org/a"], ["--cite-title", "x"],
    ])
    func wrongUsageWritesNothing(_ options: [String]) throws {
        let site = try site()
        let before = try site.stamps("Content")
        #expect(try site.run(common + options).status == 64)
        #expect(try site.stamps("Content") == before)
    }

    @Test func theEditorIsOpened() throws {
        let site = try site()
        try site.write("editor", "#!/bin/sh\nprintf '%s\\n' \"$@\" > opened\nexit ${FAILS:-0}\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: site.url("editor").path)
        let run = try site.run(common + ["--edit"], environment: ["VISUAL": "", "EDITOR": "./editor --wait"])
        #expect(run.status == 0)
        #expect(try site.text("opened") == "--wait\nContent/events/1911-08-11-ships-held.md\n")
        let fails = try site.run(
            ["add", "B", "--date", "1911", "--status", "confirmed", "--cite", "gazette", "--edit"],
            environment: ["VISUAL": "./editor", "FAILS": "3"])
        #expect(fails.status == 3)
        let none = try site.run(
            ["add", "C", "--date", "1911", "--status", "confirmed", "--cite", "gazette", "--edit"],
            environment: ["VISUAL": "", "EDITOR": "./no-such-editor"])
        #expect(none.status == 74)
        #expect(none.error == "error: ./no-such-editor: cannot be started; the entry was written\n")
        #expect(site.exists("Content/events/1911-c.md"))
    }
}
