/// What a record gives for a field while a page is written.
enum Value: Sendable {
    case none
    case text(String)
    case markup([UInt8])
    case flag(Bool)
    case number(Int)
    case record(Record)
    case list([Record])
    case texts([String])

    /// Whether a section on this value is shown and its inverse hidden: absent, empty, false and zero are
    /// not; a record always is.
    var isTruthy: Bool {
        switch self {
        case .none: false
        case .text(let text): !text.isEmpty
        case .markup(let bytes): !bytes.isEmpty
        case .flag(let flag): flag
        case .number(let number): number != 0
        case .record: true
        case .list(let records): !records.isEmpty
        case .texts(let texts): !texts.isEmpty
        }
    }
}

/// The values of one record, each read when a template names it and not before.
struct Record: Sendable {
    let shape: Shape
    /// Of the records of one list, those with one identity give the same values on every page of the site; nil
    /// where nothing is known of that.
    let identity: Int?
    /// The value in a slot of the shape.
    let read: @Sendable (_ slot: Int) -> Value

    init(
        _ shape: Shape, identity: Int? = nil, reading read: @escaping @Sendable (_ slot: Int) -> Value
    ) {
        self.shape = shape
        self.identity = identity
        self.read = read
    }
}
