/// A record that templates read; each value is computed when a template reads it.
///
/// It is a class since the records of open sections are looked up at every tag, and holding one must be cheap. Its
/// subclasses are immutable.
public class Record: @unchecked Sendable {
    /// The number of an item of a list: records of one shape with equal numbers have equal values on every page of
    /// the site. Nil if that is not known.
    @usableFromInline
    final let identity: Int?
    /// The shape and the getters.
    @usableFromInline
    final let fields: FieldTable

    @inlinable
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
@usableFromInline
struct FieldTable: @unchecked Sendable {
    /// The function that reads a field from a record. It is wrapped in a structure, since a bare function in memory
    /// of a generic type would be wrapped in another function.
    @usableFromInline
    struct Getter: Sendable {
        @usableFromInline
        let value: @Sendable (Record) -> Value

        @inlinable
        init(_ value: @escaping @Sendable (Record) -> Value) { self.value = value }
    }

    @usableFromInline
    let heldShape: Unmanaged<Shape>
    @usableFromInline
    let getters: UnsafeBufferPointer<Getter>

    @inlinable
    var shape: Shape { unsafe heldShape.takeUnretainedValue() }

    /// - Parameter getters: one for each field of the shape, in the same order.
    @usableFromInline
    init(_ shape: Shape, _ getters: [Getter]) {
        precondition(getters.count == shape.fields.count, "Each field is read in one way")
        unsafe heldShape = unsafe Unmanaged.passRetained(shape)
        let memory = UnsafeMutableBufferPointer<Getter>.allocate(capacity: getters.count)
        _ = unsafe memory.initialize(from: getters)
        unsafe self.getters = UnsafeBufferPointer(memory)
    }

    func getter(_ slot: Int) -> Getter { unsafe getters[slot] }
}
