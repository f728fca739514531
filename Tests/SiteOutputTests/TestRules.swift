import Diagnostics

extension Rule {
    /// Stands for the rule that a caller hands in.
    static let similarNames = Rule("similar-names", .warning, "No two names differ in case alone.")
}
