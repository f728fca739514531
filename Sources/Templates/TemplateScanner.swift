import Diagnostics

/// Splits a template into text and tags.
///
/// Text is split after every line feed, so that a line is a range of tokens. A tag that cannot be read is reported
/// and left as text, and scanning continues after it.
package struct TemplateScanner {
    private let source: TemplateSource
    private let bytes: [UInt8]
    /// The delimiters in force.
    private var delimiters = Delimiters()
    package private(set) var tokens: [TemplateToken] = []
    private(set) var diagnostics: [Diagnostic] = []

    package init(_ source: TemplateSource) {
        self.source = source
        bytes = source.bytes
        scan()
    }

    /// Splits the whole file; stops after too many unreadable tags.
    private mutating func scan() {
        var textStart = source.start
        var position = textStart
        while diagnostics.count < TemplateLimits.unreadableTags, let open = nextOpening(from: position) {
            switch readTag(at: open) {
            case .tag(let tag):
                appendText(textStart..<open)
                tokens.append(.tag(tag))
                textStart = tag.range.upperBound
                position = textStart
            case .broken(let resume):
                position = resume
            }
        }
        appendText(textStart..<bytes.count)
    }

    /// Adds a text token for each line of a range.
    private mutating func appendText(_ range: Range<Int>) {
        var start = range.lowerBound
        for index in range where bytes[index] == UInt8(ascii: "\n") {
            tokens.append(.text(start..<index + 1))
            start = index + 1
        }
        if start < range.upperBound { tokens.append(.text(start..<range.upperBound)) }
    }

    // MARK: Tags

    /// The outcome of reading a tag.
    private enum Reading {
        case tag(TemplateTag)
        /// Not a tag; scanning continues at the offset.
        case broken(Int)
    }

    /// Reads the tag at an opening delimiter.
    private mutating func readTag(at open: Int) -> Reading {
        let afterOpen = open + delimiters.open.count
        let sigil = skipSpace(from: afterOpen, to: bytes.count)
        guard sigil < bytes.count else { return unclosed(open, resume: bytes.count) }
        let kind = kind(of: bytes[sigil])
        switch kind {
        case .delimiters: return readDelimiters(open, sigil)
        case .comment:
            // Section "Comments" of the specification: anything but the closing delimiter.
            guard let close = offset(of: delimiters.close, in: sigil + 1..<bytes.count) else {
                return unclosed(open, resume: bytes.count)
            }
            return .tag(tag(.comment, open, sigil + 1..<close, delimiters.close.count))
        default: break
        }
        var closing = delimiters.close
        var start = afterOpen
        if bytes[sigil] == UInt8(ascii: "{") {
            closing.insert(UInt8(ascii: "}"), at: 0)
            start = sigil + 1
        } else if kind != .variable {
            start = sigil + 1
        }
        switch close(closing, from: start) {
        case .found(let close): return .tag(named(tag(kind, open, start..<close, closing.count)))
        case .interrupted(let next): return unclosed(open, resume: next)
        }
    }

    private func kind(of sigil: UInt8) -> TemplateTag.Kind {
        sigil == UInt8(ascii: "{") ? .unescaped : TemplateTag.Kind(rawValue: sigil) ?? .variable
    }

    /// Returns a tag with its name trimmed.
    ///
    /// - Parameters:
    ///   - open: the offset of the opening delimiter.
    ///   - content: the range between sigil and closing delimiter.
    ///   - closingCount: the length of the closing delimiter.
    private func tag(
        _ kind: TemplateTag.Kind, _ open: Int, _ content: Range<Int>, _ closingCount: Int
    ) -> TemplateTag {
        let start = skipSpace(from: content.lowerBound, to: content.upperBound)
        var end = content.upperBound
        while end > start, bytes[end - 1].isTemplateSpace { end -= 1 }
        return TemplateTag(
            kind: kind, range: open..<content.upperBound + closingCount, name: source.text(start..<end),
            nameRange: start..<end, delimiters: delimiters)
    }

    /// Returns the tag, marked as invalid and reported if its name is not well-formed.
    private mutating func named(_ tag: TemplateTag) -> TemplateTag {
        // A closing tag is compared with its opening tag, where the name has been reported already.
        guard tag.kind != .close else { return tag }
        var tag = tag
        let includes = tag.kind == .partial || tag.kind == .parent
        if includes, tag.name.utf8.first == UInt8(ascii: "*") {
            tag.isValid = false
            report(.templateUnsupported, "'\(tag.name)' is a dynamic name, which is not supported", tag.range)
        } else if tag.name.isEmpty {
            tag.isValid = false
            report(.templateBadName, "'\(tag.text)' has no name", tag.range)
        } else if tag.name.utf8.count > TemplateLimits.name
            || !TemplateName.isValid(tag.name, isDotted: !includes && tag.kind != .block)
        {
            tag.isValid = false
            report(.templateBadName, "'\(source.excerpt(tag.nameRange))' is not a name", tag.nameRange)
        }
        return tag
    }

    // MARK: Set-delimiter tags

    /// Reads a set-delimiter tag, and sets its delimiters.
    private mutating func readDelimiters(_ open: Int, _ sigil: Int) -> Reading {
        let equals = UInt8(ascii: "=")
        let line = sigil + 1..<Swift.min(endOfLine(from: sigil), sigil + TemplateLimits.delimiters)
        guard let close = offset(of: [equals] + delimiters.close, in: line) else {
            let end = offset(of: delimiters.close, in: line).map { $0 + delimiters.close.count }
            reportDelimiters(open..<(end ?? sigil + 1))
            return .broken(end ?? sigil + 1)
        }
        let tag = tag(.delimiters, open, sigil + 1..<close, delimiters.close.count + 1)
        let parts = bytes[tag.nameRange].split(whereSeparator: \.isTemplateSpace)
        if parts.count == 2, !bytes[tag.nameRange].contains(equals) {
            delimiters = Delimiters(open: Array(parts[0]), close: Array(parts[1]))
        } else {
            reportDelimiters(tag.range)
        }
        return .tag(tag)
    }

    private mutating func reportDelimiters(_ range: Range<Int>) {
        report(.templateDelimiters, "'\(source.excerpt(range))' sets no pair of delimiters", range)
    }

    // MARK: Locations

    /// The outcome of a search for a closing delimiter.
    private enum Close {
        /// The offset of the closing delimiter.
        case found(Int)
        /// The offset at which another tag begins first, or the file ends.
        case interrupted(Int)
    }

    /// Searches for a closing delimiter before the next opening one.
    private func close(_ closing: [UInt8], from start: Int) -> Close {
        var index = start
        while index < bytes.count {
            if matches(closing, at: index) { return .found(index) }
            if matches(delimiters.open, at: index) { return .interrupted(index) }
            index += 1
        }
        return .interrupted(bytes.count)
    }

    private func nextOpening(from start: Int) -> Int? {
        offset(of: delimiters.open, in: start..<bytes.count)
    }

    /// Returns the offset of a pattern that lies wholly within a range; nil if there is none.
    private func offset(of pattern: [UInt8], in range: Range<Int>) -> Int? {
        range.first { matches(pattern, at: $0) && $0 + pattern.count <= range.upperBound }
    }

    private func matches(_ pattern: [UInt8], at index: Int) -> Bool {
        guard index + pattern.count <= bytes.count else { return false }
        return pattern.indices.allSatisfy { bytes[index + $0] == pattern[$0] }
    }

    private func skipSpace(from start: Int, to end: Int) -> Int {
        (start..<Swift.max(start, end)).first { !bytes[$0].isTemplateSpace } ?? end
    }

    private func endOfLine(from start: Int) -> Int {
        bytes[start...].prefix(TemplateLimits.delimiters).firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }

    // MARK: Mistakes

    /// Reports a tag that is not closed.
    ///
    /// - Parameter resume: the offset at which scanning continues.
    private mutating func unclosed(_ open: Int, resume: Int) -> Reading {
        let range = open..<open + delimiters.open.count
        report(.templateUnclosedTag, "'\(source.text(range))' opens a tag that is not closed", range)
        return .broken(Swift.max(resume, range.upperBound))
    }

    private mutating func report(_ rule: Rule, _ summary: String, _ range: Range<Int>) {
        diagnostics.append(Diagnostic(rule, summary, at: source.location(range)))
    }
}

/// The syntax of names in tags.
enum TemplateName {
    /// Whether a name has no white space and, if it may be dotted, no empty parts; the single dot is valid too.
    static func isValid(_ name: String, isDotted: Bool) -> Bool {
        if name.utf8.contains(where: { $0.isTemplateSpace }) { return false }
        if !isDotted || name == "." { return true }
        return parts(of: name).allSatisfy { !$0.isEmpty }
    }

    /// Returns the parts of a dotted name.
    static func parts(of name: String) -> [Substring] {
        name == "." ? [name[...]] : name.split(separator: ".", omittingEmptySubsequences: false)
    }
}

extension UInt8 {
    /// Whether the byte is white space in a template: space, tab, line feed or carriage return.
    var isTemplateSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
