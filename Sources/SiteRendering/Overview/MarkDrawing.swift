import EDTF
import Templates
import TimelineModel

/// A drawing with a mark for every entry, in lanes by group.
struct MarkDrawing {
    let svg: [UInt8]
    /// The ways of drawing a date that occur.
    let features: DateFeatures

    /// - Parameters:
    ///   - numbers: the indices of the entries in the timeline, ascending; each has a date with a bound.
    ///   - linksStay: whether links name their target, for a page whose links open elsewhere.
    init(_ numbers: [Int], in site: Site, linksStay: Bool) {
        let forms = numbers.compactMap { DateForm(site[$0].date.expression) }
        let known = Self.days(numbers, forms, in: site)
        let axis = AxisPlan(known, mostCells: Self.mostCells).axis
        let lanes = OverviewLanes(numbers, in: site)
        var members = [[Mark]](repeating: [], count: lanes.lanes.count)
        for (number, form) in zip(numbers, forms) {
            let entry = site[number]
            let geometry = MarkGeometry(form, importance: entry.importance, on: axis)
            members[lanes.slot(of: entry)].append(Mark(number: number, form: form, geometry: geometry))
        }
        let mostRows = max(3, min(8, Self.allRows / max(1, lanes.lanes.count)))
        let rows = members.map { marks in
            RowPacking(
                marks.map { $0.box(site) }, mostRows: mostRows, width: MarkGeometry.designWidth)
        }
        let heights = zip(rows, lanes.lanes).map { rows, lane in
            (lane.name.isEmpty ? 6 : OverviewLanes.nameHeight) + Double(rows.rowCount) * MarkGeometry.target
                + 6
        }
        let most = axis.mostZoom(known.marks.map(\.position))
        let crowds = zip(rows, members).map { rows, members in
            CrowdLevels(rows.counted, members.map { $0.box(site) }, most: most).crowds
        }
        var features = DateFeatures(forms)
        let days = DayShapes(members.joined(), in: site)
        svg = site.drawing(axis, most: most, lanes: lanes, heights: heights, linksStay: linksStay) { svg in
            svg.define(days, edges: features.shapes)
        } _: { svg, slot, top in
            let y = top + (lanes.lanes[slot].name.isEmpty ? 6 : OverviewLanes.nameHeight)
            for (mark, position) in zip(members[slot], rows[slot].positions) {
                if let position { svg.draw(mark, position, top: y, axis, days, site) }
            }
            let middle = y + (Double(rows[slot].rowCount) - 0.5) * MarkGeometry.target
            for crowd in crowds[slot] { svg.draw(crowd, members[slot], middle: middle, axis, days, site) }
        }
        features.hasCrowds = rows.contains { !$0.counted.isEmpty }
        features.leftOut = site.language.leftOut(axis)
        features.isUneven = axis.stretches.count > 1
        self.features = features
    }

    /// The number of rows of all lanes together, above which marks are counted instead.
    private static let allRows = 30
    /// The greatest number of months or runs of years on the axis; more could not be distinguished.
    static let mostCells = 30

    /// Returns the days for the axis. If it shows all entries and a date has an open end, they include the day that
    /// counts as today. The drawing of a period ends with it: it must not change whenever today does.
    private static func days(_ numbers: [Int], _ forms: [DateForm], in site: Site) -> AxisDays {
        var days: [CalendarDay] = []
        var marks: [(position: Double, span: Double)] = []
        for (number, form) in zip(numbers, forms) {
            let date = site[number].date.expression
            let ends = [date.displayEarliest.day, date.displayLatest.day].compactMap(\.self)
            days += ends
            if form.join != nil {
                days += form.anchors.map { CalendarDay(ordinal: Int($0.first)) }
            }
            marks += form.anchors.map { (($0.first + $0.last) / 2, $0.last - $0.first) }
        }
        if numbers.count == site.timeline.entries.count, forms.contains(where: { $0.end == .open }),
            let today = site.timeline.asOf, days.max().map({ today > $0 }) ?? false
        {
            days.append(today)
        }
        return AxisDays(ends: days, marks: marks)
    }
}

/// Returns the beginning of a title that fits a number of pixels, cut between words if possible.
func shortened(_ title: String, to room: Double) -> String {
    let room = min(room, 260) - 6
    if TextWidth.pixels(title) <= room { return title }
    var text = ""
    for word in title.split(separator: " ") {
        let longer = text.isEmpty ? String(word) : text + " " + word
        if TextWidth.pixels(longer + "…") > room { break }
        text = longer
    }
    // A single word, or a script without spaces.
    while text.isEmpty || TextWidth.pixels(text + "…") > room {
        text = String((text.isEmpty ? title.prefix(40) : text[...]).dropLast())
        if text.isEmpty { break }
    }
    return text + "…"
}

extension SVGWriter {
    /// Draws a mark with its link and its label.
    fileprivate mutating func draw(
        _ mark: Mark, _ position: RowPacking.Position, top: Double, _ axis: TimeAxis, _ days: DayShapes,
        _ site: Site
    ) {
        let entry = site[mark.number]
        beginLink(
            [
                "class": .text(Self.name(ofImportance: entry.importance)),
                "href": .text("#" + entry.slug.value), "aria-label": .text(site.name(ofMark: mark.number)),
            ])
        let middle = top + (Double(position.row) + 0.5) * MarkGeometry.target
        draw(mark, symbol: entry.symbol, middle: middle, on: axis, days)
        if position.room > 0 {
            let symbol = mark.geometry.symbols.last?.share ?? 0
            let share = max(symbol, mark.geometry.known.upperBound)
            let offset = mark.geometry.right - share * MarkGeometry.designWidth
            text(
                "text",
                [
                    "class": .text("caption"), "x": .share(share), "y": .number(middle + 4),
                    "transform": .shift(offset + 1),
                ], shortened(entry.title.value, to: position.room))
        }
        end()
    }

    /// Returns the CSS classes for an importance.
    static func name(ofImportance importance: Int) -> String {
        switch importance {
        case 1: "mark-of is-key"
        case 3: "mark-of is-detail"
        default: "mark-of"
        }
    }
}

extension Entry {
    /// The id of the entry's symbol in lists: a speech bubble for a statement, otherwise that of its status.
    var symbol: String {
        self.kind == .statement ? "mark_statement" : "mark_" + (self.status?.value ?? .unrated).rawValue
    }
}

extension Site {
    /// Returns the accessible name of a mark: date, title and status.
    func name(ofMark number: Int) -> String {
        let entry = self[number]
        var standing = language.name(of: entry.status?.value ?? .unrated)
        if entry.kind == .statement {
            standing = language[.statement]
            if let content = entry.contentStatus?.value {
                standing += language[.listSeparator] + language.name(of: content)
            }
        }
        return language.fill(
            .overviewMark,
            [
                "date": date(ofEntry: number).text, "title": entry.title.value,
                "status": standing,
            ])
    }
}
