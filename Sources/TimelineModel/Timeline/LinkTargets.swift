import CommonMark
import Diagnostics
import Synchronization
import UTF8Text

/// The target of a relative link in Markdown.
public enum LinkTarget: Hashable, Sendable {
    /// An entry, and a heading or claim on its page.
    case entry(slug: String, fragment: String?)
    /// A page, and a heading on it.
    case page(slug: String, fragment: String?)
    /// A media file, by its path relative to `Content/media`.
    case media(String)
    /// A heading or claim in the file that contains the link.
    case fragment(String)
}

/// A reason for which a relative link has no target.
public enum DeadLink: Error, Hashable, Sendable {
    /// No file has this path; the checks may suggest one with a similar name.
    case noFile(path: String)
    /// The file exists but is not on the site.
    case leftOut(path: String)
    /// The path begins with a slash or leads out of `Content`.
    case notRelative
    /// The file has no such heading or claim; the checks may suggest a similar anchor.
    case noAnchor(String, path: String)
    /// The link has neither a path nor a fragment.
    case noPath
}

/// The files that links may lead to. All resolution of paths in Markdown happens here.
public struct LinkTargets: Sendable {
    private enum File: Sendable {
        case entry(Int)
        case page(Int)
        case media(String)
        case leftOut
    }

    private var files = Registry<File>()
    private var entries: [Entry]
    private var pages: [FreePage]
    private let media: [String]
    private let leftOut: [String]
    private var anchors = AnchorTable()
    /// The paths of those files, searched for similar names when a link names no file.
    let names: NearestFiles

    /// Creates the index of link targets.
    ///
    /// - Parameters:
    ///   - entries: The entries, in the order of the indices that ``number(of:)`` returns.
    ///   - hidden: The paths of entries that no link may lead to.
    ///   - pages: The pages that links may lead to.
    ///   - media: The paths of media files, relative to `Content/media`.
    ///   - leftOut: The paths of all files that are not on the site, including those in `hidden`.
    public init(
        entries: [Entry], hidden: Set<String> = [], pages: [FreePage], media: [String], leftOut: [String]
    ) {
        self.entries = entries
        self.pages = pages
        self.media = media
        self.leftOut = leftOut
        let isAnyHidden = !hidden.isEmpty
        for number in entries.indices {
            let path = entries[number].path
            if isAnyHidden, hidden.contains(path) { continue }
            files.add(.entry(number), id: path)
        }
        for (number, page) in pages.enumerated() { files.add(.page(number), id: page.path) }
        for path in media { files.add(.media(path), id: Self.mediaFolder + path) }
        for path in leftOut { files.add(.leftOut, id: path) }
        names = NearestFiles { [files] in files.allIDs }
    }

    /// Returns a copy for new versions of the entries that differ from the old ones only in their texts.
    public func rewritten(_ entries: [Entry]) -> LinkTargets {
        var targets = self
        targets.entries = entries
        targets.anchors = AnchorTable()
        return targets
    }

    /// Returns a copy for entries that have the same files in the same order, and other content.
    ///
    /// - Returns: `nil` unless the other files are the same too.
    func rewritten(_ entries: [Entry], _ content: Content, leftOut: [LeftOut]) -> LinkTargets? {
        guard content.media.areWritten(as: media),
            content.pages.map(\.path).areWritten(as: pages.map(\.path)),
            leftOut.map(\.path).areWritten(as: self.leftOut)
        else { return nil }
        var targets = rewritten(entries)
        targets.pages = content.pages
        return targets
    }

    /// Returns the index of the entry with this file, or `nil` if no link may lead to an entry there.
    func number(of path: String) -> Int? {
        guard case .entry(let number) = files[path] else { return nil }
        return number
    }

    static let mediaFolder = ContentPath.media("")

