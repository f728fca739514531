@testable import Templates

/// JSON without a schema.
enum SampleJSON: Decodable, Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case string(String)
    case array([SampleJSON])
    case object([String: SampleJSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let int = try? container.decode(Int.self) {
            self = .int(int)
        } else if let double = try? container.decode(Double.self) {
            self = .string(String(double))
        } else if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let array = try? container.decode([SampleJSON].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: SampleJSON].self))
        }
    }
}

/// JSON as a record, with a shape derived from the data: a list's items have the union of their keys, and a value
/// that is not an object is a record with one field named `.`.
struct SampleData {
    let record: Record

    init(_ json: SampleJSON) {
        let shape = Self.shape("data", of: [json])
        record = Self.record(json, shape)
    }

    private static func shape(_ name: String, of samples: [SampleJSON]) -> Shape {
        var keys: [String: [SampleJSON]] = [:]
        for sample in samples {
            if case .object(let members) = sample {
                for (key, value) in members { keys[key, default: []].append(value) }
            } else if sample != .null {
                keys[".", default: []].append(sample)
            }
        }
        return Shape(
            name,
            keys.sorted { $0.key < $1.key }.map { key, values in
                Shape.Field(name: key, kind: kind(key, of: values), documentation: "")
            })
    }

    private static func kind(_ name: String, of samples: [SampleJSON]) -> Shape.Kind {
        guard let first = samples.first(where: { $0 != .null }) else { return .nothing }
        switch first {
        case .null: return .nothing
        case .bool: return .flag
        case .int: return .number
        case .string: return .text
        case .object: return .record(shape(name, of: samples))
        case .array:
            let items = samples.flatMap { sample in
                if case .array(let items) = sample { items } else { [] as [SampleJSON] }
            }
            if items.isEmpty { return .nothing }
            let areTexts = items.allSatisfy { if case .string = $0 { true } else { false } }
            return areTexts ? .texts : .list(shape(name, of: items))
        }
    }

    private static func record(_ json: SampleJSON, _ shape: Shape) -> Record {
        givenRecord(shape) { slot in
            let field = shape.fields[slot]
            if case .object(let members) = json {
                return value(members[field.name] ?? .null, field.kind)
            }
            return value(json, field.kind)
        }
    }

    private static func value(_ json: SampleJSON, _ kind: Shape.Kind) -> Value {
        switch (json, kind) {
        case (.bool(let flag), _): .flag(flag)
        case (.int(let number), _): .number(number)
        case (.string(let text), _): .text(text)
        case (.object, .record(let shape)): .record(record(json, shape))
        case (.array(let items), .list(let shape)): .list(items.map { record($0, shape) })
        case (.array(let items), .texts):
            .texts(items.compactMap { if case .string(let text) = $0 { text } else { nil } })
        default: .none
        }
    }
}
