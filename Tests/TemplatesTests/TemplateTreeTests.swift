import Testing

@testable import Templates

/// The tree of a file: its tags are paired and its standalone lines removed.
@Suite struct TemplateTreeTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let template: String
        let tree: String

        var testDescription: String { template }

        init(_ template: String, _ tree: String) {
            self.template = template
            self.tree = tree
        }
    }

    /// `|` begins a line, with its white space as dots; text is in quotes.
    static let examples = [
        Example("", ""),
        Example("a", "| 'a'"),
        Example("  a\n", "|.. 'a⏎'"),
        Example("\n", "| '⏎'"),
        Example("{{a}} {{{b}}}", "| {a} ' ' {{b}}"),
        Example("  {{a}}\n\t{{b}}", "|.. {a} '⏎' |. {b}"),
        Example("{{#a}}x{{/a}}", "| #a( 'x' )"),
        Example("{{#a}}\nx\n{{/a}}\n", "#a( | 'x⏎' )"),
        Example("{{^a}}{{#b}}{{/b}}{{/a}}", "| ^a( #b( ) )"),
        Example("{{>p}}", ">p[]"),
        Example("  {{>p}}\nx", ">p[..] | 'x'"),
        Example("a {{>p}}\nx", "| 'a ' >p '⏎' | 'x'"),
        Example("  {{! c }}\nx", "| 'x'"),
        Example("{{$b}}x{{/b}}", "| $b( 'x' )"),
        Example("{{$b}}\nx\n{{/b}}\n", "$b[]<>( | 'x⏎' )"),
        Example("{{$b}}\n  x\n{{/b}}\n", "$b[..]<>( |.. 'x⏎' )"),
        Example("  {{$b}}{{/b}}\n", "$b[..]( )"),
        Example("  {{$b}}\n  {{/b}}\n", "$b[..]<>( )"),
        Example("  {{$b}}\n\n\tx{{/b}}\n", "$b[.]<( | '⏎' |. 'x' ) '⏎'"),
        Example("{{<p}}{{/p}}", ">p[]"),
        Example("{{<p}}a{{$x}}b{{/x}}c{{/p}}", ">p[]( $x( 'b' ) ) !'a'"),
        Example("  {{<p}}\n  {{$x}}\n  b\n  {{/x}}\n  {{/p}}\n", ">p[..]( $x[..]<>( |.. 'b⏎' ) )"),
        Example("{{<p}}{{$x}}{{<q}}{{$y}}{{/y}}{{/q}}{{/x}}{{/p}}", ">p[]( $x[]<>( >q[]( $y[]<>( ) ) ) )"),
        Example("{{<p}}{{#a}}b{{/a}}{{/p}}", ">p[] !'{{#a}}'"),
        // Files with mistakes have a tree, too.
        Example("{{#a}}x", "| #a( 'x' )"),
        Example("{{#a}}{{#b}}x{{/a}}y", "| #a( #b( 'x' ) ) 'y'"),
        Example("{{/a}}x", "| 'x'"),
        Example("{{#a}}x{{/b}}y", "| #a( 'x' ) 'y'"),
        Example("a{{b", "| 'a{{b'"),
    ]

    @Test("Every file has its tree", arguments: examples)
    func tree(_ example: Example) {
        let source = TemplateSource(path: "page", bytes: Array(example.template.utf8))
        let tree = TemplateTree(parsing: source)
        #expect(words(tree.nodes, source) == example.tree)
    }

    @Test("The opening tag has the range of its closing tag's name")
    func closings() {
        let source = TemplateSource(path: "page", bytes: Array("{{#a}}{{/ a }}{{#b}}{{/c}}".utf8))
        let closings = TemplateTree(parsing: source).nodes.map { node -> Range<Int>? in
            if case .section(let name, _) = node { name.closing } else { nil }
        }
        #expect(closings == [nil, 10..<11, nil])
    }

    // MARK: Words

    private func words(_ nodes: [TemplateTree.Node], _ source: TemplateSource) -> String {
        nodes.map { word($0, source) }.joined(separator: " ")
    }

    private func word(_ node: TemplateTree.Node, _ source: TemplateSource) -> String {
        switch node {
        case .lineStart(let range): "|" + dots(range)
        case .text(let range): "'\(source.text(range).replacing("\n", with: "⏎"))'"
        case .variable(let name, let isEscaped): isEscaped ? "{\(name.text)}" : "{{\(name.text)}}"
        case .section(let name, let nodes): "#\(name.text)" + content(nodes, source)
        case .inverted(let name, let nodes): "^\(name.text)" + content(nodes, source)
        case .block(let block): word(block, source)
        case .inclusion(let inclusion): word(inclusion, source)
        }
    }

    private func word(_ block: TemplateTree.Block, _ source: TemplateSource) -> String {
        let indentation = block.indentation.map { "[\(dots($0))]" } ?? ""
        let lines = (block.startsLine ? "<" : "") + (block.endsLine ? ">" : "")
        return "$\(block.name.text)\(indentation)\(lines)" + content(block.nodes, source)
    }

    private func word(_ inclusion: TemplateTree.Inclusion, _ source: TemplateSource) -> String {
        let indentation = inclusion.indentation.map { "[\(dots($0))]" } ?? ""
        let blocks = inclusion.blocks.map { word($0, source) }.joined(separator: " ")
        let ignored = inclusion.ignored.map { " !'\(source.text($0))'" } ?? ""
        return ">\(inclusion.name.text)\(indentation)" + (blocks.isEmpty ? "" : "( \(blocks) )") + ignored
    }

    private func content(_ nodes: [TemplateTree.Node], _ source: TemplateSource) -> String {
        nodes.isEmpty ? "( )" : "( \(words(nodes, source)) )"
    }

    private func dots(_ range: Range<Int>) -> String { String(repeating: ".", count: range.count) }
}
