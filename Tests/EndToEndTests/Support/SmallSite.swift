/// A site of two entries that builds and checks without a word.
enum SmallSite {
    /// Its entries name one source, which an editor would register.
    static let settings = "title: Harbour\nrules: {repeated-name: off}\n"

    static let files = [
        "Content/timeline.yml": settings,
        "Content/events/closed.md": closed,
        "Content/events/reopened.md": entry("Harbour reopened", "1911-08-14"),
    ]

    static let closed = entry("Harbour closed", "1911-08-11")

    /// An entry with a source of its own.
    static func entry(_ title: String, _ date: String, more: String = "", body: String = "Text.") -> String {
        """
        ---
        title: \(title)
        date: \(date)
        status: confirmed
        sources: [{publisher: The Gazette, date: 1911-08-12}]
        \(more.isEmpty ? "" : more + "\n")---
        \(body)

        """
    }
}
