import Diagnostics
import Files
import NIOHTTP1
import SiteOutput
import SiteRendering
import TimelineModel
import UTF8Text

/// Answers requests from memory. A path that the site's tree does not contain does not exist, so no address leads to
/// anything else on the machine.
struct Responder: Sendable {
    let hosts: HostRule

    /// The file that must be rendered for an answer, which may take long; nil if there is none.
    func rendering(for request: HTTPRequestHead, from preview: Preview) -> OutputFile? {
        guard refusal(of: request) == nil, let path = RequestTarget.path(of: request.uri),
            !Self.isReserved(path), let file = preview.tree.flatMap({ Self.file(at: path, in: $0) })
        else { return nil }
        if case .copy = file.content { return nil }
        return file
    }

    /// The answer to a request, as for GET: the caller omits the body for HEAD.
    ///
    /// - Parameter made: the rendered file that ``rendering(for:from:)`` names, if it is there already.
    func respond(
        to request: HTTPRequestHead, from preview: Preview, made: Renderings.Made? = nil
    ) -> Response {
        if let refusal = refusal(of: request) { return refusal }
        guard let path = RequestTarget.path(of: request.uri) else {
            return .text(.badRequest, "The address is not one of a path.")
        }
        if Self.isReserved(path) { return reserved("/" + path, request, preview) }
        guard let tree = preview.tree else { return self.trouble(preview) }
        if let file = Self.file(at: path, in: tree) { return answer(file, made, request, preview) }
        if tree.file(at: path + "/index.html") != nil {
            return .text(.movedPermanently, "/\(path)/", ["Location": "/" + percentEncoded(path) + "/"])
        }
        return notFound(path, tree, preview)
    }

    private static func isReserved(_ path: String) -> Bool {
        ("/" + path).utf8.starts(with: ReservedPath.folder.utf8)
    }

    private static func file(at path: String, in tree: OutputTree) -> OutputFile? {
        tree.file(at: path.isEmpty || path.utf8.last == UInt8(ascii: "/") ? path + "index.html" : path)
    }

    /// The reason why a request is not answered at all; nil if it is.
    func refusal(of request: HTTPRequestHead) -> Response? {
        if request.uri.utf8.count > RequestTarget.longest {
            return .text(.uriTooLong, "The address is too long.")
        }
        // The authority form and other servers' addresses are for proxies.
        if !request.uri.begins(with: "/") { return .text(.badRequest, "The address is not one of a path.") }
        let names = request.headers["Host"]
        guard names.count == 1, let name = names.first else {
            return .text(.badRequest, "A request has one Host header.")
        }
        guard hosts.allows(name) else {
            return .text(.misdirectedRequest, "This server is not known by the name \(printable(name)).")
        }
        guard request.method == .GET || request.method == .HEAD else {
            return .text(.methodNotAllowed, "Pages are read, with GET or HEAD.", ["Allow": "GET, HEAD"])
        }
        return nil
    }

    // MARK: Files of the site

    private func answer(
        _ file: OutputFile, _ made: Renderings.Made?, _ request: HTTPRequestHead,
        _ preview: Preview
    ) -> Response {
        do throws(WriteFailure) {
            if case .copy(let source) = file.content { return try copy(of: source, file, request, preview) }
            let bytes = try (made ?? file.made(for: preview)).get()
            let headers = Representation.headers(ofPage: file.path, preview.embed)
            return Representation(bytes, FileType(path: file.path), headers).response(to: request)
        } catch {
            return .text(.internalServerError, Self.words(for: error))
        }
    }

    /// The words for a file that cannot be made: its path, or that of the author's mistake, and the reason.
    private static func words(for failure: WriteFailure) -> String {
        switch failure {
        case .file(let failure): "\(failure.path): \(failure.reason)"
        case .page(let mistake): "\(mistake.location.path): \(mistake.summary)"
        case .occupied(let paths): paths.joined(separator: "\n")
        }
    }

