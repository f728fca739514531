import Diagnostics
import UTF8Text

/// The limits for one page, so that no template, however hostile, keeps a build or a request busy for ever.
package struct PageLimits: Sendable {
    /// The number of instructions that may be executed in repetitions; each list that is opened costs a few more.
    package var steps: Int
    /// The greatest size of the page.
    package var bytes: Int

    /// The limits for a page: more than any browser displays.
    package static let page = PageLimits(steps: 50_000_000, bytes: 256 << 20)
    /// The limits for text that is rendered once for all pages of a folder.
    static let folding = PageLimits(steps: 1_000_000, bytes: 1 << 20)
}

extension Template {
    /// Renders a page: fills the template with a record of its shape, and appends the result.
    ///
    /// - Parameter fragments: the cached list items of all pages of the site; nil to cache nothing.
    /// - Returns: nil if the page is complete; otherwise where it exceeded its limits.
    @discardableResult
    package func render(
        _ record: Record, into output: inout OutputBuffer, _ fragments: FragmentCache? = nil,
        within limits: PageLimits = .page
    ) -> PageOverflow? {
        // The getters do not check the type of the record.
        precondition(record.shape === shape, "The record is of another shape than the template")
        return run(from: 0, record, fragments, within: limits, into: &output)
    }

    /// Returns the output of the template's last section; nil if it exceeds the limits.
    ///
    /// - Parameter section: the index of the section's instruction.
    func rendered(_ record: Record, _ section: Int, within limits: PageLimits) -> [UInt8]? {
        var output = OutputBuffer()
        return run(from: section, record, nil, within: limits, into: &output) == nil ? output.bytes : nil
    }

    /// Executes the instructions from an index to the end.
    private func run(
        from start: Int, _ record: Record, _ fragments: FragmentCache?, within limits: PageLimits,
        into output: inout OutputBuffer
    ) -> PageOverflow? {
        output.setLimit(limits.bytes)
        defer { output.setLimit(nil) }
        let stop = unsafe code.instructions.withUnsafeBufferPointer { instructions in
            unsafe code.text.withUnsafeBufferPointer { text in
                var rendering = unsafe Rendering(
                    code, instructions, text, fragments, record, steps: limits.steps)
                return rendering.run(start, instructions.count, into: &output)
            }
        }
        return stop.map { PageOverflow(section: code.section(around: $0)) }
    }
}

/// The error for a page that exceeds its limits.
package struct PageOverflow: Equatable {
    /// The location of the tag of the innermost section that was being rendered; nil outside of all sections.
    package let section: SourceLocation?
}

/// The state of a page that is being rendered: the open sections and their values.
@safe
private struct Rendering {
    private let code: TemplateCode
    private let instructions: UnsafeBufferPointer<TemplateCode.Instruction>
    private let text: UnsafeBufferPointer<UInt8>
    /// The fragment cache, which the caller keeps alive.
    private let fragments: Unmanaged<FragmentCache>?
    /// The open sections, outermost first, and room for as many as are ever open at once.
    private var frames: [Frame]
    /// The number of open sections.
    private var depth = 0
    /// Whether the output belongs to an item that will be cached.
    private var isInFragment = false
    /// The offsets in the output of the relative paths to the site's root within that item.
    private var roots: [Int] = []
    /// The number of steps that may still be taken.
    private var steps: Int
    /// The cost of creating the records of a list, in steps.
    private static let stepsAList = 20

    init(
        _ code: TemplateCode, _ instructions: UnsafeBufferPointer<TemplateCode.Instruction>,
        _ text: UnsafeBufferPointer<UInt8>, _ fragments: FragmentCache?, _ record: Record, steps: Int
    ) {
        self.steps = steps
        self.code = code
        unsafe self.instructions = unsafe instructions
        unsafe self.text = unsafe text
        unsafe self.fragments = unsafe fragments.map { unsafe .passUnretained($0) }
        frames = Array(repeating: Frame(), count: code.depth)
        open(.record(record))
    }

