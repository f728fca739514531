import Diagnostics

/// A template file as a tree: what it writes and what it asks for, still without any data.
struct TemplateTree: Sendable {
    let source: TemplateSource
    let nodes: [Node]
    /// What is wrong with the file by itself.
    let diagnostics: [Diagnostic]

    enum Node: Sendable {
        /// A line begins: the indentation in force, then this white space.
        case lineStart(Range<Int>)
        case text(Range<Int>)
        case variable(Name, isEscaped: Bool)
        case section(Name, [Node])
        case inverted(Name, [Node])
        /// A partial, or a parent with what its tag says about the parent's blocks.
        case inclusion(Inclusion)
        case block(Block)

        /// What the node adds to the size of a template besides its text.
        var cost: Int {
            switch self {
            case .lineStart, .text: 0
            default: TemplateLimits.step
            }
        }
    }

    /// A name where a tag has it.
    struct Name: Sendable {
        let text: String
        let range: Range<Int>
        let tag: Range<Int>
        /// The same name in the closing tag, which a fix has to change as well.
        let closing: Range<Int>?
        let delimiters: Delimiters
        let isValid: Bool
    }

    struct Inclusion: Sendable {
        let name: Name
        /// The white space before a standalone tag, which goes before each line of what is included; nil
        /// where the tag is within a line, so that nothing is indented.
        let indentation: Range<Int>?
        let blocks: [Block]
        /// What stands in a parent tag without being a block, if anything does.
        let ignored: Range<Int>?
    }

    /// A block: a place that can be filled, and, within a parent tag, what fills it.
    struct Block: Sendable {
        let name: Name
        let nodes: [Node]
        /// Set where the opening tag stands alone: the white space by which the block is indented, which is
        /// that of its content or, where it has none, that of the tag.
        let indentation: Range<Int>?
        /// Whether the content begins with a line of its own and ends with one.
        let startsLine: Bool
        let endsLine: Bool
        /// The line end that the closing tag takes with it.
        let lineEnd: Range<Int>?
    }
}

extension TemplateTree {
    /// Parses a file. Every mistake is in the diagnostics; the rest of the tree is still good.
    init(parsing source: TemplateSource) {
        if source.bytes.count > TemplateLimits.file {
            let summary = "\(source.path) is larger than \(TemplateLimits.file / 1_048_576) MiB"
            let mistake = Diagnostic(
                .templateTooLarge, summary, at: source.location(TemplateLimits.file..<TemplateLimits.file))
            self.init(source: source, nodes: [], diagnostics: [mistake])
            return
        }
        if let invalid = firstInvalidUTF8(in: source.bytes) {
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
