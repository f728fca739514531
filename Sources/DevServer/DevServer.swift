import Diagnostics
import NIOCore
import NIOHTTP1
import NIOPosix
import SiteRendering
import TimelineModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a server could not begin.
public enum ServerFailure: Error, Hashable, Sendable {
    /// Another program has the port, or all of several.
    case portInUse(Int)
    /// Anything else, in words.
    case other(String)
}

/// Serves a site from memory, and tells browsers when it has changed.
public final class DevServer: Sendable {
    /// Where it listens.
    public let host: String
    public let port: Int
    private let live: LivePreview
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup
    private let threads: NIOThreadPool

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - host: a name or address of this machine.
    ///   - ports: the first that is free is taken; 0 is any.
    ///   - sources: the site's folder, as far as it is read.
    public init(host: String, ports: some Sequence<Int>, sources: any FileTree) throws(ServerFailure) {
        let run = String(UInt32.random(in: .min ... .max), radix: 16)
        let live = LivePreview(Preview(run: run, sources: sources))
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        do throws(ServerFailure) {
            channel = try Self.listen(host, ports, live, group, threads)
        } catch {
            try? threads.syncShutdownGracefully()
            try? group.syncShutdownGracefully()
            throw error
        }
        self.host = host
        self.live = live
        self.group = group
        self.threads = threads
        port = channel.localAddress?.port ?? 0
    }

    /// The address of the first page.
    public var address: String {
        let name = ["0.0.0.0", "::"].contains(host) ? "127.0.0.1" : HostRule.bracketed(host)
        return "http://\(name):\(port)/"
    }

    /// Shows a site in place of the one before.
    public func show(_ tree: OutputTree, of build: SiteBuilder.Build) {
        live.change { $0.show(tree, from: build.sources, build.isOnlyStyle ? .style : .site) }
    }

    /// Shows what is wrong, over the pages of the last site.
    public func show(_ trouble: Trouble, sources: any FileTree) {
        live.change { $0.show(trouble, from: sources) }
    }

    /// True for an address of this machine that no other reaches.
    public static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.begins(with: "127.")
    }

    /// Ends it, with all its connections.
    public func stop() {
        try? channel.close().wait()
        try? threads.syncShutdownGracefully()
        try? group.syncShutdownGracefully()
    }

    private static func listen(
        _ host: String, _ ports: some Sequence<Int>, _ live: LivePreview,
        _ group: MultiThreadedEventLoopGroup,
        _ threads: NIOThreadPool
    ) throws(ServerFailure) -> any Channel {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                    try channel.pipeline.syncOperations.addHandler(Connection(live, threads, host: host))
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
        var taken = 0
        for port in ports {
            do {
                return try bootstrap.bind(host: host, port: port).wait()
            } catch let error as IOError where error.errnoCode == EADDRINUSE {
                taken = port
            } catch let error as IOError {
                throw .other(String(cString: strerror(error.errnoCode)))
            } catch {
                throw .other("\(error)")
            }
        }
        throw .portInUse(taken)
    }
}
