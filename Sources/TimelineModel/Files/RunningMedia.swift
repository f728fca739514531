/// Media of kinds in which a browser, or a server, finds something to run: what a contributor sends would act in the
/// site's name. They are told of, and neither the preview nor a host that takes the site's header files sends them as
/// what they are.
public enum RunningMedia {
    /// What the names of such files end with, in lower case. SVG is none: pages show it as pictures, in which nothing
    /// runs, and what runs in one that is opened by itself is seen in the file.
    public static let endings = [
        "html", "htm", "shtml", "xhtml", "xht", "xml", "xsl", "xslt", "rdf", "atom", "rss", "mht", "mhtml",
        "js",
        "mjs", "cjs", "wasm", "htc", "hta", "swf", "svgz", "php", "phtml", "phar", "cgi", "asp", "aspx",
        "jsp",
    ]

    /// True for a file of such a kind.
    public static func holds(_ path: String) -> Bool {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return endings.contains(Substring(name[name.index(after: dot)...]).lowercased())
    }
}