    /// Resolves a link.
    ///
    /// - Parameters:
    ///   - target: A relative path, a fragment, or both, as in `../pages/about.md#dates`.
    ///   - path: The path of the file that contains the link, relative to the site's folder.
    /// - Returns: The target, or the reason for which there is none.
    public func resolve(_ target: String, from path: String) -> Result<LinkTarget, DeadLink> {
        let parts = target.parts(between: "#", atMost: 2)
        let fragment = parts.count > 1 && !parts[1].isEmpty ? percentDecoded(parts[1]) : nil
        let withoutQuery = parts[0].parts(between: "?", atMost: 2)[0]
        if withoutQuery.isEmpty {
            guard let fragment else { return .failure(.noPath) }
            guard hasAnchor(fragment, in: path) else { return .failure(.noAnchor(fragment, path: path)) }
            return .success(.fragment(fragment))
        }
        guard let file = Self.join(percentDecoded(withoutQuery), to: path) else {
            return .failure(.notRelative)
        }
        switch files[file] {
        case .entry, .page:
            if let fragment, !hasAnchor(fragment, in: file) {
                return .failure(.noAnchor(fragment, path: file))
            }
            return page(file, fragment)
        case .media(let media): return .success(.media(media))
        case .leftOut: return .failure(.leftOut(path: file))
        case nil: return .failure(.noFile(path: file))
        }
    }

    private func page(_ path: String, _ fragment: String?) -> Result<LinkTarget, DeadLink> {
        switch files[path] {
        case .entry(let number): .success(.entry(slug: entries[number].slug.value, fragment: fragment))
        case .page(let number): .success(.page(slug: pages[number].slug.value, fragment: fragment))
        default: .failure(.noFile(path: path))
        }
    }

    /// Whether a file's body has a heading with this anchor, or its entry a claim.
    private func hasAnchor(_ fragment: String, in path: String) -> Bool {
        switch files[path] {
        case .entry(let number):
            anchors.holds(fragment, of: entries[number].body, entries[number].claims, in: path)
        case .page(let number): anchors.holds(fragment, of: pages[number].body, [], in: path)
        default: false
        }
    }

    /// Returns the anchor of a file that a wrong one most likely stands for, or `nil` if none is similar.
    func nearestAnchor(to fragment: String, in path: String) -> String? {
        switch files[path] {
        case .entry(let number):
            anchors.nearest(to: fragment, of: entries[number].body, entries[number].claims, in: path)
        case .page(let number): anchors.nearest(to: fragment, of: pages[number].body, [], in: path)
        default: nil
        }
    }

    /// Resolves a relative path against the folder of a file. The result is relative to the site's folder, and `nil` if
    /// the path leads out of `Content`.
    static func join(_ target: String, to path: String) -> String? {
        // For the system a path ends at a byte that is zero: it would be another one.
        guard !target.begins(with: "/"), !target.holds("\\"), !target.holds("\0") else { return nil }
        var names = path.pathNames.dropLast()
        for name in target.pathNames {
            if name.isWritten(as: ".") { continue }
            if name.isWritten(as: "..") {
                guard names.count > 1 else { return nil }
                names.removeLast()
            } else {
                names.append(name)
            }
        }
        return names.joined(separator: "/")
    }
}

/// The anchors of files. A file with few anchors is searched linearly; for one with many, the first link builds a
/// table.
///
/// Anchors are compared byte by byte, as browsers do.
private final class AnchorTable: Sendable {
    private static let few = 32
    private let tables = Mutex<[String: Set<[UInt8]>]>([:])
    private let names = Mutex<[String: NearestNames]>([:])

    func holds(_ fragment: String, of body: RichText, _ claims: [Claim], in path: String) -> Bool {
        let headings = body.headings
        if headings.count + claims.count <= Self.few {
            return headings.contains { $0.id.utf8.elementsEqual(fragment.utf8) }
                || claims.contains { $0.anchor.map { $0.utf8.elementsEqual(fragment.utf8) } ?? false }
        }
        return tables.withLock { tables in
            if let table = tables[path] { return table.contains(Array(fragment.utf8)) }
            let ids = headings.map(\.id) + claims.compactMap(\.anchor)
            let table = Set(ids.map { Array($0.utf8) })
            tables[path] = table
            return table.contains(Array(fragment.utf8))
        }
    }

    func nearest(to fragment: String, of body: RichText, _ claims: [Claim], in path: String) -> String? {
        let names = names.withLock { names in
            let known =
                names[path]
                ?? NearestNames { body.headings.map(\.id) + claims.compactMap(\.anchor) }
            names[path] = known
            return known
        }
        let ofClaim = "claim_" + fragment
        return claims.contains { $0.anchor == ofClaim } ? ofClaim : names.nearest(to: fragment)
    }
}

extension Claim {
    /// The anchor of the claim on its entry's page; `nil` for a claim without an id. No heading can have the same
    /// anchor, because slugs contain no underscore.
    public var anchor: String? { fields.id.map { "claim_" + $0.value } }
}
