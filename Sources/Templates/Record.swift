/// A record that templates read; each value is computed when a template reads it.
///
/// It is a class since the records of open sections are looked up at every tag, and holding one must be cheap. Its
/// subclasses are immutable.
class Record: @unchecked Sendable {
    /// The number of an item of a list: records of one shape with equal numbers have equal values on every page of
    /// the site. Nil if that is not known.
    final let identity: Int?
    /// The shape and the getters.
    private final let fields: FieldTable

    init(_ fields: FieldTable, identity: Int? = nil) {
        self.fields = fields
        self.identity = identity
    }

    /// The fields that a template may name.
    final var shape: Shape { fields.shape }

    /// Returns the value of the field in a slot.
    final func read(_ slot: Int) -> Value { fields.getter(slot).value(self) }
}

/// The shape of one kind of record, with a getter for each field.
///
/// The memory of a table is never freed. Contexts live as long as the program, and all threads create records of them
/// constantly; with reference counting the threads would wait for each other at the counter.
@safe
struct FieldTable: @unchecked Sendable {
    /// The function that reads a field from a record. It is wrapped in a structure, since a bare function in memory
    /// of a generic type would be wrapped in another function.
    struct Getter: Sendable {
        let value: @Sendable (Record) -> Value

        init(_ value: @escaping @Sendable (Record) -> Value) { self.value = value }
    }

    private let heldShape: Unmanaged<Shape>
    private let getters: UnsafeBufferPointer<Getter>

    var shape: Shape { unsafe heldShape.takeUnretainedValue() }

    /// - Parameter getters: one for each field of the shape, in the same order.
    init(_ shape: Shape, _ getters: [Getter]) {
        precondition(getters.count == shape.fields.count, "Each field is read in one way")
        unsafe heldShape = unsafe Unmanaged.passRetained(shape)
        let memory = UnsafeMutableBufferPointer<Getter>.allocate(capacity: getters.count)
        _ = unsafe memory.initialize(from: getters)
        unsafe self.getters = UnsafeBufferPointer(memory)
    }

    func getter(_ slot: Int) -> Getter { unsafe getters[slot] }
}
