import UTF8Text

extension Template {
    /// Returns the template with all constants folded into its text, such as names of the interface, the site's title
    /// and the relative path to its root. Sections on constants that are absent or false are removed.
    ///
    /// - Parameters:
    ///   - record: any of the records that the template will render.
    ///   - numbers: the numbers of sections, shared by all templates whose pages share fragments.
    package func folded(for record: Record, _ numbers: inout SectionNumbers) -> Template {
        var folding = ConstantFolding(code: code, record: record)
        folding.fold(code.instructions.indices)
        var code = folding.finished
        for (index, instruction) in code.instructions.enumerated() {
            guard case .section(let path, let end, let number) = instruction,
                number != TemplateCode.unnumbered
            else { continue }
            code.instructions[index] = .section(path, end: end, number: numbers.number(of: index, in: code))
        }
        return Template(shape: shape, code: code)
    }
}

/// Folds the constants of one template. Without it a build of 1,000 entries takes 12 % more instructions, and 22 % more
/// without the ``FragmentCache`` too, which needs its numbers of sections.
private struct ConstantFolding {
    let code: TemplateCode
    let record: Record
    /// The code produced so far.
    private var folded = TemplateCode()
    /// The start of the text that no instruction refers to yet.
    private var pendingText = 0
    /// The locations of the values of the open sections.
    private var opened: [TemplateCode.Path] = []

    init(code: TemplateCode, record: Record) {
        self.code = code
        self.record = record
        folded.depth = code.depth
        folded.slots = code.slots
    }

    /// The folded code, after all instructions have been folded.
    var finished: TemplateCode {
        mutating get {
            flushText()
            return folded
        }
    }

    /// Folds a range of instructions.
    mutating func fold(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let instruction = code.instructions[index]
            index += 1
            switch instruction {
            case .text(let start, let end): folded.text += code.text[Int(start)..<Int(end)]
            case .root: add(.root)
            case .escaped(let path):
                guard let value = fixedValue(at: path) else {
                    add(instruction)
                    continue
                }
                if isRoot(path), !opened.isEmpty {
                    folded.root = []
                    folded.root.append(escaping: value)
                    add(.root)
                } else {
                    folded.text.append(escaping: value)
                }
            case .unescaped(let path):
                guard let value = fixedValue(at: path) else {
                    add(instruction)
                    continue
                }
                folded.text.append(raw: value)
            case .section(let path, let end, _):
                let (tag, body) = (index - 1, index..<Int(end) - 1)
                index = code.end(ofSectionBefore: Int(end))
                let otherwise = Int(end)..<index
                switch fixedValue(at: path)?.isTruthy {
                case true?: section(tag, path, body)
                case false?: fold(otherwise)
                case nil: section(tag, path, body, otherwise)
                }
            case .inverted(let path, let end):
                let body = index..<Int(end)
                switch fixedValue(at: path)?.isTruthy {
                case true?: break
                case false?: fold(body)
                case nil: inverted(path, body)
                }
                index = Int(end)
            case .next: add(instruction)
            }
        }
    }

    /// Folds a section.
    ///
    /// - Parameters:
    ///   - tag: the index of the section's instruction in the original code.
    ///   - otherwise: the instructions for a value that is not truthy.
    private mutating func section(
        _ tag: Int, _ path: TemplateCode.Path, _ body: Range<Int>, _ otherwise: Range<Int> = 0..<0
    ) {
        add(.section(path, end: 0))
        let start = folded.instructions.count
        if let known = code.sections.partitioningIndex(where: { $0.instruction >= tag }) as Int?,
            known < code.sections.count
        {
            folded.sections.append((start - 1, code.sections[known].location))
        }
        opened.append(path)
        fold(body)
        opened.removeLast()
        flushText()
        let end = folded.instructions.count + 1
        add(.next(start: Int32(start), end: Int32(end)))
        folded.instructions[start - 1] = .section(path, end: Int32(end))
        let outside = Int32(opened.count + 1)
        if folded.instructions[start...].allSatisfy({ ($0.path?.frame ?? outside) >= outside }) {
            if opened.isEmpty, fixedValue(at: path) != nil, write(start - 1) { return }
            folded.instructions[start - 1] = .section(path, end: Int32(end), number: 0)
        }
        fold(otherwise)
        flushText()
        folded.instructions[end - 1] = .next(start: Int32(start), end: Int32(folded.instructions.count))
    }

    /// Replaces a section by its output, which is the same on every page.
    ///
    /// - Returns: false if the output exceeds ``PageLimits/folding``; then each page renders the section, within its
    ///   own limits.
    private mutating func write(_ section: Int) -> Bool {
        let template = Template(shape: record.shape, code: folded)
        guard let written = template.rendered(record, section, within: .folding) else { return false }
        folded.instructions.removeSubrange(section...)
        folded.sections.removeAll { $0.instruction >= section }
        folded.text += written
        return true
    }

    /// Folds the body of an inverted section on a value that is not constant.
    private mutating func inverted(_ path: TemplateCode.Path, _ body: Range<Int>) {
        add(.inverted(path, end: 0))
        let start = folded.instructions.count
        fold(body)
        flushText()
        folded.instructions[start - 1] = .inverted(path, end: Int32(folded.instructions.count))
    }

    private mutating func add(_ instruction: TemplateCode.Instruction) {
        flushText()
        folded.instructions.append(instruction)
    }

    /// Turns pending text into an instruction.
    private mutating func flushText() {
        guard folded.text.count > pendingText else { return }
        folded.instructions.append(.text(start: Int32(pendingText), end: Int32(folded.text.count)))
        pendingText = folded.text.count
    }

    /// Whether a location is that of the relative path to the site's root. Inside sections it stays an instruction,
    /// so that pages in other folders can use the cached item.
    private func isRoot(_ path: TemplateCode.Path) -> Bool {
        path.frame == 0 && path.slot != TemplateCode.Path.whole && path.rest == path.restEnd
            && record.shape.fields[Int(path.slot)].isRoot
    }

    /// Returns the value at a location if it is constant; nil if any field on the way to it is not.
    private func fixedValue(at path: TemplateCode.Path) -> Value? {
        if path.slot == TemplateCode.Path.whole, path.frame > 0 {
            switch fixedValue(at: opened[Int(path.frame) - 1]) {
            case .record, .list, .texts, nil: return nil
            case let plain?: return plain
            }
        }
        guard path.frame == 0, path.slot != TemplateCode.Path.whole else { return nil }
        var value = Value.record(record)
        for slot in [path.slot] + code.slots[Int(path.rest)..<Int(path.restEnd)] {
            guard case .record(let part) = value else { return .some(.none) }
            guard part.shape.fields[Int(slot)].isFixed else { return nil }
            value = part.read(Int(slot))
        }
        return value
    }
}

