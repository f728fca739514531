import EDTF
import TimelineModel

extension Overview {
    /// The greatest number of links to entries that are not drawn; more are counted.
    private static let mostUndrawn = 24

    /// The overview of how a story became known: across, when it happened; upwards, when it became known. Nil if nothing
    /// can be drawn.
    ///
    /// - Parameters:
    ///   - addresses: the addresses of the entries' first reports, by the index of the entry; nil for an entry of which
    ///     nothing dated tells.
    ///   - root: the relative path from the page to the site's root.
    init?(knownAt addresses: [String?], in site: Site, root: String) {
        guard let reporting = site.reporting else { return nil }
        var times: [KnownTimes] = []
        var undrawn: [Int] = []
        for number in site.timeline.entries.indices {
            if let time = KnownTimes(number, in: site, reporting) {
                times.append(time)
            } else {
                undrawn.append(number)
            }
        }
        if times.isEmpty { return nil }
        func address(_ number: Int) -> String {
            addresses[number] ?? root + PagePath.entry(site[number].slug.value)
        }
        var legend: [OverviewLegendItem]
        isDensity = times.count > Self.mostMarks
        if isDensity {
            let squares = KnownSquares(times, in: site, address: address)
            drawing = squares.svg
            scale = squares.scale
            legend = squares.leftOut.map { [OverviewLegendItem(id: "fold", sample: nil, text: $0)] } ?? []
        } else {
            let marks = KnownDrawing(times, in: site, reporting, address: address)
            drawing = marks.svg
            scale = nil
            legend = Self.legend(of: marks, site.language)
            legend += Self.groups(times, in: site)
        }
        if undrawn.count > Self.mostUndrawn {
            unplaced = []
            let count = site.language.entries(undrawn.count)
            let words = site.language.fill(.knownLeftOut, ["count": count])
            legend.append(OverviewLegendItem(id: "left-out", sample: nil, text: words))
        } else {
            unplaced = undrawn.map { site.link(to: site[$0]) }
        }
        self.legend = legend
    }

    /// Returns the legend of the marks: what only this drawing has, and the ends of dates as in every overview.
    private static func legend(of drawing: KnownDrawing, _ language: Language) -> [OverviewLegendItem] {
        var items: [OverviewLegendItem] = []
        if drawing.hasBoxes {
            items.append(OverviewLegendItem(id: "box", sample: boxSample, text: language[.knownBox]))
        }
        if drawing.hasLines {
            items.append(OverviewLegendItem(id: "line", sample: lineSample, text: language[.knownLine]))
        }
        return items + drawing.features.legend(language).filter { $0.id != DateShape.day.rawValue }
    }

    /// Returns the groups of the drawn entries with their colours, in the order of the groups.
    private static func groups(_ times: [KnownTimes], in site: Site) -> [OverviewLegendItem] {
        let ids = Set(times.compactMap { site[$0.number].group?.id })
        return site.timeline.groups.values.filter { ids.contains($0.id) }.map { group in
            var svg = SVGWriter()
            svg.begin(
                "svg",
                [
                    "class": .text("overview-sample lane " + groupClass(group.id)), "width": .number(9),
                    "height": .number(9), "aria-hidden": .text("true"),
                ])
            svg.element(
                "rect", ["class": .text("swatch"), "width": .number(9), "height": .number(9)])
            svg.end()
            return OverviewLegendItem(id: "group", sample: svg.bytes, text: group.name)
        }
    }

    private static let boxSample = sample { svg in
        svg.element(
            "rect",
            [
                "class": .text("known-box"), "x": .number(4), "y": .number(2), "width": .number(36),
                "height": .number(20), "rx": .number(2),
            ])
        svg.element(
            "circle", ["class": .text("gap"), "cx": .number(22), "cy": .number(12), "r": .number(8.5)])
        svg.element(
            "use",
            [
                "href": .text("#mark_claimed"), "x": .number(15.5), "y": .number(5.5), "width": .number(13),
                "height": .number(13),
            ])
    }

    private static let lineSample = sample { svg in
        svg.element(
            "rect",
            [
                "class": .text("going-on"), "x": .number(11), "y": .number(10.75), "width": .number(31),
                "height": .number(2.5),
            ])
        svg.element(
            "circle", ["class": .text("gap"), "cx": .number(9), "cy": .number(12), "r": .number(8.5)])
        svg.element(
            "use",
            [
                "href": .text("#mark_claimed"), "x": .number(2.5), "y": .number(5.5), "width": .number(13),
                "height": .number(13),
            ])
    }

    /// Returns a small drawing for the legend.
    private static func sample(_ draw: (_ svg: inout SVGWriter) -> Void) -> [UInt8] {
        var svg = SVGWriter()
        svg.begin(
            "svg",
            [
                "class": .text("overview-sample"), "width": .number(44), "height": .number(24),
                "aria-hidden": .text("true"),
            ])
        draw(&svg)
        svg.end()
        return svg.bytes
    }
}
