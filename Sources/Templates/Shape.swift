/// The schema of one kind of record: its fields in order, each with a kind and a meaning.
///
/// A template is compiled against a shape, so that each name becomes a number: the slot of its field. Shapes may
/// contain each other but never themselves.
public final class Shape: Sendable {
    /// The name of the record in messages and in the reference, such as `entry`.
    let name: String
    let fields: [Field]
    /// The slots of the fields by name.
    private let slots: [String: Int]

    @usableFromInline
    init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
        self.slots = Dictionary(
            fields.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns the slot of a field: its index, by which a record returns the value. Nil if there is no such field.
    func slot(of name: String) -> Int? { slots[name] }

    /// Whether a field is the `has_…` flag of a list.
    func isPresence(_ field: Field) -> Bool {
        field.name.hasPrefix("has_") && slot(of: String(field.name.dropFirst(4))) != nil
    }

    /// A field: its name, its kind, and its meaning for the author of a template.
    @usableFromInline
    struct Field: Sendable {
        @usableFromInline
        let name: String
        let kind: Kind
        let documentation: String
        /// Whether the value is the same on every page of one kind in one folder.
        @usableFromInline
        var isFixed = false
        /// Whether the value is the prefix of relative URLs that leads from a page to the site's root (`../`). Among
        /// the fixed values, no other differs between the folders of pages.
        @usableFromInline
        var isRoot = false

        @usableFromInline
        init(name: String, kind: Kind, documentation: String) {
            (self.name, self.kind, self.documentation) = (name, kind, documentation)
        }
    }

    /// The kind of a field, which determines the tags that may use it.
    @usableFromInline
    enum Kind: Sendable {
        /// Plain text: `{{x}}` renders it escaped, `{{#x}}` tests whether it is not empty.
        case text
        /// Safe HTML: `{{{x}}}` renders it unescaped.
        case markup
        /// A Boolean: `{{#x}}` and `{{^x}}` test it.
        case flag
        /// An integer: `{{x}}` renders it, `{{#x}}` tests whether it is not zero.
        case number
        /// A record that may be absent: `{{#x}}` opens it, `{{x.y}}` reads one of its fields.
        case record(Shape)
        /// A list of records: `{{#x}}` repeats for each of them.
        case list(Shape)
        /// A list of plain texts: `{{#x}}` repeats for each of them, `{{.}}` renders it.
        case texts
        /// A known field that is always empty: null or an empty list in data without a schema.
        case nothing
    }
}

extension Shape.Kind {
    /// The name of the kind in messages and in the reference.
    var description: String {
        switch self {
        case .text: "text"
        case .markup: "markup"
        case .flag: "flag"
        case .number: "number"
        case .record(let shape): "record of \(shape.name)"
        case .list(let shape): "list of \(shape.name)"
        case .texts: "list of texts"
        case .nothing: "nothing"
        }
    }
}
