import Diagnostics

/// The rules of this module, for the output tree and the names of its files.
public let outputRules: [Rule] = [.outputName, .outputConflict, .unportableName]

extension Rule {
    static let outputName = Rule(
        "output-name", mandatory: true,
        "The name of a file of the site contains no line ends or control characters.")
    static let outputConflict = Rule(
        "output-conflict", mandatory: true, "Every file of the site comes from one source.")
    static let unportableName = Rule(
        "unportable-name", .warning, "Every system can store the names of the site's files.",
        because:
            "Windows reserves names for devices (con, nul, com1), and drops a full stop or space at the end of a name."
    )
}
