/// A date in English words, and all that it can mean.
struct EverydayReading {
    private(set) var message = ""
    private(set) var place = 0..<0

    private var dates = [EverydayDate()]
    private var joiner: ReadingTable.Joiner?
    private var qualification: Qualification = []
    private var direction: String?
    private var isBetween = false
    private var isClear = true

    /// More than these are not told apart by anyone.
    private static let mostReadings = 8

    /// Reads a text that contains a word it knows; nil for any other.
    init?(_ text: [UInt8]) {
        let tokens = EverydayToken.tokens(of: text)
        for index in tokens.indices { read(index, of: tokens) }
        guard !message.isEmpty else { return nil }
        settle()
    }

    /// The EDTF texts, the plainest first; none where the year is missing or a word is not understood.
    var readings: [String] {
        guard isClear else { return [] }
        let sides = dates.map(\.readings)
        var texts: [String] = []
        if dates.count == 1 {
            texts = sides[0].flatMap { alone($0) }
        } else if dates.last?.isOpen == true, dates.count == 2 {
            texts = sides[0].map { qualified($0.first) + "/.." }
        } else if dates.count == 2 {
            for (first, second) in pairs(sides[0], sides[1]) { texts += joined([first, second]) }
        } else if sides.allSatisfy({ $0.count == 1 }) {
            texts = joined(sides.map { $0[0] })
        }
        var seen: Set<String> = []
        return Array(
            texts.filter { Array($0.utf8).isValidDate && seen.insert($0).inserted }.prefix(Self.mostReadings))
    }

    /// Where both are read in as many ways, the same way is meant for both.
    private func pairs(
        _ first: [EverydayDate.Reading], _ second: [EverydayDate.Reading]
    ) -> [(EverydayDate.Reading, EverydayDate.Reading)] {
        if first.count == second.count { return Array(zip(first, second)) }
        return first.flatMap { left in second.map { (left, $0) } }
    }

    // MARK: Writing

    private func qualified(_ text: String) -> String { text + qualification.symbol }

    private func alone(_ reading: EverydayDate.Reading) -> [String] {
        guard let direction else {
            let (first, last) = (qualified(reading.first), qualified(reading.last))
            return [reading.isSpan ? "[\(first)..\(last)]" : first]
        }
        return ReadingTable.directions[direction, default: []].compactMap { filled($0, [reading]) }
    }

    private func joined(_ sides: [EverydayDate.Reading]) -> [String] {
        let joiner = isBetween && self.joiner == .and ? .between : self.joiner ?? .comma
        return ReadingTable.joined[joiner, default: []].compactMap { filled($0, sides) }
    }

    private func filled(_ template: String, _ sides: [EverydayDate.Reading]) -> String? {
        let isSet = template.hasPrefix("[") || template.hasPrefix("{")
        if isSet, sides.contains(where: \.isSpan) { return nil }
        if sides.count > 2 {
            guard isSet, !template.contains("..") else { return nil }
            let members = sides.map { qualified($0.first) }.joined(separator: ",")
            return template.prefix(1) + members + template.suffix(1)
        }
        var text = ""
        for character in template {
            switch character {
            case "A": text += qualified(sides[0].first)
            case "B": text += qualified(sides[sides.count - 1].last)
            case "P", "N":
                let other = character == "P" ? sides[0].first : sides[0].last
                guard let next = neighbour(of: other, after: character == "N") else { return nil }
                text += qualified(next)
            default: text.append(character)
            }
        }
        return text
    }

    /// The date before or after another, of its precision.
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

// MARK: Reading

extension EverydayReading {
    private var last: EverydayDate {
        get { dates[dates.count - 1] }
        set { dates[dates.count - 1] = newValue }
    }

    private mutating func note(_ message: String, _ token: EverydayToken) {
        guard self.message.isEmpty else { return }
        self.message = message
        place = token.range
    }

    private mutating func read(_ index: Int, of tokens: [EverydayToken]) {
        let token = tokens[index]
        switch token.kind {
        case .number(let value, let digitCount, let isNegative):
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            let previous = index > 0 ? tokens[index - 1] : nil
            let isCentury = next?.word.map(isCenturyWord) ?? false
            if isCentury, digitCount <= 2 {
                set(.century(value))
            } else if digitCount >= 3 || isNegative || next?.isEra == true
                || previous?.isEra == true && last.year == nil
            {
                set(.year(value, digitCount: digitCount, isNegative: isNegative))
            } else if last.day == nil {
                last.day = value
            } else {
                isClear = false
            }
        case .decade(let first):
            set(.decade(first))
            note("A decade is written with X", token)
        case .date(let digits):
            if !last.isEmpty { isClear = false }
            last.digits = digits
        case .joiner(let joiner): read(joiner, token)
        case .word(let word): read(word, token, isLast: index + 1 == tokens.count)
        case .sign(let sign):
            if let qualification = Qualification(symbol: sign) {
                self.qualification.formUnion(qualification)
            } else {
                isClear = false
            }
        }
    }

