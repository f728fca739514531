import Files
import NIOHTTP1
import SiteOutput
import SiteRendering
import TimelineModel

/// The bytes and type of one file. It answers requests for them (RFC 9110): conditions, content coding and ranges.
struct Representation {
    private let content: Response.Body
    private let tag: EntityTag
    private let type: FileType
    private let headers: HTTPHeaders

    init(_ bytes: [UInt8], _ type: FileType, _ headers: HTTPHeaders = Self.headers) {
        content = .bytes(bytes)
        tag = EntityTag(of: bytes)
        self.type = type
        self.headers = headers
    }

    /// A file that is read from disk while it is sent.
    init(_ file: OpenFile, _ type: FileType, _ headers: HTTPHeaders = Self.headers) {
        content = .file(file, 0..<file.size)
        tag = EntityTag(of: file)
        self.type = type
        self.headers = headers
    }

    /// The headers of every response: those of the published site, and the instruction to revalidate a cached copy each
    /// time.
    static var headers: HTTPHeaders { headers(siteHeaders) }

    /// The headers of a page of the site.
    static func headers(ofPage path: String, _ embed: EmbedSettings) -> HTTPHeaders {
        headers(siteHeaders(ofPage: path, embed: embed))
    }

    /// The headers of media, which forbid them to run anything.
    static func headers(ofMedia path: String) -> HTTPHeaders { headers(siteMediaHeaders(of: path)) }

    private static func headers(_ fields: [(name: String, value: String)]) -> HTTPHeaders {
        var headers = HTTPHeaders(fields.map { ($0.name, $0.value) })
        headers.add(name: "Cache-Control", value: "no-cache")
        return headers
    }

    /// The length in bytes below which a response is not compressed.
    private static let leastPacked = 256

    func response(to request: HTTPRequestHead) -> Response {
        var headers = self.headers
        headers.add(name: "Content-Type", value: type.contentType)
        if type.isDownload { headers.add(name: "Content-Disposition", value: "attachment") }
        headers.add(name: "Accept-Ranges", value: "bytes")
        if type.isText { headers.add(name: "Vary", value: "Accept-Encoding") }
        let range = self.range(request)
        // A range refers to the uncompressed bytes.
        if range == .whole, let (tag, packed) = packed(for: request) {
            headers.add(name: "ETag", value: tag.value)
            if tag.isNamed(in: request.headers["If-None-Match"]) { return Response(.notModified, headers) }
            headers.add(name: "Content-Encoding", value: "gzip")
            return Response(.ok, headers, body: .bytes(packed))
        }
        headers.add(name: "ETag", value: tag.value)
        if tag.isNamed(in: request.headers["If-None-Match"]) { return Response(.notModified, headers) }
        switch range {
        case .whole: return Response(.ok, headers, body: content)
        case .part(let part):
            let bounds = "\(part.lowerBound)-\(part.upperBound - 1)"
            headers.add(name: "Content-Range", value: "bytes \(bounds)/\(content.count)")
            return Response(.partialContent, headers, body: content[part])
        case .unsatisfiable:
            headers.add(name: "Content-Range", value: "bytes */\(content.count)")
            return Response(.rangeNotSatisfiable, headers)
        }
    }

    /// The range that is requested; the whole if it is one of another version.
    private func range(_ request: HTTPRequestHead) -> ByteRange {
        guard request.method == .GET, request.headers["Range"].count == 1,
            let field = request.headers["Range"].first
        else { return .whole }
        if let version = request.headers["If-Range"].first, !tag.isExactly(version) { return .whole }
        return ByteRange(field, of: content.count)
    }

    private func packed(for request: HTTPRequestHead) -> (EntityTag, [UInt8])? {
        guard case .bytes(let bytes) = content, type.isText, bytes.count >= Self.leastPacked,
            ContentCoding.allowsGzip(request.headers["Accept-Encoding"]),
            let packed = Gzip.packed(bytes, .quick)
        else { return nil }
        return (EntityTag(of: bytes, coding: "gzip"), packed)
    }
}

extension Response.Body {
    fileprivate subscript(_ part: Range<Int>) -> Response.Body {
        switch self {
        case .bytes(let bytes): .bytes(Array(bytes[part]))
        case .file(let file, _): .file(file, part)
        }
    }
}
