import Diagnostics

/// The pairs of opening and closing tags of a file.
struct TemplatePairs {
    /// For the index of an opening tag, the index of the token at which its content ends: one past the last token if
    /// it is not closed.
    private(set) var ends: [Int: Int] = [:]
    /// For the index of a closing tag, the index of its opening tag.
    private(set) var openings: [Int: Int] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    private let source: TemplateSource
    /// The open tags, outermost first.
    private var open: [(index: Int, tag: TemplateTag)] = []

    /// Pairs the tags of a file. Pairing stops at the first tag that is nested too deeply.
    init(_ tokens: [TemplateToken], of source: TemplateSource) {
        self.source = source
        for (index, token) in tokens.enumerated() {
            guard let tag = token.tag else { continue }
            if tag.opens {
                // Nothing deeper is looked at: a deep file has one mistake, not a thousand.
                if open.count == TemplateLimits.depth {
                    tooDeep(at: tag, index)
                    return
                }
                open.append((index, tag))
            } else if tag.kind == .close {
                close(tag, index)
            }
        }
        while let last = open.popLast() {
            ends[last.index] = tokens.count
            reportUnclosed(last.tag)
        }
    }

    /// Pairs a closing tag with the innermost open tag of the same name, and reports every tag in between as
    /// unclosed. If there is none, it closes the innermost open tag and reports the name.
    private mutating func close(_ tag: TemplateTag, _ index: Int) {
        guard let last = open.last else {
            report(
                .templateClosingTag, "'\(tag.text)' closes nothing: no section is open", tag.range)
            return
        }
        if open.contains(where: { $0.tag.name == tag.name }) {
            while let top = open.popLast() {
                ends[top.index] = index
                if top.tag.name == tag.name {
                    openings[index] = top.index
                    return
                }
                reportUnclosed(
                    top.tag,
                    [Diagnostic.Note("the tag around it is closed here", at: source.location(tag.range))])
            }
        }
        // No section has this name: most likely it was meant for the last one.
        open.removeLast()
        ends[last.index] = index
        openings[index] = last.index
        report(
            .templateClosingTag, "'\(tag.text)' closes a tag that is named '\(last.tag.name)'", tag.nameRange,
            [Diagnostic.Note("'\(last.tag.text)' was opened here", at: source.location(last.tag.range))],
            [.replace(source.location(tag.nameRange), with: last.tag.name)])
    }

    /// Reports a tag that is nested too deeply, and closes all open tags there.
    private mutating func tooDeep(at tag: TemplateTag, _ index: Int) {
        for opening in open { ends[opening.index] = index }
        report(
            .templateTooDeep, "'\(tag.text)' is nested more than \(TemplateLimits.depth) levels deep",
            tag.range)
    }

    private mutating func reportUnclosed(_ tag: TemplateTag, _ notes: [Diagnostic.Note] = []) {
        report(
            .templateUnclosedSection, "'\(tag.text)' is not closed", tag.range, notes,
            [Diagnostic.FixIt("write \(tag.delimiters.tag("/" + tag.name)) where it ends")])
    }

    private mutating func report(
        _ rule: Rule, _ summary: String, _ range: Range<Int>, _ notes: [Diagnostic.Note] = [],
        _ fixIts: [Diagnostic.FixIt] = []
    ) {
        diagnostics.append(
            Diagnostic(rule, summary, at: source.location(range), notes: notes, fixIts: fixIts))
    }
}
