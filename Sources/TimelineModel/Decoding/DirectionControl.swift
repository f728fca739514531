import Diagnostics
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A character that changes the direction of the text around it (UAX #9, 2.1 to 2.5). Implicit marks (LRM, RLM, ALM)
/// and joiners are not among them, since they affect only their own position.
enum DirectionControl: Equatable {
    case embedding, override, endOfEmbedding, isolate, endOfIsolate
    /// A format character deprecated since Unicode 3.0 (symmetric swapping and the shapes of letters and digits).
    case deprecated

    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x202A, 0x202B: self = .embedding
        case 0x202D, 0x202E: self = .override
        case 0x202C: self = .endOfEmbedding
        case 0x2066...0x2068: self = .isolate
        case 0x2069: self = .endOfIsolate
        case 0x206A...0x206F: self = .deprecated
        default: return nil
        }
    }

    /// Creates a control from the two bytes after E2, the first byte of each of them in UTF-8.
    init?(second: UInt8, third: UInt8) {
        guard second == 0x80 || second == 0x81, third & 0xC0 == 0x80,
            let scalar = Unicode.Scalar(0x2000 | UInt32(second & 1) << 6 | UInt32(third & 0x3F))
        else { return nil }
        self.init(scalar)
    }
}

/// An unbalanced change of direction in a text, or a character that turns letters around.
struct DirectionFault: Equatable {
    /// The range of the character in the text, in UTF-8 bytes.
    var range: Range<Int>
    var scalar: Unicode.Scalar
    var kind: DirectionControl

    /// Finds the first fault of a text; `nil` if every change ends before the text does.
    init?(in text: some Sequence<Unicode.Scalar>) {
        var open: [DirectionFault] = []
        var offset = 0
        for scalar in text {
            let range = offset..<offset + UTF8.width(scalar)
            offset = range.upperBound
            guard let kind = DirectionControl(scalar) else { continue }
            let here = DirectionFault(range: range, scalar: scalar, kind: kind)
            switch kind {
            case .override, .deprecated:
                self = here
                return
            case .embedding, .isolate: open.append(here)
            case .endOfEmbedding, .endOfIsolate:
                // Each ends its own kind; one that is open within another is not closed.
                guard let last = open.popLast(), last.kind == (kind == .endOfIsolate ? .isolate : .embedding)
                else {
                    self = open.first ?? here
                    return
                }
            }
        }
        guard let first = open.first else { return nil }
        self = first
    }

    private init(range: Range<Int>, scalar: Unicode.Scalar, kind: DirectionControl) {
        (self.range, self.scalar, self.kind) = (range, scalar, kind)
    }

    var summary: String {
        let name = scalar.codePoint
        return switch kind {
        case .override: "\(name) turns letters around"
        case .deprecated: "\(name) changes how letters are read"
        case .embedding, .isolate: "\(name) changes the direction, and nothing ends it"
        case .endOfEmbedding, .endOfIsolate: "\(name) ends no change of direction"
        }
    }
}

extension Decoding {
    /// Checks that a text leaves the direction of the surrounding text unchanged.
    mutating func checkDirection(of node: YAMLNode) {
        guard let text = node.scalar, let fault = DirectionFault(in: text.unicodeScalars) else { return }
        let range = TextOrigin(of: node, in: bytes)?.range(of: fault.range)
        report(fault, at: range ?? node.range, isExact: range != nil)
    }

    private mutating func report(_ fault: DirectionFault, at range: Range<Int>, isExact: Bool) {
        let fixIt =
            isExact
            ? Diagnostic.FixIt.replace(location(range), with: "", "leave it out")
            : Diagnostic.FixIt("leave it out")
        report(.textDirection, fault.summary, range, fixIts: [fixIt])
    }

    /// Checks a Markdown text of a scalar that writes such a character as a character reference.
    mutating func checkDirection(ofReferencesIn node: YAMLNode, html: [UInt8]) {
        guard node.scalar?.utf8.contains(UInt8(ascii: "&")) ?? false, Self.holdsControl(html[...]),
            let text = node.scalar, DirectionFault(in: text.unicodeScalars) == nil,
            let fault = DirectionFault(in: String(decoding: html, as: UTF8.self).unicodeScalars)
        else { return }
        report(fault, at: node.range, isExact: false)
    }

