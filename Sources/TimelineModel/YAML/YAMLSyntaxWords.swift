import Diagnostics

/// What libyaml says, in words that tell a writer what to do.
enum YAMLSyntaxWords {
    /// A headline, and what to do where that can be told.
    static func words(for problem: String, context: String?, at byte: UInt8?) -> (String, [Diagnostic.FixIt])
    {
        let whole = problem + (context.map { " " + $0 } ?? "")
        switch problem {
        case "found character that cannot start any token":
            return unusable(byte)
        case "mapping values are not allowed in this context":
            return (
                "colon inside of a value",
                [Diagnostic.FixIt("put the value in quotes; for a new key begin a new line")]
            )
        case "could not find expected ':'":
            return ("line that is neither a key nor a value", [Diagnostic.FixIt("write key: value")])
        case "did not find expected alphabetic or numeric character":
            return (whole, [Diagnostic.FixIt("put a value that begins with * or & in quotes")])
        case "did not find expected key":
            return (
                whole,
                [Diagnostic.FixIt("indent keys of one map alike; inside of quotes double them or use others")]
            )
        default:
            return (whole, [])
        }
    }

    /// Where words that were meant as text took a bracket with them.
    static let commentFix = Diagnostic.FixIt(
        "put the text with # in quotes: behind a blank it begins a comment")

    /// True for what is said about a text that goes on behind a comment.
    static func mayFollowComment(_ problem: String) -> Bool {
        ["did not find expected key", "could not find expected ':'"].contains(problem)
    }

    private static func unusable(_ byte: UInt8?) -> (String, [Diagnostic.FixIt]) {
        guard let byte, byte != 0x09 else {
            return ("tab in place of blanks", [Diagnostic.FixIt("indent with blanks")])
        }
        let character = Character(Unicode.Scalar(byte))
        return ("'\(character)' cannot begin a value", [Diagnostic.FixIt("put the value in quotes")])
    }
}
