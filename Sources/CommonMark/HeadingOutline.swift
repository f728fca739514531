/// Assigns headings their levels and ids on the page.
struct HeadingOutline {
    private let top: Int
    /// The source levels of the enclosing headings and of the current one, outermost first.
    private var path: [Int] = []
    private var taken: Set<String> = []
    private var nextSuffix: [String: Int] = [:]

    init(topLevel: Int) { top = min(max(topLevel, 2), 6) }

    /// Returns the level on the page of the next heading: one more than that of the nearest preceding heading with a
    /// higher rank in the source, so that no level is skipped; at most 6.
    mutating func level(ofSourceLevel level: Int) -> Int {
        while let last = path.last, last >= level { path.removeLast() }
        path.append(level)
        return min(6, top + path.count - 1)
    }

    /// Returns an id for the next heading. If its slug is taken, the first free number from 2 is appended.
    mutating func id(for text: String) -> String {
        let made = Slug.make(from: text)
        let slug = made.isEmpty ? "section" : made
        if taken.insert(slug).inserted { return slug }
        var suffix = nextSuffix[slug, default: 2]
        while !taken.insert("\(slug)-\(suffix)").inserted { suffix += 1 }
        nextSuffix[slug] = suffix + 1
        return "\(slug)-\(suffix)"
    }
}
