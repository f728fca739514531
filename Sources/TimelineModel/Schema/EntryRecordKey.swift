/// The marks by which a `dateline.json` is known: the export of a whole site.
public enum SiteRecord {
    /// The value of its member `format`.
    public static let format = "dateline"

    /// The value of its member `version`. A new one is needed when a member is removed, renamed or gets another meaning.
    public static let version = 1
}

/// The members of exported records that are no keys of the content format.
public enum EntryRecordKey {
    /// The path of the entry's file below `Content`, which the links of its text are relative to.
    public static let file = "file"

    /// In tables, the parts of an entry that no other cell holds, as JSON.
    public static let details = "details"

    /// What an export computes, and an import therefore leaves out.
    public static let computed: Set<String> = [
        "url", "start", "end", "start_day", "end_day", "precision", "date_words", "published", "updated",
    ]
}