    /// Executes the instructions of a range.
    ///
    /// - Returns: the index of the instruction at which the page exceeded its limits; nil if it did not.
    mutating func run(_ start: Int, _ end: Int, into output: inout OutputBuffer) -> Int? {
        var index = start
        while index < end {
            switch unsafe instructions[index] {
            case .text(let start, let end):
                unsafe output.append(UnsafeBufferPointer(rebasing: text[Int(start)..<Int(end)]))
                index += 1
            case .root:
                if isInFragment { roots.append(output.count) }
                output.append(bytes: code.root)
                index += 1
            case .escaped(let path):
                output.append(escaping: value(at: path))
                if output.isFull { return index }
                index += 1
            case .unescaped(let path):
                output.append(raw: value(at: path))
                if output.isFull { return index }
                index += 1
            case .section(let path, let end, let number):
                let value = value(at: path)
                if !value.isTruthy {
                    index = Int(end)
                } else if number != TemplateCode.unnumbered, !isInFragment, let fragments = unsafe fragments,
                    case .list(let items) = value, items.contains(where: { $0.identity != nil })
                {
                    let stop = unsafe fragments._withUnsafeGuaranteedRef {
                        write(items, index + 1..<Int(end) - 1, $0, number, into: &output)
                    }
                    if let stop { return stop }
                    index = code.end(ofSectionBefore: Int(end))
                } else {
                    // Creating the records of a list takes longer than most steps.
                    if case .list = value { steps -= Self.stepsAList }
                    open(value)
                    index += 1
                }
            case .inverted(let path, let end):
                index = value(at: path).isTruthy ? Int(end) : index + 1
            case .next(let start, let end):
                if advance() {
                    steps -= index - Int(start) + 1
                    if steps < 0 || output.isFull { return index }
                    index = Int(start)
                } else {
                    close()
                    index = Int(end)
                }
            }
        }
        return output.isFull ? end - 1 : nil
    }

    /// Renders a list whose items have identities, and takes each item from the fragment cache if it is there.
    ///
    /// - Parameters:
    ///   - body: the instructions of the section.
    ///   - number: the number of the section.
    /// - Returns: the index of an instruction of the section if the page exceeded its limits; otherwise nil.
    private mutating func write(
        _ items: [Record], _ body: Range<Int>, _ fragments: FragmentCache, _ number: Int32,
        into output: inout OutputBuffer
    ) -> Int? {
        let root = code.root
        var stop: Int?
        fragments.withTable(section: number, shape: items[0].shape) { table in
            for item in items where stop == nil {
                steps -= body.count + 1
                if steps < 0 || output.isFull {
                    stop = body.lowerBound
                    return
                }
                if let identity = item.identity, table.write(identity, to: &output, root: root) { continue }
                let start = output.count
                isInFragment = item.identity != nil
                open(.record(item))
                stop = run(body.lowerBound, body.upperBound, into: &output)
                close()
                if stop == nil, let identity = item.identity {
                    unsafe output.withBytes(from: start) { bytes in
                        let fragment = unsafe FragmentCache.Fragment(
                            bytes, roots.map { $0 - start }, of: root)
                        fragments.keep(fragment, of: identity, in: table)
                    }
                }
                isInFragment = false
                roots.removeAll(keepingCapacity: true)
            }
        }
        return stop
    }

    /// Reads the value at a location.
    private func value(at path: TemplateCode.Path) -> Value {
        let frame = Int(path.frame)
        guard let record = unsafe frames[frame].record else {
            return path.slot == TemplateCode.Path.whole ? frames[frame].plain : .none
        }
        if path.slot == TemplateCode.Path.whole { return unsafe .record(record.takeUnretainedValue()) }
        var value = unsafe record._withUnsafeGuaranteedRef { $0.read(Int(path.slot)) }
        for index in Int(path.rest)..<Int(path.restEnd) {
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

    /// Moves to the next item of the innermost section's list; returns false at its end.
    private mutating func advance() -> Bool { frames[depth - 1].advance() }
}

/// An open section: its list, if it has one, and its current value.
@safe
private struct Frame {
    /// The records of the list.
    private var items: [Record] = []
    /// The texts of the list.
    private var texts: [String] = []
    /// The index of the next item.
    private var next = 0
    /// The current value, for a section on anything but a list of records.
    private(set) var plain = Value.none
    /// The current record, if the value is one. The frame retains its owner, so that reading it at every tag counts
    /// no reference: that was 2 % of the instructions of a build.
    private(set) var record: Unmanaged<Record>?

    /// Opens the section at its first item.
    mutating func open(_ value: consuming Value) {
        next = 1
        switch consume value {
        case .list(let items):
            unsafe record = unsafe .passUnretained(items[0])
            self.items = items
        case .texts(let texts):
            plain = .text(texts[0])
            self.texts = texts
        case .record(let record):
            unsafe self.record = unsafe .passUnretained(record)
            plain = .record(record)
        case let value: plain = value
        }
    }

    mutating func close() {
        unsafe record = nil
        plain = .none
        if !items.isEmpty { items = [] }
        if !texts.isEmpty { texts = [] }
    }

    mutating func advance() -> Bool {
        if next < items.count {
            unsafe record = unsafe .passUnretained(items[next])
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
    /// Appends a value, escaped for HTML.
    mutating func append(escaping value: Value) {
        switch value {
        case .text(let text): append(escaping: text)
        case .markup(let bytes): append(escaping: bytes)
        default: append(raw: value)
        }
    }

    /// Appends a value as it is; a record or list appends nothing.
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