    /// Returns a copied file. Texts of the size of a page are compressed, and pages among them notified of changes; all
    /// other files are sent while they are read.
    private func copy(
        of source: String, _ file: OutputFile, _ request: HTTPRequestHead, _ preview: Preview
    ) throws(WriteFailure) -> Response {
        guard let copied = try usingFiles({ () throws(FileFailure) in try preview.sources.open(source) })
        else {
            return .text(.notFound, "\(file.origin) is gone.")
        }
        let isMedia = source.utf8.starts(with: ContentPath.media("").utf8)
        let type = isMedia ? FileType(mediaPath: file.path) : FileType(path: file.path)
        let headers = isMedia ? Representation.headers(ofMedia: file.path) : Representation.headers
        guard type.isText, copied.size <= Self.longestText else {
            return Representation(copied, type, headers).response(to: request)
        }
        let bytes = try usingFiles { () throws(FileFailure) in try copied.read() }
        return Representation(type.isPage ? Injection.adding(to: bytes, preview) : bytes, type, headers)
            .response(to: request)
    }

    /// The length in bytes above which a text is sent without compression.
    private static let longestText = 1 << 20

    // MARK: Pages of the preview

    private func reserved(_ path: String, _ request: HTTPRequestHead, _ preview: Preview) -> Response {
        switch path {
        case ReservedPath.script:
            return Representation(PackageResources.reload_js, FileType(path: path)).response(to: request)
        case ReservedPath.worker:
            return Representation(PackageResources.follow_js, FileType(path: path)).response(to: request)
        case ReservedPath.style:
            return Representation(PackageResources.reload_css, FileType(path: path)).response(to: request)
        default:
            guard path.utf8.starts(with: ReservedPath.source.utf8) else {
                return notFound(path, nil, preview)
            }
            let name = String(Substring(path.utf8.dropFirst(ReservedPath.source.utf8.count)))
            // Only files that can contain mistakes: texts that were read to build the site.
            guard SourceSnapshot.isText(name), let bytes = try? preview.sources.read(name) else {
                return notFound(path, nil, preview)
            }
            return page(.ok, SourcePage.page(name, bytes), preview)
        }
    }

    private func trouble(_ preview: Preview) -> Response {
        let page = NoticePage.trouble(preview.trouble ?? Trouble([]))
        return self.page(.serviceUnavailable, page, preview, showsTrouble: true)
    }

    private func notFound(_ path: String, _ tree: OutputTree?, _ preview: Preview) -> Response {
        page(.notFound, NoticePage.notFound(path, nearest: nearest(to: path, tree)), preview)
    }

    /// The pages whose path, or whose name in any folder, is similar.
    private func nearest(to path: String, _ tree: OutputTree?) -> [String] {
        guard let tree, path.utf8.count < 256 else { return [] }
        let pages = Array(tree.files.paths.filter { $0.ends(with: ".html") })
        func name(_ path: String) -> String {
            let last = path.pathNames.last ?? ""
            return String(last.start(before: ".html") ?? last)
        }
        var found = [nearestName(to: path, among: pages)].compactMap(\.self)
        if let near = nearestName(to: name(path), among: pages.lazy.map(name)) {
            found += pages.filter { name($0) == near && !found.contains($0) }.prefix(4)
        }
        return found
    }

    private func page(
        _ status: HTTPResponseStatus, _ page: NoticePage, _ preview: Preview, showsTrouble: Bool = false
    ) -> Response {
        var headers = Representation.headers
        headers.add(name: "Content-Type", value: "text/html; charset=utf-8")
        let bytes = Injection.adding(to: page.bytes, preview, showsTrouble: showsTrouble)
        return Response(status, headers, body: .bytes(bytes))
    }
}

extension Responder {
    /// Whether a request is one for the event stream.
    func asksForEvents(_ request: HTTPRequestHead) -> Bool {
        refusal(of: request) == nil
            && RequestTarget.path(of: request.uri).map { "/" + $0 } == ReservedPath.events
    }
}

extension OutputFile {
    /// The bytes as the preview shows them: a page has the script that follows changes.
    func made(for preview: Preview) -> Renderings.Made {
        Result { () throws(WriteFailure) in
            var buffer = OutputBuffer()
            guard try write(to: &buffer, copyingFrom: preview.sources) else {
                throw .file(FileFailure(path: origin, reason: "gone"))
            }
            return FileType(path: path).isPage ? Injection.adding(to: buffer.bytes, preview) : buffer.bytes
        }
    }
}
