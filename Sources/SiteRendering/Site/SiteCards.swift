import CardDrawing
import TimelineModel
import UTF8Text

/// The content of cards: what each says of its page.
extension Site {
    /// Returns the card of an entry.
    func card(ofEntry number: Int) -> Card {
        let entry = self[number]
        let group = timeline.names.groups[number].first.map { timeline.groups.values[$0] }
        return card(
            entry.title.value, kicker: group?.name, line: date(ofEntry: number).text,
            marks: marks(of: entry), signature: settings.title, edge: [group?.color].compactMap(\.self))
    }

    /// The card of the site.
    var siteCard: Card {
        card(
            settings.title, line: settings.subtitle ?? settings.description,
            marks: [Card.Mark(nil, language.entries(timeline.entries.count))],
            signature: settings.publisher ?? settings.author,
            edge: Array(timeline.groups.values.compactMap(\.color).prefix(Self.mostEdgeColours)))
    }

    /// The largest number of groups whose colours the card of the site shows.
    private static let mostEdgeColours = 24

    private func card(
        _ heading: String, kicker: String? = nil, line: String?, marks: [Card.Mark], signature: String?,
        edge: [String]
    ) -> Card {
        Card(
            heading: heading, kicker: kicker, line: line, marks: marks, signature: signature,
            edge: edge.compactMap { Colour($0) }, style: Card.Style(settings.theme),
            language: settings.language, isRightToLeft: settings.direction == .rtl)
    }

    /// Returns the marks of an entry's status; for a statement, also of the status of its content.
    private func marks(of entry: Entry) -> [Card.Mark] {
        func mark(_ status: Status?, _ label: Word?) -> Card.Mark? {
            status.map { status in
                Card.Mark(
                    Card.Sign(rawValue: status.rawValue), label: label.map { language[$0] },
                    language.name(of: status))
            }
        }
        let isStatement = entry.kind == .statement
        return [
            mark(entry.status?.value, isStatement ? .statement : nil),
            isStatement ? mark(entry.contentStatus?.value, .contentStatus) : nil,
        ].compactMap(\.self)
    }
}

extension Card.Style {
    /// The style of a site: the colours and typefaces of its settings; where they name none, those of the default theme
    /// on light paper.
    init(_ theme: ThemeSettings) {
        let set = Dictionary(theme.properties.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        func colour(_ key: String, _ standard: Colour) -> Colour {
            set[key].flatMap { Colour($0) } ?? standard
        }
        let fonts = (set["font_heading"] ?? "").parts(between: ",").map { name in
            name.drop { " '\"".contains($0) }.reversed().drop { " '\"".contains($0) }.reversed()
        }
        self.init(
            paper: colour("paper", Self.paper), ink: colour("ink", Self.ink),
            accent: colour("accent", Self.accent),
            headingFonts: fonts.map { String($0) }.filter { !Self.genericFonts.contains($0.lowercased()) })
    }

    /// The colours of the default theme, as in its `style.css`.
    static let paper = Colour(red: 0xFF, green: 0xFE, blue: 0xFB)
    static let ink = Colour(red: 0x1A, green: 0x19, blue: 0x17)
    static let accent = Colour(red: 0x9A, green: 0x2A, blue: 0x1F)

    /// The names of CSS that stand for some typeface of a kind; any of them would come before the faces of a card.
    private static let genericFonts: Set<String> = [
        "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif",
        "ui-monospace", "ui-rounded", "math", "emoji", "inherit", "initial", "unset", "",
    ]
}
