import EDTF

/// The ways of drawing that occur in a drawing, for its legend.
struct DateFeatures: Equatable, Sendable {
    private(set) var shapes: Set<DateShape> = []
    /// Whether marks count entries.
    var hasCrowds = false
    /// The gaps that the breaks of the axis leave out, in words.
    var leftOut: String?
    /// Whether the axis has several stretches.
    var isUneven = false

    init(_ forms: [DateForm]) {
        for form in forms {
            shapes.formUnion(form.stretches.compactMap { DateShape($0.fill) })
            if form.stretches.isEmpty { shapes.insert(.day) }
            for edge in [form.start, form.end] {
                switch edge {
                case .exact: break
                case .soft(let qualification):
                    shapes.insert(qualification.contains(.uncertain) ? .uncertain : .approximate)
                case .open: shapes.insert(.open)
                case .unknown: shapes.insert(.unknown)
                }
            }
            if form.anchors.count > 1 { shapes.insert(form.join == .oneOf ? .oneOf : .allOf) }
        }
    }

    /// The samples of all ways of drawing, which are the same on every page.
    private static let samples = Dictionary(
        uniqueKeysWithValues: DateShape.allCases.map { ($0, $0.sample) })

    /// Returns the lines of the legend in a fixed order.
    func legend(_ language: Language) -> [OverviewLegendItem] {
        var items = DateShape.allCases.filter(shapes.contains).map { shape in
            OverviewLegendItem(id: shape.rawValue, sample: Self.samples[shape], text: language[shape.word])
        }
        if hasCrowds {
            items.append(OverviewLegendItem(id: "crowd", sample: nil, text: language[.dateCrowd]))
        }
        if isUneven {
            items.append(OverviewLegendItem(id: "uneven", sample: nil, text: language[.axisUneven]))
        }
        if let leftOut { items.append(OverviewLegendItem(id: "fold", sample: nil, text: leftOut)) }
        return items
    }
}

/// One line of a legend.
struct OverviewLegendItem: Sendable {
    /// A name for style sheets.
    var id: String
    /// A sample as SVG; nil for a line of text alone.
    var sample: [UInt8]?
    var text: String
}

/// A way of drawing a date.
enum DateShape: String, CaseIterable, Sendable {
    case day, within, lasted, approximate, uncertain, open, unknown
    case oneOf = "one-of"
    case allOf = "all-of"

    /// The shape of a range of days; nil for one that continues, which is part of an open end.
    init?(_ fill: DateForm.Fill) {
        switch fill {
        case .within: self = .within
        case .lasted: self = .lasted
        case .goingOn: return nil
        }
    }

    /// The text of the legend.
    var word: Word {
        switch self {
        case .day: .dateDay
        case .within: .dateWithin
        case .lasted: .dateLasted
        case .approximate: .dateApproximate
        case .uncertain: .dateUncertain
        case .open: .dateOpen
        case .unknown: .dateUnknown
        case .oneOf: .dateOneOf
        case .allOf: .dateAllOf
        }
    }

    /// A date that is drawn in this way (EDTF).
    private var example: String {
        switch self {
        case .day: "2023-08-16"
        case .within: "2023-08"
        case .lasted: "2023-08-06/2023-08-27"
        case .approximate: "2023-08-16~"
        case .uncertain: "2023-08-16?"
        case .open: "2023-08-08/.."
        case .unknown: "2023-08-10/"
        case .oneOf: "[2023-08-08,2023-08-24]"
        case .allOf: "{2023-08-08,2023-08-24}"
        }
    }

    /// A small drawing of the example, produced like every mark.
    fileprivate var sample: [UInt8] {
        let month = 2023 * 12 + 7
        let days = TimeUnit.month.start(month)..<TimeUnit.month.start(month + 1)
        let axis = TimeAxis([AxisPiece(days: days, width: 1, unit: .month)])
        guard let date = try? DateExpression(example), let form = DateForm(date) else { return [] }
        var svg = SVGWriter()
        svg.begin(
            "svg",
            [
                "class": .text("overview-sample"), "width": .number(64), "height": .number(24),
                "aria-hidden": .text("true"),
            ])
        svg.draw(
            form, MarkGeometry(form, importance: 2, on: axis), symbol: "mark_claimed", middle: 12, on: axis)
        svg.end()
        return svg.bytes
    }
}
