import CommonMark
import Diagnostics

/// Reports syntax of other Markdown dialects, which readers would see as it is typed, and suggests what to write
/// instead.
func reportShown(
    _ shown: MarkdownDocument.ShownSource, _ range: Range<Int>, _ all: CheckedContent,
    _ found: inout EntryFindings
) {
    let path = found.path
    let leads = { (address: String) in
        // What is a file with that address was meant, and nothing else.
        if case .success = all.links(from: path).resolve(address, from: path) { true } else { false }
    }
    // Words in parentheses that end as files do, `f[i](a b.c)`, are an address where there is such a file, or where
    // they end as files of a site and of the web do.
    if case .blankInFile(let address) = shown.kind, !FileEnding.isKnown(ofLink: address), !leads(address) {
        return
    }
    let (summary, fix) = words(for: shown.kind, SourceLocation(found.path, range), leads: leads)
    found.report(.markdownShown, summary, range, fixIts: [fix] + nearestFile(shown.kind, range, all, &found))
}

/// Returns fixes with the file that an address with a space may stand for, if there is no file of that name.
private func nearestFile(
    _ kind: MarkdownDocument.ShownSource.Kind, _ range: Range<Int>, _ all: CheckedContent,
    _ found: inout EntryFindings
) -> [Diagnostic.FixIt] {
    switch kind {
    case .blankInAddress(let address), .blankInFile(let address):
        let links = all.links(from: found.path)
        guard WebAddress.webScheme(of: address) == nil,
            case .failure(.noFile(let path)) = links.resolve(address, from: found.path)
        else { return [] }
        return nearestPath(to: path, among: links.names, range, &found)
    default: return []
    }
}

private func words(
    for kind: MarkdownDocument.ShownSource.Kind, _ location: SourceLocation, leads: (String) -> Bool
) -> (String, Diagnostic.FixIt) {
    switch kind {
    case .blankInAddress(let address), .blankInFile(let address):
        (
            "a space ends the address of a link, so that readers see its source",
            .replace(
                location, with: address, "write \(address), or put the address between < and >",
                safe: leads(address))
        )
    case .table:
        (
            "CommonMark has no tables: readers see its lines",
            Diagnostic.FixIt("write a list, or a sentence for each line")
        )
    case .task: ("CommonMark has no boxes to tick", Diagnostic.FixIt("leave the brackets out"))
    case .strikethrough:
        (
            "CommonMark strikes nothing out: readers see ~~",
            Diagnostic.FixIt("state in words what no longer applies, or write a correction")
        )
    case .highlight:
        ("CommonMark highlights nothing: readers see ==", Diagnostic.FixIt("write **…** for strong emphasis"))
    case .wikiLink:
        ("CommonMark has no links in double brackets", Diagnostic.FixIt("write [text](path/of/the/file.md)"))
    case .headingID:
        (
            "CommonMark gives headings no ids: readers see {#…}",
            Diagnostic.FixIt("leave it out: a heading has the id that its words make")
        )
    case .headingWithoutBlank:
        ("not a heading: a space must follow the #", Diagnostic.FixIt("write a space after the last #"))
    case .undefinedLabel(let label):
        (
            "'\(label)' is not the label of a link defined in this text",
            Diagnostic.FixIt("write the address in parentheses, or define it on a line: [\(label)]: address")
        )
    case .addressWithoutScheme(let address):
        (
            "an address between < and > begins with its scheme",
            .replace(location, with: "https://" + address, safe: false)
        )
    }
}

extension Rule {
    static let markdownShown = Rule(
        "markdown-shown", .warning,
        "Texts are CommonMark 0.30: readers see the markup of other dialects as it was typed.",
        because:
            "Tables, task lists, ~~ and == belong to other dialects and would appear on the page as plain characters. If that is intended, put a backslash before the first of them."
    )
}
