import Files
import NIOCore
import NIOPosix
import TimelineModel

/// Sends a body in pieces: each is made after the client has taken the one before.
struct Sending: Sendable {
    /// The size of a piece of a body that is in memory, in bytes.
    private static let pieceSize = 64 << 10

    private let body: Response.Body
    private let files: NIOThreadPool
    private let channel: any Channel
    private let write: @Sendable (ByteBuffer) -> EventLoopFuture<Void>

    /// - Parameters:
    ///   - files: the threads on which files are read.
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

    /// Sends the whole body. The future fails if the client is gone or a file has become shorter than announced.
    func run() -> EventLoopFuture<Void> { rest(from: 0) }

    private func rest(from position: Int) -> EventLoopFuture<Void> {
        let loop = channel.eventLoop
        if position >= body.count { return loop.makeSucceededVoidFuture() }
        return piece(from: position).flatMap { piece in
            let count = piece.readableBytes
            // Pieces that are taken at once must not nest ever deeper on the stack.
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
                let got = try unsafe piece.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { room in
                    try unsafe file.read(
                        into: UnsafeMutableRawBufferPointer(rebasing: room[..<count]), from: start)
                }
                if got < count { throw FileFailure(path: file.path, reason: "shorter than it was") }
                return piece
            }
        }
    }
}