    /// `c.` is a century after an ordinal only: before a number it is "circa".
    private func isCenturyWord(_ word: String) -> Bool { EverydayWords.centuries.contains(word) }

    private mutating func set(_ year: EverydayDate.Year) {
        if last.year != nil { isClear = false }
        last.year = year
    }

    private mutating func read(_ joiner: ReadingTable.Joiner, _ token: EverydayToken) {
        guard !last.isEmpty else {
            isClear = false
            return
        }
        if let known = self.joiner, known != joiner, [known, joiner] != [.comma, .and],
            [known, joiner] != [.comma, .or]
        {
            isClear = false
        }
        self.joiner = joiner
        dates.append(EverydayDate())
        // A sign may stand for anything; a word makes a date in words of the text.
        if token.range.count == 1 { return }
        switch joiner {
        case .to: note("An interval is written with a slash", token)
        case .or: note("One of several dates is written [first,second]", token)
        case .and: note("Several dates are written {first,second}", token)
        default: break
        }
    }

    private mutating func read(_ word: String, _ token: EverydayToken, isLast: Bool) {
        if let month = EverydayToken.month(word) {
            if last.month != nil { isClear = false }
            last.month = month
            note("A date is written in digits, year first: YYYY-MM-DD", token)
        } else if let part = EverydayWords.parts[word] {
            last.part = part
            note("EDTF has no word for early, mid and late", token)
        } else if ReadingTable.seasons[word] != nil {
            last.season = word
            note("Seasons and quarters are written as codes after the year", token)
        } else if EverydayWords.circa.contains(word) {
            qualification.formUnion(.approximate)
            note("An approximate date is written with ~ after it", token)
        } else if let isBefore = EverydayWords.eras[word] {
            last.isBefore = isBefore
            note(
                isBefore
                    ? "A year before the common era is negative, and 1 BCE is 0000"
                    : "A year of the common era has four digits and no era", token)
        } else if isCenturyWord(word) {
            note("A century is written with XX", token)
        } else if EverydayWords.open.contains(word), dates.count == 2 {
            last.isOpen = true
        } else if word == "between" {
            isBetween = true
        } else if EverydayWords.weekdays.contains(word) {
            note("A date has no day of the week", token)
        } else {
            readDirection(word, token)
        }
    }

    private mutating func readDirection(_ word: String, _ token: EverydayToken) {
        guard ReadingTable.directions[word] != nil else {
            if !EverydayWords.empty.contains(word) { isClear = false }
            return
        }
        if !last.isEmpty || direction != nil { isClear = false }
        direction = word
        let isStart = ["until", "till", "to", "by", "before"].contains(word)
        note(
            isStart
                ? "An open start is written ../ before the date"
                : "An open end is written /.. after the date", token)
    }

    /// What one side does not tell is told by the other: `14/15 August 1911`, `500–400 BC`, `19th to 20th century`.
    private mutating func settle() {
        if dates.count > 1, direction == "from" || direction == "since" { direction = nil }
        if dates.count > 1, direction != nil || dates.contains(where: \.isEmpty) { isClear = false }
        if dates.count == 1, dates[0].month == nil { dates[0].takeDayForYear() }
        for index in dates.indices {
            for other in dates.indices.reversed() where other != index {
                dates[index].complete(from: dates[other])
            }
        }
    }
}

extension EverydayDate {
    /// `circa 44`: a number without a month is a year.
    fileprivate mutating func takeDayForYear() {
        guard let number = day, year == nil else { return }
        (year, day) = (.year(number, digitCount: number < 10 ? 1 : 2, isNegative: false), nil)
    }

    fileprivate mutating func complete(from other: EverydayDate) {
        if digits != nil || isOpen || other.digits != nil || other.isOpen { return }
        if let number = day, year == nil, month == nil {
            if case .century = other.year { (year, day) = (.century(number), nil) }
            if case .year = other.year, other.isBefore != nil, other.month == nil {
                (year, day) = (.year(number, digitCount: 2, isNegative: false), nil)
            }
        }
        if isBefore == nil { isBefore = other.isBefore }
        if season == nil, month == nil, day == nil, part == nil || other.month != nil,
            year == nil || day != nil
        {
            month = other.day == nil ? other.month : month
        }
        if day != nil, month == nil { month = other.month }
        if year == nil { year = other.year }
    }
}
