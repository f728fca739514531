/// The fields that templates may name for one type, each with its getter.
///
/// A field's name, documentation and getter are declared together, so that the reference, the compiler and the pages
/// cannot disagree:
///
///     let entryContext = Context<Entry>("entry", [
///         .text("title", "The entry's title") { $0.title },
///         .list("claims", claimContext, "What the sources say, in their order") { $0.claims },
///     ])
public struct Context<Subject: Sendable>: Sendable {
    @usableFromInline
    let fields: FieldTable

    @inlinable
    public var shape: Shape { fields.shape }

    /// Creates a context, and adds a flag for each list that tests it without repeating: `has_claims` for `claims`.
    ///
    /// - Parameter name: the name of the record in messages and in the reference.
    @inlinable
    public init(_ name: String, _ fields: [ContextField<Subject>]) {
        let fields = fields + fields.compactMap(\.presence)
        self.fields = FieldTable(Shape(name, fields.map(\.field)), fields.map(\.getter))
    }

    /// Returns the record of a subject.
    ///
    /// - Parameter identity: see ``Record/identity``.
    @inlinable
    public func record(_ subject: Subject, identity: Int? = nil) -> SubjectRecord<Subject> {
        SubjectRecord(fields, subject, identity)
    }

    /// Returns the records of several subjects.
    @inlinable
    public func records(_ subjects: [Subject]) -> RecordList<Subject> {
        RecordList(subjects.map { record($0) })
    }
}

/// A record whose values are read from a subject.
public final class SubjectRecord<Subject: Sendable>: Record, @unchecked Sendable {
    public let subject: Subject

    @inlinable
    init(_ fields: FieldTable, _ subject: Subject, _ identity: Int?) {
        self.subject = subject
        super.init(fields, identity: identity)
    }

    /// Returns the subject of a record that a context of its type has created. The type is not checked.
    @inlinable @inline(__always)
    static func subject(of record: Record) -> Subject {
        unsafe unsafeDowncast(record, to: SubjectRecord<Subject>.self).subject
    }
}

/// A list of records of one kind, created once for many pages.
public struct RecordList<Subject: Sendable>: Sendable {
    @usableFromInline
    let all: [Record]

    /// The subjects of the records, in order.
    @inlinable
    public var subjects: some Sequence<Subject> {
        all.lazy.map { SubjectRecord<Subject>.subject(of: $0) }
    }

    @inlinable
    public init(_ records: [SubjectRecord<Subject>]) { all = records }
}

/// One field of a context, created by a factory for its kind.
///
/// The factories are inlined into each context, so that every getter is specialised for its subject and captures
/// nothing. As generic functions they took a seventh of the instructions of a build.
///
/// Fields and contexts can be inlined too: as generic functions, their initialisers took ten million instructions
/// whenever the program started.
public struct ContextField<Subject: Sendable>: Sendable {
    @usableFromInline
    var field: Shape.Field
    @usableFromInline
    let getter: FieldTable.Getter
    /// For a list, the getter of its `has_…` flag; otherwise nil.
    @usableFromInline
    var isPresent: FieldTable.Getter?

    @inlinable
    init(
        _ name: String, _ kind: Shape.Kind, _ documentation: String, isPresent: FieldTable.Getter? = nil,
        _ value: @escaping @Sendable (Record) -> Value
    ) {
        field = Shape.Field(name: name, kind: kind, documentation: documentation)
        self.isPresent = isPresent
        getter = FieldTable.Getter(value)
    }

    /// The field, declared to have one value on every page of one kind in one folder. The value is then read once for
    /// all of these pages.
    @inlinable
    public var fixed: Self {
        var copy = self
        copy.field.isFixed = true
        return copy
    }

    /// The field, declared to be the relative path from a page to the site's root.
    @inlinable
    public var root: Self {
        var copy = fixed
        copy.field.isRoot = true
        return copy
    }

    /// For a list, its `has_…` flag; otherwise nil.
    @inlinable
    var presence: Self? {
        isPresent.map { getter in
            Self("has_\(field.name)", .flag, "Whether `\(field.name)` has a value", getter.value)
        }
    }

    /// A field of plain text, which is escaped when it is rendered.
    @inlinable @inline(__always)
    public static func text(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> String?
    ) -> Self {
        Self(name, .text, documentation) { record in
            get(SubjectRecord.subject(of: record)).map { .text($0) } ?? .none
        }
    }

    /// A field of safe HTML, in UTF-8.
    @inlinable @inline(__always)
    public static func markup(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> [UInt8]?
    ) -> Self {
        Self(name, .markup, documentation) { record in
            get(SubjectRecord.subject(of: record)).map { .markup($0) } ?? .none
        }
    }

    /// A Boolean field.
    @inlinable @inline(__always)
    public static func flag(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> Bool
    ) -> Self {
        Self(name, .flag, documentation) { record in .flag(get(SubjectRecord.subject(of: record))) }
    }

    /// A field of an integer; nil renders as nothing.
    @inlinable @inline(__always)
    public static func number(
        _ name: String, _ documentation: String, _ get: @escaping @Sendable (Subject) -> Int?
    ) -> Self {
        Self(name, .number, documentation) { record in
            get(SubjectRecord.subject(of: record)).map { .number($0) } ?? .none
        }
    }

    /// A field of a record, created each time it is read.
    @inlinable @inline(__always)
    public static func record<Part>(
        _ name: String, _ context: @autoclosure @escaping @Sendable () -> Context<Part>,
        _ documentation: String, _ get: @escaping @Sendable (Subject) -> Part?
    ) -> Self {
        Self(name, .record(context().shape), documentation) { record in
            get(SubjectRecord.subject(of: record)).map { .record(context().record($0)) } ?? .none
        }
    }

    /// A field of a record that is created once and shown often.
    @inlinable @inline(__always)
    public static func kept<Part>(
        _ name: String, _ context: @autoclosure @escaping @Sendable () -> Context<Part>,
        _ documentation: String, _ get: @escaping @Sendable (Subject) -> SubjectRecord<Part>?
    ) -> Self {
        Self(name, .record(context().shape), documentation) { record in
            get(SubjectRecord.subject(of: record)).map { .record($0) } ?? .none
        }
    }

    /// A field of a list that is created once and shown often.
    @inlinable @inline(__always)
    public static func keptList<Part>(
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

    /// A field of a list, created each time it is read.
    @inlinable @inline(__always)
    public static func list<Part>(
        _ name: String, _ context: @autoclosure @escaping @Sendable () -> Context<Part>,
        _ documentation: String, _ get: @escaping @Sendable (Subject) -> [Part]
    ) -> Self {
        list(name, context(), documentation, holdsAny: { !get($0).isEmpty }, get)
    }

    /// A field of a list with a cheaper test for its `has_…` flag.
    ///
    /// - Parameter holdsAny: whether the list is not empty, without creating it.
    @inlinable @inline(__always)
    public static func list<Part>(
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

    /// A field of a list whose rendered items can be cached.
    ///
    /// - Parameter identity: a number that is equal for items that are equal on every page of the site; nil for an
    ///   item that is not to be cached. An item with a number is rendered once for all pages that show it.
    @inlinable @inline(__always)
    public static func list<Part>(
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

    /// A field of plain texts; a section on it renders each as `{{.}}`.
    @inlinable @inline(__always)
    public static func texts(
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
