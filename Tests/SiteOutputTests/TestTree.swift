import Diagnostics
import UTF8Text

@testable import SiteOutput

extension Rule {
    /// A rule like the one that a caller passes in.
    static let similarNames = Rule("similar-names", .warning, "No two names differ in case alone.")
}

extension OutputTree {
    /// A tree of files with these texts, by their paths.
    init(texts: [String: String]) {
        self =
            OutputTree.assemble(
                texts.map { path, text in OutputFile(path, of: path, .rendered { $0.append(text: text) }) },
                similarNames: .similarNames
            ).tree
    }
}
