import Diagnostics

/// The decoding of one file from YAML to values: its path, its bytes and the diagnostics found so far.
struct Decoding {
    let path: String
    /// The bytes of the whole file, valid UTF-8; ranges of nodes are offsets into it.
    let bytes: [UInt8]
    /// Whether the bytes are known to contain no NUL, so that the Markdown reader need not check again.
    var isText = false
    var diagnostics: [Diagnostic] = []
    /// The indices of the diagnostics about the YAML itself.
    var yamlDiagnostics = 0..<0
    /// The offsets of unquoted dates that were reported and overwritten before the YAML could be read.
    var repairedDates: Set<Int> = []
    /// Whether a value that was reported and dropped may have named a source.
    var hasLostSources = false
    /// Whether texts in Markdown are kept as they are written, beside their HTML.
    var keepsMarkdown = true
    /// The rules whose ids `rules:` may name.
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

    /// Returns the source text at a range of the file.
    func source(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// Returns the range in the file of a part of a scalar's text; the range of the whole scalar if the part's is
    /// unknown.
    ///
    /// - Parameters:
    ///   - offset: The beginning of the part in the text, in UTF-8 bytes.
    ///   - length: The length of the part, in UTF-8 bytes.
    func range(in node: YAMLNode, offset: Int, length: Int) -> Range<Int> {
        TextOrigin(of: node, in: bytes)?.range(of: offset..<offset + length) ?? node.range
    }
}
