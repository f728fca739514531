import NIOCore
import NIOHTTP1
import NIOPosix
import SiteRendering
import TimelineModel

/// The state that all connections of a server share.
struct Shop: Sendable {
    let live: LivePreview
    let connections: Connections
    let renderings = Renderings()
    /// The threads on which files are read and short answers are made.
    let files = NIOThreadPool(numberOfThreads: 4)
    private let host: String

    /// - Parameter host: the host that the server listens on.
    init(_ live: LivePreview, _ connections: Connections, host: String) {
        self.live = live
        self.connections = connections
        self.host = host
        files.start()
    }

    func stop() {
        renderings.stop()
        try? files.syncShutdownGracefully()
    }

    func refusal(of request: HTTPRequestHead, on channel: any Channel) -> Response? {
        // A client with a body is refused before it sends the body; all others may finish their request.
        guard Refusal.hasBody(request) else { return nil }
        return responder(for: channel).refusal(of: request)
    }

    func asksForEvents(_ request: HTTPRequestHead, on channel: any Channel) -> Bool {
        responder(for: channel).asksForEvents(request)
    }

    func answer(to request: HTTPRequestHead, on channel: any Channel) -> EventLoopFuture<Response> {
        let responder = responder(for: channel)
        let preview = live.current
        guard let file = responder.rendering(for: request, from: preview) else {
            return files.runIfActive(eventLoop: channel.eventLoop) {
                responder.respond(to: request, from: preview)
            }
        }
        let files = files
        return renderings.made(file, for: preview, on: channel.eventLoop).flatMap { made in
            files.runIfActive(eventLoop: channel.eventLoop) {
                responder.respond(to: request, from: preview, made: made)
            }
        }
    }

    private func responder(for channel: any Channel) -> Responder {
        Responder(hosts: HostRule(listeningOn: host, port: channel.localAddress?.port ?? 0))
    }
}
