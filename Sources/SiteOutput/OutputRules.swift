import Diagnostics

/// The rules of this module, for the output tree and the names of its files.
public let outputRules: [Rule] = [.outputName, .outputConflict, .unportableName]

extension Rule {
    static let outputName = Rule(
        "output-name", mandatory: true,
        "A file of the site has a name without line ends and control characters.")
    static let outputConflict = Rule(
        "output-conflict", mandatory: true, "Every file of the site is made of one thing.")
    static let unportableName = Rule(
        "unportable-name", .warning, "A file of the site has a name that every system can hold.",
        because:
            "Windows has names for devices (con, nul, com1), and drops a point or blank at the end of a name."
    )
}
