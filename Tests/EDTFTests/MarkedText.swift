/// A text with the wrong place between `«` and `»`, as tests write it.
struct MarkedText {
    let text: String
    /// In UTF-8 bytes.
    let offset: Int
    let length: Int

    init(_ marked: String) {
        let before = marked.prefix { $0 != "«" }
        let rest = marked.dropFirst(before.count + 1)
        let inside = rest.prefix { $0 != "»" }
        let after = rest.dropFirst(inside.count + 1)
        text = String(before + inside + after)
        offset = before.utf8.count
        length = inside.utf8.count
    }
}
