import Diagnostics

/// All rules of imports, in the order of their severities.
public let importRules: [Rule] = [
    .importFile, .importColumns, .importDate, .importEntry, .importGuess, .importDisplayDate, .importChanged,
    .importLeftOut, .importKept, .importKnown,
]

extension Rule {
    /// The rule about files that cannot be read at all.
    public static let importFile = Rule(
        "import-file", mandatory: true,
        "An imported file is UTF-8 text in a format that Dateline reads: TimelineJS, Markwhen, CSV, JSON or JSON Lines."
    )
    /// The rule about tables without a title or a date.
    public static let importColumns = Rule(
        "import-columns", mandatory: true,
        "A table has a column for the title and one for the date; --map names columns with other headings.")
    /// The rule about dates of imported events.
    public static let importDate = Rule(
        "import-date", mandatory: true,
        "The date of an imported event has one reading: a day, month or year that exists, or EDTF.")
    /// The rule about imported entries that could not be built.
    public static let importEntry = Rule(
        "import-entry", mandatory: true,
        "An imported entry has a title and a date, and builds without errors; others are left out.")
    static let importGuess = Rule(
        "import-guess", .warning, "What an import concludes from other fields is reported.",
        because: "Only a person can know whether the conclusion is right.")
    static let importDisplayDate = Rule(
        "import-display-date", .warning, "The words for a date are no less precise than the date.",
        because:
            "A date that is more precise than its words may have been filled in for a program that needs a day."
    )
    static let importChanged = Rule(
        "import-changed", .warning, "What an import writes in another form is reported.",
        because: "Nothing is changed silently.")
    static let importLeftOut = Rule(
        "import-left-out", .warning, "What an import leaves out is reported.",
        because: "Nothing is lost silently.")
    static let importKept = Rule(
        "import-kept", .note, "What has no key in the content format is kept below `extra`, for templates.")
    /// The rule about entries that an earlier import wrote.
    public static let importKnown = Rule(
        "import-known", .note, "An event that was imported before is not imported again.")
}
