import UTF8Text

/// The content of a card: a picture of 1200 × 630 pixels that social networks and messengers show with a link.
///
/// A card shows these values and nothing else, so equal cards are equal pictures where the same libraries and fonts are
/// installed.
public struct Card: Hashable, Sendable {
    /// The size of every card in pixels.
    public static let (width, height) = (1200, 630)

    /// A status sign, drawn as on the pages of a site.
    public enum Sign: String, Hashable, Sendable, CaseIterable {
        case confirmed, claimed, disputed, denied, speculated, expected, retracted, unrated
    }

    /// A sign and its words.
    public struct Mark: Hashable, Sendable {
        /// The sign in front of the words; nil for words alone.
        public var sign: Sign?
        /// What the words are about, such as a statement rather than its content; nil if that is clear.
        public var label: String?
        /// What the sign means.
        public var words: String

        /// The label and the words.
        public var text: String { [label, words].compactMap(\.self).joined(separator: " ") }

        /// Creates a mark.
        public init(_ sign: Sign?, label: String? = nil, _ words: String) {
            self.sign = sign
            self.label = label
            self.words = words
        }
    }

    /// The colours and typefaces of a site.
    public struct Style: Hashable, Sendable {
        /// The background.
        public var paper: Colour
        /// The texts.
        public var ink: Colour
        /// The site's name, and the edge of a card without a colour of its own.
        public var accent: Colour
        /// The typefaces of headings in order of preference; they come before those that cards have anyway.
        public var headingFonts: [String]

        /// Creates a style.
        public init(paper: Colour, ink: Colour, accent: Colour, headingFonts: [String] = []) {
            self.paper = paper
            self.ink = ink
            self.accent = accent
            self.headingFonts = headingFonts
        }
    }

    /// The largest text.
    public var heading: String
    /// The line above the heading, such as the name of a group.
    public var kicker: String?
    /// The line below the heading, such as a date in words.
    public var line: String?
    /// The marks at the foot.
    public var marks: [Mark]
    /// The name at the end of the foot; nil for none.
    public var signature: String?
    /// The colours of the edge, from top to bottom; the accent colour if there are none.
    public var edge: [Colour]
    /// The colours and typefaces.
    public var style: Style
    /// The language of the texts (BCP 47), which chooses among the forms of letters.
    public var language: String
    /// Whether the card begins on the right.
    public var isRightToLeft: Bool

    /// Creates a card.
    public init(
        heading: String, kicker: String? = nil, line: String? = nil, marks: [Mark] = [],
        signature: String? = nil, edge: [Colour] = [], style: Style, language: String,
        isRightToLeft: Bool = false
    ) {
        self.heading = heading
        self.kicker = kicker
        self.line = line
        self.marks = marks
        self.signature = signature
        self.edge = edge
        self.style = style
        self.language = language
        self.isRightToLeft = isRightToLeft
    }

    /// The fingerprint of everything that the card shows.
    var fingerprint: Fingerprint {
        var parts: [Fingerprint] = []
        func add(_ text: String?) {
            parts.append(Fingerprint(of: text.map { [1] + Array($0.utf8) } ?? []))
        }
        func add(_ colours: [Colour]) {
            parts.append(Fingerprint(of: colours.flatMap { [$0.red, $0.green, $0.blue] }))
        }
        add(heading)
        add(kicker)
        add(line)
        add(signature)
        add("\(marks.count) \(style.headingFonts.count)")
        for mark in marks {
            add(mark.sign?.rawValue)
            add(mark.label)
            add(mark.words)
        }
        add(edge)
        add([style.paper, style.ink, style.accent])
        for font in style.headingFonts { add(font) }
        add(language)
        add(isRightToLeft ? "rtl" : "ltr")
        return Fingerprint(combining: parts)
    }
}
