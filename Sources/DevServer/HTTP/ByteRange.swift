import Diagnostics
import UTF8Text

/// The value of a Range header (RFC 9110, 14).
enum ByteRange: Equatable {
    /// One range of the bytes.
    case part(Range<Int>)
    /// A range outside of the bytes.
    case unsatisfiable
    /// The whole representation: there is no range, there are several, the unit is unknown or the header malformed. A
    /// server may ignore a Range header, and many small ranges are a way to overload one (RFC 9110, 17.15).
    case whole

    init(_ field: String, of length: Int) {
        guard field.lowercased().begins(with: "bytes="), !field.holds(",") else {
            self = .whole
            return
        }
        let bounds = field.dropFirst("bytes=".count).filter { $0 != " " }
            .parts(between: "-", atMost: 2)
        guard bounds.count == 2 else {
            self = .whole
            return
        }
        switch (Self.number(bounds[0]), Self.number(bounds[1])) {
        case (let first?, let last?) where first <= last:
            self = first < length ? .part(first..<min(length - 1, last) + 1) : .unsatisfiable
        case (let first?, nil) where bounds[1].isEmpty:
            self = first < length ? .part(first..<length) : .unsatisfiable
        case (nil, let count?) where bounds[0].isEmpty:
            self = count > 0 && length > 0 ? .part(max(0, length - count)..<length) : .unsatisfiable
        default: self = .whole
        }
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { $0.isASCIIDigit } ? Int(text) : nil
    }
}
