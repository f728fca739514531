import MapGeometry
import TimelineModel

/// A drawing with a mark for every entry: across, when it happened; upwards, when it became known.
struct KnownDrawing {
    let svg: [UInt8]
    /// The ways of drawing a date that occur.
    let features: DateFeatures
    /// Whether boxes show vague times.
    let hasBoxes: Bool
    /// Whether lines show that what happened lasted.
    let hasLines: Bool

    /// - Parameters:
    ///   - times: the times of the entries, in the order of the timeline.
    ///   - address: returns the address of an entry's mark, given the index of the entry.
    init(_ times: [KnownTimes], in site: Site, _ reporting: Reporting, address: @escaping (Int) -> String) {
        let axis = AxisPlan(KnownTimes.days(times), mostCells: MarkDrawing.mostCells).axis
        let plane = KnownPlane(axis: axis)
        let marks = times.map { time in
            Mark(
                number: time.number, form: time.form,
                geometry: MarkGeometry(time.form, importance: site[time.number].importance, on: axis))
        }
        let points = zip(times, marks).map { time, mark in
            (
                x: mark.geometry.symbols[0].share * MarkGeometry.designWidth,
                y: plane.y(of: time)
            )
        }
        let most = axis.mostZoom(times.map { ($0.event.lowerBound + $0.event.upperBound) / 2 }.sorted())
        // What is important is drawn, and what it would cover is counted.
        let order = marks.indices.sorted { left, right in
            let levels = (site[marks[left].number].importance, site[marks[right].number].importance)
            return levels.0 != levels.1 ? levels.0 < levels.1 : left < right
        }
        let spots = KnownSpot.levels(points, order, most: most)
        let unzoomed = spots.filter { $0.from == 1 }
        let days = DayShapes(marks, in: site)
        let sameDay = KnownPlane.sameDay(site.language, besides: unzoomed)
        // The places of the unzoomed drawing come first.
        let names = Self.names(unzoomed, marks, plane, site)
        var features = DateFeatures(marks.map(\.form))
        let pen = Pen(
            plane: plane, times: times, marks: marks, days: days, site: site, reporting: reporting,
            address: address)
        svg = plane.drawing(site.language, most: most, sameDay: sameDay) { svg in
            svg.define(days, edges: features.shapes)
            // Boxes come first, so that they cover no symbol.
            for isVague in [true, false] {
                for index in spots.indices where pen.isVague(spots[index]) == isVague {
                    svg.draw(spots[index], index < names.count ? names[index] : nil, pen)
                }
            }
        }
        features.hasCrowds = spots.contains { $0.marks.count > 1 }
        features.leftOut = site.language.leftOut(axis)
        features.isUneven = axis.stretches.count > 1
        self.features = features
        hasBoxes = times.contains(where: \.isVague)
        hasLines = times.contains { !$0.form.stretches.isEmpty }
    }

    /// The greatest width of a name in one line, in pixels.
    private static let mostName = 260.0
    /// The distance between points of the lines that names avoid, in pixels.
    private static let step = 8.0

    /// Returns the names of key entries that have room beside their marks, by the index of the spot.
    private static func names(_ spots: [KnownSpot], _ marks: [Mark], _ plane: KnownPlane, _ site: Site)
        -> [MapLabel?]
    {
        var placing = LabelPlacing(
            PlaneRect(
                left: 0, top: KnownPlane.top, right: MarkGeometry.designWidth, bottom: KnownPlane.foot),
            marks: spots.map { PlanePoint(x: $0.x, y: $0.y) },
            radii: spots.map { marks[$0.marks[0]].geometry.symbolSize / 2 },
            routes: lines(spots, marks, plane), taken: spots.compactMap(\.countRect))
        return spots.indices.map { index in
            let entry = site[marks[spots[index].marks[0]].number]
            if entry.importance != 1 { return nil }
            let title = shortened(entry.title.value, to: mostName)
            // Where there is room only beside the number, the name follows that.
            return placing.place(title, at: index)
                ?? placing.place(title, at: index, beyond: TextWidth.pixels(spots[index].count) + 4)
        }
    }

    /// Returns points along the line of the same day, and along what lasted.
    private static func lines(_ spots: [KnownSpot], _ marks: [Mark], _ plane: KnownPlane) -> [PlanePoint] {
        let width = MarkGeometry.designWidth
        var points = stride(from: 0, to: width, by: step).map {
            PlanePoint(x: $0, y: KnownPlane.y(at: $0 / width))
        }
        for spot in spots {
            for stretch in spot.marks.flatMap({ marks[$0].form.stretches }) {
                let ends = [stretch.first, stretch.last].map { plane.axis.share(of: $0) * width }
                points += stride(from: ends[0], to: ends[1], by: step).map { PlanePoint(x: $0, y: spot.y) }
            }
        }
        return points
    }

    /// What all marks of the drawing need.
    fileprivate struct Pen {
        let plane: KnownPlane
        let times: [KnownTimes]
        let marks: [Mark]
        let days: DayShapes
        let site: Site
        let reporting: Reporting
        let address: (Int) -> String

        func isVague(_ spot: KnownSpot) -> Bool { spot.marks.contains { times[$0].isVague } }
    }
}

