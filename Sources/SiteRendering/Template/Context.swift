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
    private let fields: FieldTable

    var shape: Shape { fields.shape }

    /// Beside each list stands a flag that asks for it without repeating: `has_claims` beside `claims`.
    init(_ name: String, _ fields: [ContextField<Subject>]) {
        let fields = fields + fields.compactMap(\.presence)
        self.fields = FieldTable(Shape(name, fields.map(\.field)), fields.map(\.getter))
    }

    /// The subject as templates see it.
    func record(_ subject: Subject, identity: Int? = nil) -> SubjectRecord<Subject> {
        SubjectRecord(fields, subject, identity)
    }

    /// The subjects as templates see them.
    func records(_ subjects: [Subject]) -> RecordList<Subject> {
        RecordList(subjects.map { record($0) })
    }
}

/// A subject as templates see it.
final class SubjectRecord<Subject: Sendable>: Record, @unchecked Sendable {
    let subject: Subject

    fileprivate init(_ fields: FieldTable, _ subject: Subject, _ identity: Int?) {
        self.subject = subject
        super.init(fields, identity: identity)
    }

    /// The subject of a record that a context of its type has made.
    @inline(__always)
    fileprivate static func subject(of record: Record) -> Subject {
        unsafeDowncast(record, to: SubjectRecord<Subject>.self).subject
    }
}

/// Records of one kind, made once for lists that are shown often.
struct RecordList<Subject: Sendable>: Sendable {
    fileprivate let all: [Record]

    var subjects: some Sequence<Subject> {
        all.lazy.map { SubjectRecord<Subject>.subject(of: $0) }
    }

    init(_ records: [SubjectRecord<Subject>]) { all = records }
}

/// One field of a context: made by the factory of its kind.
///
/// The factories are inlined where a context is written, so that each getter is compiled for its subject and holds
/// nothing. As functions of any subject, they took a seventh of the instructions of a build.
struct ContextField<Subject: Sendable>: Sendable {
    fileprivate var field: Shape.Field
    fileprivate let getter: FieldTable.Getter
    /// Of a list, whether it holds anything.
    private var isPresent: FieldTable.Getter?

    private init(
        _ name: String, _ kind: Shape.Kind, _ documentation: String, isPresent: FieldTable.Getter? = nil,
        _ value: @escaping @Sendable (Record) -> Value
    ) {
        field = Shape.Field(name: name, kind: kind, documentation: documentation)
        self.isPresent = isPresent
        getter = FieldTable.Getter(value)
    }

    /// The same field, said to have one value on every page of one kind in one folder: it is read once for all of
    /// them.
    var fixed: Self {
        var copy = self
        copy.field.isFixed = true
        return copy
    }

    /// The same field, said to be the way from a page up to the site's folder.
    var root: Self {
        var copy = fixed
        copy.field.isRoot = true
        return copy
    }

    /// Of a list, the flag that says whether it holds anything.
    fileprivate var presence: Self? {
        isPresent.map { getter in
            Self("has_\(field.name)", .flag, "True where `\(field.name)` holds anything", getter.value)
        }
    }

    /// Plain text, which is escaped where it is written.
    @inline(__always)
    static func text(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> String?
    ) -> Self {
        Self(name, .text, documentation) { record in
            get(SubjectRecord.subject(of: record)).map { .text($0) } ?? .none
        }
    }

    /// HTML that is safe already, in UTF-8.
    @inline(__always)
    static func markup(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> [UInt8]?
    ) -> Self {
        Self(name, .markup, documentation) { record in
            get(SubjectRecord.subject(of: record)).map { .markup($0) } ?? .none
        }
    }

    @inline(__always)
    static func flag(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> Bool
    ) -> Self {
        Self(name, .flag, documentation) { record in .flag(get(SubjectRecord.subject(of: record))) }
    }

    @inline(__always)
    static func number(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> Int?
    ) -> Self {
        Self(name, .number, documentation) { record in
            get(SubjectRecord.subject(of: record)).map { .number($0) } ?? .none
        }
    }

    @inline(__always)
    static func record<Part>(
        _ name: String, _ context: @autoclosure @escaping @Sendable () -> Context<Part>,
        _ documentation: String, _ get: @escaping @Sendable (Subject) -> Part?
    ) -> Self {
        Self(name, .record(context().shape), documentation) { record in
            get(SubjectRecord.subject(of: record)).map { .record(context().record($0)) } ?? .none
        }
    }

    /// A record that is made once and shown often.
    @inline(__always)
    static func kept<Part>(
        _ name: String, _ context: @autoclosure @escaping @Sendable () -> Context<Part>,
        _ documentation: String, _ get: @escaping @Sendable (Subject) -> SubjectRecord<Part>?
    ) -> Self {
        Self(name, .record(context().shape), documentation) { record in
            get(SubjectRecord.subject(of: record)).map { .record($0) } ?? .none
        }
    }

    /// A list that is made once and shown often.
    @inline(__always)
    static func keptList<Part>(
        _ name: String, _ context: @autoclosure @escaping @Sendable () -> Context<Part>,
        _ documentation: String, _ get: @escaping @Sendable (Subject) -> RecordList<Part>
    ) -> Self {
        Self(
            name, .list(context().shape), documentation,
            isPresent: .init { record in .flag(!get(SubjectRecord.subject(of: record)).all.isEmpty) }
        ) { record in
            .list(get(SubjectRecord.subject(of: record)).all)
        }
    }

    @inline(__always)
    static func list<Part>(
        _ name: String, _ context: @autoclosure @escaping @Sendable () -> Context<Part>,
        _ documentation: String, _ get: @escaping @Sendable (Subject) -> [Part]
    ) -> Self {
        list(name, context(), documentation, holdsAny: { !get($0).isEmpty }, get)
    }

    /// - Parameter holdsAny: whether the list holds anything, where that can be told without making it.
    @inline(__always)
    static func list<Part>(
        _ name: String, _ context: @autoclosure @escaping @Sendable () -> Context<Part>,
        _ documentation: String, holdsAny: @escaping @Sendable (Subject) -> Bool,
        _ get: @escaping @Sendable (Subject) -> [Part]
    ) -> Self {
        Self(
            name, .list(context().shape), documentation,
            isPresent: .init { record in .flag(holdsAny(SubjectRecord.subject(of: record))) }
        ) { record in
            .list(get(SubjectRecord.subject(of: record)).map { context().record($0) })
        }
    }

    /// - Parameter identity: a number that is the same for items that are the same on every page of the site, where
    ///   many pages show them: what they show is then made once.
    @inline(__always)
    static func list<Part>(
        _ name: String, _ context: @autoclosure @escaping @Sendable () -> Context<Part>,
        _ documentation: String, identifiedBy identity: @escaping @Sendable (Subject, Part) -> Int?,
        _ get: @escaping @Sendable (Subject) -> [Part]
    ) -> Self {
        Self(
            name, .list(context().shape), documentation,
            isPresent: .init { record in .flag(!get(SubjectRecord.subject(of: record)).isEmpty) }
        ) { record in
            let subject = SubjectRecord<Subject>.subject(of: record)
            return .list(get(subject).map { context().record($0, identity: identity(subject, $0)) })
        }
    }

    /// Plain texts, each of which is `{{.}}` in a section on them.
    @inline(__always)
    static func texts(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> [String]
    ) -> Self {
        Self(
            name, .texts, documentation,
            isPresent: .init { record in .flag(!get(SubjectRecord.subject(of: record)).isEmpty) }
        ) { record in
            .texts(get(SubjectRecord.subject(of: record)))
        }
    }
}
