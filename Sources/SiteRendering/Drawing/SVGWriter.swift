/// Writes SVG as it stands inside HTML: element by element into one buffer, with text escaped by the product's
/// one function.
struct SVGWriter: Sendable {
    private(set) var bytes: [UInt8] = []
    private var open: [StaticString] = []

    /// The value of an attribute.
    enum Attribute: Sendable {
        /// Any text; escaped.
        case text(String)
        /// A length or a coordinate; at most two decimals are written, so that the same drawing has the same
        /// bytes on every machine.
        case number(Double)
        /// A part of the drawing's width or height, from 0 to 1, written in percent.
        case share(Double)
        /// Pixels by which what stands at a part of the width is moved along it, as the value of `transform`;
        /// nothing is written for 0.
        case shift(Double)
        /// No attribute at all, so that an attribute can depend on a condition.
        case none
    }

    /// An element without content.
    mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, Attribute> = [:]) {
        start(name, attributes)
        append("/>")
    }

    /// Opens an element; ``end()`` closes it.
    mutating func begin(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, Attribute> = [:]) {
        start(name, attributes)
        append(">")
        open.append(name)
    }

    /// Closes the element opened last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        append("</")
        append(name)
        append(">")
    }

    /// An element with a text.
    mutating func text(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, Attribute> = [:], _ text: String
    ) {
        begin(name, attributes)
        bytes.append(escaping: text)
        end()
    }

    /// Adds markup that another writer made.
    mutating func append(markup: [UInt8]) { bytes.append(contentsOf: markup) }

    private mutating func start(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, Attribute>) {
        append("<")
        append(name)
        for (name, value) in attributes {
            switch value {
            case .none, .shift(0): continue
            default: break
            }
            append(" ")
            append(name)
            append("=\"")
            switch value {
            case .text(let text): bytes.append(escaping: text)
            case .number(let number): bytes.append(decimal: number)
            case .share(let share):
                bytes.append(decimal: share * 100)
                append("%")
            case .shift(let pixels):
                append("translate(")
                bytes.append(decimal: pixels)
                append(")")
            case .none: break
            }
            append("\"")
        }
    }

    private mutating func append(_ text: StaticString) { bytes.append(literal: text) }
}

extension [UInt8] {
    /// Appends a number with at most two decimals and no more of them than needed: `12`, `-0.5`, `3.25`.
    ///
    /// - Parameter decimal: what is not finite is written as 0, and what lies beyond ±10¹² as that bound.
    mutating func append(decimal: Double) {
        let bound = 1e12
        let clamped = decimal.isFinite ? Swift.min(Swift.max(decimal, -bound), bound) : 0
        let hundredths = Int((clamped * 100).rounded())
        if hundredths < 0 { append(UInt8(ascii: "-")) }
        append(digits: hundredths.magnitude / 100)
        let rest = UInt8(hundredths.magnitude % 100)
        guard rest > 0 else { return }
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + rest / 10)
        if rest % 10 > 0 { append(UInt8(ascii: "0") + rest % 10) }
    }

    private mutating func append(digits number: UInt) {
        var scale: UInt = 1
        while number / scale >= 10 { scale *= 10 }
        while scale > 0 {
            append(UInt8(ascii: "0") + UInt8(number / scale % 10))
            scale /= 10
        }
    }
}
