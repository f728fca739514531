/// A tag between delimiters, as it stands in a file.
struct TemplateTag {
    /// What a tag is for, with its sigil: the character after the opening delimiter.
    enum Kind: UInt8 {
        case variable = 0x20
        case unescaped = 0x26  // &, and the third brace
        case section = 0x23  // #
        case inverted = 0x5E  // ^
        case close = 0x2F  // /
        case partial = 0x3E  // >
        case parent = 0x3C  // <
        case block = 0x24  // $
        case comment = 0x21  // !
        case delimiters = 0x3D  // =
    }

    let kind: Kind
    /// The whole tag, delimiters included.
    let range: Range<Int>
    /// What stands between sigil and closing delimiter, without white space around it.
    let name: String
    let nameRange: Range<Int>
    /// The delimiters in force, for the text of a fix.
    let delimiters: Delimiters
    /// False where the name cannot be one, which has been reported.
    var isValid = true

    /// The tag as a message shows it, without white space.
    var text: String {
        let sigil = kind == .variable ? "" : String(Unicode.Scalar(kind.rawValue))
        return delimiters.tag(sigil + name)
    }

    var opens: Bool {
        switch kind {
        case .section, .inverted, .parent, .block: true
        default: false
        }
    }

    /// Whether the tag stands for text of its own, so that no line with it is standalone.
    var writes: Bool { kind == .variable || kind == .unescaped }
}

/// What stands before and after a tag.
struct Delimiters: Equatable {
    var open: [UInt8] = Array("{{".utf8)
    var close: [UInt8] = Array("}}".utf8)

    /// A tag with these delimiters: `{{#name}}`.
    func tag(_ content: String) -> String {
        String(decoding: open, as: UTF8.self) + content + String(decoding: close, as: UTF8.self)
    }
}

/// A stretch of a template: text within one line, its line end included, or a tag.
enum TemplateToken {
    case text(Range<Int>)
    case tag(TemplateTag)

    var tag: TemplateTag? {
        if case .tag(let tag) = self { tag } else { nil }
    }
}
