import Diagnostics
import UTF8Text

/// The report of an import: what was changed, concluded or left out, each with its location, and how often.
public struct ImportReport: Sendable {
    /// How often something was not taken over as it was.
    public struct Loss: Sendable, Hashable {
        /// The kind in a word or two, such as `left out`.
        public var kind: String
        /// The name of the field or element.
        public var name: String
    }

    /// Everything that was found, in the order of the file as far as it was read in order.
    public internal(set) var diagnostics: [Diagnostic] = []
    private var counts: [Loss: Int] = [:]
    /// The values without a key of their own, by field: their number and the first one's location.
    private var kept: [String: (count: Int, first: SourceLocation)] = [:]

    /// Creates an empty report.
    public init() {}

    /// The losses and their numbers, by kind and name in byte order.
    public var losses: [(loss: Loss, count: Int)] {
        counts.map { ($0.key, $0.value) }.sorted { left, right in
            left.0.kind == right.0.kind
                ? isOrdered(left.0.name, right.0.name) : isOrdered(left.0.kind, right.0.kind)
        }
    }

    mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    mutating func count(_ kind: String, _ name: String) {
        counts[Loss(kind: kind, name: name), default: 0] += 1
    }

    /// Notes that a value was kept below `extra`.
    mutating func keep(_ name: String, at location: SourceLocation) {
        kept[name, default: (0, location)].count += 1
        count("kept below extra", name)
    }

    /// Adds one note for each field with values that were kept below `extra`.
    mutating func addKeptNotes() {
        for (name, value) in kept.sorted(by: { isOrdered($0.key, $1.key) }) {
            let times =
                value.count < 3
                ? value.count == 1 ? "" : ", here and once more" : ", here and \(value.count - 1) more times"
            add(Diagnostic(.importKept, "\(name) is kept below extra\(times)", at: value.first))
        }
        kept = [:]
    }
}
