/// What a template may name in one kind of record: its fields in order, each with a kind and its meaning.
///
/// A template is compiled against a shape, so that a name becomes a number: the slot of its field. Shapes
/// contain each other but never themselves.
final class Shape: Sendable {
    /// What messages and the reference call the record: `entry`.
    let name: String
    let fields: [Field]
    private let slots: [String: Int]

    init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
        self.slots = Dictionary(
            fields.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The place of a field among the others, which is how a record is asked for its value.
    func slot(of name: String) -> Int? { slots[name] }

    /// True for the flag beside a list.
    func isPresence(_ field: Field) -> Bool {
        field.name.hasPrefix("has_") && slot(of: String(field.name.dropFirst(4))) != nil
    }

    /// One name, what stands behind it, and what that means to the author of a template.
    struct Field: Sendable {
        let name: String
        let kind: Kind
        let documentation: String
        /// True where the value is the same on every page of one kind in one folder.
        var isFixed = false
        /// True for the way from a page up to the site's folder: of what is written for a page, that alone changes with
        /// the page's folder.
        var isRoot = false
    }

    /// What a name may be used for.
    enum Kind: Sendable {
        /// Plain text: `{{x}}` writes it escaped, `{{#x}}` asks whether there is any.
        case text
        /// HTML that is safe already: `{{{x}}}` writes it as it is.
        case markup
        /// True or false: `{{#x}}` and `{{^x}}` ask.
        case flag
        /// A whole number: `{{x}}` writes it, `{{#x}}` asks whether it is other than zero.
        case number
        /// A record that may be absent: `{{#x}}` opens it, `{{x.y}}` reads from it.
        case record(Shape)
        /// Records: `{{#x}}` repeats for each of them.
        case list(Shape)
        /// Plain texts: `{{#x}}` repeats for each of them, `{{.}}` writes it.
        case texts
        /// Known, and never anything: what null and the empty list are in data without a schema.
        case nothing
    }
}

extension Shape.Kind {
    /// The kind in words, as messages and the reference use them.
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
