import CommonMark
import Diagnostics
import Synchronization

/// Where a relative link in Markdown leads.
public enum LinkTarget: Hashable, Sendable {
    case entry(slug: String, fragment: String?)
    case page(slug: String, fragment: String?)
    /// A path below `Content/media`.
    case media(String)
    /// A place in the text that holds the link.
    case fragment(String)
}

/// Why a relative link leads nowhere.
public enum DeadLink: Error, Hashable, Sendable {
    /// No file has that path; a file that has nearly the same name may be meant.
    case noFile(path: String)
    /// The file is there, but it is not on the site.
    case leftOut(path: String)
    /// The path begins with a slash or leads out of Content.
    case notRelative
    /// The file has no such heading; an anchor that is nearly the same may be meant.
    case noAnchor(String, path: String)
    /// There is neither a path nor a fragment.
    case noPath
}

/// The files that links may lead to. The one place that knows how a path in Markdown becomes a page.
public struct LinkTargets: Sendable {
    private enum File: Sendable {
        case entry(Int)
        case page(Int)
        case media(String)
        case leftOut
    }

    private var files: [String: File] = [:]
    private var entries: [Entry]
    private let pages: [FreePage]
    private var anchors = AnchorTable()
    /// The files that a link may name, for one that names none.
    let names: NearestFiles

    /// - Parameters:
    ///   - hidden: the paths of entries to which no link may lead.
    ///   - leftOut: the paths of files that are not on the site, these entries among them.
    public init(
        entries: [Entry], hidden: Set<String> = [], pages: [FreePage], media: [String], leftOut: [String]
    ) {
        self.entries = entries
        self.pages = pages
        for path in leftOut { files[path] = .leftOut }
        files.reserveCapacity(entries.count)
        for number in entries.indices where !hidden.contains(entries[number].path) {
            files[entries[number].path] = .entry(number)
        }
        for (number, page) in pages.enumerated() { files[page.path] = .page(number) }
        for path in media { files[Self.mediaFolder + path] = .media(path) }
        names = NearestFiles { [files] in Array(files.keys) }
    }

    /// The same with entries that differ in their texts alone.
    public func rewritten(_ entries: [Entry]) -> LinkTargets {
        var targets = self
        targets.entries = entries
        targets.anchors = AnchorTable()
        return targets
    }

    /// The place of the entry of a file; nil where the file is none that a link may lead to.
    func number(of path: String) -> Int? {
        guard case .entry(let number) = files[path] else { return nil }
        return number
    }

    static let mediaFolder = ContentPath.media("")

    /// Resolves a link.
    ///
    /// - Parameters:
    ///   - target: a relative path, a fragment, or both, as in `../pages/about.md#dates`.
    ///   - path: the file that holds the link.
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

    /// True for a heading of a file's body, and for a claim of an entry.
    private func hasAnchor(_ fragment: String, in path: String) -> Bool {
        switch files[path] {
        case .entry(let number):
            anchors.holds(fragment, of: entries[number].body, entries[number].claims, in: path)
        case .page(let number): anchors.holds(fragment, of: pages[number].body, [], in: path)
        default: false
        }
    }

    /// The anchor of a file that was most likely meant by one that it has not.
    func nearestAnchor(to fragment: String, in path: String) -> String? {
        switch files[path] {
        case .entry(let number):
            anchors.nearest(to: fragment, of: entries[number].body, entries[number].claims, in: path)
        case .page(let number): anchors.nearest(to: fragment, of: pages[number].body, [], in: path)
        default: nil
        }
    }

    /// A relative path from a file, as a path from the site's folder; nil where it leads out of Content.
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

/// The anchors of texts: most have few, which are looked through; of the others a table is made when the first link asks.
///
/// They are compared by their bytes, as browsers do.
private final class AnchorTable: Sendable {
    private static let few = 32
    private let tables = Mutex<[String: Set<[UInt8]>]>([:])
    private let names = Mutex<[String: NearestNames]>([:])

    func holds(_ fragment: String, of body: RichText, _ claims: [Claim], in path: String) -> Bool {
        let headings = body.document.headings
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
                ?? NearestNames { body.document.headings.map(\.id) + claims.compactMap(\.anchor) }
            names[path] = known
            return known
        }
        let ofClaim = "claim_" + fragment
        return claims.contains { $0.anchor == ofClaim } ? ofClaim : names.nearest(to: fragment)
    }
}

extension Claim {
    /// The claim's anchor on its entry's page. No heading has it: slugs hold no underscore.
    public var anchor: String? { fields.id.map { "claim_" + $0.value } }
}
