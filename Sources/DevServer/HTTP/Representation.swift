import NIOHTTP1
import SiteRendering

/// The bytes of one file and what they are, and how a request for them is met (RFC 9110): conditions, content
/// coding, ranges.
struct Representation {
    private let bytes: [UInt8]
    private let type: FileType

    init(_ bytes: [UInt8], _ type: FileType) {
        self.bytes = bytes
        self.type = type
    }

    /// What is sent with everything: the published site's headers, and that a copy is asked about each time.
    static var headers: HTTPHeaders {
        var headers = HTTPHeaders(siteHeaders.map { ($0.name, $0.value) })
        headers.add(name: "Cache-Control", value: "no-cache")
        return headers
    }

    /// What is shorter than this is not packed.
    private static let leastPacked = 256

    func response(to request: HTTPRequestHead) -> Response {
        var headers = Self.headers
        headers.add(name: "Content-Type", value: type.contentType)
        headers.add(name: "Accept-Ranges", value: "bytes")
        if type.isText { headers.add(name: "Vary", value: "Accept-Encoding") }
        let range = self.range(request)
        // A part is one of the bytes as they are.
        if range == .whole, let packed = packed(for: request) {
            let tag = EntityTag(of: bytes, coding: "gzip")
            headers.add(name: "ETag", value: tag.value)
            if tag.isNamed(in: request.headers["If-None-Match"]) { return Response(.notModified, headers) }
            headers.add(name: "Content-Encoding", value: "gzip")
            return Response(.ok, headers, body: packed)
        }
        let tag = EntityTag(of: bytes)
        headers.add(name: "ETag", value: tag.value)
        if tag.isNamed(in: request.headers["If-None-Match"]) { return Response(.notModified, headers) }
        switch range {
        case .whole: return Response(.ok, headers, body: bytes)
        case .part(let part):
            headers.add(
                name: "Content-Range", value: "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(bytes.count)"
            )
            return Response(.partialContent, headers, body: Array(bytes[part]))
        case .unsatisfiable:
            headers.add(name: "Content-Range", value: "bytes */\(bytes.count)")
            return Response(.rangeNotSatisfiable, headers)
        }
    }

    /// The range that is asked for, unless it is of another version (If-Range: compared strongly, so that a
    /// date or a weak tag never fits).
    private func range(_ request: HTTPRequestHead) -> ByteRange {
        guard request.method == .GET, request.headers["Range"].count == 1,
            let field = request.headers["Range"].first
        else { return .whole }
        if let version = request.headers["If-Range"].first, version != EntityTag(of: bytes).value {
            return .whole
        }
        return ByteRange(field, of: bytes.count)
    }

    private func packed(for request: HTTPRequestHead) -> [UInt8]? {
        guard type.isText, bytes.count >= Self.leastPacked,
            ContentCoding.allowsGzip(request.headers["Accept-Encoding"])
        else { return nil }
        return gzipped(bytes)
    }
}
