/// Gives headings their levels on the page and their ids.
struct HeadingOutline {
    private let top: Int
    /// The source levels of the headings that the current one stands under, itself included.
    private var path: [Int] = []
    private var taken: Set<String> = []
    private var nextSuffix: [String: Int] = [:]

    init(topLevel: Int) { top = min(max(topLevel, 2), 6) }

    /// The level on the page of the next heading: one more than that of the nearest heading before it that
    /// stands higher in the source, so that no level is skipped on the way down; never more than 6.
    mutating func level(ofSourceLevel level: Int) -> Int {
        while let last = path.last, last >= level { path.removeLast() }
        path.append(level)
        return min(6, top + path.count - 1)
    }

    /// An id for the next heading, with the first free number from 2 where its slug is taken.
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
