extension Template {
    /// The same template with all that is fixed written into its text: names of the interface, the site's title, the
    /// way to its folder. What of it is absent or false is left out.
    ///
    /// - Parameters:
    ///   - record: any of the records that it will be given.
    ///   - numbers: those of the sections of all templates whose pages share fragments.
    func folded(for record: Record, _ numbers: inout SectionNumbers) -> Template {
        var folding = TemplateFolding(code: code, record: record)
        folding.fold(code.instructions.indices)
        var code = folding.finished
        for (index, instruction) in code.instructions.enumerated() {
            guard case .section(let place, let end, let number) = instruction,
                number != TemplateCode.unnumbered
            else { continue }
            code.instructions[index] = .section(place, end: end, number: numbers.number(of: index, in: code))
        }
        return Template(shape: shape, code: code)
    }
}

private struct TemplateFolding {
    let code: TemplateCode
    let record: Record
    private var folded = TemplateCode()
    /// The beginning of the text that is not yet an instruction.
    private var pendingText = 0
    /// What the open sections were opened with.
    private var opened: [TemplateCode.Place] = []

    init(code: TemplateCode, record: Record) {
        self.code = code
        self.record = record
        folded.depth = code.depth
        folded.slots = code.slots
    }

    var finished: TemplateCode {
        mutating get {
            flushText()
            return folded
        }
    }

    mutating func fold(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let instruction = code.instructions[index]
            index += 1
            switch instruction {
            case .text(let start, let end): folded.text += code.text[Int(start)..<Int(end)]
            case .root: add(.root)
            case .escaped(let place):
                guard let value = fixedValue(at: place) else {
                    add(instruction)
                    continue
                }
                if isRoot(place), !opened.isEmpty {
                    folded.root = []
                    folded.root.append(escaping: value)
                    add(.root)
                } else {
                    folded.text.append(escaping: value)
                }
            case .unescaped(let place):
                guard let value = fixedValue(at: place) else {
                    add(instruction)
                    continue
                }
                folded.text.append(raw: value)
            case .section(let place, let end, _):
                let body = index..<Int(end) - 1
                index = code.end(ofSectionBefore: Int(end))
                let otherwise = Int(end)..<index
                switch fixedValue(at: place)?.isTruthy {
                case true?: section(place, body)
                case false?: fold(otherwise)
                case nil: section(place, body, otherwise)
                }
            case .inverted(let place, let end):
                let body = index..<Int(end)
                switch fixedValue(at: place)?.isTruthy {
                case true?: break
                case false?: fold(body)
                case nil: inverted(place, body)
                }
                index = Int(end)
            case .next: add(instruction)
            }
        }
    }

    private mutating func section(
        _ place: TemplateCode.Place, _ body: Range<Int>, _ otherwise: Range<Int> = 0..<0
    ) {
        add(.section(place, end: 0))
        let start = folded.instructions.count
        opened.append(place)
        fold(body)
        opened.removeLast()
        flushText()
        let end = folded.instructions.count + 1
        add(.next(start: Int32(start), end: Int32(end)))
        folded.instructions[start - 1] = .section(place, end: Int32(end))
        let outside = Int32(opened.count + 1)
        if folded.instructions[start...].allSatisfy({ ($0.place?.frame ?? outside) >= outside }) {
            if opened.isEmpty, fixedValue(at: place) != nil {
                write(start - 1)
                return
            }
            folded.instructions[start - 1] = .section(place, end: Int32(end), number: 0)
        }
        fold(otherwise)
        flushText()
        folded.instructions[end - 1] = .next(start: Int32(start), end: Int32(folded.instructions.count))
    }

    /// Puts what a section writes in its place, where it writes the same on every page.
    private mutating func write(_ section: Int) {
        let template = Template(shape: record.shape, code: folded)
        folded.instructions.removeSubrange(section...)
        folded.text += template.rendered(record, section)
    }

    private mutating func inverted(_ place: TemplateCode.Place, _ body: Range<Int>) {
        add(.inverted(place, end: 0))
        let start = folded.instructions.count
        fold(body)
        flushText()
        folded.instructions[start - 1] = .inverted(place, end: Int32(folded.instructions.count))
    }

    private mutating func add(_ instruction: TemplateCode.Instruction) {
        flushText()
        folded.instructions.append(instruction)
    }

    private mutating func flushText() {
        guard folded.text.count > pendingText else { return }
        folded.instructions.append(.text(start: Int32(pendingText), end: Int32(folded.text.count)))
        pendingText = folded.text.count
    }

    /// True for the way up to the site's folder. It is written by itself where items of lists may be, so that pages in
    /// other folders can take what was made for one.
    private func isRoot(_ place: TemplateCode.Place) -> Bool {
        place.frame == 0 && place.slot != TemplateCode.Place.whole && place.rest == place.restEnd
            && record.shape.fields[Int(place.slot)].isRoot
    }

    /// The value in a place, if every field on the way to it is fixed.
    private func fixedValue(at place: TemplateCode.Place) -> Value? {
        if place.slot == TemplateCode.Place.whole, place.frame > 0 {
            switch fixedValue(at: opened[Int(place.frame) - 1]) {
            case .record, .list, .texts, nil: return nil
            case let plain?: return plain
            }
        }
        guard place.frame == 0, place.slot != TemplateCode.Place.whole else { return nil }
        var value = Value.record(record)
        for slot in [place.slot] + code.slots[Int(place.rest)..<Int(place.restEnd)] {
            guard case .record(let part) = value else { return .some(.none) }
            guard part.shape.fields[Int(slot)].isFixed else { return nil }
            value = part.read(Int(slot))
        }
        return value
    }
}

