import Diagnostics
import UTF8Text

/// The syntax tree of a template file, independent of any data.
struct TemplateTree: Sendable {
    let source: TemplateSource
    let nodes: [Node]
    /// The errors of the file itself.
    let diagnostics: [Diagnostic]

    /// A part of a template.
    enum Node: Sendable {
        /// The start of a line: the indentation in force, then this white space.
        case lineStart(Range<Int>)
        case text(Range<Int>)
        case variable(Name, isEscaped: Bool)
        case section(Name, [Node])
        case inverted(Name, [Node])
        /// A partial, or a parent with the blocks in its tag.
        case inclusion(Inclusion)
        case block(Block)

        /// The size that the node adds to a template besides its text: see ``TemplateLimits/size``.
        var cost: Int {
            switch self {
            case .lineStart, .text: 0
            default: TemplateLimits.step
            }
        }
    }

    /// A name in a tag.
    struct Name: Sendable {
        /// The name.
        let text: String
        /// The byte range of the name.
        let range: Range<Int>
        /// The byte range of the whole tag.
        let tag: Range<Int>
        /// The byte range of the same name in the closing tag, which a fix-it must change too; nil if there is none.
        let closing: Range<Int>?
        let delimiters: Delimiters
        let isValid: Bool
    }

    /// A tag that includes another file.
    struct Inclusion: Sendable {
        let name: Name
        /// The white space before a standalone tag, which is added to each line of the included file; nil if the tag
        /// is not standalone, since then nothing is indented.
        let indentation: Range<Int>?
        /// The blocks in a parent tag; empty for a partial.
        let blocks: [Block]
        /// The first range in a parent tag that is neither a block nor white space; nil if there is none.
        let ignored: Range<Int>?
    }

    /// A block: content that can be overridden or, inside a parent tag, the content that overrides it.
    struct Block: Sendable {
        let name: Name
        let nodes: [Node]
        /// The white space that indents the block; nil if its opening tag is not standalone. It is the white space
        /// before the first line of content that is not blank or, if all content is blank, that before the tag.
        let indentation: Range<Int>?
        /// Whether the content begins on a line of its own.
        let startsLine: Bool
        /// Whether the content ends on a line of its own.
        let endsLine: Bool
        /// The line end that the closing tag removes; nil if the tag is not standalone.
        let lineEnd: Range<Int>?
    }
}

extension TemplateTree {
    /// Parses a file. Every error is in the diagnostics; the tree covers the rest of the file. It is empty if the
    /// file is too large or not UTF-8.
    init(parsing source: TemplateSource) {
        if source.bytes.count > TemplateLimits.file {
            let summary = "\(source.path) is larger than \(TemplateLimits.file / 1_048_576) MiB"
            let mistake = Diagnostic(
                .templateTooLarge, summary, at: source.location(TemplateLimits.file..<TemplateLimits.file))
            self.init(source: source, nodes: [], diagnostics: [mistake])
            return
        }
        if let invalid = UTF8Validity.firstIllFormed(in: source.bytes) {
            let summary = "\(source.path) has a byte that is not UTF-8"
            let mistake = Diagnostic(.templateEncoding, summary, at: source.location(invalid))
            self.init(source: source, nodes: [], diagnostics: [mistake])
            return
        }
        let scanner = TemplateScanner(source)
        let pairs = TemplatePairs(scanner.tokens, of: source)
        var builder = TemplateTreeBuilder(scanner.tokens, pairs, of: source)
        self.init(
            source: source, nodes: builder.build(), diagnostics: scanner.diagnostics + pairs.diagnostics)
    }
}
