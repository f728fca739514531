import TimelineModel

/// The plane of a drawing with two times. Both have the same axis, so that the diagonal from corner to corner is the
/// same day for both, however uneven the axis is.
struct KnownPlane: Sendable {
    /// The axis across and upwards.
    let axis: TimeAxis

    /// The height of the plane in pixels.
    static let height = 560.0
    /// The room above the plane, for the title of the axis upwards, in pixels.
    static let top = 26.0
    /// The y coordinate of the lower edge, in pixels.
    static let foot = top + height
    /// The width to the left of the plane, for the labels of the axis upwards, in pixels; the style sheet knows it too.
    static let gutter = 76.0

    /// Returns the y coordinate of a fraction of the axis, in pixels; later is higher.
    static func y(at share: Double) -> Double { foot - share * height }

    /// The middle of a range of days as a fraction of the axis, as drawn.
    func middle(of days: Range<Double>) -> Double {
        (axis.share(of: days.lowerBound) + axis.share(of: days.upperBound)) / 2
    }

    /// Returns the y coordinate of an entry's symbol, in pixels.
    func y(of time: KnownTimes) -> Double { Self.y(at: middle(of: time.shownKnown)) }

    /// Returns a drawing with the parts that all drawings with two times share: the ticks of both axes, the line of the
    /// same day, and the titles of the axes.
    ///
    /// - Parameters:
    ///   - most: the greatest zoom across.
    ///   - sameDay: the fraction of the axis at which the line is labelled.
    ///   - draw: draws the content.
    func drawing(
        _ language: Language, most: Double, sameDay: Double, _ draw: (_ svg: inout SVGWriter) -> Void
    ) -> [UInt8] {
        let ticks = AxisTicks(axis, language)
        let rising = RisingTicks(axis, language)
        let height = Self.foot + 6 + Double(ticks.lineCount) * 16 + 20
        var svg = SVGWriter(decimals: TimeAxis.decimals(for: most))
        svg.beginDrawing(axis, most: most, top: Self.top, foot: Self.foot, height: height, language)
        svg.draw(ticks, top: Self.top, foot: Self.foot)
        svg.drawLines(of: rising)
        svg.drawSameDay(language[.theSameDay], at: sameDay)
        draw(&svg)
        svg.end()
        svg.drawLabels(of: rising, language, height: height)
        return svg.bytes
    }
}

extension KnownPlane {
    /// The distance of the label of the same day from its line, in pixels.
    fileprivate static let labelShift = (across: 10.0, down: 16.0)

    /// Returns the fraction of the axis at which the label of the line of the same day covers the fewest spots: below the
    /// line, and if possible far up.
    static func sameDay(_ language: Language, besides spots: [KnownSpot]) -> Double {
        let width = TextWidth.pixels(language[.theSameDay])
        func count(_ share: Double) -> Int {
            let left = share * MarkGeometry.designWidth + labelShift.across
            let foot = y(at: share) + labelShift.down
            let half = MarkGeometry.target / 2
            return spots.count { spot in
                left - half < spot.x && spot.x < left + width + half && foot - 12 - half < spot.y
                    && spot.y < foot + half
            }
        }
        let choices = stride(from: 0.86, to: 0.05, by: -0.04).map { (share: $0, count: count($0)) }
        return choices.min { $0.count < $1.count }?.share ?? 0.5
    }
}

extension SVGWriter {
    /// Draws the lines of the axis upwards.
    fileprivate mutating func drawLines(of ticks: RisingTicks) {
        begin("g", ["class": .text("axis-up"), "aria-hidden": .text("true")])
        for tick in ticks.ticks { drawAcross(tick.share, tick.isStrong ? "tick strong" : "tick") }
        for share in ticks.folds { drawAcross(share, "tick folded") }
        end()
    }

    private mutating func drawAcross(_ share: Double, _ name: String) {
        let y = KnownPlane.y(at: share)
        element(
            "line", ["class": .text(name), "x2": .share(1), "y1": .number(y), "y2": .number(y)])
    }

    /// Draws the line of the same day, and its label.
    fileprivate mutating func drawSameDay(_ word: String, at share: Double) {
        begin("g", ["class": .text("same-day"), "aria-hidden": .text("true")])
        element(
            "line",
            [
                "x1": .share(0), "x2": .share(1), "y1": .number(KnownPlane.y(at: 0)),
                "y2": .number(KnownPlane.y(at: 1)),
            ])
        text(
            "text",
            [
                "x": .share(share), "y": .number(KnownPlane.y(at: share) + KnownPlane.labelShift.down),
                "transform": .shift(KnownPlane.labelShift.across),
            ], word)
        end()
    }

    /// Draws the labels of the axis upwards and the titles of both in a second drawing on top of the first, which stays
    /// in position when that one scrolls.
    fileprivate mutating func drawLabels(of ticks: RisingTicks, _ language: Language, height: Double) {
        begin(
            "svg",
            ["class": .text("overview-names"), "height": .number(height), "aria-hidden": .text("true")])
        text("text", ["class": .text("axis-title"), "y": .number(14)], "↑ " + language[.knownUpwards])
        for tick in ticks.ticks {
            text(
                "text",
                [
                    "class": .text(tick.isStrong ? "year" : "unit"), "x": .number(KnownPlane.gutter - 8),
                    "y": .number(KnownPlane.y(at: tick.share) + 4), "text-anchor": .text("end"),
                ], tick.text)
        }
        text(
            "text",
            [
                "class": .text("axis-title"), "x": .share(1), "y": .number(height - 6),
                "text-anchor": .text("end"),
            ], language[.knownAcross] + " →")
        end()
    }
}
