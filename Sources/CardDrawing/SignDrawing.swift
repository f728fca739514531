extension Canvas {
    /// Draws a status sign in a square, with the shapes of the theme's `symbols.mustache`.
    func draw(_ sign: Card.Sign, atX x: Double, y: Double, size: Double, _ colour: Colour) {
        setColour(colour)
        withSquare(atX: x, y: y, size: size) { drawShape(of: sign) }
    }

    private func drawShape(of sign: Card.Sign) {
        let (radius, line) = (6.25, 1.5)
        switch sign {
        case .confirmed:
            arc(8, 8, radius + line / 2)
            fill()
        case .claimed: circle(radius, line)
        case .disputed:
            circle(radius, line)
            arc(8, 8, radius, from: .pi / 2, to: 1.5 * .pi)
            fill()
        case .denied:
            circle(radius, line)
            path([(3.6, 3.6), (12.4, 12.4)])
            stroke(width: line)
            path([(12.4, 3.6), (3.6, 12.4)])
            stroke(width: line)
        case .speculated:
            arc(8, 8, radius)
            stroke(width: line, dashes: [1.6, 2.327])
        case .expected:
            path([(2.5, 2.5), (2.5, 13.5), (13.5, 8)], closed: true)
            stroke(width: line)
        case .retracted:
            circle(5.25, line)
            path([(0.75, 8), (15.25, 8)])
            stroke(width: line)
        case .unrated: circle(2.75, line)
        }
    }

    private func circle(_ radius: Double, _ line: Double) {
        arc(8, 8, radius)
        stroke(width: line)
    }
}
