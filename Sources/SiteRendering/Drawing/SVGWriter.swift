/// Writes SVG as it stands inside HTML: element by element into one buffer, with text escaped by the product's
/// one function.
struct SVGWriter: ~Copyable {
    private var buffer = ByteBuffer()
    private var open: [StaticString] = []

    /// The drawing.
    var bytes: [UInt8] { buffer.withBytes { Array($0) } }

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
        buffer.append(escaping: text)
        end()
    }

    /// Adds markup that another writer made.
    mutating func append(markup: [UInt8]) { markup.withUnsafeBufferPointer { buffer.append($0) } }

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
            case .text(let text): buffer.append(escaping: text)
            case .number(let number): buffer.append(decimal: number)
            case .share(let share):
                buffer.append(decimal: share * 100)
                append("%")
            case .shift(let pixels):
                append("translate(")
                buffer.append(decimal: pixels)
                append(")")
            case .none: break
            }
            append("\"")
        }
    }

    private mutating func append(_ text: StaticString) { buffer.append(literal: text) }
}

extension ByteSink where Self: ~Copyable {
    /// Appends a number with at most two decimals and no more of them than needed: `12`, `-0.5`, `3.25`.
    ///
    /// - Parameter decimal: what is not finite is written as 0, and what lies beyond ±10¹² as that bound.
    mutating func append(decimal: Double) {
        let bound = 1e12
        let clamped = decimal.isFinite ? Swift.min(Swift.max(decimal, -bound), bound) : 0
        let hundredths = Int((clamped * 100).rounded())
        var digits = DecimalDigits()
        let rest = UInt8(hundredths.magnitude % 100)
        if rest > 0 {
            if rest % 10 > 0 { digits.prepend(UInt8(ascii: "0") + rest % 10) }
            digits.prepend(UInt8(ascii: "0") + rest / 10)
            digits.prepend(UInt8(ascii: "."))
        }
        digits.prepend(hundredths.magnitude / 100)
        if hundredths < 0 { digits.prepend(UInt8(ascii: "-")) }
        digits.withBytes { append($0) }
    }

    /// Appends a whole number.
    mutating func append(number: Int) {
        var digits = DecimalDigits()
        digits.prepend(number.magnitude)
        if number < 0 { digits.prepend(UInt8(ascii: "-")) }
        digits.withBytes { append($0) }
    }
}

/// The digits of one number, put together from the last on.
private struct DecimalDigits {
    /// Room for any number of 64 bits with its sign, a point and two decimals.
    private var bytes: (UInt64, UInt64, UInt64) = (0, 0, 0)
    private static let room = 24
    private var start = room

    mutating func prepend(_ byte: UInt8) {
        start -= 1
        withUnsafeMutableBytes(of: &bytes) { [start] in $0[start] = byte }
    }

    mutating func prepend(_ number: UInt) {
        var rest = number
        repeat {
            prepend(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
    }

    func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        withUnsafeBytes(of: bytes) { all in
            all.withMemoryRebound(to: UInt8.self) { body(UnsafeBufferPointer(rebasing: $0[start...])) }
        }
    }
}
