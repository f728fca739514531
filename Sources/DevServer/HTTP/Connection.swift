import NIOCore
import NIOHTTP1
import NIOPosix
import SiteRendering

/// One connection: takes a request, has it answered on another thread, and sends the answer; again and again.
///
/// Whoever is slow has a time in which to be done, so that half a request never holds anything but its own
/// connection.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// How long a request may take to arrive, from the first byte or from the last answer on.
    private static let longestArrival = TimeAmount.seconds(20)
    /// How long an answer may take to be read.
    private static let longestSending = TimeAmount.seconds(120)
    /// How often a stream without news is heard of, so that both sides know of each other.
    private static let heartbeat = TimeAmount.seconds(15)
    /// How long what is no request is still read: a connection that ends before all was sent is broken off, and
    /// its sender may never read that it was refused.
    private static let longestRefusal = TimeAmount.milliseconds(500)
    /// No request needs a body; a short one is read and forgotten.
    private static let longestBody = 65_536

    private let live: LivePreview
    private let threads: NIOThreadPool
    private let host: String
    private var request: HTTPRequestHead?
    private var bodyLength = 0
    /// True where the other side was told that it sends no requests.
    private var isRefused = false
    private var deadline: Scheduled<Void>?
    private var beats: RepeatedTask?

    init(_ live: LivePreview, _ threads: NIOThreadPool, host: String) {
        self.live = live
        self.threads = threads
        self.host = host
    }

    // MARK: Events

    func channelActive(context: ChannelHandlerContext) {
        startDeadline(Self.longestArrival, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        beats?.cancel()
        live.remove(context.channel)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if isRefused { return }
        isRefused = true
        startDeadline(Self.longestRefusal, context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isRefused { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            request = head
            bodyLength = 0
        case .body(let part):
            bodyLength += part.readableBytes
            if bodyLength > Self.longestBody { context.close(promise: nil) }
        case .end:
            guard let request else { return }
            self.request = nil
            deadline?.cancel()
            answer(request, context)
        }
    }

    // MARK: Answers

    private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let port = context.channel.localAddress?.port ?? 0
        let responder = Responder(hosts: HostRule(listeningOn: host, port: port))
        if responder.asksForEvents(request) {
            beginStream(request, context)
            return
        }
        let preview = live.current
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        threads.runIfActive(eventLoop: context.eventLoop) {
            responder.respond(to: request, from: preview)
        }.whenComplete { result in
            let (connection, context) = bound.value
            switch result {
            case .success(let response): connection.send(response, to: request, context)
            case .failure: context.close(promise: nil)
            }
        }
    }

    private func send(
        _ response: Response, to request: HTTPRequestHead, _ context: ChannelHandlerContext
    ) {
        var headers = response.headers
        if response.status != .notModified {
            headers.add(name: "Content-Length", value: String(response.body.count))
        }
        // Who sent more than was asked for may be taken by surprise: the connection ends with the answer.
        let isKept = request.isKeepAlive && (response.status.code < 400 || response.status == .notFound)
        if !isKept {
            headers.add(name: "Connection", value: "close")
        } else if request.version == .http1_0 {
            headers.add(name: "Connection", value: "keep-alive")
        }
        let head = HTTPResponseHead(version: request.version, status: response.status, headers: headers)
        startDeadline(Self.longestSending, context)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if request.method != .HEAD, response.status != .notModified, !response.body.isEmpty {
            let body = context.channel.allocator.buffer(bytes: response.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
            let (connection, context) = bound.value
            if isKept {
                connection.startDeadline(Self.longestArrival, context)
            } else {
                context.close(promise: nil)
            }
        }
    }

    // MARK: The stream of events

    private func beginStream(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        var headers = Representation.headers
        headers.replaceOrAdd(name: "Cache-Control", value: "no-store")
        headers.add(name: "Content-Type", value: "text/event-stream; charset=utf-8")
        let head = HTTPResponseHead(version: request.version, status: .ok, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        guard request.method == .GET else {
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            return
        }
        live.add(context.channel)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        beats = context.eventLoop.scheduleRepeatedTask(
            initialDelay: Self.heartbeat, delay: Self.heartbeat
        ) { _ in
            let (connection, context) = bound.value
            let beat = context.channel.allocator.buffer(string: ":\n\n")
            context.writeAndFlush(connection.wrapOutboundOut(.body(.byteBuffer(beat))), promise: nil)
        }
    }

    // MARK: Time

    private func startDeadline(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: time) { bound.value.close(promise: nil) }
    }
}
