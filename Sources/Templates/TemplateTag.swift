/// A tag with its delimiters, as written in a file.
package struct TemplateTag {
    /// The kind of a tag, with the byte of its sigil, the character after the opening delimiter, as raw value.
    package enum Kind: UInt8 {
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

    package let kind: Kind
    /// The byte range of the whole tag, including its delimiters.
    let range: Range<Int>
    /// The text between sigil and closing delimiter, trimmed.
    package let name: String
    /// The byte range of ``name``.
    let nameRange: Range<Int>
    /// The delimiters in force, which a fix-it must use too.
    let delimiters: Delimiters
    /// Whether the name is well-formed; if it is not, that has been reported.
    var isValid = true

    /// The tag as messages show it, without white space.
    var text: String {
        let sigil = kind == .variable ? "" : String(Unicode.Scalar(kind.rawValue))
        return delimiters.tag(sigil + name)
    }

    /// Whether the tag needs a closing tag.
    var opens: Bool {
        switch kind {
        case .section, .inverted, .parent, .block: true
        default: false
        }
    }

    /// Whether the tag renders text itself, so that its line cannot be standalone.
    var writes: Bool { kind == .variable || kind == .unescaped }
}

/// The delimiters of tags.
struct Delimiters: Equatable {
    var open: [UInt8] = Array("{{".utf8)
    var close: [UInt8] = Array("}}".utf8)

    /// Returns a tag with these delimiters: `{{#name}}`.
    func tag(_ content: String) -> String {
        String(decoding: open, as: UTF8.self) + content + String(decoding: close, as: UTF8.self)
    }
}

/// A range of a template: a tag, or text within one line, including its line end.
package enum TemplateToken {
    case text(Range<Int>)
    case tag(TemplateTag)

    package var tag: TemplateTag? {
        if case .tag(let tag) = self { tag } else { nil }
    }
}
