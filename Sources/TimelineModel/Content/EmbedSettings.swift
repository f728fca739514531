import Diagnostics
import UTF8Text

/// The pages of a site that other sites may show in an `<iframe>`.
public struct EmbedSettings: Sendable {
    /// Whether the site has `embed.html`.
    public var isOn = true
    /// Whether each entry has a page of its own for a frame, `embed/SLUG.html`.
    public var hasEntryPages = false
    /// The origins of the sites that may show these pages, each a scheme, a host and perhaps a port; `nil` if every
    /// site may.
    public var hosts: [String]?

    /// The default settings.
    public init() {}

    static let keys = KeyTable<EmbedSettings>(
        "embed",
        [
            Key("entries", .bool, "Whether each entry has a page of its own for frames.") {
                $1.hasEntryPages = $2.bool($0) ?? $1.hasEntryPages
            },
            Key("hosts", .list(.url), "The sites that may show the pages in a frame; by default all.") {
                node, embed, decoding in
                embed.hosts = decoding.list(node, .list(.url)).compactMap { decoding.origin($0) }
            },
        ])
}

extension Decoding {
    /// Decodes `embed`: true, false or a map.
    mutating func embedSettings(_ node: YAMLNode) -> EmbedSettings {
        var settings = EmbedSettings()
        if case .mapping = node.content {
            _ = EmbedSettings.keys.decode(node, into: &settings, &self)
        } else {
            settings.isOn = bool(node) ?? true
        }
        return settings
    }

    /// Decodes an origin (RFC 6454) as a Content Security Policy names it: a scheme, a host and perhaps a port.
    fileprivate mutating func origin(_ node: YAMLNode) -> String? {
        guard let text = text(node, .url) else { return nil }
        guard let address = try? SiteAddress(text).text else {
            report(.embedHost, "'\(text)' is not the address of a site", node.range)
            return nil
        }
        let parts = address.parts(between: "/")
        let origin = parts.prefix(3).joined(separator: "/")
        // In a policy, a space, a comma or a semicolon would end the value.
        let isPlain = (parts.count > 2 ? parts[2] : "").utf8.allSatisfy {
            $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ":")
        }
        guard isPlain else {
            report(.embedHost, "'\(text)' has no host in plain ASCII", node.range)
            return nil
        }
        guard address.utf8.count == origin.utf8.count + 1 else {
            report(
                .embedHost, "'\(text)' has a path", node.range,
                fixIts: [Diagnostic.FixIt.replace(location(node.range), with: origin)])
            return nil
        }
        return origin
    }
}

extension Rule {
    static let embedHost = Rule(
        "embed-host", .error,
        "embed.hosts lists sites by scheme, host and port, without a path: https://news.example.",
        because: "Browsers compare origins; a path would be ignored or make the rule match nothing.")
}
