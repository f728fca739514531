/// A group of fields of which most values of a type have none: without them it takes one word.
///
/// A site keeps all its entries and sources until its last page is written, and few of them have more than half of
/// their fields.
public struct Seldom<Fields: SeldomFields>: Sendable {
    /// The fields in memory of their own.
    @usableFromInline
    final class Stored: Sendable {
        @usableFromInline
        let fields: Fields

        @inlinable
        init(_ fields: Fields) { self.fields = fields }
    }

    @usableFromInline
    var stored: Stored?

    /// Creates a group in which no field has a value.
    @inlinable
    public init() {}

    /// The fields.
    @inlinable
    public var fields: Fields {
        get { stored?.fields ?? .none }
        set { stored = Stored(newValue) }
    }

    /// Returns the value of a field.
    @inlinable @inline(__always)
    public subscript<Value>(_ field: WritableKeyPath<Fields, Value>) -> Value {
        get {
            if let stored { return stored.fields[keyPath: field] }
            return Fields.none[keyPath: field]
        }
        set {
            var all = fields
            all[keyPath: field] = newValue
            stored = Stored(all)
        }
    }
}

extension Seldom: Equatable where Fields: Equatable {
    public static func == (left: Seldom, right: Seldom) -> Bool {
        left.stored === right.stored || left.fields == right.fields
    }
}

/// The fields of a ``Seldom``.
public protocol SeldomFields: Sendable {
    /// The value that has none of them. A stored property: making one for each reading of a field took 3 % of the
    /// instructions of a build.
    static var none: Self { get }
}
