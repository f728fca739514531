@testable import Templates

/// A record whose values a function returns for each slot of a shape.
func givenRecord(_ shape: Shape, reading value: @escaping @Sendable (_ slot: Int) -> Value) -> Record {
    Record(FieldTable(shape, shape.fields.indices.map { slot in .init { _ in value(slot) } }))
}
