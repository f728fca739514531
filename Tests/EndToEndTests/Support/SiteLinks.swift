import Foundation

/// Every address in the pages and drawings of a written site, and every target that an address can have.
struct SiteLinks {
    private struct Page {
        var ids: [String] = []
        /// Values of `href` and `src`.
        var addresses: [String] = []
        /// Ids that other attributes of the same page refer to.
        var named: [String] = []
    }

    private var pages: [String: Page] = [:]
    private let files: Set<String>
    /// The site's base path on its host.
    private let base: String
    /// The number of checked addresses.
    var count: Int { pages.values.reduce(0) { $0 + $1.addresses.count } }

    /// - Parameters:
    ///   - files: every file of the site with its bytes.
    ///   - base: the site's base path on its host.
    init(_ files: [String: [UInt8]], base: String = "/") {
        self.base = base
        self.files = Set(files.keys)
        for (path, bytes) in files where path.hasSuffix(".html") || path.hasSuffix(".svg") {
            pages[path] = Self.page(bytes)
        }
    }

    /// The mistakes in the order of the files: addresses without a target, duplicate ids, and ids that attributes refer
    /// to but no element has.
    var mistakes: [String] {
        pages.sorted { $0.key < $1.key }.flatMap { path, page in
            page.addresses.compactMap { mistake(in: $0, on: path) }
                + page.named.filter { !page.ids.contains($0) }.map { "\(path): no id '\($0)'" }
                + Dictionary(grouping: page.ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
                .map { "\(path): id '\($0)' twice" }
        }
    }

    private func mistake(in address: String, on path: String) -> String? {
        if address.contains("://") || address.hasPrefix("mailto:") || address.hasPrefix("tel:") { return nil }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0].prefix { $0 != "?" }).removingPercentEncoding ?? ""
        // The 404 page may be shown at any depth, so its addresses begin at the root of the host.
        var target = name.hasPrefix(base) ? String(name.dropFirst(base.count)) : Self.join(name, to: path)
        if target.isEmpty || target.hasSuffix("/") { target += "index.html" }
        if name.isEmpty { target = path }
        guard files.contains(target) else { return "\(path): '\(address)' is not a file" }
        guard parts.count > 1, let page = pages[target] else { return nil }
        let fragment = String(parts[1]).removingPercentEncoding ?? ""
        // A fragment with `=` describes a view of the overview.
        if fragment.isEmpty || fragment.contains("=") || page.ids.contains(fragment) { return nil }
        return "\(path): '\(address)' is not a valid id"
    }

    private static func join(_ name: String, to path: String) -> String {
        var names = path.split(separator: "/").dropLast().map(String.init)
        for part in name.split(separator: "/") {
            if part == ".." { _ = names.popLast() } else if part != "." { names.append(String(part)) }
        }
        return names.joined(separator: "/") + (name.hasSuffix("/") ? "/" : "")
    }

    // MARK: Reading

    private static func page(_ bytes: [UInt8]) -> Page {
        var page = Page()
        var at = 0
        while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = open + 1
            if bytes[at...].starts(with: "!--".utf8) {
                at = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
                continue
            }
            guard at < bytes.count, (bytes[at] | 0x20) >= UInt8(ascii: "a") else { continue }
            at = readAttributes(bytes, from: at, into: &page)
        }
        return page
    }

    /// Reads the attributes of a tag, all of which are in double quotes, up to its end.
    private static func readAttributes(_ bytes: [UInt8], from start: Int, into page: inout Page) -> Int {
        var at = start
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
            guard bytes[at] == UInt8(ascii: "\""), bytes[at - 1] == UInt8(ascii: "=") else {
                at += 1
                continue
            }
            let end = bytes[(at + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
            let name = bytes[..<(at - 1)].suffix(while: { $0 > 0x20 })
            note(String(decoding: name, as: UTF8.self), unescaped(bytes[(at + 1)..<end]), in: &page)
            at = end + 1
        }
        return at
    }

    private static func note(_ name: String, _ value: String, in page: inout Page) {
        switch name {
        case "id": page.ids.append(value)
        case "href", "src", "xlink:href", "poster": page.addresses.append(value)
        case "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list":
            page.named += value.split(separator: " ").map(String.init)
        default: break
        }
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("&") else { return text }
        return text.replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

extension ArraySlice<UInt8> {
    /// The longest suffix of bytes that meet a condition.
    fileprivate func suffix(while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var start = endIndex
        while start > startIndex, holds(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}
