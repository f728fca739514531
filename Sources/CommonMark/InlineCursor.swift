/// Follows the inlines of one block through its source.
///
/// libcmark's positions of inlines are wrong after definitions, after line breaks inside of links and behind
/// backslashes. This cursor traverses the tree and the text in step instead: each node determines what must come next,
/// so every node's offset is exact and one pass suffices. Should tree and text ever disagree, the cursor is lost and
/// reports the block's start for everything.
struct InlineCursor {
    var text = BlockText()
    private(set) var at = 0
    /// Whether the block can contain anything whose location is needed.
    private(set) var isFollowing = false
    private var isLost = false
    /// The offset past the last line break made with a backslash. After it libcmark takes the indentation of a lazy
    /// continuation line for text.
    private var escapedBreakEnd: Int?

    mutating func stop() { isFollowing = false }

    mutating func begin(at offset: Int) {
        at = offset
        isFollowing = true
        isLost = false
        escapedBreakEnd = nil
    }

    /// The byte at the cursor.
    private var next: UInt8? { at < text.bytes.count ? text.bytes[at] : nil }

    /// Whether a citation's `[^` is written at the cursor, rather than made of escapes.
    var isAtCitation: Bool {
        isLost || (next == .openBracket && at + 1 < text.bytes.count && text.bytes[at + 1] == .caret)
    }

    /// Whether tree and text agree so far.
    var isSure: Bool { !isLost }

    /// Whether a range of the text can contain something that was meant as Markdown and was not recognised.
    func mayShowSource(_ range: Range<Int>, _ watched: [UInt8], _ isAtLineStart: Bool) -> Bool {
        if isAtLineStart, !range.isEmpty, text.bytes[range.lowerBound] == .hash { return true }
        return unsafe text.bytes.withUnsafeBufferPointer { bytes in
            unsafe bytes.firstOffset(of: .closeBracket, in: range) != nil
                || bytes.firstOffset(of: .lessThan, in: range) != nil
                || watched.contains { unsafe bytes.firstOffset(of: $0, in: range) != nil }
        }
    }

    /// A range of the block's text as a range of the source.
    func source(_ range: Range<Int>) -> Range<Int> { text.source(isLost ? 0..<0 : range) }

    /// Moves past the source of a text node, including its backslashes and entities.
    mutating func skipText(_ literal: UnsafeBufferPointer<UInt8>.SubSequence) {
        guard isFollowing else { return }
        var index = unsafe literal.startIndex
        if at == escapedBreakEnd {
            index = unsafe literal.firstIndex { !$0.isSpaceOrTab } ?? (unsafe literal.endIndex)
        } else if unsafe isWritten(literal) {
            unsafe at += literal.count
            return
        }
        while unsafe index < literal.endIndex, let byte = next {
            if byte == .backslash, at + 1 < text.bytes.count, text.bytes[at + 1].isPunctuation {
                at += 2
                index += 1
            } else if byte == .ampersand,
                let entity = unsafe Entity(in: text.bytes, at: at, rendering: literal[index...])
            {
                at += entity.written
                index += entity.rendered
            } else {
                // The second scalar of a named entity is unmatched, because it is not in the source.
                if unsafe byte == literal[index] { at += 1 }
                index += 1
            }
        }
    }

    /// Whether a text is written in the source exactly as it is rendered, as nearly every one is: it contains nothing
    /// that backslashes and entities can produce.
    private func isWritten(_ literal: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
        guard unsafe literal.count <= text.bytes.count - at else { return false }
        let literal = unsafe UnsafeBufferPointer(rebasing: literal)
        guard unsafe literal.firstOffset(of: .backslash, in: literal.indices) == nil,
            unsafe literal.firstOffset(of: .ampersand, in: literal.indices) == nil
        else { return false }
        return unsafe text.bytes.withUnsafeBufferPointer { unsafe $0.holds(literal, at: at) }
    }

    /// Moves past emphasis delimiters.
    mutating func skipDelimiters(_ count: Int) {
        if isFollowing { at = min(at + count, text.bytes.count) }
    }

    /// Moves past a soft or hard line break and the next line's indentation.
    mutating func skipLineBreak() {
        let isEscaped = next == .backslash
        guard isFollowing, seek(.lineFeed) else { return }
        at += 1
        while let byte = next, byte.isSpaceOrTab { at += 1 }
        if isEscaped { escapedBreakEnd = at }
    }

    /// Moves past a code span, which ends with as many backticks as it begins with.
    mutating func skipCode() {
        guard isFollowing, seek(.backtick) else { return }
        let ticks = skipBackticks()
        while let byte = next {
            if byte != .backtick {
                at += 1
            } else if skipBackticks() == ticks {
                return
            }
        }
    }

    private mutating func skipBackticks() -> Int {
        let start = at
        while next == .backtick { at += 1 }
        return at - start
    }

    /// Moves past raw HTML and returns its range.
    mutating func skipHTML(_ literal: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        guard isFollowing, seek(.lessThan) else { return 0..<0 }
        let start = at
        for index in unsafe literal.indices where next != nil {
            let byte = unsafe literal[index]
            // libcmark's text keeps the indentation of a lazy continuation line; ours does not.
            if next == byte { at += 1 }
        }
        return start..<at
    }

    /// Moves past the bracket that opens a link or image, or past the whole of an autolink.
    mutating func open(isImage: Bool) -> OpenLink {
        guard isFollowing else { return OpenLink() }
        if !isImage, next == .lessThan {
            let start = at
            _ = seek(.greaterThan)
            at = min(at + 1, text.bytes.count)
            return OpenLink(start: start, autolinkEnd: at)
        }
        guard seek(isImage ? .bang : .openBracket) else { return OpenLink() }
        let start = at
        at = min(at + (isImage ? 2 : 1), text.bytes.count)
        return OpenLink(start: start)
    }

    /// Moves past the end of a link or image.
    ///
    /// - Returns: the range of its destination in the block's text, without angle brackets; the range of the whole link
    ///   if no destination is written in it, as in `[text][label]` and `[text]()`; `0..<0` if the cursor does not
    ///   follow the text or has lost its place.
    mutating func close(_ link: OpenLink) -> Range<Int> {
        guard isFollowing else { return 0..<0 }
        if let end = link.autolinkEnd {
            at = end
            return link.start + 1..<max(link.start + 1, end - 1)
        }
        guard seek(.closeBracket) else { return 0..<0 }
        let tail = LinkSyntax.tail(in: text.bytes, at: at + 1)
        at = tail.end
        if let destination = tail.destination, !destination.isEmpty { return destination }
        return min(link.start, at)..<at
    }

    /// Moves to the next `byte`, which is at the cursor unless tree and text disagree.
    private mutating func seek(_ byte: UInt8) -> Bool {
        if isLost { return false }
        while let candidate = next {
            if candidate == byte { return true }
            at += 1
        }
        isLost = true
        return false
    }
}

/// A link or image whose text is being read.
struct OpenLink {
    /// The offset of its beginning in the block's text.
    var start = 0
    /// The offset of its end if it is an autolink, whose text has no escapes and no inlines.
    var autolinkEnd: Int?
    /// The index of the mark whose range becomes known at the link's end.
    var mark: Int?
}
