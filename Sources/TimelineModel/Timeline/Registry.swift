/// The values that entries refer to by id: registered ones in file order, then those that only entries name, in
/// timeline order.
public struct Registry<Value: Sendable>: Sendable {
    /// All values; the index of a value is its slot.
    public private(set) var values: [Value] = []
    @usableFromInline var ids = NameTable()

    init() {}

    /// The ids of all values, in their order.
    var allIDs: [String] { ids.allNames }

    /// The value with an id; `nil` if there is none.
    @inlinable
    public subscript(id: String) -> Value? {
        slot(of: id).map { values[$0] }
    }

    /// Returns the index in ``values`` of the value with an id, or `nil` if there is none.
    @inlinable
    public func slot(of id: String) -> Int? { ids.number(of: id) }

    /// Adds a value unless the registry already has one with its id.
    ///
    /// - Returns: The slot of the value with that id.
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

    /// Adds a value for a reference to an id that is not registered.
    ///
    /// - Returns: The slot of the value.
    mutating func note(_ reference: Reference) -> Int { add(Value(naming: reference), id: reference.id) }
}

extension Registered {
    fileprivate init(naming reference: Reference) {
        self.init()
        id = reference.id
        name = reference.text
    }
}
