import NIOCore
import NIOPosix
import TimelineModel

/// The sending of a body, piece by piece: the next one is made when the other side has taken the one before.
struct Sending: Sendable {
    /// A piece of what is in memory already.
    private static let pieceSize = 64 << 10

    private let body: Response.Body
    private let files: NIOThreadPool
    private let channel: any Channel
    private let write: @Sendable (ByteBuffer) -> EventLoopFuture<Void>

    /// - Parameters:
    ///   - files: where files are read.
    ///   - write: sends a piece; called in the channel's event loop.
    init(
        _ body: Response.Body, files: NIOThreadPool, channel: any Channel,
        _ write: @escaping @Sendable (ByteBuffer) -> EventLoopFuture<Void>
    ) {
        self.body = body
        self.files = files
        self.channel = channel
        self.write = write
    }

    /// Sends all of it. It fails where the other side is gone, and where a file has become shorter than was said.
    func run() -> EventLoopFuture<Void> { rest(from: 0) }

    private func rest(from position: Int) -> EventLoopFuture<Void> {
        let loop = channel.eventLoop
        if position >= body.count { return loop.makeSucceededVoidFuture() }
        return piece(from: position).flatMap { piece in
            let count = piece.readableBytes
            // A piece that is taken at once must not be deeper in the stack than the one before.
            return write(piece).hop(to: loop).flatMap { loop.submit {} }.flatMap {
                rest(from: position + count)
            }
        }
    }

    private func piece(from position: Int) -> EventLoopFuture<ByteBuffer> {
        let allocator = channel.allocator
        switch body {
        case .bytes(let bytes):
            let end = min(bytes.count, position + Self.pieceSize)
            return channel.eventLoop.makeSucceededFuture(allocator.buffer(bytes: bytes[position..<end]))
        case .file(let file, let range):
            let start = range.lowerBound + position
            let count = min(OpenFile.pieceSize, range.upperBound - start)
            return files.runIfActive(eventLoop: channel.eventLoop) {
                var piece = allocator.buffer(capacity: count)
                let got = try piece.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { room in
                    try file.read(into: UnsafeMutableRawBufferPointer(rebasing: room[..<count]), from: start)
                }
                if got < count { throw FileFailure(path: file.path, reason: "shorter than it was") }
                return piece
            }
        }
    }
}
