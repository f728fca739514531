/// The places of all parts of a card, and their drawing.
///
/// The edge has the colour of the group. Next to it stand, from top to bottom, the group's name, the title, the date,
/// and below a line the status and the site. A card that begins on the right is the mirror image.
struct CardLayout {
    /// Raised with every change to the drawing, so that the cards of earlier versions are drawn again.
    static let version = 1

    private let card: Card
    private let canvas: Canvas
    private let soft: Colour
    private let faint: Colour

    /// The width of the edge.
    private static let edge = 28.0
    /// The distances of the texts from both sides.
    private static let (start, end) = (96.0, 72.0)
    private static var measure: Double { Double(Card.width) - start - end }
    /// The tops of the first line, of the title without that line, and of the area below the separating line.
    private static let (top, foot) = (56.0, 524.0)
    /// The lowest place that the date reaches.
    private static let bottom = 496.0

    init(_ card: Card, on canvas: Canvas) {
        self.card = card
        self.canvas = canvas
        soft = card.style.ink.mixed(0.74, with: card.style.paper)
        faint = card.style.ink.mixed(0.2, with: card.style.paper)
    }

    func draw() {
        canvas.setLanguage(card.language, isRightToLeft: card.isRightToLeft)
        canvas.setColour(card.style.paper)
        canvas.paint()
        drawEdge()
        var top = Self.top
        if let kicker = card.kicker, !kicker.isEmpty {
            let text = canvas.fit(
                kicker, in: sans(kicker, weight: 600), sizes: [30], width: Self.measure, height: nil)
            draw(text, soft, at: Self.start, y: top)
            top += text.extents.height + 20
        }
        let line = card.line.flatMap { $0.isEmpty ? nil : $0 }.map { line in
            canvas.fit(
                line, in: serif(line, weight: 400), sizes: [38, 33], width: Self.measure,
                height: 2.2 * 38 * 1.2)
        }
        let below = line.map { $0.extents.height + 24 } ?? 0
        drawHeading(from: top, to: Self.bottom - below, line)
        drawFoot()
    }

    // MARK: Parts

    private func drawEdge() {
        let colours = card.edge.isEmpty ? [card.style.accent] : card.edge
        for (number, colour) in colours.enumerated() {
            let top = (Double(Card.height * number) / Double(colours.count)).rounded()
            let bottom = (Double(Card.height * (number + 1)) / Double(colours.count)).rounded()
            canvas.setColour(colour)
            canvas.fillRectangle(
                card.isRightToLeft ? Double(Card.width) - Self.edge : 0, top, Self.edge, bottom - top)
        }
    }

    private func drawHeading(from top: Double, to bottom: Double, _ line: FittedText?) {
        var type = serif(card.heading, weight: 700)
        type.lineSpacing = Typefaces.lineSpacing(of: card.heading)
        let heading = canvas.fit(
            card.heading, in: type, sizes: [88, 72, 59, 48], width: Self.measure, height: bottom - top)
        // A title in a script of the other direction stands on the other side.
        canvas.set(
            heading.text, in: type.sized(heading.type.size), width: heading.width,
            breaksWords: heading.breaksWords)
        canvas.setColour(card.style.ink)
        let left = card.isRightToLeft ? Self.end : Self.start
        canvas.drawText(atX: left, y: top)
        if let line {
            draw(line, soft, at: Self.start, y: top + heading.extents.height + 24)
        }
    }

    private func drawFoot() {
        canvas.setColour(faint)
        canvas.fillRectangle(card.isRightToLeft ? Self.end : Self.start, Self.foot, Self.measure, 2)
        let middle = (Self.foot + 2 + Double(Card.height)) / 2 - 2
        var x = Self.start
        let room = card.signature == nil ? Self.measure : Self.measure * (card.marks.count > 1 ? 0.72 : 0.6)
        for mark in card.marks {
            if let sign = mark.sign {
                let left = card.isRightToLeft ? Double(Card.width) - x - Self.sign : x
                canvas.draw(sign, atX: left, y: middle - Self.sign / 2, size: Self.sign, card.style.ink)
                x += Self.sign + 14
            }
            let sizes = card.marks.count > 1 ? [26.0, 23] : [30, 26]
            if let label = mark.label {
                let label = canvas.fit(
                    label, in: sans(label, weight: 400), sizes: sizes, width: max(60, Self.start + room - x),
                    height: nil)
                drawLine(label, soft, at: x, middle: middle)
                x += label.extents.width + 9
            }
            let words = canvas.fit(
                mark.words, in: sans(mark.words, weight: 600), sizes: sizes,
                width: max(60, Self.start + room - x), height: nil)
            drawLine(words, card.style.ink, at: x, middle: middle)
            x += words.extents.width + 36
        }
        guard let signature = card.signature, !signature.isEmpty else { return }
        let rest = Double(Card.width) - Self.end - max(x, Self.start)
        let name = canvas.fit(
            signature, in: serif(signature, weight: 700), sizes: [30, 26, 23], width: rest, height: nil)
        drawLine(
            name, card.style.accent, at: Double(Card.width) - Self.end - name.extents.width, middle: middle)
    }

    /// The size of a sign in pixels.
    private static let sign = 34.0

    // MARK: Texts

    private func serif(_ text: String, weight: Int) -> TypeStyle {
        TypeStyle(
            families: typefaces(text).serif, size: 0, weight: weight,
            lineSpacing: Typefaces.lineSpacing(of: text))
    }

    private func sans(_ text: String, weight: Int) -> TypeStyle {
        TypeStyle(families: typefaces(text).sans, size: 0, weight: weight)
    }

    private func typefaces(_ text: String) -> Typefaces {
        Typefaces(preferred: card.style.headingFonts, language: card.language, for: text)
    }

    /// Draws a text whose start is at a distance from the side where the card begins.
    private func draw(_ text: FittedText, _ colour: Colour, at start: Double, y: Double) {
        canvas.setColour(colour)
        canvas.draw(
            text, atX: card.isRightToLeft ? Double(Card.width) - start : start, y: y,
            isRightToLeft: card.isRightToLeft)
    }

    /// Draws a single line whose small letters are about the height of a sign.
    private func drawLine(_ text: FittedText, _ colour: Colour, at start: Double, middle: Double) {
        draw(text, colour, at: start, y: middle - text.extents.baseline + text.type.size * 0.36)
    }
}

extension TypeStyle {
    func sized(_ size: Double) -> TypeStyle {
        var type = self
        type.size = size
        return type
    }
}
