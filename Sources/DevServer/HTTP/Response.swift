import Files
import NIOHTTP1
import TimelineModel

/// The answer to a request.
struct Response: Sendable {
    /// The bytes after the headers.
    enum Body: Sendable {
        case bytes([UInt8])
        /// A range of a file, which is read while it is sent.
        case file(OpenFile, Range<Int>)

        var count: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .file(_, let range): range.count
            }
        }

        /// The number of bytes that are held in memory until the body has been sent.
        var held: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .file: OpenFile.pieceSize
            }
        }
    }

    var status: HTTPResponseStatus
    var headers: HTTPHeaders
    /// The body for GET. It is not sent in reply to HEAD, or with status 304.
    var body: Body

    init(_ status: HTTPResponseStatus, _ headers: HTTPHeaders = [:], body: Body = .bytes([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Returns a response of one line of plain text.
    static func text(_ status: HTTPResponseStatus, _ text: String, _ more: HTTPHeaders = [:]) -> Response {
        var headers: HTTPHeaders = [
            "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        ]
        headers.add(contentsOf: more)
        return Response(status, headers, body: .bytes(Array((text + "\n").utf8)))
    }
}
