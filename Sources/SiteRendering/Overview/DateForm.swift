import EDTF

/// The shape of a date, independent of an axis: ranges of days, the kinds of both ends, and the positions of the
/// entry's symbols.
///
/// Days are day numbers (``CalendarDay/ordinal``) with fractions: a day lasts from its number to the next one, and
/// its midpoint represents it.
struct DateForm: Equatable, Sendable {
    /// The relation of the event to the days of a range.
    enum Fill: Equatable, Sendable {
        /// It happened on some of these days, which are unknown.
        case within
        /// It lasted through all of these days.
        case lasted
        /// It continued, and no end is stated.
        case goingOn
    }

    /// A range of days.
    struct Stretch: Equatable, Sendable {
        /// The start of the first day; −∞ for an open start.
        var first: Double
        /// The end of the last day; ∞ for an open end.
        var last: Double
        var fill: Fill
    }

    /// The kind of an end of the date.
    enum Edge: Equatable, Sendable {
        case exact
        /// Approximate, uncertain or both (EDTF 2019, Level 1, Qualification).
        case soft(Qualification)
        /// Open (`..`): the bar continues to the edge of the drawing.
        case open
        /// Unknown: there is an end, but its date is not known.
        case unknown
    }

    /// The relation between several dates: one of a set, or all of it (EDTF 2019, Level 2).
    enum Join: Equatable, Sendable {
        case oneOf, allOf
    }

    /// The position of a symbol: halfway between two days as drawn, which on an axis with folds is not the middle of
    /// the time between them.
    struct Anchor: Equatable, Sendable {
        /// The start of the first of these days.
        var first: Double
        /// The end of the last of these days.
        var last: Double
    }

    var stretches: [Stretch] = []
    /// The positions of symbols: at least one, and several for the members of a set.
    var anchors: [Anchor] = []
    var start = Edge.exact
    var end = Edge.exact
    var join: Join?

    /// The first and the last known day, ignoring open ends.
    var known: (first: Double, last: Double) {
        let ends = anchors.flatMap { [$0.first, $0.last] } + stretches.flatMap { [$0.first, $0.last] }
        let finite = ends.filter(\.isFinite)
        return (finite.min() ?? 0, finite.max() ?? 0)
    }

    /// The form of a date; nil for one without any bound.
    init?(_ date: DateExpression) {
        switch date.value {
        case .date(let date): self.init(single: .date(date))
        case .year(let year): self.init(single: .year(year))
        case .season(let season): self.init(single: .season(season))
        case .dateTime(let dateTime): self.init(on: dateTime.day)
        case .interval(let interval): self.init(interval)
        case .set(let set): self.init(set, .oneOf)
        case .list(let set): self.init(set, .allOf)
        }
    }

    private init(on day: CalendarDay) {
        anchors = [Anchor(first: Double(day.ordinal), last: Double(day.ordinal) + 1)]
    }

    private init(single date: SingleDate) {
        let span = Span(date)
        add(span)
        start = span.edge
        end = span.edge
    }

    /// Adds a point, or a range with the symbol in its middle.
    private mutating func add(_ span: Span) {
        if !span.isDay {
            stretches.append(Stretch(first: span.first, last: span.last, fill: .within))
        }
        anchors.append(Anchor(first: span.first, last: span.last))
    }
}

// MARK: - Intervals

extension DateForm {
    /// The form of an interval; nil if neither end is a date.
    private init?(_ interval: Interval) {
        start = Self.edge(interval.start)
        end = Self.edge(interval.end)
        switch (interval.start.date.map(Span.init), interval.end.date.map(Span.init)) {
        case (nil, nil): return nil
        case (let first?, nil):
            add(first)
            if end == .open { stretches.append(Stretch(first: first.last, last: .infinity, fill: .goingOn)) }
        case (nil, let last?):
            add(last)
            if start == .open {
                stretches.insert(Stretch(first: -.infinity, last: last.first, fill: .goingOn), at: 0)
            }
        case (let first?, let last?): addLasting(from: first, to: last)
        }
    }

    /// Adds an interval: the days through which it certainly lasted are filled, those on which it may have begun or
    /// ended are hollow.
    private mutating func addLasting(from first: Span, to last: Span) {
        let certain = (
            first: first.isDay ? first.first : first.last, last: last.isDay ? last.last : last.first
        )
        guard certain.first <= certain.last else {
            stretches = [Stretch(first: first.first, last: last.last, fill: .within)]
            anchors = [Anchor(first: first.first, last: last.last)]
            return
        }
        if first.isDay {
            anchors = [Anchor(first: first.first, last: first.last)]
        } else {
            add(first)
        }
        if certain.first < certain.last {
            stretches.append(Stretch(first: certain.first, last: certain.last, fill: .lasted))
        }
        if !last.isDay { stretches.append(Stretch(first: last.first, last: last.last, fill: .within)) }
    }

    /// Returns the kind of an interval's end.
    private static func edge(_ end: Interval.End) -> Edge {
        switch end {
        case .date(let date): Span(date).edge
        case .open: .open
        case .unknown: .unknown
        }
    }
}

// MARK: - Sets

extension DateForm {
    /// The greatest number of symbols for a set; further members are represented by the line alone.
    private static let mostAnchors = 6

    /// The form of a set; its first and last member determine the kinds of its ends.
    private init(_ set: DateSet, _ join: Join) {
        self.join = join
        for member in set.members { add(member) }
        let qualification = set.members.first.flatMap(Self.date)?.anyQualification ?? []
        if start == .exact { start = Span.edge(qualification) }
        if end == .exact { end = Span.edge(set.members.last.flatMap(Self.date)?.anyQualification ?? []) }
        anchors.sort { $0.first < $1.first }
        if anchors.count > Self.mostAnchors {
            anchors.removeSubrange(Self.mostAnchors - 1..<anchors.count - 1)
        }
    }

    private mutating func add(_ member: DateSet.Member) {
        switch member {
        case .date(let date): add(Span(date))
        case .range(let first, let last):
            let days = (first: Span(first).first, last: Span(last).last)
            stretches.append(
                Stretch(first: days.first, last: days.last, fill: join == .allOf ? .lasted : .within))
            anchors.append(Anchor(first: days.first, last: days.last))
        case .onOrBefore(let date):
            add(Span(date))
            stretches.append(Stretch(first: -.infinity, last: Span(date).first, fill: .goingOn))
            start = .open
        case .onOrAfter(let date):
            add(Span(date))
            stretches.append(Stretch(first: Span(date).last, last: .infinity, fill: .goingOn))
            end = .open
        }
    }

    /// Returns the date of a member; the first date of a range.
    private static func date(_ member: DateSet.Member) -> SingleDate? {
        switch member {
        case .date(let date), .range(let date, _), .onOrBefore(let date), .onOrAfter(let date): date
        }
    }
}

/// The days that one date may mean.
private struct Span {
    /// The start of the first day.
    var first: Double
    /// The end of the last day.
    var last: Double
    var edge: DateForm.Edge

    var isDay: Bool { last - first <= 1 }

    init(_ date: SingleDate) {
        first = Double(date.displayEarliest.ordinal)
        last = Double(date.displayLatest.ordinal) + 1
        edge = Self.edge(date.anyQualification)
    }

    /// Returns the kind of an end with a qualification.
    static func edge(_ qualification: Qualification) -> DateForm.Edge {
        qualification.isEmpty ? .exact : .soft(qualification)
    }
}
