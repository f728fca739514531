/// The value of a record's field.
public enum Value: Sendable {
    case none
    case text(String)
    case markup([UInt8])
    case flag(Bool)
    case number(Int)
    case record(Record)
    case list([Record])
    case texts([String])

    /// Whether a section on this value is rendered and its inverse is not. False for an absent or empty value, false
    /// and zero; a record is always truthy.
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
