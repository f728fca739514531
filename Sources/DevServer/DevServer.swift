import Diagnostics
import Files
import NIOCore
import NIOHTTP1
import NIOPosix
import SiteOutput
import SiteRendering
import TimelineModel
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The reason why a server could not start.
public enum ServerFailure: Error, Hashable, Sendable {
    /// Another program listens on the port; of several ports, on all. The value is the last one tried.
    case portInUse(Int)
    /// The system finds no address for the host's name.
    case unknownHost
    /// The process may open too few files at once. The value is its limit.
    case fewFiles(Int)
    /// Any other reason, in words.
    case other(String)
}

/// Serves a site from memory, and notifies browsers of changes.
public final class DevServer: Sendable {
    /// The host that was asked for: a name or an address.
    public let host: String
    /// The port that the server listens on; another than was asked for if that was 0 or in use.
    public let port: Int
    private let live: LivePreview
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup
    private let shop: Shop

    /// Starts to listen.
    ///
    /// - Parameters:
    ///   - host: a name or address of this machine.
    ///   - ports: the candidates in order, of which the first free one is taken; 0 is any free port.
    ///   - sources: the site's folder.
    /// - Throws: a failure if too few files can be opened or no port can be listened on.
    public init(host: String, ports: some Sequence<Int>, sources: any FileTree) throws(ServerFailure) {
        let limit = FileLimit.raised()
        guard limit >= Self.leastFiles, FileLimit.canOpen(Self.leastFiles / 2) else { throw .fewFiles(limit) }
        let run = String(UInt32.random(in: .min ... .max), radix: 16)
        let live = LivePreview(Preview(run: run, sources: sources))
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        // A connection may have a file open beside its own descriptor.
        let connections = Connections(most: min(Self.mostConnections, (limit - Self.leastFiles / 2) / 2))
        let shop = Shop(live, connections, host: host)
        do throws(ServerFailure) {
            channel = try Self.listen(host, ports, shop, group)
        } catch {
            shop.stop()
            try? group.syncShutdownGracefully()
            throw error
        }
        self.host = host
        self.live = live
        self.group = group
        self.shop = shop
        port = channel.localAddress?.port ?? 0
    }

    /// The URL of the home page. A server that listens on all addresses is reached by `127.0.0.1`.
    public var address: String {
        let name = ["0.0.0.0", "::"].contains(host) ? "127.0.0.1" : HostRule.bracketed(host)
        return "http://\(name):\(port)/"
    }

    /// Replaces the site that is served, and notifies browsers.
    public func show(_ tree: OutputTree, of build: SiteBuilder.Build) {
        live.change {
            $0.embed = build.site.timeline.settings.embed
            $0.show(tree, from: build.sources, build.isOnlyStyle ? .style : .site)
        }
    }

    /// Serves files that no build has made.
    func show(_ tree: OutputTree) { live.change { $0.show(tree, from: MemoryFileTree(), .site) } }

    /// The number of open connections.
    var connectionCount: Int { shop.connections.count }

    /// Shows errors over the pages of the last good site.
    public func show(_ trouble: Trouble, sources: any FileTree) {
        live.change { $0.show(trouble, from: sources) }
    }

    /// Whether no other machine can reach the server: it is bound to a loopback address (RFC 1122 and 4291), whatever
    /// name was asked for.
    public var isLoopback: Bool {
        guard let address = channel.localAddress?.ipAddress else { return false }
        return address == "::1" || address.begins(with: "127.") || address.begins(with: "::ffff:127.")
    }

    /// Stops the server and closes all its connections.
    public func stop() {
        try? channel.close().wait()
        shop.stop()
        try? group.syncShutdownGracefully()
    }

    /// The number of files that a preview must be able to open: for its threads, a build and a few connections.
    public static let leastFiles = 64
    private static let mostConnections = 512

    private static var decoderLimits: NIOHTTPDecoderLimitConfiguration {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = 32 << 10
        limits.maxHeaderListSize = 64 << 10
        limits.maxHeaderFieldCount = 128
        return limits
    }

    private static func listen(
        _ host: String, _ ports: some Sequence<Int>, _ shop: Shop, _ group: MultiThreadedEventLoopGroup
    ) throws(ServerFailure) -> any Channel {
        let limits = decoderLimits
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(InputBound())
                    try pipeline.configureHTTPServerPipeline(
                        withErrorHandling: false, withEncoderConfiguration: .init(),
                        withDecoderLimitConfiguration: limits)
                    try pipeline.addHandler(Connection(shop))
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            // A client that closes its sending side after a request still waits for the answer.
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            // Requests are short; so are many of them that are sent at once.
            .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 8192))
        var taken = 0
        for port in ports {
            do {
                return try bootstrap.bind(host: host, port: port).wait()
            } catch let error as IOError where error.errnoCode == EADDRINUSE {
                taken = port
            } catch is SocketAddressError.UnknownHost {
                throw .unknownHost
            } catch let error as IOError {
                throw unsafe .other(String(cString: strerror(error.errnoCode)))
            } catch {
                throw .other("\(error)")
            }
        }
        throw .portInUse(taken)
    }
}
