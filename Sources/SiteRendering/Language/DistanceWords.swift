import EDTF
import TimelineModel

extension Language {
    /// Returns in words how long after an event something was said, with no more precision than the dates have: `on the
    /// same day`, `8 days later`, `about 3 months later`, `2–11 days later`, `at least 3 weeks later`.
    ///
    /// - Returns: `nil` if the dates tell nothing about it.
    func words(for distance: ReportDistance) -> String? {
        let (least, most) = (distance.least, distance.most)
        if least == 0, most == 0 {
            if distance.isQualified { return self[.aboutSameTime] }
            return self[distance.isFromBeginning ? .dayItBegan : .sameDay]
        }
        if !distance.isFromBeginning, !distance.isQualified, least == most {
            if least == 1 { return self[.nextDay] }
            if least == -1 { return self[.dayBefore] }
        }
        let later: Phrase = distance.isFromBeginning ? .afterBeginning : .later
        let earlier: Phrase = distance.isFromBeginning ? .beforeBeginning : .earlier
        switch (least, most) {
        case (let least?, let most?) where least >= 0:
            return fill(later, ["number": span(least, most, distance.isQualified)])
        case (let least?, let most?) where most <= 0:
            return fill(earlier, ["number": span(-most, -least, distance.isQualified)])
        case (.some, .some): return self[.beforeOrAfter]
        case (let least?, nil) where least > 0:
            return fill(later, ["number": fill(.atLeast, ["number": roundedDown(least)])])
        case (nil, let most?) where most < 0:
            return fill(earlier, ["number": fill(.atLeast, ["number": roundedDown(-most)])])
        default: return nil
        }
    }

    /// The units of spans, each with its length in days.
    private enum SpanUnit: Double {
        case day = 1
        case week = 7
        case month = 30.436875
        case year = 365.2425

        /// Returns the unit for a number of days, so that numbers stay small.
        ///
        /// - Parameter mostDays: The greatest number of days that are counted as days.
        init(_ days: Int, mostDays: Int) {
            switch days {
            case ...mostDays: self = .day
            case ...60: self = .week
            case ..<730: self = .month
            default: self = .year
            }
        }
    }

    /// Returns a span of a number of days, or between two.
    private func span(_ least: Int, _ most: Int, _ isQualified: Bool) -> String {
        if least == most {
            let unit = SpanUnit(least, mostDays: 60)
            let text = text(Int((Double(least) / unit.rawValue).rounded()), unit)
            return isQualified || unit != .day ? fill(.about, ["number": text]) : text
        }
        let unit = SpanUnit(most, mostDays: 13)
        let (low, high) = (Double(least) / unit.rawValue, Double(most) / unit.rawValue)
        if low.rounded() == high.rounded(), low >= 1 {
            return fill(.about, ["number": text(Int(low.rounded()), unit)])
        }
        let (first, last) = (Int(low.rounded(.down)), Int(high.rounded(.up)))
        if first == 0 { return fill(.atMost, ["number": text(last, unit)]) }
        let range = fill(.range, ["min": grouped(String(first)), "max": grouped(String(last))])
        let text = text(last, unit, range)
        return isQualified ? fill(.about, ["number": text]) : text
    }

    /// Returns a number of days in whole units, rounded down.
    private func roundedDown(_ days: Int) -> String {
        let unit = SpanUnit(days, mostDays: 13)
        return text(Int((Double(days) / unit.rawValue).rounded(.down)), unit)
    }

    /// Returns a number of units in words.
    ///
    /// - Parameter number: The number as text; `nil` for the count itself.
    private func text(_ count: Int, _ unit: SpanUnit, _ number: String? = nil) -> String {
        let phrase: Phrase =
            switch unit {
            case .day: count == 1 ? .spanDay : .spanDays
            case .week: count == 1 ? .spanWeek : .spanWeeks
            case .month: count == 1 ? .spanMonth : .spanMonths
            case .year: count == 1 ? .spanYear : .spanYears
            }
        return fill(phrase, ["count": number ?? grouped(String(count))])
    }

    /// Returns the time of a report in words: its day, the date that was written, or both bounds.
    func words(for report: Report) -> String {
        report.date?.text(in: dates) ?? words(for: report.span)
    }

    /// Returns in words between which days something became known; empty if no day bounds it.
    func words(for span: KnownSpan) -> String {
        switch (span.earliest, span.latest) {
        case (let first?, let last?) where first == last: return words(for: first)
        case (let first?, let last?):
            let days = (try? DateExpression(first.iso + "/" + last.iso))?.text(in: dates)
            return fill(.withinDays, ["list": days ?? first.iso + "/" + last.iso])
        case (let first?, nil): return fill(.fromDay, ["date": words(for: first)])
        case (nil, let last?): return fill(.byDay, ["date": words(for: last)])
        case (nil, nil): return ""
        }
    }
}
