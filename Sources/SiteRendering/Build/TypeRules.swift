import Diagnostics
import TimelineModel
import UTF8Text

/// The rules for media types that servers do not know by themselves, and for compressed copies of texts, in the
/// configuration formats of common hosts. A compressed copy is sent only where there is one.
struct TypeRules {
    /// A regular expression for the addresses of files of one type.
    private struct TypeRule {
        /// The end of the address, from a slash on, without the end of the expression.
        let pattern: String
        let ending: String
        let type: String
    }

    /// The rules for hosts that read a `_headers` file.
    let hosts: String
    /// The path of the site's folder on its host, as a regular expression; empty if servers differ in how they treat it.
    private let folder: String

    private static let rules =
        MediaType.seldomKnown.map {
            TypeRule(pattern: "/.*\\.\($0)", ending: $0, type: MediaType(path: "x.\($0)").contentType)
        }
        + MediaType.feedTypes.map {
            TypeRule(
                pattern: "/(\(MediaType.feedName)|\(MediaType.feedFolder)/.*)\\.\($0.key)", ending: $0.key,
                type: $0.value)
        }

    /// - Parameter paths: all files of the site.
    init(_ site: Site, paths: [String]) {
        let folder = PageFrame.folder(of: site.settings.baseURL)
        self.folder =
            percentEncoded(folder) == folder ? String(folder.dropLast()).replacing(".", with: "\\.") : ""
        let feeds = MediaType.feedFolder + "/"
        // Such hosts know no rule for some of the files of a folder.
        let ofFeeds = Set(paths.filter { $0.begins(with: feeds) }.map { MediaType(path: $0).contentType })
        let named = paths.filter { path in
            guard !path.utf8.contains(UInt8(ascii: "/")) else { return false }
            return MediaType.seldomKnown.contains(path.pathEnding)
                || MediaType.feedTypes.contains { path.isWritten(as: "\(MediaType.feedName).\($0.key)") }
        }
        hosts =
            named.sorted(byBytesOf: \.self).map {
                "/\(percentEncoded($0))\n  Content-Type: \(MediaType(path: $0).contentType)\n"
            }.joined()
            + (ofFeeds.count == 1 ? "/\(feeds)*\n  Content-Type: \(ofFeeds.first ?? "")\n" : "")
    }

    /// The rules for nginx. A type is a property of a location; a location of this kind inherits everything else.
    var nginx: String {
        "gzip_static on;\ngzip_vary on;\n"
            + Self.rules.map {
                "location ~ \"^\(folder)\($0.pattern)$\" { types { } default_type \"\($0.type)\"; }\n"
            }.joined()
    }

    /// The rules for Caddy. The condition that there is a file keeps the types off the page for what is not there.
    var caddy: String {
        Self.rules.enumerated().map { number, rule in
            """
            \t@dateline_type_\(number + 1) {
            \t\tpath_regexp \(rule.pattern)$
            \t\tfile
            \t}
            \theader @dateline_type_\(number + 1) Content-Type "\(rule.type)"

            """
        }.joined() + """
            \t@dateline_files path /*
            \tfile_server @dateline_files {
            \t\tprecompressed gzip
            \t}

            """
    }

    /// The rules for Apache's `httpd`. A request for a text is answered with its compressed copy, which gets the type of
    /// the text again, since that of its own name is that of an archive.
    var apache: String {
        let endings = MediaType.textEndings
        let byType = { (endings: [String]) in
            Dictionary(grouping: endings) { MediaType(path: "x.\($0)").contentType }.sorted(byBytesOf: \.key)
        }
        let packed = byType(endings).map { type, endings in
            """
            \t<FilesMatch "\\.(\(endings.joined(separator: "|")))\\.gz$">
            \t\tForceType "\(type)"
            \t\tAddEncoding gzip .gz
            \t</FilesMatch>

            """
        }.joined()
        // A text has the same type as its copy.
        let types = byType(Set(endings + MediaType.seldomKnown).sorted(byBytesOf: \.self)).map {
            type, endings in
            "\tAddType \"\(type)\" \(endings.map { "." + $0 }.joined(separator: " "))\n"
        }.joined()
        let feeds = Self.rules.suffix(MediaType.feedTypes.count).map {
            """
            \t<If "%{REQUEST_URI} =~ m#\($0.pattern)(\\.gz)?$#">
            \t\tForceType \($0.type)
            \t</If>

            """
        }.joined()
        return """
            <IfModule mod_mime.c>
            \(types)\(packed)\(feeds)\
            </IfModule>
            <IfModule mod_rewrite.c>
            \tRewriteEngine On
            \tRewriteCond %{ENV:REDIRECT_STATUS} ^$
            \tRewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
            \tRewriteCond %{REQUEST_FILENAME}.gz -f
            \tRewriteRule \\.(\(endings.joined(separator: "|")))$ %{REQUEST_URI}.gz [L]
            </IfModule>
            <IfModule mod_headers.c>
            \tHeader merge Vary Accept-Encoding "expr=%{REQUEST_URI} =~ m#\\.(\(endings.joined(separator: "|")))(\\.gz)?$#"
            </IfModule>

            """
    }

    /// The rules for lighttpd, which itself sends no compressed copies of files: it compresses what it sends.
    var lighttpd: String {
        // A type is compared with the beginning of that of a file.
        let types = Set(
            (MediaType.textEndings.map { MediaType(path: "x.\($0)").contentType }
                + MediaType.feedTypes.map(\.value)).map {
                    $0.parts(between: ";").first.map(String.init) ?? $0
                }
        ).sorted(byBytesOf: \.self)
        let rules = Self.rules.map { rule in
            """
            \t$HTTP["url"] =~ "\(rule.pattern)$" {
            \t\tmimetype.assign = ( ".\(rule.ending)" => "\(rule.type)" )
            \t}

            """
        }.joined()
        return rules
            + "\tdeflate.mimetypes = ( \(types.map { "\"\($0)\"" }.joined(separator: ", ")) )\n"
            + "\tdeflate.allowed-encodings = ( \"gzip\" )\n"
    }
}
