import Foundation
import TestSupport
import Testing

/// Differences when a person uses the command at a terminal.
@Suite(.serialized) struct TerminalTests {
    @Test func addAsksAndReadsTheDateBack() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let answers = ["Ships held", "August 1911", "1911-08-0X", "claimd", "confirmed", "", "", "", ""]
        let screen = try Terminal.run(["add"], at: site.path, answers: answers)
        #expect(screen.status == 0)
        for question in ["Title: ", "Date (EDTF): ", "Status (confirmed, claimed", "Group, or nothing: "] {
            #expect(screen.text.contains(question))
        }
        #expect(screen.text.contains("write 1911-08"))
        #expect(screen.text.contains("  early August 1911\r\n"))
        #expect(screen.text.contains("  claimed?\r\n"))
        let written = try site.text("Content/events/1911-08-ships-held.md")
        #expect(written.contains("title: Ships held\ndate: 1911-08-0X\nstatus: confirmed\n"))
    }

    @Test func aSecondEntryOfOneNameIsOfferedAFreeOne() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let arguments = [
            "add", "Held", "--date", "1911", "--status", "confirmed", "--group", "S", "--actor", "A",
            "--place", "P", "--cite", "The Log",
        ]
        #expect(try Terminal.run(arguments, at: site.path, answers: []).status == 0)
        let second = try Terminal.run(arguments, at: site.path, answers: [""])
        #expect(second.status == 0)
        #expect(second.text.contains("Content/events/1911-held.md: there already"))
        #expect(second.text.contains("Slug [1911-held-2]"))
        #expect(site.exists("Content/events/1911-held-2.md"))
        let third = try Terminal.run(arguments, at: site.path, answers: ["1911-held", "Held", "other"])
        #expect(third.status == 0)
        #expect(third.text.contains("write held"))
        #expect(site.exists("Content/events/other.md"))
    }

    @Test func noGuessAtADateIsTaken() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let arguments = [
            "add", "Held", "--status", "confirmed", "--group", "S", "--actor", "A", "--place", "P",
            "--cite", "The Log",
        ]
        let screen = try Terminal.run(arguments, at: site.path, answers: ["1911/12", "", "1911-12"])
        #expect(screen.status == 0)
        #expect(screen.text.contains("write 1911-12 for December 1911\r\n"))
        #expect(screen.text.contains("write 1911/1912 for 1911–1912\r\n"))
        #expect(try site.text("Content/events/1911-12-held.md").contains("\ndate: 1911-12\n"))
    }

    @Test func addAsksOnlyForWhatIsMissing() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let arguments = ["add", "Ships held", "--date", "1911", "--group", "Shipping", "--cite", "The Log"]
        let screen = try Terminal.run(arguments, at: site.path, answers: ["confirmed", "", ""])
        #expect(screen.status == 0)
        #expect(!screen.text.contains("Title: "))
        #expect(!screen.text.contains("Group"))
        #expect(screen.text.contains("Status ("))
        #expect(site.exists("Content/events/1911-ships-held.md"))
    }

    @Test func anEndOfInputWritesNothing() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let before = try site.tree("")
        let screen = try Terminal.run(["add"], at: site.path, answers: ["Ships held"], ends: true)
        #expect(screen.status == 64)
        #expect(try site.tree("") == before)
    }

    @Test func mistakesAreColoured() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/events/bad.md", SmallSite.entry("Bad", "1911-13"))
        let screen = try Terminal.run(["build"], at: site.path, environment: ["TERM": "xterm"])
        #expect(screen.status == 1)
        #expect(screen.text.contains("\u{1B}[1;31merror: \u{1B}[0m"))
    }

    @Test(arguments: [["NO_COLOR": "1", "TERM": "xterm"], ["TERM": "dumb"]])
    func coloursCanBeRefused(_ environment: [String: String]) throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/events/bad.md", SmallSite.entry("Bad", "1911-13"))
        let screen = try Terminal.run(["build"], at: site.path, environment: environment)
        #expect(screen.status == 1)
        #expect(screen.text.contains("error: "))
        #expect(!screen.text.contains("\u{1B}"))
    }
}

/// A pseudo-terminal with a process at its other end.
enum Terminal {
    struct Screen {
        let status: Int32
        let wasKilled: Bool
        let text: String
        /// Whether the terminal is left as it was.
        let isRestored: Bool
    }

    /// The possible ends of a question; the second saves the cursor because the answer is redrawn key by key.
    private static let questionEnds = [": ", ": \u{1B}7"].map { Array($0.utf8) }

    private static let unblocking = """
        import os, signal, sys
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        os.execv(sys.argv[1], sys.argv[1:])
        """

    /// Runs `dateline` and types one answer at the end of each question; then ends the input or sends a signal, if
    /// one of them is given.
    static func run(
        _ arguments: [String], at folder: String, answers: [String] = [], ends: Bool = false,
        signal: Int32? = nil, environment: [String: String] = [:]
    ) throws -> Screen {
        let (controller, terminal) = try open()
        let before = try flags(controller)
        let process = Process()
        process.executableURL = try Dateline.found()
        process.arguments = arguments
        if signal != nil {
            // Foundation starts programs with signals blocked; a shell does not.
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments =
                ["python3", "-c", unblocking, try Dateline.found().path] + arguments
        }
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = Dateline.environment(environment)
        process.standardInput = terminal
        process.standardOutput = terminal
        process.standardError = terminal
        try process.run()
        try terminal.close()
        var screen: [UInt8] = []
        var waiting = answers[...]
        var answeredUpTo = 0
        while let bytes = read(controller) {
            screen += bytes
            guard screen.count > answeredUpTo,
                questionEnds.contains(where: { screen.suffix($0.count).elementsEqual($0) })
            else { continue }
            answeredUpTo = screen.count
            if let answer = waiting.popFirst() {
                controller.write(Data((answer + "\n").utf8))
            } else if ends {
                controller.write(Data([4]))
            } else if let signal {
                kill(process.processIdentifier, signal)
            }
        }
        process.waitUntilExit()
        return Screen(
            status: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal,
            text: String(decoding: screen, as: UTF8.self), isRestored: try flags(controller) == before)
    }

    /// The flags that say how the terminal passes on what is typed.
    private static func flags(_ controller: FileHandle) throws -> tcflag_t {
        var state = termios()
        try #require(tcgetattr(controller.fileDescriptor, &state) == 0)
        return state.c_lflag
    }

    private static func open() throws -> (controller: FileHandle, terminal: FileHandle) {
        var controller: Int32 = -1
        var terminal: Int32 = -1
        try #require(openpty(&controller, &terminal, nil, nil, nil) == 0)
        return (
            FileHandle(fileDescriptor: controller, closeOnDealloc: true),
            FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
        )
    }

    /// The bytes written to the terminal since the last call; nil when the process has closed it.
    private static func read(_ controller: FileHandle) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let got = Foundation.read(controller.fileDescriptor, &buffer, buffer.count)
        return got > 0 ? Array(buffer[..<got]) : nil
    }
}
