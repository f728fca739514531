import NIOCore
import NIOHTTP1

/// A handler that limits the input between two answers: once more than ``most`` bytes have arrived, it drops the rest
/// until the server writes again.
///
/// The limit is needed when a client closes its sending side: the system then delivers everything that the client has
/// sent, even if the server has requested no more.
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
