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
        self.fields = FieldTable(Shape(name, fields.map(\.field)), fields.map(\.getter))
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
    let getters: [Getter<Subject>]

    init(_ shape: Shape, _ getters: [Getter<Subject>]) {
        self.shape = shape
        self.getters = getters
    }
}

/// How a field is read. A class for each kind of field, which holds a function of the author's that captures nothing:
/// functions that capture others would have to be held while they run, by all threads at a time.
private class Getter<Subject: Sendable>: @unchecked Sendable {
    func value(of subject: Subject) -> Value { preconditionFailure("A field has a value") }
    /// Of a list, whether it holds anything.
    func holdsAny(_ subject: Subject) -> Bool? { nil }
}

private final class TextGetter<Subject: Sendable>: Getter<Subject>, @unchecked Sendable {
    let get: @Sendable (Subject) -> String?
    init(_ get: @escaping @Sendable (Subject) -> String?) { self.get = get }
    override func value(of subject: Subject) -> Value { get(subject).map { .text($0) } ?? .none }
}

private final class MarkupGetter<Subject: Sendable>: Getter<Subject>, @unchecked Sendable {
    let get: @Sendable (Subject) -> [UInt8]?
    init(_ get: @escaping @Sendable (Subject) -> [UInt8]?) { self.get = get }
    override func value(of subject: Subject) -> Value { get(subject).map { .markup($0) } ?? .none }
}

private final class FlagGetter<Subject: Sendable>: Getter<Subject>, @unchecked Sendable {
    let get: @Sendable (Subject) -> Bool
    init(_ get: @escaping @Sendable (Subject) -> Bool) { self.get = get }
    override func value(of subject: Subject) -> Value { .flag(get(subject)) }
}

private final class NumberGetter<Subject: Sendable>: Getter<Subject>, @unchecked Sendable {
    let get: @Sendable (Subject) -> Int?
    init(_ get: @escaping @Sendable (Subject) -> Int?) { self.get = get }
    override func value(of subject: Subject) -> Value { get(subject).map { .number($0) } ?? .none }
}

private final class RecordGetter<Subject: Sendable, Part: Sendable>: Getter<Subject>, @unchecked Sendable {
    let context: Context<Part>
    let get: @Sendable (Subject) -> Part?

    init(_ context: Context<Part>, _ get: @escaping @Sendable (Subject) -> Part?) {
        self.context = context
        self.get = get
    }

    override func value(of subject: Subject) -> Value {
        get(subject).map { .record(context.record($0)) } ?? .none
    }
}

private final class ListGetter<Subject: Sendable, Part: Sendable>: Getter<Subject>, @unchecked Sendable {
    let context: Context<Part>
    let identity: (@Sendable (Subject, Part) -> Int?)?
    let holds: (@Sendable (Subject) -> Bool)?
    let get: @Sendable (Subject) -> [Part]

    init(
        _ context: Context<Part>, _ identity: (@Sendable (Subject, Part) -> Int?)?,
        _ holds: (@Sendable (Subject) -> Bool)?, _ get: @escaping @Sendable (Subject) -> [Part]
    ) {
        self.context = context
        self.identity = identity
        self.holds = holds
        self.get = get
    }

    override func value(of subject: Subject) -> Value {
        .list(get(subject).map { context.record($0, identity: identity?(subject, $0) ?? nil) })
    }

    override func holdsAny(_ subject: Subject) -> Bool? { holds?(subject) ?? !get(subject).isEmpty }
}

private final class TextsGetter<Subject: Sendable>: Getter<Subject>, @unchecked Sendable {
    let get: @Sendable (Subject) -> [String]
    init(_ get: @escaping @Sendable (Subject) -> [String]) { self.get = get }
    override func value(of subject: Subject) -> Value { .texts(get(subject)) }
    override func holdsAny(_ subject: Subject) -> Bool? { !get(subject).isEmpty }
}

/// The flag that says whether a list holds anything.
private final class PresenceGetter<Subject: Sendable>: Getter<Subject>, @unchecked Sendable {
    let list: Getter<Subject>
    init(of list: Getter<Subject>) { self.list = list }
    override func value(of subject: Subject) -> Value { .flag(list.holdsAny(subject) ?? false) }
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

    override func read(_ slot: Int) -> Value { fields.getters[slot].value(of: subject) }
}

/// One field of a context: made by the factory of its kind.
struct ContextField<Subject: Sendable>: Sendable {
    fileprivate var field: Shape.Field
    fileprivate let getter: Getter<Subject>
    /// True for a list, beside which a flag tells whether it holds anything.
    private let isList: Bool

    private init(
        _ name: String, _ kind: Shape.Kind, _ documentation: String, isList: Bool = false,
        _ getter: Getter<Subject>
    ) {
        field = Shape.Field(name: name, kind: kind, documentation: documentation)
        self.isList = isList
        self.getter = getter
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
        guard isList else { return nil }
        let name = field.name
        return Self("has_\(name)", .flag, "True where `\(name)` holds anything", PresenceGetter(of: getter))
    }

    /// Plain text, which is escaped where it is written.
    static func text(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> String?
    ) -> Self {
        Self(name, .text, documentation, TextGetter(get))
    }

    /// HTML that is safe already, in UTF-8.
    static func markup(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> [UInt8]?
    ) -> Self {
        Self(name, .markup, documentation, MarkupGetter(get))
    }

    static func flag(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> Bool
    ) -> Self {
        Self(name, .flag, documentation, FlagGetter(get))
    }

    static func number(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> Int?
    ) -> Self {
        Self(name, .number, documentation, NumberGetter(get))
    }

    static func record<Part>(
        _ name: String, _ context: Context<Part>, _ documentation: String,
        _ get: @escaping @Sendable (Subject) -> Part?
    ) -> Self {
        Self(name, .record(context.shape), documentation, RecordGetter(context, get))
    }

    /// - Parameters:
    ///   - identity: a number that is the same for items that are the same on every page of the site, where many
    ///     pages show them: what they show is then made once.
    ///   - holdsAny: whether the list holds anything, where that can be told without making it.
    static func list<Part>(
        _ name: String, _ context: Context<Part>, _ documentation: String,
        identifiedBy identity: (@Sendable (Subject, Part) -> Int?)? = nil,
        holdsAny: (@Sendable (Subject) -> Bool)? = nil,
        _ get: @escaping @Sendable (Subject) -> [Part]
    ) -> Self {
        Self(
            name, .list(context.shape), documentation, isList: true,
            ListGetter(context, identity, holdsAny, get))
    }

    /// Plain texts, each of which is `{{.}}` in a section on them.
    static func texts(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> [String]
    ) -> Self {
        Self(name, .texts, documentation, isList: true, TextsGetter(get))
    }
}
