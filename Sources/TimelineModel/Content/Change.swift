import EDTF

/// The kind of a change between two publications of a site. Only changes of facts have a kind: white space, the order of
/// lists and keys, and wording that an entry marks as minor are no news.
public enum ChangeKind: String, CaseIterable, Sendable, Hashable {
    /// An entry is new, is gone, was withdrawn without a trace, or has another address.
    case added, removed, withheld, moved
    /// An entry's title, its date, its status (or the status of its content, its kind or its outcome), or a number.
    case title, date, status, number
    /// A claim is new, is gone, or says something else.
    case claimAdded = "claim-added"
    case claimWithdrawn = "claim-withdrawn"
    case claimChanged = "claim-changed"
    /// The sources, places or actors, of an entry or as they are registered.
    case source, place, actor
    /// The corrections, or the texts.
    case correction, text
}

/// A change of a fact between two publications.
public struct Change: Sendable, Hashable {
    /// The kind of the change.
    public var kind: ChangeKind
    /// The slug of the entry, the present one if it has moved; nil if no entry changed, or if it must not be named.
    public var entry: String?
    /// The title that the entry had then.
    public var title: String?
    /// The part of the entry, or the registered item, where the kind alone does not tell it.
    public var part: String?
    /// What was stated before: a date in EDTF, a status by its id, anything else in words; nil if nothing was.
    public var was: String?
    /// What is stated since, in the same form; nil if nothing is.
    public var now: String?

    /// Creates a change.
    public init(
        _ kind: ChangeKind, entry: String? = nil, title: String? = nil, part: String? = nil,
        was: String? = nil, now: String? = nil
    ) {
        self.kind = kind
        self.entry = entry
        self.title = title
        self.part = part
        self.was = was
        self.now = now
    }

    static let keys = KeyTable<Change>(
        "change",
        [
            Key("kind", .oneOf(ChangeKind.allCases.map(\.rawValue)), required: true, "What has changed.") {
                if let kind: ChangeKind = $2.choice($0, .unknownValue, "kind of change") { $1.kind = kind }
            },
            Key("entry", .code, "The slug of the entry.") { $1.entry = $2.text($0) },
            Key("title", .text, "The title that it had then.") { $1.title = $2.text($0) },
            Key("part", .text, "The part of the entry.") { $1.part = $2.text($0) },
            Key("was", .text, "What was stated before.") { $1.was = $2.text($0) },
            Key("now", .text, "What is stated since.") { $1.now = $2.text($0) },
        ])
}
