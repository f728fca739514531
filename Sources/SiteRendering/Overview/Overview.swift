import EDTF
import TimelineModel

/// The overview of a page: a drawing of its entries along time, with its legend.
struct Overview: Sendable {
    /// The `<svg>` elements for the page.
    let drawing: [UInt8]
    /// Whether columns count entries, because there are too many for individual marks.
    let isDensity: Bool
    /// The legend of the ways of drawing that occur.
    let legend: [OverviewLegendItem]
    /// Links to the entries whose dates have no bounds, which cannot be drawn.
    let unplaced: [Link]
    /// For columns, the number of entries that the highest one stands for, in words.
    let scale: String?

    /// The greatest number of entries with individual marks; more are counted by columns.
    static let mostMarks = 200

    /// The overview of some entries of a site; nil if none of them can be drawn.
    ///
    /// - Parameters:
    ///   - numbers: the indices of the entries in the timeline, in any order.
    ///   - isWhole: whether these are all entries of the site.
    ///   - linksStay: whether links name their target, for a page whose links open elsewhere.
    init?(_ numbers: [Int], in site: Site, isWhole: Bool, linksStay: Bool = false) {
        let numbers = numbers.sorted()
        let placed = numbers.filter { site[$0].date.expression.hasTimelinePosition }
        if placed.isEmpty { return nil }
        unplaced = numbers.filter { !site[$0].date.expression.hasTimelinePosition }.prefix(Self.mostMarks)
            .map { site.link(to: site[$0]) }
        isDensity = placed.count > Self.mostMarks || isWhole && site.isLong
        if isDensity {
            let strip = DensityStrip(placed, in: site, linksStay: linksStay)
            drawing = strip.svg
            scale = strip.scale
            legend = strip.leftOut.map { [OverviewLegendItem(id: "fold", sample: nil, text: $0)] } ?? []
        } else {
            let marks = MarkDrawing(placed, in: site, linksStay: linksStay)
            drawing = marks.svg
            scale = nil
            legend = marks.features.legend(site.language)
        }
    }
}

extension Site {
    /// Returns a drawing with the parts that all overviews share: the eras in the background, the lanes, and the axis
    /// below.
    ///
    /// - Parameters:
    ///   - most: the greatest zoom.
    ///   - heights: the heights of the lanes.
    ///   - linksStay: whether links name their target, for a page whose links open elsewhere.
    ///   - define: writes the shapes that the content uses.
    ///   - draw: draws the content of a lane, given its index and the y coordinate of its top.
    ///   - overlay: draws over all lanes, given the y coordinates of their top and foot.
    func drawing(
        _ axis: TimeAxis, most: Double, lanes: OverviewLanes, heights: [Double], linksStay: Bool,
        define: (_ svg: inout SVGWriter) -> Void = { _ in },
        _ draw: (_ svg: inout SVGWriter, _ lane: Int, _ top: Double) -> Void,
        overlay: (_ svg: inout SVGWriter, _ top: Double, _ foot: Double) -> Void = { _, _, _ in }
    ) -> [UInt8] {
        let eras = EraBands(self, on: axis)
        let ticks = AxisTicks(axis, language)
        let top = Double(eras.rowCount) * EraBands.rowHeight
        let foot = heights.reduce(top) { $0 + $1 }
        var svg = SVGWriter(decimals: TimeAxis.decimals(for: most), linksStay: linksStay)
        let height = foot + 6 + Double(ticks.lineCount) * 16
        svg.beginDrawing(axis, most: most, foot: foot, height: height, language)
        define(&svg)
        svg.draw(eras, foot: foot)
        svg.draw(ticks, top: top, foot: foot)
        var y = top
        for (slot, lane) in lanes.lanes.enumerated() {
            svg.begin(
                "g",
                [
                    "class": .text("lane" + (lane.groupID.map { " " + groupClass($0) } ?? "")),
                    "role": lane.name.isEmpty ? .none : .text("group"),
                    "aria-label": lane.name.isEmpty ? .none : .text(lane.name),
                ])
            svg.element(
                "rect",
                ["class": .text("lane-line"), "y": .number(y), "width": .share(1), "height": .number(1)])
            draw(&svg, slot, y)
            svg.end()
            y += heights[slot]
        }
        overlay(&svg, top, foot)
        svg.end()
        svg.drawNames(of: lanes, heights, top: top, height: height)
        return svg.bytes
    }
}

extension OverviewLanes {
    /// The height of a lane's name above its marks.
    static let nameHeight = 20.0
}

extension SVGWriter {
    /// Opens a drawing along an axis, with what the script needs for zooming it.
    ///
    /// - Parameters:
    ///   - most: the greatest zoom.
    ///   - top: the y coordinate at which the lines of the axis begin, in pixels.
    ///   - foot: the y coordinate at which they end.
    mutating func beginDrawing(
        _ axis: TimeAxis, most: Double, top: Double = 0, foot: Double, height: Double, _ language: Language
    ) {
        begin(
            "svg",
            [
                "class": .text("overview-drawing"), "height": .number(height), "data-most": .number(most),
                "data-knots": .text(axis.knots), "data-top": top > 0 ? .number(top) : .none,
                "data-foot": .number(foot),
                "data-months": .text(language.shortMonths.joined(separator: " ")),
                "data-years": .text(language.yearPatterns),
            ])
    }

    /// Draws the names of lanes in a second drawing on top of the first, which stays in position when that one
    /// scrolls.
    fileprivate mutating func drawNames(
        of lanes: OverviewLanes, _ heights: [Double], top: Double, height: Double
    ) {
        begin(
            "svg",
            ["class": .text("overview-names"), "height": .number(height), "aria-hidden": .text("true")])
        var y = top
        for (lane, height) in zip(lanes.lanes, heights) {
            if !lane.name.isEmpty {
                let name = "lane" + (lane.groupID.map { " " + groupClass($0) } ?? "")
                begin("g", ["class": .text(name)])
                element(
                    "rect",
                    [
                        "class": .text("swatch"), "y": .number(y + 6), "width": .number(8),
                        "height": .number(8),
                    ])
                text("text", ["x": .number(13), "y": .number(y + 14)], lane.name)
                end()
            }
            y += height
        }
        end()
    }

    /// Draws the bands of eras.
    fileprivate mutating func draw(_ eras: EraBands, foot: Double) {
        if eras.bands.isEmpty { return }
        begin("g", ["class": .text("era-bands"), "aria-hidden": .text("true")])
        for band in eras.bands {
            let y = Double(band.row) * EraBands.rowHeight
            let width = band.shares.upperBound - band.shares.lowerBound
            let fill: Attribute = band.color.map { .text($0) } ?? .none
            element(
                "rect",
                [
                    "class": .text("era-ground"), "x": .share(band.shares.lowerBound), "y": .number(y),
                    "width": .share(width), "height": .number(foot - y), "fill": fill,
                ])
            element(
                "rect",
                [
                    "class": .text("era-bar"), "x": .share(band.shares.lowerBound), "y": .number(y),
                    "width": .share(width), "height": .number(3), "fill": fill,
                ])
        }
        for band in eras.bands {
            let share = band.isNameAtEnd ? band.shares.upperBound : band.shares.lowerBound
            let y = Double(band.row) * EraBands.rowHeight + 14
            text(
                "text",
                [
                    "x": .share(share), "y": .number(y),
                    "text-anchor": band.isNameAtEnd ? .text("end") : .none,
                    "transform": .shift(band.isNameAtEnd ? -3 : 3),
                ], band.name)
        }
        end()
    }
}
