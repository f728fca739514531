/// A date in English words, with all of its possible readings.
struct EverydayReading {
    var message = ""
    var range = 0..<0

    var dates = [EverydayDate()]
    var joiner: ReadingTable.Joiner?
    /// Whether `c` stands directly before a year: in catalogues `c1911` means "copyright".
    var isCopyright = false
    var direction: String?
    var isBetween = false
    var isClear = true

    /// Reads a text; nil if it contains no word that is known here.
    init?(_ text: [UInt8]) {
        let tokens = EverydayToken.tokens(of: text)
        for index in tokens.indices { read(index, of: tokens) }
        guard !message.isEmpty else { return nil }
        settle()
    }

    /// The readings in EDTF, the plainest first; empty if the year is missing or a word is not understood.
    var readings: [String] {
        var seen: Set<String> = []
        return candidates.filter { Array($0.utf8).isValidDate && seen.insert($0).inserted }
    }

    /// The readings, including invalid dates such as 31 June.
    var candidates: [String] {
        guard isClear else { return [] }
        let sides = dates.map(\.readings)
        var texts: [String] = []
        if dates.count == 1 {
            texts = sides[0].flatMap { alone($0) }
        } else if dates.last?.isOpen == true, dates.count == 2 {
            texts = sides[0].map { $0.first + dates[0].qualification.symbol + "/.." }
        } else if dates.count == 2 {
            for (first, second) in Self.pairs(sides[0], sides[1]) { texts += joined([first, second]) }
        } else if sides.allSatisfy({ $0.count == 1 }) {
            texts = joined(sides.map { $0[0] })
        }
        return texts
    }

    /// The pairs of readings. If both sides have the same number of readings, the same kind is meant for both.
    private static func pairs(
        _ first: [EverydayDate.Reading], _ second: [EverydayDate.Reading]
    ) -> [(EverydayDate.Reading, EverydayDate.Reading)] {
        if first.count == second.count { return Array(zip(first, second)) }
        // `Autumn/Winter 1911`: of one hemisphere.
        let (starts, ends) = (first.filter { !$0.isSpan }, second.filter { !$0.isSpan })
        if starts.count == ends.count, starts.count > 1 { return Array(zip(starts, ends)) }
        return first.flatMap { left in second.map { (left, $0) } }
    }

    // MARK: Writing

    /// The possible qualifications of the first and the last date: a word before the first, or a sign after the last,
    /// may qualify both.
    private func qualifications(isPair: Bool) -> [(first: Qualification, last: Qualification)] {
        let (first, last) = (dates[0].qualification, dates[dates.count - 1].qualification)
        let none = Qualification()
        if first.isEmpty, last.isEmpty || !isPair { return [(last, last)] }
        if dates.count == 1 || last.isEmpty {
            return [(first, first)] + (isPair ? [(first, none)] : []) + (isCopyright ? [(none, none)] : [])
        }
        if !first.isEmpty { return [(first, last)] }
        return (dates[dates.count - 1].isQualifiedByWord ? [] : [(last, last)]) + [(none, last)]
    }

    private func alone(_ reading: EverydayDate.Reading) -> [String] {
        if let direction {
            return ReadingTable.directions[direction, default: []].compactMap { filled($0, [reading]) }
        }
        return qualifications(isPair: reading.isPair).flatMap { qualification in
            let first = reading.first + qualification.first.symbol
            return reading.isSpan
                ? reading.forms.map {
                    $0.replacing("A", with: first).replacing(
                        "B", with: reading.last + qualification.last.symbol)
                } : [first]
        }
    }

    private func joined(_ sides: [EverydayDate.Reading]) -> [String] {
        let joiner = isBetween && self.joiner == .and ? .between : self.joiner ?? .comma
        let isSpan = joiner == .slash || joiner == .dash || joiner == .to
        if isSpan, sides.count == 2, !Array("\(sides[0].first)/\(sides[1].last)".utf8).isValidDate {
            return []
        }
        return qualifications(isPair: true).flatMap { qualification in
            ReadingTable.joined[joiner, default: []].compactMap { filled($0, sides, qualification) }
        }
    }

    private func filled(
        _ template: String, _ sides: [EverydayDate.Reading],
        _ qualification: (first: Qualification, last: Qualification)? = nil
    ) -> String? {
        let signs = qualification ?? (dates[0].qualification, dates[0].qualification)
        let isSet = template.hasPrefix("[") || template.hasPrefix("{")
        if isSet, !template.contains(".."), sides.contains(where: \.isSpan) { return nil }
        if sides.count > 2 {
            guard isSet, !template.contains("..") else { return nil }
            let members = sides.map { $0.first + signs.first.symbol }.joined(separator: ",")
            return template.prefix(1) + members + template.suffix(1)
        }
        var text = ""
        for character in template {
            switch character {
            case "A": text += sides[0].first + signs.first.symbol
            case "B": text += sides[sides.count - 1].last + signs.last.symbol
            case "P", "N":
                let other = character == "P" ? sides[0].first : sides[0].last
                guard let next = neighbour(of: other, after: character == "N") else { return nil }
                text += next + signs.first.symbol
            default: text.append(character)
            }
        }
        return text
    }

    /// The date before or after another, of the same precision; nil if that is not defined.
    private func neighbour(of text: String, after: Bool) -> String? {
        guard let date = try? DateExpression(text), case .date(let value) = date.value,
            !value.hasUnspecifiedDigits,
            let year = value.year.number
        else { return nil }
        let step = after ? 1 : -1
        switch value.precision {
        case .year: return (year + step).writtenYear
        case .month:
            let months = year * 12 + (value.month?.number ?? 1) - 1 + step
            var text = (months >= 0 ? months / 12 : (months - 11) / 12).writtenYear + "-"
            text.append(number: (months % 12 + 12) % 12 + 1, minimumDigits: 2)
            return text
        case .day: return CalendarDay(ordinal: value.earliest.ordinal + step).iso
        }
    }
}
