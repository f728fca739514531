import Diagnostics

/// Where emitting stands: the file, what fills its blocks, and the white space before its lines.
struct TemplateScope {
    let tree: TemplateTree
    /// How this file came to be included.
    let link: Link
    /// What fills blocks here, by their names.
    var arguments: [String: Argument] = [:]
    /// What goes before every line.
    var indentation: [UInt8] = []
    /// White space of the file that lines lose: that of the block's definition.
    var dedent: Range<Int>?
    var depth = 0

    init(_ tree: TemplateTree, _ link: Link) {
        self.tree = tree
        self.link = link
    }

    /// A block in a parent tag, with the scope it was written in: blocks within it are filled by what was
    /// known there, which is why a block that fills itself does not go round in a circle.
    struct Argument {
        let block: TemplateTree.Block
        let scope: TemplateScope
    }

    /// A chain of inclusions, innermost first.
    final class Link {
        let name: String
        /// The tag that includes the file; nil for the page itself.
        let location: SourceLocation?
        let outer: Link?

        init(name: String, location: SourceLocation?, outer: Link?) {
            self.name = name
            self.location = location
            self.outer = outer
        }

        var chain: [Link] { Array(sequence(first: self) { $0.outer }) }

        /// The page's own tag, or the page.
        var outermost: Link { chain.last { $0.location != nil } ?? self }
    }

    /// White space at the start of a line, without what its block is indented by anyway.
    func dedented(_ range: Range<Int>) -> ArraySlice<UInt8> {
        guard let dedent else { return tree.source.bytes[range] }
        let bytes = tree.source.bytes
        let shared = zip(range, dedent).prefix { bytes[$0] == bytes[$1] }.count
        return bytes[range.lowerBound + shared..<range.upperBound]
    }

    /// The indentation of what stands at white space of its own.
    func indentation(adding range: Range<Int>) -> [UInt8] { indentation + dedented(range) }

    /// The tags by which this file was included, as notes.
    var notes: [Diagnostic.Note] {
        link.chain.compactMap { link in
            link.location.map { Diagnostic.Note("'\(link.name)' is included here", at: $0) }
        }
    }
}
