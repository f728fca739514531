import EDTF
import TimelineModel

/// The two times of an entry: when it happened, and when it became known.
struct KnownTimes {
    /// The index of the entry in the timeline.
    let number: Int
    /// The days on which it may have begun, as day numbers, up to that of the day after the last.
    let event: Range<Double>
    /// The days on which it may have become known; infinite at an end without a bound.
    let known: Range<Double>
    /// The shape of its date from its beginning on.
    let form: DateForm

    /// - Returns: nil if the entry has no place in time, or if nothing dated tells when it became known.
    init?(_ number: Int, in site: Site, _ reporting: Reporting) {
        let span = reporting.knowledge.span(ofEntry: number)
        guard reporting.firstReport(ofEntry: number) != nil, span.earliest != nil || span.latest != nil,
            let form = DateForm(beginningOf: site[number].date.expression)
        else { return nil }
        self.number = number
        self.form = form
        event = form.anchors[0].first..<form.anchors[0].last
        let first = span.earliest.map { Double($0.ordinal) } ?? -.infinity
        let last = span.latest.map { Double($0.ordinal) + 1 } ?? .infinity
        known = first..<max(first, last)
    }

    /// The days between which the symbol stands: those on which it may have become known, or the only bound of them.
    var shownKnown: Range<Double> {
        if known.lowerBound == -.infinity { return known.upperBound - 1..<known.upperBound }
        if known.upperBound == .infinity { return known.lowerBound..<known.lowerBound + 1 }
        return known
    }

    /// Whether one of the two times is vague, so that a box shows the possible days.
    var isVague: Bool { max(event.upperBound - event.lowerBound, known.upperBound - known.lowerBound) > 1 }

    /// Returns the days for the axis that both times of several entries share.
    static func days(_ times: [KnownTimes]) -> AxisDays {
        var ends: [CalendarDay] = []
        var marks: [(position: Double, span: Double)] = []
        for time in times {
            let (known, whole) = (time.shownKnown, time.form.known)
            for range in [time.event, known, whole.first..<max(whole.first, whole.last)] {
                ends.append(CalendarDay(ordinal: Int(range.lowerBound)))
                if range.upperBound - range.lowerBound > 1 {
                    ends.append(CalendarDay(ordinal: Int(range.upperBound) - 1))
                }
            }
            for range in [time.event, known] {
                marks.append(
                    ((range.lowerBound + range.upperBound) / 2, range.upperBound - range.lowerBound))
            }
        }
        return AxisDays(ends: ends, marks: marks)
    }
}

extension DateForm {
    /// The form of a date in a drawing about its beginning: one symbol in the middle of the days on which it may have
    /// begun, and a line through the days after them; nil for a date without any bound.
    init?(beginningOf date: DateExpression) {
        guard var form = DateForm(date), let first = form.anchors.first else { return nil }
        var begin = first
        // All of a set begins with the first of it.
        if form.join != .allOf, let start = date.displayEarliest.day, let end = date.displayLatestStart.day {
            begin = Anchor(first: Double(start.ordinal), last: Double(end.ordinal) + 1)
        }
        form.join = nil
        form.anchors = [begin]
        form.stretches = []
        if form.start == .open {
            form.stretches.append(Stretch(first: -.infinity, last: begin.first, fill: .goingOn))
        }
        let end = form.end == .open ? .infinity : date.displayLatest.day.map { Double($0.ordinal) + 1 }
        if let end, end > begin.last {
            form.stretches.append(Stretch(first: begin.last, last: end, fill: .goingOn))
        }
        self = form
    }
}