/// Numbers for self-contained sections, equal for sections that render the same, whatever their template and
/// position. Thus a line of an entry that the lists of tags, actors and places share is rendered once for all of
/// them.
package struct SectionNumbers {
    private var numbers: [SectionForm: Int32] = [:]

    package init() {}

    /// Returns the number of the section at an instruction.
    mutating func number(of section: Int, in code: TemplateCode) -> Int32 {
        let form = SectionForm(section, in: code)
        if let known = numbers[form] { return known }
        let number = Int32(numbers.count)
        numbers[form] = number
        return number
    }
}

/// The instructions of a self-contained section with relative indices, so that equal sections compare equal.
private struct SectionForm: Hashable {
    /// The instructions, encoded as numbers.
    private var steps: [Int32] = []
    /// All texts; their lengths are among the steps.
    private var text: [UInt8] = []

    /// - Parameter section: the index of the section's instruction.
    init(_ section: Int, in code: TemplateCode) {
        guard case .section(_, let end, _) = code.instructions[section] else { return }
        let inside = code.instructions[(section + 1)..<Int(end) - 1]
        let section = Int32(section)
        // Frames are counted from the outermost section; none in here is outside of the section itself.
        let depth = inside.compactMap(\.path?.frame).min() ?? 0
        for instruction in inside {
            switch instruction {
            case .text(let start, let end):
                add(0, end - start)
                text += code.text[Int(start)..<Int(end)]
            case .root: add(6)
            case .escaped(let path): add(1, path, depth, code)
            case .unescaped(let path): add(2, path, depth, code)
            case .section(let path, let end, _):
                add(3, path, depth, code)
                add(end - section)
            case .inverted(let path, let end):
                add(4, path, depth, code)
                add(end - section)
            case .next(let start, let end): add(5, start - section, end - section)
            }
        }
    }

    /// Adds an instruction with a location, whose frame is counted from `depth`.
    private mutating func add(
        _ kind: Int32, _ path: TemplateCode.Path, _ depth: Int32, _ code: TemplateCode
    ) {
        add(kind, path.frame - depth, path.slot, path.restEnd - path.rest)
        steps += code.slots[Int(path.rest)..<Int(path.restEnd)]
    }

    private mutating func add(_ numbers: Int32...) { steps += numbers }

    /// Hashes the arrays as bytes, since an array is hashed element by element otherwise.
    func hash(into hasher: inout Hasher) {
        unsafe steps.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
}

extension TemplateCode.Instruction {
    /// The location of the value that the instruction reads; nil if it reads none.
    fileprivate var path: TemplateCode.Path? {
        switch self {
        case .escaped(let path), .unescaped(let path), .section(let path, _, _), .inverted(let path, _):
            path
        case .text, .root, .next: nil
        }
    }
}
