import TestSupport
import Testing

@testable import Templates

/// Compiled templates compared with a model: the model walks the same template as a tree over plain data, with the
/// specification's context stack.
@Suite struct TemplateModelTests {
    @Test("A compiled template writes the same text as the model", arguments: 1...8 as ClosedRange<UInt64>)
    func agrees(_ start: UInt64) {
        let seed = start <= 4 ? start : UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            var model = ModelGenerator(random: random)
            let shape = model.shape(depth: 3)
            let data = model.record(shape)
            let nodes = model.nodes([.record(shape)], depth: 4)
            random = model.random
            let files = model.partials.mapValues { $0.map(\.source).joined() }
            let result = renderTemplate(nodes.map(\.source).joined(), files, data.record)
            var expected = ""
            for node in nodes { node.write([.record(data)], model.partials, &expected) }
            #expect(result.diagnostics == [], "seed \(seed)")
            #expect(result.text == expected, "seed \(seed)")
        }
    }
}

/// A record as plain data.
private struct ModelRecord: Sendable {
    let shape: Shape
    let values: [String: ModelValue]

    var record: Record {
        givenRecord(shape) { [values] slot in values[shape.fields[slot].name]?.value ?? .none }
    }
}

private indirect enum ModelValue: Sendable {
    case text(String)
    case markup(String)
    case flag(Bool)
    case number(Int)
    case record(ModelRecord)
    case list([ModelValue])

    var value: Value {
        switch self {
        case .text(let text): .text(text)
        case .markup(let html): .markup(Array(html.utf8))
        case .flag(let flag): .flag(flag)
        case .number(let number): .number(number)
        case .record(let record): .record(record.record)
        case .list(let items):
            if case .text = items.first {
                .texts(items.compactMap { if case .text(let text) = $0 { text } else { nil } })
            } else {
                .list(items.compactMap { if case .record(let record) = $0 { record.record } else { nil } })
            }
        }
    }

    /// The values that a section on this value is repeated for.
    var items: [ModelValue] {
        switch self {
        case .text(let text), .markup(let text): text.isEmpty ? [] : [self]
        case .flag(let flag): flag ? [self] : []
        case .number(let number): number == 0 ? [] : [self]
        case .record: [self]
        case .list(let items): items
        }
    }

    var html: String {
        switch self {
        case .text(let text): text.htmlEscaped
        case .markup(let html): html
        case .number(let number): String(number)
        case .flag, .record, .list: ""
        }
    }
}

private indirect enum ModelNode: Sendable {
    case text(String)
    case variable(String, isMarkup: Bool)
    case section(String, [ModelNode])
    case inverted(String, [ModelNode])
    case partial(String)
    case comment

    var source: String {
        switch self {
        case .text(let text): text
        case .variable(let name, let isMarkup): isMarkup ? "{{{\(name)}}}" : "{{ \(name) }}"
        case .section(let name, let nodes): "{{#\(name)}}" + nodes.map(\.source).joined() + "{{/\(name)}}"
        case .inverted(let name, let nodes): "{{^\(name)}}" + nodes.map(\.source).joined() + "{{/\(name)}}"
        case .partial(let name): "x{{>\(name)}}"
        case .comment: "x{{! why }}"
        }
    }

    func write(_ stack: [ModelValue], _ partials: [String: [ModelNode]], _ output: inout String) {
        switch self {
        case .text(let text): output += text
        case .comment: output += "x"
        case .variable(let name, _): output += Self.find(name, stack)?.html ?? ""
        case .section(let name, let nodes):
            for item in Self.find(name, stack)?.items ?? [] {
                for node in nodes { node.write(stack + [item], partials, &output) }
            }
        case .inverted(let name, let nodes):
            guard (Self.find(name, stack)?.items ?? []).isEmpty else { return }
            for node in nodes { node.write(stack, partials, &output) }
        case .partial(let name):
            output += "x"
            for node in partials[name] ?? [] { node.write(stack, partials, &output) }
        }
    }

    private static func find(_ name: String, _ stack: [ModelValue]) -> ModelValue? {
        if name == "." { return stack.last }
        let parts = name.split(separator: ".").map(String.init)
        for frame in stack.reversed() {
            guard case .record(let record) = frame, record.shape.slot(of: parts[0]) != nil else { continue }
            var value = record.values[parts[0]]
            for part in parts.dropFirst() {
                guard case .record(let inner) = value else { return nil }
                value = inner.values[part]
            }
            return value
        }
        return nil
    }
}

