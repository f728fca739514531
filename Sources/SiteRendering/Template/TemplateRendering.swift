extension Template {
    /// Writes a page: appends what the template makes of the record.
    func render(_ record: Record, into output: inout [UInt8]) {
        assert(record.shape === shape, "The record is of another shape than the template")
        var frames: [Frame] = []
        frames.reserveCapacity(code.depth)
        frames.append(Frame(.record(record)))
        var index = 0
        while index < code.instructions.count {
            switch code.instructions[index] {
            case .text(let start, let end):
                output.append(contentsOf: code.text[Int(start)..<Int(end)])
                index += 1
            case .escaped(let place):
                output.append(escaping: code.value(at: place, in: frames))
                index += 1
            case .unescaped(let place):
                output.append(raw: code.value(at: place, in: frames))
                index += 1
            case .section(let place, let end):
                let value = code.value(at: place, in: frames)
                if value.isTruthy {
                    frames.append(Frame(value))
                    index += 1
                } else {
                    index = Int(end)
                }
            case .inverted(let place, let end):
                index = code.value(at: place, in: frames).isTruthy ? Int(end) : index + 1
            case .next(let start):
                if frames[frames.count - 1].advance() {
                    index = Int(start)
                } else {
                    frames.removeLast()
                    index += 1
                }
            }
        }
    }
}

extension TemplateCode {
    fileprivate func value(at place: Place, in frames: [Frame]) -> Value {
        if place.slot == Place.whole { return frames[Int(place.frame)].current }
        guard let record = frames[Int(place.frame)].record else { return .none }
        var value = record.read(Int(place.slot))
        for index in Int(place.rest)..<Int(place.restEnd) {
            guard case .record(let part) = value else { return .none }
            value = part.read(Int(slots[index]))
        }
        return value
    }
}

/// An open section: what it stands on now, and what of a list is still to come.
private struct Frame {
    /// What it stands on, where that is a record.
    private(set) var record: Record?
    /// What it stands on, where that is none.
    private var plain: Value
    private let items: Value
    private var next = 1

    /// A section on a truthy value.
    init(_ value: Value) {
        plain = .none
        switch value {
        case .list(let records):
            items = value
            record = records[0]
        case .texts(let texts):
            items = value
            plain = .text(texts[0])
        case .record(let record):
            items = .none
            self.record = record
        default:
            items = .none
            plain = value
        }
    }

    var current: Value { record.map { .record($0) } ?? plain }

    /// Goes on to a list's next item; false at its end.
    mutating func advance() -> Bool {
        switch items {
        case .list(let records) where next < records.count: record = records[next]
        case .texts(let texts) where next < texts.count: plain = .text(texts[next])
        default: return false
        }
        next += 1
        return true
    }
}

extension [UInt8] {
    mutating func append(escaping value: Value) {
        switch value {
        case .text(let text): append(escaping: text)
        case .markup(let bytes): append(escaping: bytes)
        default: append(raw: value)
        }
    }

    mutating func append(raw value: Value) {
        switch value {
        case .text(let text): append(contentsOf: text.utf8)
        case .markup(let bytes): append(contentsOf: bytes)
        case .number(let number): append(contentsOf: String(number).utf8)
        case .flag(let flag): append(contentsOf: (flag ? "true" : "false").utf8)
        case .none, .record, .list, .texts: break
        }
    }
}
