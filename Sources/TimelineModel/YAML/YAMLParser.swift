import CLibYAML
import Diagnostics

/// The parser for YAML texts: it reads simple texts itself and builds all others from libyaml's events. Only this code
/// handles libyaml's C pointers.
enum YAMLParser {
    /// The maximum nesting depth. Nobody needs more in handwritten files, and the limit bounds the work on hostile
    /// input.
    static let deepestNesting = 32

    struct Failure: Error {
        var diagnostic: Diagnostic
    }

    /// Parses a YAML text; returns `nil` if it is empty.
    ///
    /// - Parameters:
    ///   - range: The range of the YAML in the file, in UTF-8 bytes; the file is valid UTF-8.
    ///   - diagnostics: Receives mistakes after which parsing can continue: aliases, anchors, tags and repeated keys.
    /// - Throws: a ``Failure`` with the diagnostic of a mistake after which parsing cannot continue.
    static func parse(
        _ bytes: [UInt8], in range: Range<Int>, path: String, diagnostics: inout [Diagnostic]
    ) throws(Failure) -> YAMLNode? {
        if range.isEmpty { return nil }
        let simple = unsafe bytes.withUnsafeBufferPointer { unsafe SimpleYAML.tree($0, in: range) }
        if let simple { return simple }
        return try parseWhole(bytes, in: range, path: path, diagnostics: &diagnostics)
    }

    /// Parses a YAML text with libyaml alone; returns `nil` if it is empty.
    static func parseWhole(
        _ bytes: [UInt8], in range: Range<Int>, path: String, diagnostics: inout [Diagnostic]
    ) throws(Failure) -> YAMLNode? {
        var builder = YAMLTreeBuilder(path: path)
        let failure = unsafe bytes.withUnsafeBufferPointer { buffer -> Diagnostic? in
            let text = unsafe UnsafeBufferPointer(rebasing: buffer[range])
            // libyaml keeps the address of its parser, so that it must not move between two calls.
            var parser = unsafe yaml_parser_t()
            return unsafe withUnsafeMutablePointer(to: &parser) {
                unsafe run($0, text, base: range.lowerBound, path: path, into: &builder)
            }
        }
        diagnostics += builder.diagnostics
        if let failure { throw Failure(diagnostic: failure) }
        return builder.root
    }

    private static func run(
        _ parser: UnsafeMutablePointer<yaml_parser_t>, _ text: UnsafeBufferPointer<UInt8>, base: Int,
        path: String, into builder: inout YAMLTreeBuilder
    ) -> Diagnostic? {
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            return Diagnostic(.yamlSyntax, "no memory for the YAML parser", at: SourceLocation(path))
        }
        defer { unsafe yaml_parser_delete(parser) }
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
        var offsets = unsafe CharacterOffsets(text, base: base)
        while true {
            var event = unsafe yaml_event_t()
            guard unsafe yaml_parser_parse(parser, &event) == 1 else {
                return unsafe syntaxError(parser.pointee, &offsets, builder.lastQuoted, path: path)
            }
            defer { unsafe yaml_event_delete(&event) }
            var range = unsafe offsets.range(event.start_mark, event.end_mark)
            if unsafe event.isBlockScalar { range = offsets.trimmed(range) }
            switch unsafe event.type {
            case YAML_STREAM_END_EVENT: return nil
            case YAML_DOCUMENT_START_EVENT:
                if builder.root != nil {
                    return Diagnostic(
                        .yamlSyntax, "second document in one file", at: SourceLocation(path, range))
                }
            default:
                if let failure = unsafe builder.add(event, range) { return failure }
            }
        }
    }

    private static func syntaxError(
        _ parser: yaml_parser_t, _ offsets: inout CharacterOffsets, _ lastQuoted: Range<Int>?, path: String
    ) -> Diagnostic {
        let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "unreadable"
        if unsafe parser.error == YAML_READER_ERROR {
            let at = unsafe offsets.base + parser.problem_offset
            return Diagnostic(.yamlSyntax, problem, at: SourceLocation(path, at: at))
        }
        let offset = unsafe offsets.offset(parser.problem_mark)
        // A quote that is not closed on its line ends at the next quote of the text, and what follows that
        // one makes no sense: the first quote is what the writer must see.
        if let lastQuoted, offsets.isMultiline(lastQuoted), offsets.isOneLine(lastQuoted.upperBound, offset) {
            return Diagnostic(
                .yamlSyntax, "quote that is not closed on its line",
                at: SourceLocation(path, lastQuoted.lowerBound..<lastQuoted.lowerBound + 1),
                notes: [Diagnostic.Note("it ends here", at: SourceLocation(path, at: offset))])
        }
        let context = unsafe parser.context.map { unsafe String(cString: $0) }
        let start = unsafe context == nil ? offset : offsets.offset(parser.context_mark)
        // For an unclosed quote or bracket libyaml names the end of the text, or the next key, as the problem
        // and the quote as its context: again the quote is what the writer must see.
        let isQuote = problem == "found unexpected end of stream"
        let isBracket =
            problem.hasPrefix("did not find expected ','")
            && (offsets.isEnd(offset) || !offsets.isOneLine(start, offset) && offsets.isUnindented(offset))
        if isQuote || isBracket {
            let isCut = isBracket && offsets.holdsComment(start, offset)
            return Diagnostic(
                .yamlSyntax, (isQuote ? "quote" : "bracket") + " that is not closed",
                at: SourceLocation(path, start..<start + 1), fixIts: isCut ? [YAMLSyntaxWords.commentFix] : []
            )
        }
        let isKey = problem == "could not find expected ':'"
        var (summary, fixIts) = YAMLSyntaxWords.words(
            for: problem, context: context, at: offsets.byte(at: offset))
        let isCut = isUnclosedFlow(problem) && offsets.holdsComment(start, offset)
        if isCut || YAMLSyntaxWords.mayFollowComment(problem) && offsets.followsComment(offset) {
            fixIts = [YAMLSyntaxWords.commentFix]
        }
        return Diagnostic(
            .yamlSyntax, summary, at: SourceLocation(path, at: isKey ? start : offset), fixIts: fixIts)
    }
}

