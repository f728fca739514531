import Diagnostics

/// The state of the emitter within one file: the file, the blocks that override its own, and the indentation of its
/// lines.
struct TemplateScope {
    let tree: TemplateTree
    /// The chain of inclusions that leads to this file.
    let link: Link
    /// The blocks that override the file's own blocks, by name.
    var arguments: [String: Argument] = [:]
    /// The white space that each line begins with.
    var indentation: [UInt8] = []
    /// The white space that is removed from each line: the indentation of the block's definition.
    var dedent: Range<Int>?
    /// The nesting depth of sections, blocks and included templates.
    var depth = 0

    init(_ tree: TemplateTree, _ link: Link) {
        self.tree = tree
        self.link = link
    }

    /// A block in a parent tag, with the scope in which it was written. Blocks within it are filled from that scope,
    /// so that a block that fills itself does not recurse.
    struct Argument {
        let block: TemplateTree.Block
        let scope: TemplateScope
    }

    /// A chain of inclusions, innermost first.
    final class Link {
        /// The name of the file.
        let name: String
        /// The location of the tag that includes the file; nil for the page itself.
        let location: SourceLocation?
        /// The inclusion of the file that contains the tag; nil for the page itself.
        let outer: Link?

        init(name: String, location: SourceLocation?, outer: Link?) {
            self.name = name
            self.location = location
            self.outer = outer
        }

        /// All inclusions, innermost first.
        var chain: [Link] { Array(sequence(first: self) { $0.outer }) }

        /// The inclusion by a tag in the page itself; the page if there is none.
        var outermost: Link { chain.last { $0.location != nil } ?? self }
    }

    /// Returns the white space at the start of a line without the indentation that its block has anyway.
    func dedented(_ range: Range<Int>) -> ArraySlice<UInt8> {
        guard let dedent else { return tree.source.bytes[range] }
        let bytes = tree.source.bytes
        let shared = zip(range, dedent).prefix { bytes[$0] == bytes[$1] }.count
        return bytes[range.lowerBound + shared..<range.upperBound]
    }

    /// Returns the indentation of content that has white space of its own.
    func indentation(adding range: Range<Int>) -> [UInt8] { indentation + dedented(range) }

    /// A note for each tag by which this file was included.
    var notes: [Diagnostic.Note] {
        link.chain.compactMap { link in
            link.location.map { Diagnostic.Note("'\(link.name)' is included here", at: $0) }
        }
    }
}
