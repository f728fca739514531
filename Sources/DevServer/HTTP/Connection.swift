import NIOCore
import NIOHTTP1
import NIOPosix
import SiteRendering
import TimelineModel

/// Handles one connection: reads a request, has it answered on another thread, sends the answer, and repeats.
///
/// The next request is read after the previous answer was sent. A client that does not read is sent no more, and at
/// most one piece of its answer is in memory. Every client has a deadline, so that half a request never occupies
/// anything but its own connection.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// The time in which a request must arrive, from the first byte or from the last answer on.
    private static let longestArrival = TimeAmount.seconds(20)
    /// The time in which the client must take a piece of an answer.
    private static let longestPiece = TimeAmount.seconds(30)
    /// The interval of comments on an idle event stream, which let both sides notice a lost connection.
    private static let heartbeat = TimeAmount.seconds(15)
    /// The time for which input is still read after the last answer. Closing a connection with unread input resets it,
    /// and the client may then never read the answer.
    private static let longestFarewell = TimeAmount.milliseconds(500)
    /// The longest request body that is accepted, in bytes. No request needs one; it is read and discarded.
    private static let longestBody = 65_536

    private enum Phase {
        /// A request is awaited, or has arrived in part.
        case waiting
        /// An answer is being made or sent.
        case answering
        /// Events are sent until one side closes the connection.
        case streaming
        /// The last answer was sent; further input is ignored.
        case leaving
    }

    private let shop: Shop
    private var phase = Phase.waiting
    private var request: HTTPRequestHead?
    private var bodyLength = 0
    /// Whether the client sends no more.
    private var isInputClosed = false
    private var deadline: Scheduled<Void>?
    private var beats: RepeatedTask?

    init(_ shop: Shop) {
        self.shop = shop
    }

    // MARK: Events

    func channelActive(context: ChannelHandlerContext) {
        shop.connections.add(context.channel)
        startDeadline(Self.longestArrival, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        beats?.cancel()
        shop.live.remove(context.channel)
        shop.connections.remove(context.channel)
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed {
            isInputClosed = true
            // A client that has sent a request still gets its answer.
            if phase != .answering { context.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else {
            context.close(promise: nil)
            return
        }
        // An answer that began before all input was read may still be in progress, and leaves no room for another.
        guard phase == .waiting else { return }
        send(Refusal.response(to: error), to: nil, context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard phase == .waiting else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            request = head
            bodyLength = 0
            // A client that waits for permission to send a body is answered at once, and so is one whose body is
            // refused.
            if let refusal = Refusal.response(toBodyOf: head) ?? shop.refusal(of: head, on: context.channel) {
                send(refusal, to: head, context)
            }
        case .body(let part):
            bodyLength += part.readableBytes
            if bodyLength > Self.longestBody { send(Refusal.tooLong, to: request, context) }
        case .end:
            guard let request else { return }
            answer(request, context)
        }
    }

    // MARK: Answers

    private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        phase = .answering
        deadline?.cancel()
        if shop.asksForEvents(request, on: context.channel) {
            beginStream(request, context)
            return
        }
        shop.connections.note(context.channel, .working)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        shop.answer(to: request, on: context.channel).whenComplete { result in
            let (connection, context) = bound.value
            switch result {
            case .success(let response): connection.send(response, to: request, context)
            case .failure: context.close(promise: nil)
            }
        }
    }

    /// Sends an answer.
    ///
    /// - Parameter request: the request; nil if the input was not one.
    private func send(
        _ response: Response, to request: HTTPRequestHead?, _ context: ChannelHandlerContext
    ) {
        phase = .answering
        var headers = response.headers
        if response.status != .notModified {
            headers.add(name: "Content-Length", value: String(response.body.count))
        }
        // Who sent more than was asked for may be taken by surprise: the connection ends with the answer.
        let isKept =
            request?.isKeepAlive ?? false && (response.status.code < 400 || response.status == .notFound)
        if !isKept {
            headers.add(name: "Connection", value: "close")
        } else if request?.version == .http1_0 {
            headers.add(name: "Connection", value: "keep-alive")
        }
        // The request may name a version that does not exist.
        let version = request?.version == .http1_0 ? HTTPVersion.http1_0 : .http1_1
        let head = HTTPResponseHead(version: version, status: response.status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let isBodyLeftOut = request?.method == .HEAD || response.status == .notModified
        let body = isBodyLeftOut ? .bytes([]) : response.body
        shop.connections.note(context.channel, .sending(body.held))
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        Sending(body, files: shop.files, channel: context.channel) { piece in
            let (connection, context) = bound.value
            connection.startDeadline(Self.longestPiece, context)
            connection.shop.connections.noteProgress(context.channel)
            return context.writeAndFlush(connection.wrapOutboundOut(.body(.byteBuffer(piece))))
        }.run().whenComplete { result in
            let (connection, context) = bound.value
            switch result {
            case .success: connection.finish(isKept: isKept, context)
            case .failure: context.close(promise: nil)
            }
        }
    }

    private func finish(isKept: Bool, _ context: ChannelHandlerContext) {
        request = nil
        phase = isKept ? .waiting : .leaving
        startDeadline(isKept ? Self.longestArrival : Self.longestFarewell, context)
        shop.connections.note(context.channel, .waiting)
        // The next request, or the end of the input, may arrive during this call.
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        if phase == .leaving, !isInputClosed { context.close(mode: .output, promise: nil) }
        if phase != .answering, isInputClosed { context.close(promise: nil) }
    }

    // MARK: The stream of events

    private func beginStream(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        var headers = Representation.headers
        headers.replaceOrAdd(name: "Cache-Control", value: "no-store")
        headers.add(name: "Content-Type", value: "text/event-stream; charset=utf-8")
        let head = HTTPResponseHead(version: request.version, status: .ok, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        guard request.method == .GET, !isInputClosed else {
            return finish(isKept: request.isKeepAlive, context)
        }
        phase = .streaming
        shop.connections.note(context.channel, .streaming)
        shop.live.add(context.channel)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        beats = context.eventLoop.scheduleRepeatedTask(
            initialDelay: Self.heartbeat, delay: Self.heartbeat
        ) { _ in
            let (connection, context) = bound.value
            guard context.channel.isWritable else { return context.close(promise: nil) }
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
