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
        for section in code.selfContained.keys.sorted() {
            code.selfContained[section] = numbers.number(of: section, in: code)
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
    /// How many records are open, that of the page included.
    private var openCount: Int32 = 1

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
            case .escaped(let place):
                guard let value = fixedValue(at: place) else {
                    add(instruction)
                    continue
                }
                folded.text.append(escaping: value)
            case .unescaped(let place):
                guard let value = fixedValue(at: place) else {
                    add(instruction)
                    continue
                }
                folded.text.append(raw: value)
            case .section(let place, let end):
                let body = index..<Int(end) - 1
                if fixedValue(at: place)?.isTruthy != false { section(place, body) }
                index = Int(end)
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

    private mutating func section(_ place: TemplateCode.Place, _ body: Range<Int>) {
        add(.section(place, end: 0))
        let start = folded.instructions.count
        openCount += 1
        fold(body)
        openCount -= 1
        add(.next(start: Int32(start)))
        folded.instructions[start - 1] = .section(place, end: Int32(folded.instructions.count))
        if folded.instructions[start...].allSatisfy({ ($0.place?.frame ?? openCount) >= openCount }) {
            if openCount == 1, fixedValue(at: place) != nil {
                write(start - 1)
            } else {
                folded.selfContained[start - 1] = 0
            }
        }
    }

    /// Puts what a section writes in its place, where it writes the same on every page.
    private mutating func write(_ section: Int) {
        let template = Template(shape: record.shape, code: folded)
        folded.instructions.removeSubrange(section...)
        folded.selfContained = folded.selfContained.filter { $0.key < section }
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

    /// The value in a place, if every field on the way to it is fixed.
    private func fixedValue(at place: TemplateCode.Place) -> Value? {
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
    private var numbers: [[Int]: Int] = [:]

    mutating func number(of section: Int, in code: TemplateCode) -> Int {
        let form = code.form(of: section)
        if let known = numbers[form] { return known }
        numbers[form] = numbers.count
        return numbers.count - 1
    }
}

extension TemplateCode {
    /// What a self-contained section does, with places told from its own.
    fileprivate func form(of section: Int) -> [Int] {
        guard case .section(_, let end) = instructions[section] else { return [] }
        let inside = instructions[(section + 1)..<Int(end)]
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
            case .escaped(let place): add(1, place)
            case .unescaped(let place): add(2, place)
            case .section(let place, let end):
                add(3, place)
                form.append(Int(end) - section)
            case .inverted(let place, let end):
                add(4, place)
                form.append(Int(end) - section)
            case .next(let start): form += [5, Int(start) - section]
            }
        }
        return form
    }
}

extension TemplateCode.Instruction {
    /// Where it finds its value.
    fileprivate var place: TemplateCode.Place? {
        switch self {
        case .escaped(let place), .unescaped(let place), .section(let place, _), .inverted(let place, _):
            place
        case .text, .next: nil
        }
    }
}
