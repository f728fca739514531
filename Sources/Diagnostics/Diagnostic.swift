/// One mistake in what a user wrote, or one thing worth a second look, as a value.
///
/// The summary is a headline: it names the most specific word first, states what is wrong with it, and has
/// no full stop. Line and column exist only where a diagnostic is printed.
public struct Diagnostic: Hashable, Sendable {
    public var rule: Rule
    /// The rule's own weight, until a site's ``RuleLevels`` change it.
    public var severity: Severity
    public var summary: String
    public var location: SourceLocation
    /// Other places that explain this one, such as the first of two equal slugs.
    public var notes: [Note]
    /// What to do about it, where that is known.
    public var fixIts: [FixIt]

    public init(
        _ rule: Rule, _ summary: String, at location: SourceLocation, notes: [Note] = [],
        fixIts: [FixIt] = []
    ) {
        self.rule = rule
        self.severity = rule.severity
        self.summary = abridged(summary)
        self.location = location
        self.notes = notes
        self.fixIts = fixIts
    }

    /// A further place that belongs to a diagnostic.
    public struct Note: Hashable, Sendable {
        public var summary: String
        /// Nil where the note is about no place in a file.
        public var location: SourceLocation?

        public init(_ summary: String, at location: SourceLocation? = nil) {
            self.summary = abridged(summary)
            self.location = location
        }
    }

    /// What to do about a diagnostic, in words and, where a machine could do it, as edits.
    public struct FixIt: Hashable, Sendable {
        /// An instruction: `write 2023-09-13`.
        public var summary: String
        /// Empty where only a person knows what to write.
        public var edits: [Edit]
        /// True where the edits put nothing but the one text that can have been meant in place of another, so
        /// that a program may make them unasked. The nearest name is a guess, and never safe.
        public var isSafe: Bool

        public init(_ summary: String, edits: [Edit] = [], safe isSafe: Bool = false) {
            self.summary = abridged(summary)
            self.edits = edits
            self.isSafe = isSafe
        }

        /// The usual fix: other text in place of what stands at a location.
        public static func replace(
            _ location: SourceLocation, with text: String, _ summary: String? = nil, safe: Bool = false
        ) -> FixIt {
            FixIt(summary ?? "write \(text)", edits: [Edit(location, text)], safe: safe)
        }
    }

    /// Text that takes the place of what stands at a location.
    public struct Edit: Hashable, Sendable {
        public var location: SourceLocation
        public var text: String

        public init(_ location: SourceLocation, _ text: String) {
            self.location = location
            self.text = text
        }
    }
}

extension Sequence where Element == Diagnostic {
    /// The order of printing: by file, place, rule, end and wording, so that it never depends on who found what
    /// first.
    public func sortedByPlace() -> [Diagnostic] {
        sorted { left, right in
            if left.location.path != right.location.path {
                return isOrdered(left.location.path, right.location.path)
            }
            if left.location.range.lowerBound != right.location.range.lowerBound {
                return left.location.range.lowerBound < right.location.range.lowerBound
            }
            if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
            if left.location.range.upperBound != right.location.range.upperBound {
                return left.location.range.upperBound < right.location.range.upperBound
            }
            return isOrdered(left.summary, right.summary)
        }
    }

    /// True where at least one stops a build.
    public var containsErrors: Bool { contains { $0.severity == .error } }
}

/// A message without the middle of what it quotes: of a value that fills pages its beginning and its end tell which it
/// is. The one place where messages are made short, whatever they say and wherever they are printed.
private func abridged(_ summary: String) -> String {
    if summary.utf8.count <= longestSummary { return summary }
    let scalars = summary.unicodeScalars
    guard scalars.count > longestSummary else { return summary }
    return String(scalars.prefix(longestSummary - lengthOfEnd)) + " … " + String(scalars.suffix(lengthOfEnd))
}

/// In scalars. What a message says beside a value, and a path as long as systems know, has room.
private let longestSummary = 600
private let lengthOfEnd = 160