/// Numbers for self-contained sections: one for all that write the same, in whichever template and wherever in it they
/// stand. A line of an entry that the lists of tags, actors and places have is then made once for all of them.
struct SectionNumbers {
    private var numbers: [[Int]: Int32] = [:]

    mutating func number(of section: Int, in code: TemplateCode) -> Int32 {
        let form = code.form(of: section)
        if let known = numbers[form] { return known }
        let number = Int32(numbers.count)
        numbers[form] = number
        return number
    }
}

extension TemplateCode {
    /// What a self-contained section does, with places told from its own.
    fileprivate func form(of section: Int) -> [Int] {
        guard case .section(_, let end, _) = instructions[section] else { return [] }
        let inside = instructions[(section + 1)..<Int(end) - 1]
        // Places count open sections from the outermost; none here lies beyond the section itself.
        let depth = inside.compactMap(\.place?.frame).min() ?? 0
        var form: [Int] = []
        func add(_ kind: Int, _ place: Place) {
            form += [kind, Int(place.frame - depth), Int(place.slot), Int(place.restEnd - place.rest)]
            form += slots[Int(place.rest)..<Int(place.restEnd)].map { Int($0) }
        }
        for instruction in inside {
            switch instruction {
            case .text(let start, let end):
                form += [0, Int(end - start)] + text[Int(start)..<Int(end)].map { Int($0) }
            case .root: form.append(6)
            case .escaped(let place): add(1, place)
            case .unescaped(let place): add(2, place)
            case .section(let place, let end, _):
                add(3, place)
                form.append(Int(end) - section)
            case .inverted(let place, let end):
                add(4, place)
                form.append(Int(end) - section)
            case .next(let start, let end): form += [5, Int(start) - section, Int(end) - section]
            }
        }
        return form
    }
}

extension TemplateCode.Instruction {
    /// Where it finds its value.
    fileprivate var place: TemplateCode.Place? {
        switch self {
        case .escaped(let place), .unescaped(let place), .section(let place, _, _), .inverted(let place, _):
            place
        case .text, .root, .next: nil
        }
    }
}
