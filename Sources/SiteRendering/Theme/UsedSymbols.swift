import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension OutputBuffer {
    /// Leaves out symbols that a page defines and does not use: lines that begin with `<symbol id="` in the element with
    /// the classes `symbols is-used`, and the element itself if none is left.
    ///
    /// Only when the page is complete is it known which ones it uses; all of them are a tenth of a short page.
    ///
    /// - Parameter start: the offset at which the page begins.
    mutating func leaveOutUnusedSymbols(from start: Int) {
        remove(unsafe withBytes(from: start) { page in unsafe Page(bytes: page).unusedSymbols }, from: start)
    }
}

/// The bytes of a complete page.
@safe
private struct Page {
    let bytes: UnsafeBufferPointer<UInt8>

    private static let opening = Array("<svg class=\"symbols is-used\"".utf8)
    private static let closing = Array("</svg>\n".utf8)
    private static let definition = Array("<symbol id=\"".utf8)
    private static let lineEnd = Array("\n".utf8)
    private static let reference = Array("#".utf8)

    /// A line that defines a symbol.
    private struct Definition {
        let line: Range<Int>
        /// The id with the quote after it, as in `href="#ID"`.
        let id: Range<Int>
        var isUsed = false
    }

    /// The ranges of lines that define symbols which the page does not use, ascending; if it uses none, the range of the
    /// whole element.
    var unusedSymbols: [Range<Int>] {
        guard let start = index(of: Self.opening, from: 0), let first = index(of: Self.lineEnd, from: start),
            let end = index(of: Self.closing, from: first)
        else { return [] }
        var definitions: [Definition] = []
        var hasOtherLines = false
        var line = first + 1
        while line < end, let last = index(of: Self.lineEnd, from: line) {
            if holds(Self.definition, at: line) {
                let id = line + Self.definition.count
                let quote = unsafe bytes[id..<last].firstIndex(of: UInt8(ascii: "\"")) ?? last
                definitions.append(Definition(line: line..<last + 1, id: id..<quote + 1))
            } else {
                hasOtherLines = true
            }
            line = last + 1
        }
        markUsed(&definitions, from: end)
        let unused = definitions.filter { !$0.isUsed }.map(\.line)
        if unused.count < definitions.count || hasOtherLines { return unused }
        return [start..<end + Self.closing.count]
    }

    /// Marks the symbols that the page refers to after an offset.
    private func markUsed(_ definitions: inout [Definition], from start: Int) {
        var next = start
        while let found = index(of: Self.reference, from: next) {
            next = found + 1
            let letter = unsafe next < bytes.count ? bytes[next] : 0
            for number in definitions.indices where !definitions[number].isUsed {
                // Most references are to something else.
                if unsafe bytes[definitions[number].id.lowerBound] != letter { continue }
                definitions[number].isUsed = holdsBytes(of: definitions[number].id, at: next)
            }
        }
    }

    private func holdsBytes(of range: Range<Int>, at index: Int) -> Bool {
        guard let base = unsafe bytes.baseAddress, unsafe index + range.count <= bytes.count else {
            return false
        }
        return unsafe memcmp(base + index, base + range.lowerBound, range.count) == 0
    }

    private func holds(_ text: [UInt8], at index: Int) -> Bool {
        guard let base = unsafe bytes.baseAddress, unsafe index + text.count <= bytes.count else {
            return false
        }
        return unsafe memcmp(base + index, text, text.count) == 0
    }

    /// Returns the index of the first occurrence of a text; nil if there is none.
    private func index(of text: [UInt8], from start: Int) -> Int? {
        guard let base = unsafe bytes.baseAddress else { return nil }
        let end = unsafe bytes.count - text.count + 1
        var index = start
        while index < end, let found = unsafe memchr(base + index, Int32(text[0]), end - index) {
            index = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if holds(text, at: index) { return index }
            index += 1
        }
        return nil
    }
}
