import Diagnostics

/// All rules about what `dateline changes` reads and writes.
public let changeRules: [Rule] = [.sinceFile, .changeLogForm]

extension Rule {
    /// The rule about the file that `--since` names.
    static let sinceFile = Rule(
        "since-file", mandatory: true,
        "The file that --since names is the dateline.json of an earlier publication of this site, in the format that this program writes."
    )
    /// The rule about the form of the log, to whose end blocks are added.
    public static let changeLogForm = Rule(
        "change-log-form", mandatory: true,
        "changes.yml ends with its days, a list in block style, so that a publication can add one.")
}
