/// What entries refer to by id: the registered values in the order of their file, then those that are only
/// named in entries, in the order of the timeline.
public struct Registry<Value: Sendable>: Sendable {
    public private(set) var values: [Value] = []
    @usableFromInline var ids = NameTable()

    init() {}

    /// The value with an id; nil where there is none.
    @inlinable
    public subscript(id: String) -> Value? {
        slot(of: id).map { values[$0] }
    }

    /// The place of the value with an id among all; nil where there is none.
    @inlinable
    public func slot(of id: String) -> Int? { ids.number(of: id) }

    /// Adds a value unless there is one with its id.
    ///
    /// - Returns: the place of the one with the id.
    @discardableResult
    mutating func add(_ value: @autoclosure () -> Value, id: String) -> Int {
        let slot = ids.intern(id)
        if slot == values.count { values.append(value()) }
        return slot
    }
}

extension Registry where Value: Registered {
    init(registered: [Value]) {
        for value in registered { add(value, id: value.id) }
    }

    /// Adds what an entry names and no file registers.
    ///
    /// - Returns: the place of what it names; nil where it names nothing.
    mutating func note(_ reference: Reference) -> Int? {
        reference.id.isEmpty ? nil : add(Value(naming: reference), id: reference.id)
    }
}

extension Registered {
    fileprivate init(naming reference: Reference) {
        self.init()
        id = reference.id
        name = reference.text
    }
}
