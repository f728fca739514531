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
///
/// A class, since the records of open sections are looked up at every tag, and to hold on to one must cost little. Its
/// subclasses hold nothing that changes.
class Record: @unchecked Sendable {
    /// Of the records of one list, those with one identity give the same values on every page of the site; nil
    /// where nothing is known of that.
    final let identity: Int?

    init(identity: Int? = nil) {
        self.identity = identity
    }

    /// What may be named.
    var shape: Shape { preconditionFailure("A record has a shape") }

    /// The value in a slot of the shape.
    func read(_ slot: Int) -> Value { preconditionFailure("A record has values") }
}

/// A record of whatever a function gives.
final class GivenRecord: Record, @unchecked Sendable {
    private let given: Shape
    private let value: @Sendable (_ slot: Int) -> Value

    override var shape: Shape { given }

    init(_ shape: Shape, identity: Int? = nil, reading value: @escaping @Sendable (_ slot: Int) -> Value) {
        given = shape
        self.value = value
        super.init(identity: identity)
    }

    override func read(_ slot: Int) -> Value { value(slot) }
}
