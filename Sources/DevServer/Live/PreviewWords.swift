/// The texts of the preview's own pages. They address the author, and are in English, like the terminal's.
enum PreviewWords {
    static let language = "en"
    static let hide = "Hide"
    static let notFound = "Nothing at this address"
    static let isMeant = "Is it one of these?"
    static let home = "The first page"

    static func title(of trouble: Trouble, isSiteShown: Bool) -> String {
        count(trouble)
            + (isSiteShown ? ". This page is the last good one." : ". The site cannot be built yet.")
    }

    static func show(_ trouble: Trouble) -> String { "Show " + count(trouble) }

    private static func count(_ trouble: Trouble) -> String {
        trouble.items.count == 1 ? "1 error" : "\(trouble.items.count) errors"
    }
}
