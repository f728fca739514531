import Synchronization
import UTF8Text

/// The pictures of cards. Several threads may draw at once.
public final class CardPictures: Sendable {
    private let library: DrawingLibrary
    /// The fingerprint of everything but the card itself that determines its bytes: the drawing, the versions of the
    /// libraries, and the installed fonts.
    public let surroundings: Fingerprint
    /// The canvases that no thread uses.
    private let idle = Mutex<[Unshared<Canvas>]>([])

    /// A value that one thread at a time has taken from a list.
    private struct Unshared<Value>: @unchecked Sendable {
        let value: Value
    }

    /// Loads the libraries that draw.
    ///
    /// - Parameter name: the file name of libpangocairo.
    /// - Throws: if they are not installed, or too old, or if there is no font.
    init(library name: String) throws(DrawingFailure) {
        library = try DrawingLibrary(name)
        let versions = library.versions.map { Fingerprint(of: Array($0.utf8)) }
        let drawing = Fingerprint(of: Array("drawing \(CardLayout.version)".utf8))
        surroundings = Fingerprint(combining: [drawing, library.fonts] + versions)
    }

    /// The versions of the libraries, for people.
    package var versions: [String] { library.versions }

    /// Draws a card.
    ///
    /// - Returns: a PNG of 1200 × 630 pixels, the same bytes for equal cards and equal ``surroundings``.
    /// - Throws: if the library cannot draw, for example for want of memory.
    public func picture(of card: Card) throws(DrawingFailure) -> [UInt8] {
        let canvas = idle.withLock { $0.popLast() }?.value ?? Canvas(library)
        CardLayout(card, on: canvas).draw()
        let picture = try unsafe canvas.withPixels { rows, stride in
            unsafe PalettePicture(
                rows, width: Card.width, height: Card.height, stride: stride,
                colourCount: min(256, Self.shadeCount + card.edge.count))
        }
        let returned = Unshared(value: canvas)
        idle.withLock { $0.append(returned) }
        let chunks = picture.chunks
        return head(of: card, chunks) + chunks
    }

    /// Whether bytes are the picture of a card, drawn by the same libraries with the same fonts. A picture says so
    /// itself, so nothing needs to be drawn to know it.
    public func isCurrent(_ bytes: [UInt8], for card: Card) -> Bool {
        let length = Self.headLength
        guard bytes.count > length else { return false }
        return bytes[..<length].elementsEqual(head(of: card, Array(bytes[length...])))
    }

    /// Returns the beginning of a picture, with the fingerprints of the card and of the chunks that follow: a picture
    /// that was changed later does not fit them.
    private func head(of card: Card, _ chunks: [UInt8]) -> [UInt8] {
        let text =
            "Dateline\0" + Fingerprint(combining: [card.fingerprint, surroundings]).text + " "
            + Fingerprint(of: chunks).text
        return PalettePicture.head(width: Card.width, height: Card.height)
            + pngChunk("tEXt", Array(text.utf8))
    }

    /// The length of the beginning of each picture: signature and header take 33 bytes, the text 9 + 32 + 1 + 32, and
    /// its frame 12.
    private static let headLength = 33 + 74 + 12

    /// The number of colours besides those of the edge: text on plain ground needs no more shades to look smooth, and
    /// fewer take fewer bytes.
    private static let shadeCount = 31

    // MARK: Characters without a glyph

    /// Returns the characters that no installed font has, in their order.
    public func unknown(among characters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let visible = characters.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .surrogate, .lineSeparator, .paragraphSeparator, .spaceSeparator: false
            default: !scalar.properties.isDefaultIgnorableCodePoint
            }
        }
        let canvas = idle.withLock { $0.popLast() }?.value ?? Canvas(library)
        var found: [Unicode.Scalar] = []
        for start in stride(from: 0, to: visible.count, by: 256) {
            find(in: visible[start..<min(visible.count, start + 256)], on: canvas, &found)
        }
        let returned = Unshared(value: canvas)
        idle.withLock { $0.append(returned) }
        return found
    }

    /// Adds the unknown characters of a part, which is halved until each is found.
    private func find(
        in part: ArraySlice<Unicode.Scalar>, on canvas: Canvas, _ found: inout [Unicode.Scalar]
    ) {
        let type = TypeStyle(
            families: Typefaces(preferred: [], language: "", for: "").sans, size: 30)
        var text = String.UnicodeScalarView()
        for scalar in part {
            text.append(scalar)
            text.append(" ")
        }
        canvas.set(String(text), in: type, width: nil)
        if canvas.unknownGlyphCount == 0 { return }
        if part.count == 1 {
            found += part
            return
        }
        let middle = (part.startIndex + part.endIndex) / 2
        find(in: part[..<middle], on: canvas, &found)
        find(in: part[middle...], on: canvas, &found)
    }

    /// Returns the script of a character.
    public func script(of character: Unicode.Scalar) -> Script { Script(code: library.script(of: character)) }
}
