import TimelineModel

extension SVGWriter {
    /// Draws a counting mark, or one that it splits into. Its link leads to the first entry that it counts.
    mutating func draw(
        _ crowd: CrowdLevels.Crowd, _ members: [Mark], middle: Double, _ axis: TimeAxis, _ days: DayShapes,
        _ site: Site
    ) {
        guard let first = crowd.boxes.min() else { return }
        let entry = site[members[first].number]
        let slugs = crowd.boxes.map { site[members[$0].number].slug.value }
        let isSplit = crowd.from > 1 || crowd.to != nil
        let name = (crowd.isMark ? Self.name(ofImportance: entry.importance) : "mark-of crowd")
        beginLink(
            [
                "class": .text(crowd.from > 1 ? name + " is-off" : name),
                "href": .text("#" + entry.slug.value),
                "data-slugs": crowd.boxes.count > 1 ? .text(slugs.joined(separator: " ")) : .none,
                "data-from": isSplit ? .number(crowd.from) : .none,
                "data-to": crowd.to.map { .number($0) } ?? .none,
                "aria-label": .text(
                    crowd.isMark ? site.name(ofMark: members[first].number) : site.words(crowd, members)),
            ])
        if crowd.isMark {
            draw(members[first], symbol: entry.symbol, middle: middle, on: axis, days)
        } else {
            drawCount(crowd, middle)
        }
        end()
    }

    /// Draws the box with the number.
    private mutating func drawCount(_ crowd: CrowdLevels.Crowd, _ middle: Double) {
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
    }
}

extension Site {
    /// Returns the accessible name of a counting mark: the number of entries and the first of them.
    fileprivate func words(_ crowd: CrowdLevels.Crowd, _ members: [Mark]) -> String {
        let first = crowd.boxes.min().map { name(ofMark: members[$0].number) } ?? ""
        return language.fill(
            .overviewCrowd, ["count": language.entries(crowd.boxes.count), "first": first])
    }
}
