extension Template {
    /// Writes a page: appends what the template makes of the record.
    ///
    /// - Parameters:
    ///   - fragments: what other pages of the site have made.
    ///   - number: which of the site's templates it is, for these.
    func render(_ record: Record, into output: inout [UInt8], _ fragments: Fragments? = nil, number: Int = 0)
    {
        assert(record.shape === shape, "The record is of another shape than the template")
        code.instructions.withUnsafeBufferPointer { instructions in
            code.text.withUnsafeBufferPointer { text in
                var rendering = Rendering(code, instructions, text, fragments, number: number, record)
                rendering.run(0, instructions.count, into: &output)
            }
        }
    }

    /// What a section that ends the template writes.
    func rendered(_ record: Record, _ section: Int) -> [UInt8] {
        var output: [UInt8] = []
        code.instructions.withUnsafeBufferPointer { instructions in
            code.text.withUnsafeBufferPointer { text in
                var rendering = Rendering(code, instructions, text, nil, number: 0, record)
                rendering.run(section, instructions.count, into: &output)
            }
        }
        return output
    }
}

/// The state of a page that is being written: which sections are open, and what each stands on.
private struct Rendering {
    private let code: TemplateCode
    private let instructions: UnsafeBufferPointer<TemplateCode.Instruction>
    private let text: UnsafeBufferPointer<UInt8>
    private let fragments: Fragments?
    private let number: Int
    /// What each open section stands on, where that is a record; outermost first.
    private var records: [Record?] = []
    private var frames: [Frame] = []

    init(
        _ code: TemplateCode, _ instructions: UnsafeBufferPointer<TemplateCode.Instruction>,
        _ text: UnsafeBufferPointer<UInt8>, _ fragments: Fragments?, number: Int, _ record: Record
    ) {
        self.code = code
        self.instructions = instructions
        self.text = text
        self.fragments = fragments
        self.number = number
        records.reserveCapacity(code.depth)
        frames.reserveCapacity(code.depth)
        open(.record(record))
    }

    /// Runs the instructions between two places.
    mutating func run(_ start: Int, _ end: Int, into output: inout [UInt8]) {
        var index = start
        while index < end {
            switch instructions[index] {
            case .text(let start, let end):
                output.append(contentsOf: UnsafeBufferPointer(rebasing: text[Int(start)..<Int(end)]))
                index += 1
            case .escaped(let place):
                output.append(escaping: value(at: place))
                index += 1
            case .unescaped(let place):
                output.append(raw: value(at: place))
                index += 1
            case .section(let place, let end):
                let value = value(at: place)
                if !value.isTruthy || write(value, section: index, until: Int(end), into: &output) {
                    index = Int(end)
                } else {
                    open(value)
                    index += 1
                }
            case .inverted(let place, let end):
                index = value(at: place).isTruthy ? Int(end) : index + 1
            case .next(let start):
                if advance() {
                    index = Int(start)
                } else {
                    close()
                    index += 1
                }
            }
        }
    }

    /// Writes a list of items with identities, each from the fragments where it is there; false where it is no such
    /// list.
    private mutating func write(
        _ value: Value, section: Int, until end: Int, into output: inout [UInt8]
    ) -> Bool {
        guard let fragments, case .list(let items) = value, items[0].identity != nil,
            code.selfContained.contains(section)
        else { return false }
        for item in items {
            let key = Fragments.Key(template: number, section: section, identity: item.identity ?? 0)
            if let known = fragments[key] {
                output += known
                continue
            }
            let start = output.count
            open(.record(item))
            run(section + 1, end - 1, into: &output)
            close()
            fragments.keep(output[start...], for: key)
        }
        return true
    }

    private func value(at place: TemplateCode.Place) -> Value {
        let frame = Int(place.frame)
        guard let record = records[frame] else {
            return place.slot == TemplateCode.Place.whole ? frames[frame].plain : .none
        }
        if place.slot == TemplateCode.Place.whole { return .record(record) }
        var value = record.read(Int(place.slot))
        for index in Int(place.rest)..<Int(place.restEnd) {
            guard case .record(let part) = value else { return .none }
            value = part.read(Int(code.slots[index]))
        }
        return value
    }

    /// Opens a section on a truthy value.
    private mutating func open(_ value: Value) {
        var frame = Frame()
        switch value {
        case .list(let items):
            frame.items = items
            records.append(items[0])
        case .texts(let texts):
            frame.texts = texts
            frame.plain = .text(texts[0])
            records.append(nil)
        case .record(let record): records.append(record)
        default:
            frame.plain = value
            records.append(nil)
        }
        frames.append(frame)
    }

    private mutating func close() {
        records.removeLast()
        frames.removeLast()
    }

    /// Goes on to the next item of the innermost section's list; false at its end.
    private mutating func advance() -> Bool {
        let last = frames.count - 1
        let next = frames[last].next
        if next < frames[last].items.count {
            records[last] = frames[last].items[next]
        } else if next < frames[last].texts.count {
            frames[last].plain = .text(frames[last].texts[next])
        } else {
            return false
        }
        frames[last].next += 1
        return true
    }
}

/// Of an open section: what of a list is still to come, and what is no record.
private struct Frame {
    var items: [Record] = []
    var texts: [String] = []
    /// What it stands on, where that is no record.
    var plain = Value.none
    var next = 1
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
        case .text(let text): append(text: text)
        case .markup(let bytes): append(contentsOf: bytes)
        case .number(let number): append(text: String(number))
        case .flag(let flag): append(literal: flag ? "true" : "false")
        case .none, .record, .list, .texts: break
        }
    }
}
