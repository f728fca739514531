import NIOHTTP1

/// What a request is answered with.
struct Response: Sendable {
    var status: HTTPResponseStatus
    var headers: HTTPHeaders
    /// What a GET sends; of a HEAD and a 304 nothing of it is sent.
    var body: [UInt8] = []

    init(_ status: HTTPResponseStatus, _ headers: HTTPHeaders = [:], body: [UInt8] = []) {
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
        return Response(status, headers, body: Array((text + "\n").utf8))
    }
}
