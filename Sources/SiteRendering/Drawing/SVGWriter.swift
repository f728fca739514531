import UTF8Text

/// Writes SVG as part of HTML, element by element into one buffer; text is escaped by ``ByteSink/append(escaping:)``.
struct SVGWriter: ~Copyable {
    private var buffer = OutputBuffer()
    /// The names of the open elements, outermost first.
    private var open: [StaticString] = []
    /// The greatest number of decimals of a percentage; a drawing that can be zoomed far needs more of them.
    private let decimals: Int

    /// Whether links say that they open in the frame that shows them, for pages whose links open elsewhere.
    private let linksStay: Bool

    init(decimals: Int = 2, linksStay: Bool = false) {
        self.decimals = decimals
        self.linksStay = linksStay
    }

    /// The drawing.
    var bytes: [UInt8] { buffer.bytes }

    /// The value of an attribute.
    enum Attribute: Sendable {
        /// Any text; escaped.
        case text(String)
        /// A length or coordinate, written with at most two decimals, so that the same drawing has the same bytes on
        /// every machine.
        case number(Double)
        /// A fraction of the drawing's width or height, 0 to 1, written as a percentage.
        case share(Double)
        /// A `transform` that moves an element along the width, in pixels; 0 writes no attribute.
        case shift(Double)
        /// No attribute, for one that depends on a condition.
        case none
    }

    /// Appends an element without content.
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

    /// Opens a link to a part of the page; ``end()`` closes it.
    mutating func beginLink(_ attributes: KeyValuePairs<StaticString, Attribute>) {
        append(linksStay ? "<a target=\"_self\"" : "<a")
        write(attributes)
        append(">")
        open.append("a")
    }

    /// Closes the element opened last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        append("</")
        append(name)
        append(">")
    }

    /// Appends an element that contains a text, and a line break, which SVG does not draw. Programs that extract the
    /// text of a page read one element's text after the other; the break separates their words.
    mutating func text(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, Attribute> = [:], _ text: String
    ) {
        begin(name, attributes)
        buffer.append(escaping: text)
        end()
        append("\n")
    }

    /// Appends markup from another writer.
    mutating func append(markup: [UInt8]) { buffer.append(bytes: markup) }

    private mutating func start(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, Attribute>) {
        append("<")
        append(name)
        write(attributes)
    }

    private mutating func write(_ attributes: KeyValuePairs<StaticString, Attribute>) {
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
                buffer.append(decimal: share * 100, decimals: decimals)
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
