import EDTF

/// The outcome of an expected event.
public struct Outcome: Sendable {
    /// The result; ``OutcomeResult/open`` until the file states one.
    public var result = OutcomeResult.open
    /// The slug of the entry that reports the result.
    public var entry: Located<String>?

    static let keys = KeyTable<Outcome>(
        "outcome",
        [
            Key("result", .oneOf(OutcomeResult.allCases.map(\.rawValue)), required: true, "What came of it.")
            {
                if let result: OutcomeResult = $2.choice($0, .unknownValue, "result") { $1.result = result }
            },
            Key("entry", .code, "The slug of the entry that tells it.") { $1.entry = $2.locatedText($0) },
        ])
}
