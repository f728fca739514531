import Foundation
import TestSupport
import Testing

/// Behaviour of every command, however it is started: a failure must never look like success.
@Suite struct ProcessTests {
    private static let full = "error: standard output: No space left on device\n"

    #if os(Linux)
        /// A device that accepts no bytes, like a full disk.
        @Test(arguments: [
            "--help", "--version", "help build", "build --help", "--generate-completion-script bash",
            "--generate-completion-script zsh", "--generate-completion-script fish",
            "--experimental-dump-help",
            "---completion explain -- positional@0 1 9 dateline explain", "manual", "explain",
            "explain yaml-syntax",
            "explain --format json", "date 2023", "date --format json 2023", "schema entry",
            "schema entry --ids",
            "check", "check --format json", "check --format github", "check --format sarif", "build",
            "build --timings-json", "add X --date 2023 --status confirmed", "new other",
        ])
        func whatCannotBePrintedIsAFailure(_ command: String) throws {
            let site = try TemporaryFolder(SmallSite.files)
            try site.write(
                "Content/events/closed.md", SmallSite.entry("Harbour closed", "1911-08-11", more: "tagz: a"))
            let run = try site.shell("exec dateline \(command) >/dev/full")
            // Completions of a shell are not printed for a person, so their failure does not matter.
            #expect(
                run.status == 74 || command.hasPrefix("---completion") && run.status != 0, "\(run.status)")
            if run.status == 74 { #expect(run.error.hasSuffix(Self.full)) }
        }

        @Test func aStreamThatIsClosedTakesNothing() throws {
            let site = try TemporaryFolder(SmallSite.files)
            #expect(try site.shell("exec dateline --version >&-").status == 74)
            #expect(try site.shell("exec dateline build >&-").status == 74)
            // Text for a closed stream must not be written into a file of the site.
            try site.remove("Site")
            let run = try site.shell("exec dateline build <&- 2>&- >out; echo $?")
            #expect(try site.text("out").hasPrefix("Site: 2 entries"), "\(run.output)")
            let other = try TemporaryFolder(SmallSite.files)
            try other.run("build")
            #expect(try site.tree("Site") == other.tree("Site"))
        }

        /// A container or a chroot may have no /proc.
        @Test func nothingRestsOnTheFolderOfProcesses() throws {
            let site = try TemporaryFolder(SmallSite.files)
            let hidden =
                "exec unshare --map-root-user --mount sh -c 'mount -t tmpfs none /proc && exec dateline"
            let run = try site.shell("\(hidden) build --quiet --strict'")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.output == "")
            #expect(site.exists("Site/index.html"))
            #expect(try site.shell("\(hidden) nonsense'").status == 64)
            #expect(try site.shell("\(hidden) --version'").output == site.run("--version").output)
            #expect(try site.shell("\(hidden) date 1911-13'").status == 1)
        }

        @Test(arguments: [3, 5, 8, 15])
        func fewFilesThatMayBeOpenAreTold(_ count: Int) throws {
            let site = try TemporaryFolder(SmallSite.files)
            // The limits are enough for the program's libraries, which are opened one after another.
            for command in [
                "build", "check --fix", "check --links", "new other", "serve --port 0", "schema entry --ids",
            ] {
                let run = try site.shell(
                    "ulimit -n 64; exec prlimit --nofile=\(count + 1) dateline \(command)")
                #expect(run.status == 74, "\(command): \(run.status)")
                #expect(run.error.contains("raise the system's limit (ulimit -n)"), "\(run.error)")
            }
            #expect(try site.tree("").keys.sorted() == SmallSite.files.keys.sorted())
        }
    #endif

    @Test(arguments: [
        "build --output", "build --source", "check --link-cache", "new", "date", "build --base-url",
        "serve --host",
        "schema entry --source", "add", "explain",
    ])
    func anArgumentThatIsNoTextIsWrongUsage(_ command: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.shell("exec dateline \(command) \"$(printf 'a\\377b')\"")
        #expect(run.status == 64)
        #expect(run.output == "")
        let place = command.split(separator: " ").count + 1
        #expect(run.error == "error: argument \(place) is not UTF-8\n")
        #expect(try site.tree("").keys.sorted() == SmallSite.files.keys.sorted())
    }

    @Test func aTerminalObeysNothingThatWasWrittenOnTheCommandLine() throws {
        let site = try TemporaryFolder(SmallSite.files)
        for arguments in [
            ["\u{1B}[2J"], ["build", "--nonsense\u{202E}"], ["build", "--source", "\u{9B}x"],
            ["explain", "\u{1B}x"],
            ["build", "--base-url", "https://\u{1B}x/"], ["build", "--output", "Content/\u{1B}x"],
        ] {
            let run = try site.run(arguments)
            #expect(run.status == 64)
            #expect(
                run.error.unicodeScalars.allSatisfy {
                    $0 == "\n" || !["\u{1B}", "\u{9B}", "\u{202E}"].contains($0)
                })
        }
    }

    @Test(arguments: ["///host/", "https://host//other.host/", "https://host/?q", "https://user@host/"])
    func anAddressOfNoSiteIsWrongUsage(_ address: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.run("build", "--base-url", address)
        #expect(run.status == 64)
        #expect(run.error.hasPrefix("Error: --base-url '\(address)' "))
        #expect(!site.exists("Site"))
    }
}
