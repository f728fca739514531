/// Parses a year, month, day, long year or season that fills the range of its cursor.
struct SingleDateParser {
    private var cursor: ByteCursor
    private let start: Int
    /// Whether there is a qualification anywhere but at the very end, which requires level 2.
    private var hasInnerQualification = false

    init(_ cursor: ByteCursor) {
        self.cursor = cursor
        start = cursor.position
    }

    mutating func parse() throws(DateSyntaxError) -> Leveled<SingleDate> {
        guard !cursor.isAtEnd else {
            throw DateSyntaxError("A date is missing here", offset: start, length: 0)
        }
        let left = leftQualification()
        if cursor.next == UInt8(ascii: "Y") { return try longYear(left: left) }
        let yearStart = cursor.position
        let year = try self.year()
        if cursor.next == UInt8(ascii: "S") { return try significantYear(year, at: yearStart, left: left) }

        let afterYear = rightQualification()
        let yearQualification = left.union(afterYear)
        if cursor.isAtEnd {
            return try finish(year, nil, nil, (yearQualification, [], []), afterYear, at: start)
        }

        let monthStart = try separator(before: "month")
        let monthLeft = leftQualification()
        let month = try digitPair("month")
        let afterMonth = rightQualification()
        let monthQualification = monthLeft.union(afterMonth)
        if let code = month.number, let part = YearPart(rawValue: UInt8(clamping: code)) {
            return try season(year, part, (yearQualification.union(afterMonth), monthQualification))
        }
        try check(month: month, at: monthStart)
        if cursor.isAtEnd {
            let qualifications = (yearQualification.union(afterMonth), monthQualification, Qualification())
            return try finish(year, month, nil, qualifications, afterMonth, at: monthStart)
        }

        let dayStart = try separator(before: "day")
        let dayLeft = leftQualification()
        let day = try digitPair("day")
        let afterDay = rightQualification()
        let qualifications = (
            yearQualification.union(afterMonth).union(afterDay), monthQualification.union(afterDay),
            dayLeft.union(afterDay)
        )
        guard cursor.isAtEnd else { throw unexpected(after: "the day") }
        return try finish(year, month, day, qualifications, afterDay, at: dayStart)
    }
}

// MARK: Components

extension SingleDateParser {
    private mutating func leftQualification() -> Qualification {
        guard let byte = cursor.next, let qualification = Qualification(symbol: byte) else { return [] }
        cursor.position += 1
        hasInnerQualification = true
        return qualification
    }

    private mutating func rightQualification() -> Qualification {
        guard let byte = cursor.next, let qualification = Qualification(symbol: byte) else { return [] }
        cursor.position += 1
        if !cursor.isAtEnd { hasInnerQualification = true }
        return qualification
    }

    private mutating func year() throws(DateSyntaxError) -> CalendarYear {
        let yearStart = cursor.position
        let isNegative = cursor.skip(UInt8(ascii: "-"))
        var digits: UInt16 = 0
        var unspecified: UInt8 = 0
        var count = 0
        while count < 4, let byte = cursor.next, byte.isDigit || byte == UInt8(ascii: "X") {
            digits *= 10
            unspecified <<= 1
            if byte.isDigit { digits += UInt16(byte - UInt8(ascii: "0")) } else { unspecified |= 1 }
            cursor.position += 1
            count += 1
        }
        guard count == 4 else {
            if count == 0 { throw unexpected(after: nil, expecting: "A year of four digits") }
            throw DateSyntaxError(
                "A year has four digits", offset: yearStart, length: cursor.position - yearStart)
        }
        if let byte = cursor.next, byte.isDigit || byte == UInt8(ascii: "X") {
            while let byte = cursor.next, byte.isDigit || byte == UInt8(ascii: "X") { cursor.position += 1 }
            throw DateSyntaxError(
                "A year of more than four digits needs the prefix Y and stands alone", offset: yearStart,
                length: cursor.position - yearStart)
        }
        if isNegative, digits == 0, unspecified == 0 {
            throw DateSyntaxError("Year -0000 does not exist", offset: yearStart, length: 5)
        }
        return CalendarYear(digits: digits, unspecified: unspecified, isNegative: isNegative)
    }

    /// Reads the hyphen and returns the offset of the component after it.
    private mutating func separator(before component: String) throws(DateSyntaxError) -> Int {
        guard cursor.skip(UInt8(ascii: "-")) else {
            throw unexpected(after: component == "month" ? "the year" : "the month")
        }
        return cursor.position
    }

    private mutating func digitPair(_ component: String) throws(DateSyntaxError) -> DigitPair {
        let pairStart = cursor.position
        while let byte = cursor.next, byte.isDigit || byte == UInt8(ascii: "X") { cursor.position += 1 }
        let count = cursor.position - pairStart
        guard count == 2 else {
            if count == 0 { throw unexpected(after: nil, expecting: "A \(component) of two digits") }
            throw DateSyntaxError(
                "A \(component) has two digits", offset: pairStart, length: count)
        }
        func digit(_ byte: UInt8) -> UInt8? { byte.isDigit ? byte - UInt8(ascii: "0") : nil }
        return unsafe DigitPair(
            tens: digit(cursor.bytes[pairStart]), ones: digit(cursor.bytes[pairStart + 1]))
    }

