import CCMark

/// A node of a libcmark tree; valid as long as its ``SyntaxTree`` lives and contains it.
typealias Node = OpaquePointer

/// Owns a libcmark tree and frees it. It must stay on the thread that made it.
@safe
struct SyntaxTree: ~Copyable {
    let root: Node

    /// Parses well-formed UTF-8 without NUL; nil only if libcmark returns no tree.
    init?(_ source: UnsafeBufferPointer<UInt8>) {
        DocumentMemory.begin()
        guard let root = unsafe Self.parse(source) else {
            DocumentMemory.end()
            return nil
        }
        unsafe self.root = unsafe root
    }

    private static func parse(_ source: UnsafeBufferPointer<UInt8>) -> Node? {
        guard let parser = unsafe cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, DocumentMemory.allocator)
        else {
            return nil
        }
        defer { unsafe cmark_parser_free(parser) }
        unsafe source.withMemoryRebound(to: CChar.self) { characters in
            // An empty buffer has no base address, and libcmark compares and adds to the one it gets.
            if let start = characters.baseAddress {
                unsafe cmark_parser_feed(parser, start, characters.count)
            }
        }
        return unsafe cmark_parser_finish(parser)
    }

    deinit { DocumentMemory.end() }

    /// Passes the HTML of the tree to `body`; nil only if libcmark returns none.
    borrowing func withHTML<Result>(
        unsafe: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result? {
        guard let html = unsafe cmark_render_html(root, unsafe ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT) else {
            return nil
        }
        let count = unsafe strlen(html)
        return unsafe html.withMemoryRebound(to: UInt8.self, capacity: count) {
            unsafe body(UnsafeBufferPointer(start: $0, count: count))
        }
    }
}

/// The entries and exits of a tree's nodes in document order, without recursion.
///
/// Leaves are only entered. Like libcmark's iterator, it determines its next step in advance: the current node may be
/// removed if it is a leaf or was left, and siblings may be inserted before it at any time.
@safe
struct TreeEvents: ~Copyable {
    private let iterator: OpaquePointer

    init?(_ tree: borrowing SyntaxTree) {
        guard let iterator = unsafe cmark_iter_new(tree.root) else { return nil }
        unsafe self.iterator = unsafe iterator
    }

    deinit { unsafe cmark_iter_free(iterator) }

    mutating func next() -> (isEntering: Bool, node: Node)? {
        let event = unsafe cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator) else { return nil }
        return unsafe (event == CMARK_EVENT_ENTER, node)
    }

    /// Skips the contents of a node that was just entered: the next event is the one after its exit.
    mutating func skipInside(of node: Node) { unsafe cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT) }
}

extension Node {
    var kind: cmark_node_type { unsafe cmark_node_get_type(self) }

    /// Whether the node can contain others and is therefore left after it was entered.
    var holdsOthers: Bool {
        switch unsafe kind {
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
            CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
            false
        default: true
        }
    }

    /// The node's own text; valid until it is changed or freed.
    var literal: UnsafeBufferPointer<UInt8> { unsafe Self.bytes(cmark_node_get_literal(self)) }

    /// The destination of a link or image; valid until it is changed or freed.
    var destination: UnsafeBufferPointer<UInt8> { unsafe Self.bytes(cmark_node_get_url(self)) }

    /// The title of a link or image.
    var title: String { unsafe String(decoding: Self.bytes(cmark_node_get_title(self)), as: UTF8.self) }

    /// The lines of a block, from 1. The last one is wrong for HTML blocks; see ``DocumentBuilder/readHTMLBlock(_:)``.
    var lines: ClosedRange<Int> {
        let first = unsafe Int(cmark_node_get_start_line(self))
        return unsafe first...Swift.max(first, Int(cmark_node_get_end_line(self)))
    }

    /// The offset at which a block begins in its first line, in bytes from 0.
    var column: Int { unsafe Swift.max(0, Int(cmark_node_get_start_column(self)) - 1) }

    /// Whether the node is the first text of the first paragraph of a list item.
    var beginsListItem: Bool {
        guard let paragraph = unsafe cmark_node_parent(self), let item = unsafe cmark_node_parent(paragraph)
        else {
            return false
        }
        return unsafe cmark_node_previous(self) == nil && cmark_node_previous(paragraph) == nil
            && item.kind == CMARK_NODE_ITEM
    }

    /// Removes the node and what it contains.
    func remove() { unsafe cmark_node_free(self) }

    /// Returns a node that renders as `bytes`, which must end with NUL.
    static func custom(rendering bytes: [UInt8]) -> Node? {
        guard let node = unsafe cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE, DocumentMemory.allocator)
        else { return nil }
        _ = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) {
                unsafe cmark_node_set_on_enter(node, $0.baseAddress)
            }
        }
        return unsafe node
    }

    /// Replaces the text of a text node by `bytes`, which must end with NUL.
    func setLiteral(_ bytes: [UInt8]) {
        _ = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) {
                unsafe cmark_node_set_literal(self, $0.baseAddress)
            }
        }
    }

    private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let string = unsafe string else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
        return unsafe UnsafeBufferPointer(
            start: UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self), count: strlen(string))
    }
}