/// Random shapes, data for them, and templates without mistakes.
private struct ModelGenerator {
    var random: SeededGenerator
    var partials: [String: [ModelNode]] = [:]
    private var shapes = 0

    init(random: SeededGenerator) { self.random = random }

    mutating func shape(depth: Int) -> Shape {
        shapes += 1
        let names = ["a", "b", "c", "d", "e", "f"].shuffled(using: &random).prefix(number(1...5))
        return Shape(
            "shape\(shapes)", names.map { Shape.Field(name: $0, kind: kind(depth), documentation: "") })
    }

    private mutating func kind(_ depth: Int) -> Shape.Kind {
        switch number(0...(depth > 0 ? 6 : 4)) {
        case 0: .text
        case 1: .markup
        case 2: .flag
        case 3: .number
        case 4: .texts
        case 5: .record(shape(depth: depth - 1))
        default: .list(shape(depth: depth - 1))
        }
    }

    mutating func record(_ shape: Shape) -> ModelRecord {
        var values: [String: ModelValue] = [:]
        for field in shape.fields where number(0...4) > 0 { values[field.name] = value(field.kind) }
        return ModelRecord(shape: shape, values: values)
    }

    private mutating func value(_ kind: Shape.Kind) -> ModelValue? {
        switch kind {
        case .text: .text(["", "t", "<&>", "é\"'"].randomElement(using: &random) ?? "")
        case .markup: .markup(["", "<i>&amp;</i>"].randomElement(using: &random) ?? "")
        case .flag: .flag(Bool.random(using: &random))
        case .number: .number(number(-1...1))
        case .texts: .list((0..<number(0...3)).map { .text("\($0)<") })
        case .record(let shape): .record(record(shape))
        case .list(let shape): .list((0..<number(0...3)).map { _ in .record(record(shape)) })
        case .nothing: nil
        }
    }

    mutating func nodes(_ stack: [Shape.Kind], depth: Int) -> [ModelNode] {
        (0..<number(0...5)).map { _ in node(stack, depth) }
    }

    private mutating func node(_ stack: [Shape.Kind], _ depth: Int) -> ModelNode {
        guard let (name, kind) = names(stack).randomElement(using: &random) else { return .comment }
        switch number(0...9) {
        case 0: return .text(["a", " b ", "c\n  d", "}}", "{ "].randomElement(using: &random) ?? "")
        case 1: return .comment
        case 2 where depth > 0:
            let name = "p\(partials.count)"
            partials[name] = []
            partials[name] = nodes(stack, depth: depth - 1)
            return .partial(name)
        case 3,
            4 where depth > 0:
            return .inverted(name, nodes(stack, depth: depth - 1))
        case 5, 6,
            7 where depth > 0:
            return section(name, kind, stack, depth)
        default: break
        }
        switch kind {
        case .text, .number: return .variable(name, isMarkup: false)
        case .markup: return .variable(name, isMarkup: true)
        default: return section(name, kind, stack, depth)
        }
    }

    private mutating func section(
        _ name: String, _ kind: Shape.Kind, _ stack: [Shape.Kind], _ depth: Int
    ) -> ModelNode {
        let inner: Shape.Kind =
            switch kind {
            case .list(let shape): .record(shape)
            case .texts: .text
            default: kind
            }
        return .section(name, depth > 0 ? nodes(stack + [inner], depth: depth - 1) : [.text("s")])
    }

    /// Every name that a template may use here, with the kind of its value.
    private func names(_ stack: [Shape.Kind]) -> [(String, Shape.Kind)] {
        var found: [String: Shape.Kind] = [:]
        for kind in stack {
            guard case .record(let shape) = kind else { continue }
            for field in shape.fields { found[field.name] = field.kind }
        }
        for (name, kind) in found {
            guard case .record(let shape) = kind else { continue }
            for field in shape.fields { found["\(name).\(field.name)"] = field.kind }
        }
        switch stack.last {
        case .text, .number, .markup: found["."] = stack.last
        default: break
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
}
