import EDTF
import TimelineModel

/// A drawing with a mark for every entry, in lanes by group.
struct MarkDrawing {
    let svg: [UInt8]
    /// Which ways of drawing a date occur.
    let features: DateFeatures

    init(_ numbers: [Int], in site: Site) {
        let forms = numbers.compactMap { DateForm(site[$0].date.expression) }
        let axis = Self.axis(numbers, forms, in: site)
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
        svg = site.drawing(axis, lanes: lanes, heights: heights) { svg, slot, top in
            let y = top + (lanes.lanes[slot].name.isEmpty ? 6 : OverviewLanes.nameHeight)
            for (mark, place) in zip(members[slot], rows[slot].places) {
                if let place { svg.draw(mark, place, top: y, axis, site) }
            }
            let middle = y + (Double(rows[slot].rowCount) - 0.5) * MarkGeometry.target
            for crowd in rows[slot].crowds {
                svg.draw(crowd, members[slot].map(\.number), middle: middle, site)
            }
        }
        var features = DateFeatures(forms)
        features.hasCrowds = rows.contains { !$0.crowds.isEmpty }
        features.hasFolds = axis.stretches.contains(where: \.isFold)
        features.isUneven = axis.stretches.count > 1
        self.features = features
    }

    /// Rows of all lanes together before marks are counted instead.
    private static let allRows = 30
    /// Months, years … that an axis of marks has at most; more could not be told apart.
    private static let mostUnits = 30

    /// The axis of some dates. It reaches up to the day that counts as today where anything is open to there.
    private static func axis(_ numbers: [Int], _ forms: [DateForm], in site: Site) -> TimeAxis {
        var days: [CalendarDay] = []
        for (number, form) in zip(numbers, forms) {
            let date = site[number].date.expression
            let ends = [date.displayEarliest.day, date.displayLatest.day].compactMap(\.self)
            days += ends
            if form.join != nil {
                days += form.anchors.map { CalendarDay(ordinal: Int($0.first)) }
            }
        }
        if forms.contains(where: { $0.end == .open }), let today = site.timeline.asOf,
            days.max().map({ today > $0 }) ?? false
        {
            days.append(today)
        }
        let (unit, counts) = TimeAxis.counts(of: days, atMost: mostUnits)
        return TimeAxis(unit, counts)
    }
}

/// An entry in a lane.
struct Mark {
    var number: Int
    var form: DateForm
    var geometry: MarkGeometry

    /// Less than this of a title says nothing.
    private static let leastName = 84.0

    func box(_ site: Site) -> RowPacking.Box {
        let share = geometry.symbols.first?.share ?? 0
        let isOpen = form.end == .open
        let entry = site[number]
        let isNamed = entry.importance == 1 && !isOpen
        return RowPacking.Box(
            left: geometry.left, right: geometry.right, centre: share * MarkGeometry.designWidth,
            label: isNamed ? min(Self.leastName, TextWidth.of(entry.title.value) + 6) : 0)
    }
}

/// The beginning of a title, cut between words, that fits some pixels.
func shortened(_ title: String, to room: Double) -> String {
    let room = min(room, 260) - 6
    if TextWidth.of(title) <= room { return title }
    var text = ""
    for word in title.split(separator: " ") {
        let longer = text.isEmpty ? String(word) : text + " " + word
        if TextWidth.of(longer + "…") > room { break }
        text = longer
    }
    // A single word, or a script without spaces.
    while text.isEmpty || TextWidth.of(text + "…") > room {
        text = String((text.isEmpty ? title.prefix(40) : text[...]).dropLast())
        if text.isEmpty { break }
    }
    return text + "…"
}

extension SVGWriter {
    fileprivate mutating func draw(
        _ mark: Mark, _ place: RowPacking.Place, top: Double, _ axis: TimeAxis, _ site: Site
    ) {
        let entry = site[mark.number]
        begin(
            "a",
            [
                "class": .text(Self.name(ofImportance: entry.importance)),
                "href": .text("#" + entry.slug.value),
            ])
        text("title", site.name(ofMark: mark.number))
        let middle = top + (Double(place.row) + 0.5) * MarkGeometry.target
        draw(mark.form, mark.geometry, symbol: entry.symbol, middle: middle, on: axis)
        if place.room > 0 {
            let symbol = mark.geometry.symbols.last?.share ?? 0
            let share = max(symbol, mark.geometry.known.upperBound)
            let offset = mark.geometry.right - share * MarkGeometry.designWidth
            text(
                "text",
                [
                    "class": .text("caption"), "x": .share(share), "y": .number(middle + 4),
                    "transform": .shift(offset + 1),
                ], shortened(entry.title.value, to: place.room))
        }
        end()
    }

    private static func name(ofImportance importance: Int) -> String {
        switch importance {
        case 1: "mark-of is-key"
        case 3: "mark-of is-detail"
        default: "mark-of"
        }
    }

    /// Draws a mark that counts; it leads to the first of those it counts.
    fileprivate mutating func draw(
        _ crowd: RowPacking.Crowd, _ numbers: [Int], middle: Double, _ site: Site
    ) {
        guard let first = crowd.boxes.map({ numbers[$0] }).min() else { return }
        let slugs = crowd.boxes.map { site[numbers[$0]].slug.value }
        begin(
            "a",
            [
                "class": .text("mark-of crowd"), "href": .text("#" + site[first].slug.value),
                "data-slugs": .text(slugs.joined(separator: " ")),
            ])
        let count = site.language.entries(crowd.boxes.count)
        text(
            "title",
            site.language.fill(.overviewCrowd, ["count": count, "first": site.name(ofMark: first)]))
        let half = RowPacking.crowdWidth / 2 - 1
        let centre = min(max(crowd.centre, half), MarkGeometry.designWidth - half)
        let share = centre / MarkGeometry.designWidth
        element(
            "rect",
            [
                "class": .text("count-box"), "x": .share(share), "y": .number(middle - 12),
                "width": .number(2 * half), "height": .number(24), "rx": .number(3),
                "transform": .shift(-half),
            ])
        text(
            "text",
            [
                "class": .text("count-text"), "x": .share(share), "y": .number(middle + 4),
                "text-anchor": .text("middle"),
            ], "+\(crowd.boxes.count)")
        end()
    }

    private mutating func text(_ name: StaticString, _ text: String) { self.text(name, [:], text) }
}

extension Entry {
    /// The id of the symbol that stands for the entry in lists: a bubble for a statement, else its status's.
    var symbol: String {
        self.kind == .statement ? "mark_statement" : "mark_" + (self.status?.value ?? .unrated).rawValue
    }
}

extension Site {
    /// When, what, and what is known of it: what a mark is called.
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
                "date": withCard(number) { $0.date.subject.text }, "title": entry.title.value,
                "status": standing,
            ])
    }
}
