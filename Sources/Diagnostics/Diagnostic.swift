import UTF8Text

/// One mistake in what a user wrote, or one thing worth a second look, as a value.
///
/// The summary is a headline: it names the most specific word first, states what is wrong with it, and has
/// no full stop. Line and column exist only where a diagnostic is printed.
public struct Diagnostic: Hashable, Sendable {
    /// The rule that was broken.
    public var rule: Rule
    /// The rule's own severity, until a site's ``RuleLevels`` change it.
    public var severity: Severity
    /// The headline. The initializer shortens the middle of one longer than 600 scalars.
    public var summary: String
    /// The location of the mistake.
    public var location: SourceLocation
    /// Other locations that explain this one, such as the first of two equal slugs.
    public var notes: [Note]
    /// Suggested repairs, if any are known.
    public var fixIts: [FixIt]

    /// Creates a diagnostic with the rule's own severity.
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

    /// A message that explains a diagnostic, usually with a further location.
    public struct Note: Hashable, Sendable {
        /// The message, without a full stop.
        public var summary: String
        /// The location that the note is about; nil for a note about no location in a file.
        public var location: SourceLocation?

        /// Creates a note; a message longer than 600 scalars loses its middle.
        public init(_ summary: String, at location: SourceLocation? = nil) {
            self.summary = abridged(summary)
            self.location = location
        }
    }

    /// A suggested repair of a diagnostic: an instruction and, if a program could carry it out, edits.
    public struct FixIt: Hashable, Sendable {
        /// An instruction: `write 2023-09-13`.
        public var summary: String
        /// Empty where only a person knows what to write.
        public var edits: [Edit]
        /// Whether a program may make the edits unasked: they replace a text by the only one that can have been meant.
        /// The nearest name is a guess, and never safe.
        public var isSafe: Bool

        /// Creates a fix-it; one without edits is advice to a person.
        public init(_ summary: String, edits: [Edit] = [], safe isSafe: Bool = false) {
            self.summary = abridged(summary)
            self.edits = edits
            self.isSafe = isSafe
        }

        /// Returns the usual fix-it: one edit that replaces the text at a location. Its summary is `write TEXT` unless
        /// another is given.
        public static func replace(
            _ location: SourceLocation, with text: String, _ summary: String? = nil, safe: Bool = false
        ) -> FixIt {
            FixIt(summary ?? "write \(text)", edits: [Edit(location, text)], safe: safe)
        }
    }

    /// A replacement of the text at a location.
    public struct Edit: Hashable, Sendable {
        /// The bytes to replace; an empty range inserts.
        public var location: SourceLocation
        /// The replacement.
        public var text: String

        /// Creates an edit that replaces the text at a location.
        public init(_ location: SourceLocation, _ text: String) {
            self.location = location
            self.text = text
        }
    }
}

extension Sequence where Element == Diagnostic {
    /// The diagnostics in the order of printing: by file, offset, rule, end and summary. The order does not depend on
    /// which check reports first.
    public func sortedByLocation() -> [Diagnostic] {
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

    /// Whether at least one diagnostic stops a build.
    public var containsErrors: Bool { contains { $0.severity == .error } }
}

/// Returns a message without the middle of an over-long quotation: the beginning and the end of a value that fills
/// pages suffice to identify it. All messages are shortened here and nowhere else.
private func abridged(_ summary: String) -> String {
    if summary.utf8.count <= longestSummary { return summary }
    let scalars = summary.unicodeScalars
    guard scalars.count > longestSummary else { return summary }
    return String(scalars.prefix(longestSummary - lengthOfEnd)) + " … " + String(scalars.suffix(lengthOfEnd))
}

/// In scalars: room for a path as long as systems allow, and for the words around a value.
private let longestSummary = 600
private let lengthOfEnd = 160