extension SVGWriter {
    /// Draws a mark with its link and its name, and beside it the number of those that it would cover.
    fileprivate mutating func draw(_ spot: KnownSpot, _ name: MapLabel?, _ pen: KnownDrawing.Pen) {
        let site = pen.site
        let numbers = spot.marks.map { pen.marks[$0].number }
        let entry = site[numbers[0]]
        let slugs = numbers.map { site[$0].slug.value }.joined(separator: " ")
        let isSplit = spot.from > 1 || spot.to != nil
        let classes = Self.name(ofImportance: entry.importance) + Self.lane(of: entry)
        beginLink(
            [
                "class": .text(spot.from > 1 ? classes + " is-off" : classes),
                "href": .text(pen.address(numbers[0])),
                "data-slugs": numbers.count > 1 ? .text(slugs) : .none,
                "data-from": isSplit ? .number(spot.from) : .none,
                "data-to": spot.to.map { .number($0) } ?? .none,
                "aria-label": .text(site.knownName(ofMarks: numbers, pen.reporting)),
            ])
        for index in spot.marks.dropFirst() { drawCounted(index, pen) }
        drawTime(spot.marks[0], pen)
        if !spot.count.isEmpty {
            text(
                "text",
                [
                    "class": .text("more-text"), "x": .share(spot.x / MarkGeometry.designWidth),
                    "y": .number(spot.y + KnownSpot.countShift.down),
                    "transform": .shift(KnownSpot.countShift.across),
                ], spot.count)
        }
        if let name { draw(name, at: spot) }
        end()
    }

    /// Returns the class names for the colour of an entry's group, after a space.
    private static func lane(of entry: Entry) -> String {
        entry.group.map { " lane " + groupClass($0.id) } ?? " lane"
    }

    /// Draws the box, the date and the symbol of an entry.
    private mutating func drawTime(_ index: Int, _ pen: KnownDrawing.Pen) {
        let (time, mark) = (pen.times[index], pen.marks[index])
        if time.isVague { drawBox(time, pen.plane) }
        draw(
            mark, symbol: pen.site[mark.number].symbol, middle: pen.plane.y(of: time), on: pen.plane.axis,
            pen.days, hasWideTarget: false)
    }

    /// Draws the box and the lines of an entry whose symbol would be covered.
    private mutating func drawCounted(_ index: Int, _ pen: KnownDrawing.Pen) {
        let (time, mark) = (pen.times[index], pen.marks[index])
        if !time.isVague, mark.form.stretches.isEmpty { return }
        begin("g", ["class": .text("counted" + Self.lane(of: pen.site[mark.number]))])
        if time.isVague { drawBox(time, pen.plane) }
        drawBars(mark.form, mark.geometry, middle: pen.plane.y(of: time), on: pen.plane.axis)
        end()
    }

    /// Draws the box of the days on which an entry may have happened and become known. It is at least
    /// ``leastBox`` pixels wide and high.
    private mutating func drawBox(_ time: KnownTimes, _ plane: KnownPlane) {
        let across = (
            plane.axis.share(of: time.event.lowerBound), plane.axis.share(of: time.event.upperBound)
        )
        let tops = [time.known.upperBound, time.known.lowerBound].map {
            KnownPlane.y(at: plane.axis.share(of: $0))
        }
        let height = max(tops[1] - tops[0], Self.leastBox)
        let isNarrow = (across.1 - across.0) * MarkGeometry.designWidth < Self.leastBox
        element(
            "rect",
            [
                "class": .text("known-box"), "x": .share(isNarrow ? (across.0 + across.1) / 2 : across.0),
                "y": .number((tops[0] + tops[1] - height) / 2),
                "width": isNarrow ? .number(Self.leastBox) : .share(across.1 - across.0),
                "height": .number(height), "rx": .number(2),
                "transform": .shift(isNarrow ? -Self.leastBox / 2 : 0),
            ])
    }

    /// The least width and height of a box, in pixels: the height of a vague date in the overview.
    private static var leastBox: Double { 8 }

    /// Draws the name of a key entry.
    private mutating func draw(_ name: MapLabel, at spot: KnownSpot) {
        for (number, line) in name.lines.enumerated() {
            let anchor: Attribute =
                switch name.anchor {
                case .start: .none
                case .middle: .text("middle")
                case .end: .text("end")
                }
            text(
                "text",
                [
                    "class": .text("caption"), "x": .share(spot.x / MarkGeometry.designWidth),
                    "y": .number(spot.y + name.offset.y + Double(number) * MapLabel.lineHeight),
                    "text-anchor": anchor, "transform": .shift(name.offset.x),
                ], line)
        }
    }
}

extension Site {
    /// Returns the accessible name of a mark: date, title and status, when the entry became known, and the titles of those
    /// that are counted with it.
    fileprivate func knownName(ofMarks numbers: [Int], _ reporting: Reporting) -> String {
        let name = knownName(ofMark: numbers[0], reporting)
        if numbers.count == 1 { return name }
        var titles = numbers.dropFirst().prefix(Self.mostTitles).map { self[$0].title.value }
        let rest = numbers.count - 1 - titles.count
        if rest > 0 {
            titles.append(language.fill(.moreOfThem, ["count": language.grouped(String(rest))]))
        }
        return language.fill(.knownCrowd, ["name": name, "list": language.list(titles)])
    }

    /// The greatest number of titles in an accessible name.
    private static let mostTitles = 16

    private func knownName(ofMark number: Int, _ reporting: Reporting) -> String {
        let knowledge = reporting.knowledge
        let span = knowledge.span(ofEntry: number)
        let report = reporting.firstReport(ofEntry: number).flatMap { $0.span == span ? $0 : nil }
        let time = report.map { language.words(for: $0) } ?? language.words(for: span)
        let distance = report.map { knowledge.distance(of: $0) } ?? knowledge.distance(ofEntry: number)
        let parts = [time, language.words(for: distance) ?? ""].filter { !$0.isEmpty }
        return language.fill(
            .knownMark,
            ["name": name(ofMark: number), "list": parts.joined(separator: language[.listSeparator])])
    }
}
