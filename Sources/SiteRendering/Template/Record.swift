/// The values of one record, each read when a template names it and not before.
///
/// A class, since the records of open sections are looked up at every tag, and to hold on to one must cost little. Its
/// subclasses hold nothing that changes.
class Record: @unchecked Sendable {
    /// Of the records of one list, those with one identity give the same values on every page of the site; nil
    /// where nothing is known of that.
    final let identity: Int?
    private final let fields: FieldTable

    init(_ fields: FieldTable, identity: Int? = nil) {
        self.fields = fields
        self.identity = identity
    }

    /// What may be named.
    final var shape: Shape { fields.shape }

    /// The value in a slot of the shape.
    final func read(_ slot: Int) -> Value { fields.getter(slot).value(self) }
}

/// The shape of a kind of records, and how each of their values is read.
///
/// Contexts are made once and stay, and all threads make records of them all the time: were each to count its
/// references to the fields, they would wait for each other at the count. So the table is never given back.
struct FieldTable: @unchecked Sendable {
    /// How a value is read from a record of the table. A structure, since a bare function in memory of any type would
    /// stand behind another one.
    struct Getter: Sendable {
        let value: @Sendable (Record) -> Value

        init(_ value: @escaping @Sendable (Record) -> Value) { self.value = value }
    }

    private let heldShape: Unmanaged<Shape>
    private let getters: UnsafeBufferPointer<Getter>

    var shape: Shape { heldShape.takeUnretainedValue() }

    /// - Parameter getters: one for each field of the shape, in the same order.
    init(_ shape: Shape, _ getters: [Getter]) {
        precondition(getters.count == shape.fields.count, "Each field is read in one way")
        heldShape = Unmanaged.passRetained(shape)
        let memory = UnsafeMutableBufferPointer<Getter>.allocate(capacity: getters.count)
        _ = memory.initialize(from: getters)
        self.getters = UnsafeBufferPointer(memory)
    }

    func getter(_ slot: Int) -> Getter { getters[slot] }
}
