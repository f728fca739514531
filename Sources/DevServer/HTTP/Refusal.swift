import NIOHTTP1

/// The responses to input that is not a request for a page.
enum Refusal {
    /// Returns the response to input that the HTTP parser rejects.
    static func response(to error: HTTPParserError) -> Response {
        switch error {
        case .headerOverflow: .text(.requestHeaderFieldsTooLarge, "The request's head is too long.")
        case .invalidVersion: .text(.httpVersionNotSupported, "Requests are of HTTP/1.1.")
        default: .text(.badRequest, "This is not a request.")
        }
    }

    static let tooLong = Response.text(.payloadTooLarge, "A request for a page has no such body.")

    static func hasBody(_ request: HTTPRequestHead) -> Bool {
        request.headers.contains(name: "Transfer-Encoding")
            || request.headers["Content-Length"].contains { $0 != "0" }
    }

    /// Returns the response to a request whose body is not accepted; nil if it is.
    static func response(toBodyOf request: HTTPRequestHead) -> Response? {
        let asked = request.headers["Expect"]
        if asked.contains(where: { $0.lowercased() != "100-continue" }) {
            return .text(.expectationFailed, "Nothing can be expected here.")
        }
        return !asked.isEmpty && hasBody(request) ? tooLong : nil
    }
}