    private func check(month: DigitPair, at position: Int) throws(DateSyntaxError) {
        guard !(1...12).contains(where: month.matches) else { return }
        let offset = unsafe cursor.bytes[position].isQualifier ? position + 1 : position
        throw DateSyntaxError(
            "Month \(month.text) does not exist; months are 01 to 12, parts of a year 21 to 41",
            offset: offset, length: 2)
    }

    private func finish(
        _ year: CalendarYear, _ month: DigitPair?, _ day: DigitPair?,
        _ qualifications: (Qualification, Qualification, Qualification),
        _ last: Qualification, at componentStart: Int
    ) throws(DateSyntaxError) -> Leveled<SingleDate> {
        let tuple = (year: qualifications.0, month: qualifications.1, day: qualifications.2)
        guard let date = CalendarDate(year: year, month: month, day: day, qualifications: tuple) else {
            let offset = unsafe cursor.bytes[componentStart].isQualifier ? componentStart + 1 : componentStart
            throw MissingDay(year: year, month: month, day: day).error(at: offset)
        }
        var level: UInt8 = year.isNegative || !last.isEmpty ? 1 : 0
        level = max(level, date.levelOfUnspecifiedDigits, hasInnerQualification ? 2 : 0)
        return Leveled(.date(date), level: level)
    }

    private func season(
        _ year: CalendarYear, _ part: YearPart, _ qualifications: (year: Qualification, part: Qualification)
    ) throws(DateSyntaxError) -> Leveled<SingleDate> {
        guard cursor.isAtEnd else {
            if cursor.next == UInt8(ascii: "-") {
                throw DateSyntaxError(
                    "A season or other part of a year has no day", offset: cursor.position,
                    length: cursor.remaining)
            }
            throw unexpected(after: "the part of the year")
        }
        let isQualified = !qualifications.year.isEmpty || !qualifications.part.isEmpty
        let isLevel1 = part.rawValue <= 24 && !year.hasUnspecifiedDigits && !isQualified
        let season = Season(
            year: year, part: part, yearQualification: qualifications.year,
            partQualification: qualifications.part)
        return Leveled(.season(season), level: isLevel1 ? 1 : 2)
    }

    /// Returns the error for the byte at the cursor, or for the missing rest.
    private func unexpected(after component: String?, expecting expected: String? = nil) -> DateSyntaxError {
        let offset = cursor.position
        guard !cursor.isAtEnd else {
            return DateSyntaxError("\(expected ?? "More") is missing", offset: offset, length: 0)
        }
        let length = unsafe min(cursor.bytes.lengthOfScalar(at: offset), cursor.remaining)
        if let expected {
            return DateSyntaxError("\(expected) must stand here", offset: offset, length: length)
        }
        return DateSyntaxError(
            "Unexpected character after \(component ?? "the date")", offset: offset, length: length)
    }
}

// MARK: Long years

extension SingleDateParser {
    private mutating func longYear(left: Qualification) throws(DateSyntaxError) -> Leveled<SingleDate> {
        let yearStart = cursor.position
        cursor.position += 1
        let number = try LongYearParser.number(&cursor, yearStart: yearStart)
        return try finishLongYear(number.year, exponent: number.exponent, left: left)
    }

    private mutating func significantYear(
        _ year: CalendarYear, at yearStart: Int, left: Qualification
    ) throws(DateSyntaxError) -> Leveled<SingleDate> {
        guard let number = year.number else {
            throw DateSyntaxError(
                "Significant digits cannot be counted where digits are unspecified", offset: yearStart,
                length: cursor.end - yearStart)
        }
        return try finishLongYear(number, exponent: nil, left: left)
    }

    private mutating func finishLongYear(
        _ year: Int, exponent: UInt8?, left: Qualification
    ) throws(DateSyntaxError) -> Leveled<SingleDate> {
        let significantDigits = try LongYearParser.significantDigits(&cursor)
        let right = rightQualification()
        guard cursor.isAtEnd else {
            if cursor.next == UInt8(ascii: "-"), significantDigits == nil {
                throw DateSyntaxError(
                    "A year with the prefix Y has no month", offset: cursor.position, length: cursor.remaining
                )
            }
            throw unexpected(after: "the year")
        }
        let qualification = left.union(right)
        let isLevel1 = exponent == nil && significantDigits == nil && qualification.isEmpty
        let value = LongYear(
            year: year, exponent: exponent, significantDigits: significantDigits, qualification: qualification
        )
        return Leveled(.year(value), level: isLevel1 ? 1 : 2)
    }
}

extension CalendarDate {
    /// The level that the unspecified digits require. Level 1 has `X` only in the last one or two digits of a year
    /// alone, in both digits of a month of a specified year, and in both digits of a day, or of month and day (EDTF
    /// 2019, Level 1, Unspecified digits from the right).
    fileprivate var levelOfUnspecifiedDigits: UInt8 {
        guard hasUnspecifiedDigits else { return 0 }
        if precision == .year { return year.unspecified == 1 || year.unspecified == 3 ? 1 : 2 }
        guard !year.hasUnspecifiedDigits, let month else { return 2 }
        guard let day else { return month.isUnspecified ? 1 : 2 }
        return day.isUnspecified && (month.isUnspecified || !month.hasUnspecifiedDigits) ? 1 : 2
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The length of the scalar that begins at an index, as its first byte indicates.
    func lengthOfScalar(at index: Int) -> Int {
        switch unsafe self[index] {
        case 0xC0...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF7: 4
        default: 1
        }
    }
}
