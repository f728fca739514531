/// Writes SVG as it stands inside HTML: element by element into one buffer, with text escaped by the product's
/// one function.
struct SVGWriter: ~Copyable {
    private var buffer = OutputBuffer()
    private var open: [StaticString] = []
    /// The decimals of percents: more of them where a drawing can be zoomed far.
    private let places: Int

    init(places: Int = 2) { self.places = places }

    /// The drawing.
    var bytes: [UInt8] { buffer.bytes }

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

    /// An element with a text. Readers that know no drawings set texts one after the other: a line break keeps their
    /// words apart, and is not drawn.
    mutating func text(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, Attribute> = [:], _ text: String
    ) {
        begin(name, attributes)
        buffer.append(escaping: text)
        end()
        append("\n")
    }

    /// Adds markup that another writer made.
    mutating func append(markup: [UInt8]) { buffer.append(bytes: markup) }

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
                buffer.append(decimal: share * 100, places: places)
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
