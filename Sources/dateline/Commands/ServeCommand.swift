import ArgumentParser
import DevServer
import Diagnostics
import SiteRendering
import TimelineModel

/// `dateline serve`: shows a preview that follows every change of the sources.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Shows the site in a browser, and follows every change.",
        discussion: """
            The site is built in memory, and no file is written. Browsers reload a page when a file in \
            Content or Templates changes; if there are errors, the last good page stays visible, with the \
            errors above it. Entries that are to be published later are shown and marked as such.

            Ctrl-C ends the command.

            Examples:
              dateline serve
              dateline serve --open --drafts
              dateline serve --source harbour --port 0
            """)

    @OptionGroup var site: SiteOptions

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any free port; by default the first free port from 8080 on.")
    var port: Int?

    @Flag(help: "Open the first page in a browser.")
    var open = false

    func validate() throws {
        if let port, !(0...65_535).contains(port) {
            throw ValidationError("--port takes a number from 0 to 65535.")
        }
    }

    private static let usualPort = 8080

    func run() throws {
        endOnSignals()
        var options = try site.buildOptions()
        options.showsLater = true
        options.checksCards = false
        let start = ContinuousClock.now
        let server = try listen()
        // The given path, not the folder that is there now: the folder may be moved, and another may take its path.
        let root = absolutePath(site.source)
        var watcher = inputWatcher(for: root, onPolling: warnOfPolling)
        var builder = SiteBuilder(root: root, options)
        let session = ServeSession(server: server, site: site)
        try session.follow(&builder, .everything, since: start)
        try announce(server)
        while true {
            do {
                guard let change = try watcher.settledChange() else { continue }
                try session.follow(&builder, change, since: ContinuousClock.now)
            } catch let failure as WatchFailure {
                warnOfPolling(failure)
                watcher = PollingWatcher(root: root)
                try session.follow(&builder, .everything, since: ContinuousClock.now)
            }
        }
    }

    private func warnOfPolling(_ failure: WatchFailure) {
        Console.error(
            "warning: the system does not report file changes, so files are checked at intervals: \(failure.reason)\n"
        )
    }

    private func listen() throws -> DevServer {
        let first = port ?? Self.usualPort
        let last = port == nil ? first + 99 : first
        do {
            return try DevServer(host: host, ports: first...last, sources: site.files)
        } catch .portInUse {
            let ports = first == last ? "port \(first) is" : "ports \(first) to \(last) are"
            Console.error("error: \(ports) in use on \(printable(host)); choose another with --port\n")
        } catch .unknownHost {
            let name = host.isEmpty ? "an empty name" : printable(host)
            Console.error(
                "error: the system finds no address of \(name); give one of this machine with --host\n")
        } catch .fewFiles(let limit) {
            Console.error(
                """
                error: the system lets this program open \(limit) files at once; that is too few, or too many are \
                already open. A preview needs \(DevServer.leastFiles). Raise the limit, for example with \
                `ulimit -n 1024`.\n
                """)
        } catch .other(let reason) {
            Console.error("error: \(printable(host)):\(first): \(reason)\n")
        }
        throw ExitCode.inputOutput
    }

    private func announce(_ server: DevServer) throws {
        if port == nil, server.port != Self.usualPort {
            Console.error("port \(Self.usualPort) is in use; port \(server.port) is used instead\n")
        }
        if !server.isLoopback {
            Console.error("warning: other machines can reach this preview with its unpublished entries\n")
        }
        // With --format json standard output belongs to the diagnostics.
        if site.format == .json {
            Console.error(server.address + "\n")
        } else {
            try Console.output(server.address + "\n")
        }
        if open { openInBrowser(server.address) }
    }
}
