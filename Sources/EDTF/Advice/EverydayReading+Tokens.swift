// The readers of single tokens.

extension EverydayReading {
    private var last: EverydayDate {
        get { dates[dates.count - 1] }
        set { dates[dates.count - 1] = newValue }
    }

    private mutating func note(_ message: String, _ token: EverydayToken) {
        guard self.message.isEmpty else { return }
        self.message = message
        range = token.range
    }

    mutating func read(_ index: Int, of tokens: [EverydayToken]) {
        let token = tokens[index]
        let previous = index > 0 ? tokens[index - 1] : nil
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        switch token.kind {
        case .number(let number):
            read(number, after: previous, before: next)
            if number.isShortened { note("A year has four digits", token) }
        case .decade(let first):
            set(.decade(first))
            note("A decade is written with X", token)
        case .date(let digits):
            if last.digits != nil || last.year != nil { isClear = false }
            last.digits = digits
        case .joiner(let joiner): read(joiner, token)
        case .word(let word): read(word, token, after: previous, before: next)
        case .sign(let sign):
            if let qualification = Qualification(symbol: sign) {
                last.qualification.formUnion(qualification)
            } else {
                isClear = false
            }
        }
    }

    private mutating func read(
        _ word: String, _ token: EverydayToken, after previous: EverydayToken?, before next: EverydayToken?
    ) {
        if word == "c", let number = previous?.number, number.isOrdinal {
            return note("A century is written with XX", token)
        }
        var read = word
        if let next, let number = next.number {
            if word == "c", next.range.lowerBound == token.range.upperBound { isCopyright = true }
            // A Roman month precedes a year.
            if number.digitCount == 4 { read = EverydayWords.romanMonths[word] ?? word }
        }
        self.read(read, token, isFirst: previous == nil)
    }

    private mutating func read(
        _ number: EverydayNumber, after previous: EverydayToken?, before next: EverydayToken?
    ) {
        // `c.` means century only after an ordinal; otherwise it means "circa".
        let isCentury = next?.word.map {
            EverydayWords.centuries.contains($0) || $0 == "c" && number.isOrdinal
        }
        let isEra = next?.isEra == true || previous?.isEra == true && last.year == nil
        if isCentury == true, number.digitCount <= 2 {
            set(.century(number.value))
        } else if number.digitCount >= 3 || number.isNegative || number.isShortened || isEra {
            set(.year(number))
        } else if last.month != nil, last.year == nil, last.day != nil || number.value > 31, !number.isOrdinal
        {
            // `11 Aug 11`, `August 44`
            set(.year(number))
        } else if last.day == nil {
            last.day = number
        } else {
            isClear = false
        }
    }

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
        // A sign can mean anything; a word makes the text a date in words.
        if token.range.count == 1 { return }
        switch joiner {
        case .to: note("An interval is written with a slash", token)
        case .or: note("One of several dates is written [first,second]", token)
        case .and: note("Several dates are written {first,second}", token)
        default: break
        }
    }

    private mutating func read(_ word: String, _ token: EverydayToken, isFirst: Bool) {
        if let month = EverydayWords.months[word] {
            if last.month != nil { isClear = false }
            last.month = month
            note("A date is written in digits, year first: YYYY-MM-DD", token)
        } else if let part = EverydayWords.parts[word] {
            if last.part != nil { isClear = false }
            last.part = part
            note("EDTF has no word for early, mid and late", token)
        } else if ReadingTable.seasons[word] != nil {
            if last.season != nil { isClear = false }
            last.season = word
            note("Seasons and quarters are written as codes after the year", token)
        } else if EverydayWords.circa.contains(word) || isFirst && EverydayWords.estimates.contains(word) {
            last.qualification.formUnion(.approximate)
            last.isQualifiedByWord = true
            note("An approximate date is written with ~ after it", token)
        } else if let eras = EverydayWords.eras[word] {
            last.eras = eras
            note(
                eras.contains(true)
                    ? "A year before the common era is negative, and 1 BCE is 0000"
                    : "A year of the common era has four digits and no era", token)
        } else if EverydayWords.centuries.contains(word) {
            note("A century is written with XX", token)
        } else if EverydayWords.open.contains(word), dates.count == 2 {
            last.isOpen = true
            note("An end that is still open is written ..", token)
        } else if EverydayWords.between.contains(word) {
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
        let isStart = ["until", "till", "to", "by", "before", "ante", "bef"].contains(word)
        note(
            isStart
                ? "An open start is written ../ before the date"
                : "An open end is written /.. after the date", token)
    }

    /// Joins the years of `winter 1911–1912` or `August 1911 and 1912`: after a month or a season, two years belong to
    /// one date.
    private mutating func joinYears() {
        guard dates.count == 2, let joiner, joiner != .to, !isBetween,
            dates[0].month != nil || dates[0].season != nil,
            case .year(let first)? = dates[0].year, first.digitCount == 4, !first.isNegative,
            case .year(let second)? = dates[1].year, second.digitCount == 4, !second.isNegative,
            dates[1].month == nil, dates[1].season == nil, dates[1].day == nil, dates[1].part == nil,
            dates.allSatisfy(\.eras.isEmpty)
        else { return }
        dates[0].year = .double(first.value, second.value, joiner, isWhole: true)
        dates[0].qualification.formUnion(dates[1].qualification)
        dates.removeLast()
        self.joiner = nil
    }

    /// Completes the dates after the last token: each side takes from the other what it does not state
    /// (`14/15 August 1911`, `500–400 BC`, `19th to 20th century`).
    mutating func settle() {
        if dates.count > 1, direction == "from" || direction == "since" { direction = nil }
        if dates.count > 1, direction != nil || dates.contains(where: \.isEmpty) { isClear = false }
        joinYears()
        for index in dates.indices {
            dates[index].takeDigitsForYears()
            if dates[index].day.map({ $0.value > 31 }) ?? false || dates.count == 1 && dates[0].month == nil {
                dates[index].takeDayForYear()
            }
            if dates[index].digits != nil, dates[index].month != nil || dates[index].season != nil {
                isClear = false
            }
        }
        for index in dates.indices {
            for other in dates.indices.reversed() where other != index {
                dates[index].complete(from: dates[other], isLater: index > other)
            }
        }
    }
}

