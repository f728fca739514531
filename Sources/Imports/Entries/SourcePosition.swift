/// The position of an event in an imported file, for messages.
enum SourcePosition {
    /// A row of a table as spreadsheets count: the headings are row 1.
    case row(Int)
    /// The path of a JSON value, such as `events[3]`.
    case path(String)
    /// A text, in which line and column suffice.
    case text

    /// A field of the event in the words of a message.
    func named(_ field: String) -> String {
        switch self {
        case .row(let number): field.isEmpty ? "row \(number)" : "row \(number), \(field)"
        case .path(let path): field.isEmpty ? path : path + "." + field
        case .text: field
        }
    }
}
