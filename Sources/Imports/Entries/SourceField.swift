/// The text of a field in an imported file.
struct SourceField {
    var text: String
    /// The range in the file, in UTF-8 bytes.
    var range: Range<Int>
    /// The heading of its column, or its path within the event, such as `start_date.month`.
    var name: String

    /// Whether the field has nothing but white space.
    var isBlank: Bool { text.utf8.allSatisfy { $0 <= 0x20 } }
}