    /// Checks a Markdown text paragraph by paragraph, since the end of a paragraph restores the direction.
    ///
    /// - Parameter html: The rendered text, in which character references are resolved.
    mutating func checkDirections(in range: Range<Int>, html: [UInt8]) {
        if Self.holdsControl(bytes[range]) {
            var start = range.lowerBound
            for end in Self.paragraphEnds(bytes, range) {
                let paragraph = String(decoding: bytes[start..<end], as: UTF8.self)
                if let fault = DirectionFault(in: paragraph.unicodeScalars) {
                    let range = start + fault.range.lowerBound..<start + fault.range.upperBound
                    report(fault, at: range, isExact: true)
                }
                start = end
            }
        } else if holdsReference(bytes[range]), Self.holdsControl(html[...]) {
            let text = String(decoding: html, as: UTF8.self)
            guard let fault = DirectionFault(in: text.unicodeScalars) else { return }
            report(fault, at: range.lowerBound..<range.lowerBound, isExact: false)
        }
    }

    private static func holdsControl(_ bytes: ArraySlice<UInt8>) -> Bool {
        unsafe bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return false }
            var at = 0
            // Few texts have many of this byte, and the C library looks at many at once.
            while let found = unsafe memchr(start + at, 0xE2, bytes.count - at) {
                at = unsafe UnsafeRawPointer(found) - start + 1
                guard at + 1 < bytes.count else { return false }
                if unsafe DirectionControl(second: bytes[at], third: bytes[at + 1]) != nil { return true }
            }
            return false
        }
    }

    /// Returns the ends of the paragraphs in a range: the ends of blank lines, and the end of the range.
    private static func paragraphEnds(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
        var ends: [Int] = []
        var isBlankLine = true
        for index in range {
            switch bytes[index] {
            case 0x0A:
                if isBlankLine { ends.append(index + 1) }
                isBlankLine = true
            case 0x20, 0x09, 0x0D: break
            default: isBlankLine = false
            }
        }
        return ends + [range.upperBound]
    }
}

/// Whether a text may contain a character reference.
func holdsReference(_ bytes: ArraySlice<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { bytes in
        var found: UInt8 = 0
        for index in unsafe bytes.indices { found |= unsafe bytes[index] == UInt8(ascii: "&") ? 1 : 0 }
        return found != 0
    }
}

/// The checks of writing direction in file names and templates.
public enum WritingDirection {
    /// Returns a diagnostic if a file's name changes the writing direction: wherever the name is shown, it would be
    /// read as a different one.
    public static func diagnostics(ofFileAt path: String) -> [Diagnostic] {
        guard path.utf8.contains(0xE2), let fault = DirectionFault(in: path.unicodeScalars) else { return [] }
        return [
            Diagnostic(
                .textDirection, "name of a file: " + fault.summary, at: SourceLocation(path),
                fixIts: [Diagnostic.FixIt("give it a name without this character")])
        ]
    }

    /// Returns the diagnostics about a template, checked paragraph by paragraph and for character references.
    public static func diagnostics(of bytes: [UInt8], at path: String) -> [Diagnostic] {
        var decoding = Decoding(path: path, bytes: bytes)
        decoding.checkDirections(in: 0..<bytes.count, html: [])
        decoding.checkReferences()
        return decoding.diagnostics
    }
}

extension Decoding {
    /// Reports character references in HTML that turn letters around, such as `&#x202E;`.
    fileprivate mutating func checkReferences() {
        var at = bytes.startIndex
        while let start = bytes[at...].firstIndex(of: UInt8(ascii: "&")) {
            at = start + 1
            guard let end = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { continue }
            let text = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
            let number =
                text.rest(after: "&#x").map { UInt32($0, radix: 16) }
                ?? text.rest(after: "&#").map { UInt32($0) }
            guard let value = number ?? nil, let scalar = Unicode.Scalar(value),
                let fault = DirectionFault(in: [scalar]), fault.kind == .override || fault.kind == .deprecated
            else { continue }
            report(fault, at: start..<end + 1, isExact: true)
        }
    }
}

extension Rule {
    static let textDirection = Rule(
        "text-direction", .error,
        "A text does not override the direction of letters (U+202D, U+202E), and ends each change of direction that it begins (U+202A, U+202B, U+2066 to U+2068).",
        because: "Readers would see other words than those that are written, in the text or after it.")
}