extension yaml_event_t {
    /// Whether the event is a block scalar (`|` or `>`), which libyaml ends where the next token begins.
    fileprivate var isBlockScalar: Bool {
        unsafe type == YAML_SCALAR_EVENT
            && [YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE].contains(data.scalar.style)
    }
}

/// Whether libyaml reports a list or map in brackets that continues with something invalid.
private func isUnclosedFlow(_ problem: String) -> Bool { problem.hasPrefix("did not find expected ','") }

/// Converts libyaml's marks, which count characters, to offsets in bytes.
@safe
private struct CharacterOffsets {
    let base: Int
    private let text: UnsafeBufferPointer<UInt8>
    private let isASCII: Bool
    private var character = 0
    private var byte = 0

    init(_ text: UnsafeBufferPointer<UInt8>, base: Int) {
        unsafe self.text = unsafe text
        self.base = base
        self.isASCII = unsafe text.allSatisfy { $0 < 0x80 }
    }

    mutating func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> Range<Int> {
        let lower = offset(start)
        return lower..<max(lower, offset(end))
    }

    mutating func offset(_ mark: yaml_mark_t) -> Int {
        let index = Int(mark.index)
        if isASCII { return unsafe base + min(index, text.count) }
        while character > index {
            repeat { byte -= 1 } while unsafe byte > 0 && text[byte] & 0xC0 == 0x80
            character -= 1
        }
        while character < index, unsafe byte < text.count {
            repeat { byte += 1 } while unsafe byte < text.count && text[byte] & 0xC0 == 0x80
            character += 1
        }
        return base + byte
    }

    /// Returns a range without trailing spaces and line ends, so that a replacement leaves the next line unchanged.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, unsafe text[end - 1 - base] <= 0x20 { end -= 1 }
        return range.lowerBound..<end
    }

    /// Whether only spaces and line ends follow an offset.
    func isEnd(_ offset: Int) -> Bool {
        unsafe text[(offset - base)...].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    func isMultiline(_ range: Range<Int>) -> Bool {
        unsafe text[range.lowerBound - base..<range.upperBound - base].contains { $0 == 0x0A || $0 == 0x0D }
    }

    /// Whether an offset is in a line without indentation, like those of a file's top-level keys.
    func isUnindented(_ offset: Int) -> Bool {
        let before = unsafe text[..<(offset - base)]
        let start = unsafe before.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 }
        return start.map { unsafe $0 < offset - base && text[$0] > 0x20 } ?? false
    }

    /// Whether a comment begins between two offsets in a way that authors do not begin one: a space, `#` and a letter.
    func holdsComment(_ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        let range = unsafe start - base..<min(end - base, text.count)
        return range.dropFirst().dropLast().contains { index in
            unsafe text[index] == UInt8(ascii: "#") && (text[index - 1] == 0x20 || text[index - 1] == 0x09)
                && text[index + 1] > 0x20
        }
    }

    /// Whether the line before that of an offset ends with a comment after a value.
    func followsComment(_ offset: Int) -> Bool {
        let before = unsafe text[..<min(offset - base, text.count)]
        guard let end = unsafe before.lastIndex(where: isLineEnd) else { return false }
        let start = unsafe before[..<end].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
        let line = unsafe text[start..<end]
        guard let first = unsafe line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
        return unsafe line[first...].indices.dropFirst().contains { index in
            unsafe text[index] == UInt8(ascii: "#") && (text[index - 1] == 0x20 || text[index - 1] == 0x09)
        }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    func byte(at offset: Int) -> UInt8? {
        unsafe offset - base < text.count ? text[offset - base] : nil
    }

    /// Whether two offsets are in the same line.
    func isOneLine(_ start: Int, _ end: Int) -> Bool {
        start <= end && !isMultiline(start..<end)
    }
}
