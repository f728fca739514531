/// A site of two entries that builds and checks without diagnostics.
public enum SmallSite {
    /// Its entries name one source, which an editor would register.
    public static let settings = "title: Harbour\nrules: {repeated-name: off}\n"

    /// The files by their paths.
    public static let files = [
        "Content/timeline.yml": settings,
        "Content/events/closed.md": closed,
        "Content/events/reopened.md": entry("Harbour reopened", "1911-08-14"),
    ]

    /// The first entry.
    public static let closed = entry("Harbour closed", "1911-08-11")

    /// The text of an entry with a source of its own.
    ///
    /// - Parameter more: Further lines of front matter, without a line break at the end.
    public static func entry(
        _ title: String = "Harbour closed", _ date: String = "1911-08-11", status: String = "confirmed",
        more: String = "", body: String = "Text."
    ) -> String {
        """
        ---
        title: \(title)
        date: \(date)
        status: \(status)
        sources: [{publisher: The Gazette, date: 1911-08-30}]
        \(more.isEmpty ? "" : more + "\n")---
        \(body)

        """
    }
}
