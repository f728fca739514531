/// What templates may name of one type, with how each value is read.
///
/// A field's name, its documentation and its getter stand in one place, so that what is documented, what a
/// template may name and what a page holds cannot drift apart:
///
///     let entryContext = Context<Entry>("entry", [
///         .text("title", "The entry's title") { $0.title },
///         .list("claims", claimContext, "What the sources say, in their order") { $0.claims },
///     ])
struct Context<Subject: Sendable>: Sendable {
    private let fields: FieldTable<Subject>

    var shape: Shape { fields.shape }

    /// Beside each list stands a flag that asks for it without repeating: `has_claims` beside `claims`.
    init(_ name: String, _ fields: [ContextField<Subject>]) {
        let fields = fields + fields.compactMap(\.presence)
        self.fields = FieldTable(Shape(name, fields.map(\.field)), fields.map(\.get))
        // Records do not hold on to their fields: see there.
        _ = Unmanaged.passRetained(self.fields)
    }

    /// The subject as templates see it.
    func record(_ subject: Subject, identity: Int? = nil) -> Record {
        SubjectRecord(fields, subject, identity)
    }
}

/// The shape of a context and how each of its values is read.
private final class FieldTable<Subject: Sendable>: Sendable {
    let shape: Shape
    let getters: [@Sendable (Subject) -> Value]

    init(_ shape: Shape, _ getters: [@Sendable (Subject) -> Value]) {
        self.shape = shape
        self.getters = getters
    }
}

/// A subject as templates see it.
private final class SubjectRecord<Subject: Sendable>: Record, @unchecked Sendable {
    // Contexts are made once and stay. All threads make records of them all the time: were each to count its reference,
    // they would wait for each other at the count.
    private unowned(unsafe) let fields: FieldTable<Subject>
    private let subject: Subject

    override var shape: Shape { fields.shape }

    init(_ fields: FieldTable<Subject>, _ subject: Subject, _ identity: Int?) {
        self.fields = fields
        self.subject = subject
        super.init(identity: identity)
    }

    override func read(_ slot: Int) -> Value { fields.getters[slot](subject) }
}

/// One field of a context: made by the factory of its kind.
struct ContextField<Subject: Sendable>: Sendable {
    fileprivate var field: Shape.Field
    fileprivate let get: @Sendable (Subject) -> Value
    /// Of a list, whether it holds anything: told without making a record of each item.
    private let holdsAny: (@Sendable (Subject) -> Bool)?

    private init(
        _ name: String, _ kind: Shape.Kind, _ documentation: String,
        holdsAny: (@Sendable (Subject) -> Bool)? = nil, _ get: @escaping @Sendable (Subject) -> Value
    ) {
        field = Shape.Field(name: name, kind: kind, documentation: documentation)
        self.holdsAny = holdsAny
        self.get = get
    }

    /// The same field, said to have one value on every page of one kind in one folder: it is read once for all of
    /// them.
    var fixed: Self {
        var copy = self
        copy.field.isFixed = true
        return copy
    }

    /// Of a list, the flag that says whether it holds anything.
    fileprivate var presence: Self? {
        guard let holdsAny else { return nil }
        return Self("has_\(field.name)", .flag, "True where `\(field.name)` holds anything") {
            .flag(holdsAny($0))
        }
    }

    /// Plain text, which is escaped where it is written.
    static func text(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> String?
    ) -> Self {
        Self(name, .text, documentation) { subject in get(subject).map { .text($0) } ?? .none }
    }

    /// HTML that is safe already, in UTF-8.
    static func markup(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> [UInt8]?
    ) -> Self {
        Self(name, .markup, documentation) { subject in get(subject).map { .markup($0) } ?? .none }
    }

    static func flag(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> Bool
    ) -> Self {
        Self(name, .flag, documentation) { .flag(get($0)) }
    }

    static func number(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> Int?
    ) -> Self {
        Self(name, .number, documentation) { subject in get(subject).map { .number($0) } ?? .none }
    }

    static func record<Part>(
        _ name: String, _ context: Context<Part>, _ documentation: String,
        _ get: @escaping @Sendable (Subject) -> Part?
    ) -> Self {
        Self(name, .record(context.shape), documentation) { subject in
            get(subject).map { .record(context.record($0)) } ?? .none
        }
    }

    /// - Parameter identity: a number that is the same for items that are the same on every page of the site, where
    ///   many pages show them: what they show is then made once.
    /// - Parameter holdsAny: whether the list holds anything, where that can be told without making it.
    static func list<Part>(
        _ name: String, _ context: Context<Part>, _ documentation: String,
        identifiedBy identity: (@Sendable (Subject, Part) -> Int?)? = nil,
        holdsAny: (@Sendable (Subject) -> Bool)? = nil,
        _ get: @escaping @Sendable (Subject) -> [Part]
    ) -> Self {
        let holdsAny = holdsAny ?? { !get($0).isEmpty }
        return Self(name, .list(context.shape), documentation, holdsAny: holdsAny) { subject in
            .list(get(subject).map { context.record($0, identity: identity?(subject, $0) ?? nil) })
        }
    }

    /// Plain texts, each of which is `{{.}}` in a section on them.
    static func texts(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> [String]
    ) -> Self {
        let holdsAny: @Sendable (Subject) -> Bool = { !get($0).isEmpty }
        return Self(name, .texts, documentation, holdsAny: holdsAny) { .texts(get($0)) }
    }
}
