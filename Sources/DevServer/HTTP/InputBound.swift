import NIOCore
import NIOHTTP1

/// Limits the input that arrives between two answers. When the client closes its side, the system delivers everything
/// that it sent, whether or not more was requested.
final class InputBound: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// The limit in bytes: more than the longest request, and many short ones.
    static let most = 256 << 10

    private var count = 0

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        count += unwrapInboundIn(data).readableBytes
        if count <= Self.most { context.fireChannelRead(data) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        count = 0
        context.write(data, promise: promise)
    }
}
