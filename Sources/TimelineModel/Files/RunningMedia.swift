/// The file types in which a browser or a server finds code to run: a contributor's file would act in the site's name.
/// Such files are reported, and neither the preview nor a host that uses the site's header files serves them with their
/// own media type.
public enum RunningMedia {
    /// The extensions of these types, in lower case. SVG is not among them: pages show SVG files as pictures, in which
    /// no script runs, and a script in a file that is opened by itself can be found in the file.
    public static let endings = [
        "html", "htm", "shtml", "xhtml", "xht", "xml", "xsl", "xslt", "rdf", "atom", "rss", "mht", "mhtml",
        "js",
        "mjs", "cjs", "wasm", "htc", "hta", "swf", "svgz", "php", "phtml", "phar", "cgi", "asp", "aspx",
        "jsp",
    ]

    /// Whether a file has such an extension.
    public static func holds(_ path: String) -> Bool {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return endings.contains(Substring(name[name.index(after: dot)...]).lowercased())
    }
}