extension EverydayDate {
    /// Turns a number into the year if there is no month, or if no month has such a day: `circa 44`.
    fileprivate mutating func takeDayForYear() {
        guard let number = day, year == nil else { return }
        (year, day) = (.year(number), nil)
    }

    /// Turns two numbers beside a month or a season into a double year: `1 January 1700/1`, `winter 1911–12`.
    fileprivate mutating func takeDigitsForYears() {
        guard month != nil || season != nil, year == nil, let digits, let pair = Self.pair(digits),
            let second = Int(Array(pair.second).string),
            let last = ReadingTable.pair(year: pair.year, second: second, digitCount: pair.second.count).last
        else { return }
        (year, self.digits) = (.double(pair.year, last, pair.joiner, isWhole: false), nil)
    }

    fileprivate mutating func complete(from other: EverydayDate, isLater: Bool) {
        if digits != nil || isOpen || other.digits != nil || other.isOpen { return }
        if let number = day, year == nil, month == nil {
            if case .century = other.year { (year, day) = (.century(number.value), nil) }
            if case .year(let whole) = other.year, other.month == nil {
                if !other.eras.isEmpty {
                    (year, day) = (.year(number), nil)
                } else if isLater, whole.digitCount == 4, !whole.isNegative,
                    let last = ReadingTable.pair(
                        year: whole.value, second: number.value, digitCount: number.digitCount
                    ).last
                {
                    // `1911 or 12`
                    (year, day) = (.year(EverydayNumber(value: last, digitCount: 4)), nil)
                }
            }
        }
        // `1950s/60s`
        if isLater, case .decade(let short) = year, short < 100, case .decade(let whole) = other.year,
            whole > 100,
            whole % 100 < short
        {
            year = .decade(whole / 100 * 100 + short)
        }
        // `300 BC–200` ends in either era; `300–200 BC` does not.
        if eras.isEmpty { eras = isLater && other.eras == [true] ? [true, false] : other.eras }
        if season == nil, month == nil, day == nil, part == nil || other.month != nil,
            year == nil || day != nil
        {
            month = other.day == nil ? other.month : month
        }
        if day != nil, month == nil { month = other.month }
        if year == nil { year = other.year }
    }
}
