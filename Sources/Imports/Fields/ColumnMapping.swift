import Diagnostics
import UTF8Text

/// A column that the user assigns to a field: `--map title=Headline`.
public struct ColumnMapping: Hashable, Sendable {
    /// The field, by its key in the content format; `date` and `edtf` are the same.
    public let field: String
    /// The heading of the column, or the key in JSON.
    public let heading: String

    /// The reason why a mapping cannot be used.
    public struct Mistake: Error {
        /// The reason without a full stop.
        public let reason: String
    }

    /// Reads a mapping.
    ///
    /// - Throws: the reason if the text has no equals sign, or names a field that entries do not have.
    public init(_ text: String) throws(Mistake) {
        let parts = text.parts(between: "=", atMost: 2)
        guard parts.count == 2, !parts[1].isEmpty else {
            throw Mistake(reason: "'\(text)' is not of the form FIELD=HEADING")
        }
        field = String(parts[0])
        heading = String(parts[1])
        guard EntryField(name: field) != nil, field != "extra" else {
            let nearest =
                nearestName(to: field, among: EntryField.names).map { "; the nearest is '\($0)'" } ?? ""
            throw Mistake(reason: "'\(field)' is no field of an entry\(nearest)")
        }
    }
}
