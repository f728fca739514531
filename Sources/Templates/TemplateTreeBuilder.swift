/// Builds the tree of a file from its tokens, pairs and layout. It reports nothing: every error has been found
/// before.
struct TemplateTreeBuilder {
    private typealias Node = TemplateTree.Node

    private let source: TemplateSource
    private let tokens: [TemplateToken]
    private let pairs: TemplatePairs
    private let layout: TemplateLayout
    /// The open tags, outermost first; the first element is the file itself.
    private var open: [Level] = [Level(index: -1, end: .max)]

    /// An opening tag whose content is being collected.
    private struct Level {
        let index: Int
        let end: Int
        var nodes: [Node] = []
        var blocks: [TemplateTree.Block] = []
        var ignored: Range<Int>?
    }

    init(_ tokens: [TemplateToken], _ pairs: TemplatePairs, of source: TemplateSource) {
        self.source = source
        self.tokens = tokens
        self.pairs = pairs
        layout = TemplateLayout(tokens, pairs, of: source)
    }

    /// Returns the nodes of the file.
    mutating func build() -> [TemplateTree.Node] {
        for piece in layout.pieces {
            switch piece {
            case .lineStart(let range): append(.lineStart(range))
            case .text(let range): append(.text(range), at: range)
            case .tag(let index):
                while let level = open.last, level.end <= index { closeLevel() }
                guard let tag = tokens[index].tag else { continue }
                if let end = pairs.ends[index] {
                    open.append(Level(index: index, end: end))
                } else {
                    append(tag, index)
                }
            }
        }
        while open.count > 1 { closeLevel() }
        return open[0].nodes
    }

    private mutating func append(_ tag: TemplateTag, _ index: Int) {
        switch tag.kind {
        case .variable: append(.variable(name(tag), isEscaped: true), at: tag.range)
        case .unescaped: append(.variable(name(tag), isEscaped: false), at: tag.range)
        case .partial:
            append(.inclusion(inclusion(tag, index, Level(index: index, end: index))), at: tag.range)
        case .section, .inverted, .parent, .block, .close, .comment, .delimiters: break
        }
    }

    /// Turns the innermost open tag into a node.
    private mutating func closeLevel() {
        let level = open.removeLast()
        guard let tag = tokens[level.index].tag else { return }
        switch tag.kind {
        case .section: append(.section(name(tag, level), level.nodes), at: tag.range)
        case .inverted: append(.inverted(name(tag, level), level.nodes), at: tag.range)
        case .parent: append(.inclusion(inclusion(tag, level.index, level)), at: tag.range)
        default:
            let block = block(tag, level)
            if isInParent { open[open.count - 1].blocks.append(block) } else { append(.block(block)) }
        }
    }

    /// Returns the node of a partial or parent tag.
    private func inclusion(_ tag: TemplateTag, _ index: Int, _ level: Level) -> TemplateTree.Inclusion {
        TemplateTree.Inclusion(
            name: name(tag, tag.opens ? level : nil), indentation: layout.ownLines[index]?.indentation,
            blocks: level.blocks, ignored: level.ignored)
    }

    /// Returns the node of a block tag.
    private func block(_ tag: TemplateTag, _ level: Level) -> TemplateTree.Block {
        let opening = layout.ownLines[level.index]
        let closing = layout.ownLines[level.end]
        let isPair = opening?.isPair ?? false
        let content =
            opening.map { isPair ? nil : indentation(of: level, from: $0.lineEnd.upperBound) } ?? nil
        return TemplateTree.Block(
            name: name(tag, level), nodes: level.nodes, indentation: content ?? opening?.indentation,
            startsLine: opening != nil && !isPair, endsLine: closing != nil && !isPair,
            lineEnd: closing?.lineEnd)
    }

    /// Returns the white space of a block's first line that has other content; nil if there is no such line.
    ///
    /// "Block indentation is removed at the site of definition and added at the site of expansion."
    private func indentation(of level: Level, from start: Int) -> Range<Int>? {
        let bytes = source.bytes
        let end =
            level.end < tokens.count ? tokens[level.end].tag?.range.lowerBound ?? bytes.count : bytes.count
        var lineStart = start
        var index = start
        while index < end, bytes[index].isTemplateSpace {
            if bytes[index] == UInt8(ascii: "\n") { lineStart = index + 1 }
            index += 1
        }
        return index < end ? lineStart..<index : nil
    }

    // MARK: Locations

    private var isInParent: Bool { open.last.flatMap { tag(of: $0) }?.kind == .parent }

    private func tag(of level: Level) -> TemplateTag? {
        tokens.indices.contains(level.index) ? tokens[level.index].tag : nil
    }

    /// Adds a node to the innermost open tag. Inside a parent tag everything but blocks is ignored, as the
    /// specification demands; the first ignored range is stored, since its author meant something by it.
    private mutating func append(_ node: Node, at range: Range<Int>? = nil) {
        guard isInParent else { return open[open.count - 1].nodes.append(node) }
        guard let range, open[open.count - 1].ignored == nil else { return }
        let text = range.drop { source.bytes[$0].isTemplateSpace }
        guard let first = text.first, let last = text.last(where: { !source.bytes[$0].isTemplateSpace })
        else { return }
        open[open.count - 1].ignored = first..<last + 1
    }

    /// Returns the name of a tag, with its location in the closing tag.
    private func name(_ tag: TemplateTag, _ level: Level? = nil) -> TemplateTree.Name {
        let closing = level.flatMap { tokens.indices.contains($0.end) ? tokens[$0.end].tag : nil }
        return TemplateTree.Name(
            text: tag.name, range: tag.nameRange, tag: tag.range,
            closing: closing?.name == tag.name ? closing?.nameRange : nil, delimiters: tag.delimiters,
            isValid: tag.isValid)
    }
}
