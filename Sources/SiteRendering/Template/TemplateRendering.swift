extension Template {
    /// Writes a page: appends what the template makes of the record.
    ///
    /// - Parameter fragments: what other pages of the site have made.
    func render(_ record: Record, into output: inout ByteBuffer, _ fragments: Fragments? = nil) {
        assert(record.shape === shape, "The record is of another shape than the template")
        run(from: 0, record, fragments, into: &output)
    }

    /// What a section that ends the template writes.
    func rendered(_ record: Record, _ section: Int) -> [UInt8] {
        var output = ByteBuffer()
        run(from: section, record, nil, into: &output)
        return output.bytes
    }

    private func run(
        from start: Int, _ record: Record, _ fragments: Fragments?, into output: inout ByteBuffer
    ) {
        code.instructions.withUnsafeBufferPointer { instructions in
            code.text.withUnsafeBufferPointer { text in
                withUnsafeTemporaryAllocation(of: Frame.self, capacity: code.depth) { frames in
                    frames.initialize(repeating: Frame())
                    defer { frames.deinitialize() }
                    var rendering = Rendering(code, instructions, text, fragments, frames, record)
                    rendering.run(start, instructions.count, into: &output)
                }
            }
        }
    }
}

/// The state of a page that is being written: which sections are open, and what each stands on.
private struct Rendering {
    private let code: TemplateCode
    private let instructions: UnsafeBufferPointer<TemplateCode.Instruction>
    private let text: UnsafeBufferPointer<UInt8>
    /// Held by whoever has the page written.
    private let fragments: Unmanaged<Fragments>?
    /// The open sections, outermost first; memory for as many as are ever open at once. In an array, each opening and
    /// closing would ask whether it is shared.
    private let frames: UnsafeMutableBufferPointer<Frame>
    /// How many sections are open.
    private var depth = 0
    /// True while a fragment is made.
    private var isInFragment = false
    /// Where the way up to the site's folder stands in it.
    private var roots: [Int] = []

    init(
        _ code: TemplateCode, _ instructions: UnsafeBufferPointer<TemplateCode.Instruction>,
        _ text: UnsafeBufferPointer<UInt8>, _ fragments: Fragments?,
        _ frames: UnsafeMutableBufferPointer<Frame>, _ record: Record
    ) {
        self.code = code
        self.instructions = instructions
        self.text = text
        self.fragments = fragments.map { .passUnretained($0) }
        self.frames = frames
        open(.record(record))
    }

    /// Runs the instructions between two places.
    mutating func run(_ start: Int, _ end: Int, into output: inout ByteBuffer) {
        var index = start
        while index < end {
            switch instructions[index] {
            case .text(let start, let end):
                output.append(UnsafeBufferPointer(rebasing: text[Int(start)..<Int(end)]))
                index += 1
            case .root:
                if isInFragment { roots.append(output.count) }
                output.append(bytes: code.root)
                index += 1
            case .escaped(let place):
                output.append(escaping: value(at: place))
                index += 1
            case .unescaped(let place):
                output.append(raw: value(at: place))
                index += 1
            case .section(let place, let end, let number):
                let value = value(at: place)
                if !value.isTruthy {
                    index = Int(end)
                } else if number != TemplateCode.unnumbered, !isInFragment, let fragments,
                    case .list(let items) = value, items.contains(where: { $0.identity != nil })
                {
                    fragments._withUnsafeGuaranteedRef {
                        write(items, index + 1..<Int(end) - 1, $0, number, into: &output)
                    }
                    index = code.end(ofSectionBefore: Int(end))
                } else {
                    open(value)
                    index += 1
                }
            case .inverted(let place, let end):
                index = value(at: place).isTruthy ? Int(end) : index + 1
            case .next(let start, let end):
                if advance() {
                    index = Int(start)
                } else {
                    close()
                    index = Int(end)
                }
            }
        }
    }

    /// Writes a list of items with identities, each from the fragments where it is there.
    private mutating func write(
        _ items: [Record], _ body: Range<Int>, _ fragments: Fragments, _ number: Int32,
        into output: inout ByteBuffer
    ) {
        let root = code.root
        fragments.withTable(section: number, shape: items[0].shape) { table in
            for item in items {
                if let identity = item.identity, table.write(identity, to: &output, root: root) { continue }
                let start = output.count
                isInFragment = item.identity != nil
                open(.record(item))
                run(body.lowerBound, body.upperBound, into: &output)
                close()
                if let identity = item.identity {
                    output.withBytes(from: start) { bytes in
                        let fragment = Fragments.Fragment(
                            bytes, roots.map { Int32($0 - start) }, of: root)
                        fragments.keep(fragment, of: identity, in: table)
                    }
                }
                isInFragment = false
                roots.removeAll(keepingCapacity: true)
            }
        }
    }

    private func value(at place: TemplateCode.Place) -> Value {
        let frame = Int(place.frame)
        guard let record = frames[frame].record else {
            return place.slot == TemplateCode.Place.whole ? frames[frame].plain : .none
        }
        if place.slot == TemplateCode.Place.whole { return .record(record.takeUnretainedValue()) }
        var value = record._withUnsafeGuaranteedRef { $0.read(Int(place.slot)) }
        for index in Int(place.rest)..<Int(place.restEnd) {
            guard case .record(let part) = value else { return .none }
            value = part.read(Int(code.slots[index]))
        }
        return value
    }

    /// Opens a section on a truthy value.
    private mutating func open(_ value: consuming Value) {
        precondition(depth < frames.count, "No more sections are open than the code says")
        frames[depth].open(value)
        depth += 1
    }

    private mutating func close() {
        depth -= 1
        frames[depth].close()
    }

    /// Goes on to the next item of the innermost section's list; false at its end.
    private mutating func advance() -> Bool { frames[depth - 1].advance() }
}

/// An open section: the list that it repeats for, and what else it stands on.
private struct Frame {
    private var items: [Record] = []
    private var texts: [String] = []
    private var next = 0
    private(set) var plain = Value.none
    /// What the section stands on by now, where that is a record. The frame holds on to it, so that a look at it at every
    /// tag counts no reference.
    private(set) var record: Unmanaged<Record>?

    mutating func open(_ value: consuming Value) {
        next = 1
        switch consume value {
        case .list(let items):
            record = .passUnretained(items[0])
            self.items = items
        case .texts(let texts):
            plain = .text(texts[0])
            self.texts = texts
        case .record(let record):
            self.record = .passUnretained(record)
            plain = .record(record)
        case let value: plain = value
        }
    }

    mutating func close() {
        record = nil
        plain = .none
        if !items.isEmpty { items = [] }
        if !texts.isEmpty { texts = [] }
    }

    mutating func advance() -> Bool {
        if next < items.count {
            record = .passUnretained(items[next])
        } else if next < texts.count {
            plain = .text(texts[next])
        } else {
            return false
        }
        next += 1
        return true
    }
}

extension ByteSink where Self: ~Copyable {
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
        case .markup(let bytes): append(bytes: bytes)
        case .number(let number): append(number: number)
        case .flag(let flag): append(literal: flag ? "true" : "false")
        case .none, .record, .list, .texts: break
        }
    }
}
