import Diagnostics

/// One file on its way from YAML to values: what it is called, what it says, and what is wrong with it.
struct Decoding {
    let path: String
    /// The whole file, valid UTF-8; ranges of nodes are offsets into it.
    let bytes: [UInt8]
    /// True where the bytes were looked at and hold no NUL either, so that a reader of Markdown need not look again.
    var isText = false
    var diagnostics: [Diagnostic] = []
    /// Which of the diagnostics are about the YAML, as far as it could be read.
    var yamlDiagnostics = 0..<0
    /// Where dates stand that were reported before the YAML could be read.
    var repairedDates: Set<Int> = []
    /// True where something was left out, and reported, that may have named a source.
    var hasLostSources = false
    /// What `rules:` may name.
    var knownRules: [Rule] = []

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(path, range) }

    mutating func report(
        _ rule: Rule, _ summary: String, _ range: Range<Int>, notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        diagnostics.append(
            Diagnostic(rule, summary, at: location(range), notes: notes, fixIts: fixIts))
    }

    /// What stands in the file at a range.
    func source(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// Where a part of a scalar's text stands in the file; the whole of it where that cannot be told.
    func range(in node: YAMLNode, offset: Int, length: Int) -> Range<Int> {
        TextOrigin(of: node, in: bytes)?.range(of: offset..<offset + length) ?? node.range
    }
}
