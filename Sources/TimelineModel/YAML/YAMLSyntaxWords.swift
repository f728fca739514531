import Diagnostics

/// The rewording of libyaml's messages into instructions for authors.
enum YAMLSyntaxWords {
    /// Returns a summary and, if one is known, a fix.
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

    /// The fix for words meant as text that YAML takes for a comment, together with a closing bracket.
    static let commentFix = Diagnostic.FixIt(
        "put the text with # in quotes: after a space, # begins a comment")

    /// Whether libyaml's message is one that a text continued after a comment can cause.
    static func mayFollowComment(_ problem: String) -> Bool {
        ["did not find expected key", "could not find expected ':'"].contains(problem)
    }

    private static func unusable(_ byte: UInt8?) -> (String, [Diagnostic.FixIt]) {
        guard let byte, byte != 0x09 else {
            return ("expected spaces, found a tab", [Diagnostic.FixIt("indent with spaces")])
        }
        let character = Character(Unicode.Scalar(byte))
        return ("'\(character)' cannot begin a value", [Diagnostic.FixIt("put the value in quotes")])
    }
}
