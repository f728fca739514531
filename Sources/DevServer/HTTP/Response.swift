import NIOHTTP1
import TimelineModel

/// What a request is answered with.
struct Response: Sendable {
    /// What follows the headers.
    enum Body: Sendable {
        case bytes([UInt8])
        /// A stretch of a file, which is read while it is sent.
        case file(OpenFile, Range<Int>)

        var count: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .file(_, let range): range.count
            }
        }

        /// How much of it is held in memory until it has been sent.
        var held: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .file: OpenFile.pieceSize
            }
        }
    }

    var status: HTTPResponseStatus
    var headers: HTTPHeaders
    /// What a GET sends; of a HEAD and a 304 nothing of it is sent.
    var body: Body

    init(_ status: HTTPResponseStatus, _ headers: HTTPHeaders = [:], body: Body = .bytes([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A line of text, for what no page is made of.
    static func text(_ status: HTTPResponseStatus, _ text: String, _ more: HTTPHeaders = [:]) -> Response {
        var headers: HTTPHeaders = [
            "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        ]
        headers.add(contentsOf: more)
        return Response(status, headers, body: .bytes(Array((text + "\n").utf8)))
    }
}
