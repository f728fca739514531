/// The paths that the preview reserves. No path of a site begins with this folder's name.
enum ReservedPath {
    static let folder = "/_dateline/"
    static let script = folder + "reload.js"
    /// The worker that the pages of one browser share, so that it has one stream.
    static let worker = folder + "follow.js"
    static let style = folder + "reload.css"
    /// The stream of change events.
    static let events = folder + "events"
    /// The folder below which the site's sources are shown.
    static let source = folder + "source/"
}

/// The script that makes a page follow changes, with the state from which the page was rendered.
enum Injection {
    /// Returns the page with the script inserted before the end of its body.
    static func adding(to page: [UInt8], _ preview: Preview, showsTrouble: Bool = false) -> [UInt8] {
        var script = "<script src=\"\(ReservedPath.script)\" data-generation=\"\(preview.generation)\""
        script += " data-state=\"\(preview.stateName)\" data-worker=\"\(ReservedPath.worker)\""
        script += " data-events=\"\(ReservedPath.events)\" data-style=\"\(ReservedPath.style)\""
        if showsTrouble { script += " data-trouble=\"\(preview.troubleName)\"" }
        script += " defer></script>\n"
        let end = lastBodyEnd(in: page) ?? page.count
        var result: [UInt8] = []
        result.reserveCapacity(page.count + script.utf8.count)
        result += page[..<end]
        result += script.utf8
        result += page[end...]
        return result
    }

    /// The offset of the last `</body`, in any case.
    private static func lastBodyEnd(in page: [UInt8]) -> Int? {
        let mark = Array("</body".utf8)
        guard page.count >= mark.count else { return nil }
        return (0...page.count - mark.count).last { start in
            mark.indices.allSatisfy { index in
                let byte = page[start + index]
                return byte == mark[index] || byte | 0x20 == mark[index]
            }
        }
    }
}
