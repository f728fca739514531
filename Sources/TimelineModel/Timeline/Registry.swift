/// What entries refer to by id: the registered values in the order of their file, then those that are only
/// named in entries, in the order of the timeline.
public struct Registry<Value: Sendable>: Sendable {
    public private(set) var values: [Value] = []
    @usableFromInline var slots: [String: Int] = [:]

    init() {}

    /// The value with an id; nil where there is none.
    @inlinable
    public subscript(id: String) -> Value? {
        slot(of: id).map { values[$0] }
    }

    /// The place of the value with an id among all; nil where there is none.
    @inlinable
    public func slot(of id: String) -> Int? { slots[id] }

    func contains(_ id: String) -> Bool { slots[id] != nil }

    /// Adds a value unless there is one with its id.
    mutating func add(_ value: Value, id: String) {
        guard slots[id] == nil else { return }
        slots[id] = values.count
        values.append(value)
    }
}

extension Registry where Value: Registered {
    init(registered: [Value]) {
        for value in registered { add(value, id: value.id) }
    }

    /// Adds what an entry names and no file registers.
    mutating func note(_ reference: Reference) {
        guard slots[reference.id] == nil, !reference.id.isEmpty else { return }
        var value = Value()
        value.id = reference.id
        value.name = reference.text
        add(value, id: reference.id)
    }
}
