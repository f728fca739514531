import CardDrawing
import Templates
import TimelineModel
import UTF8Text

/// The card of a page as its head names it.
struct CardView: Sendable {
    /// The path of the picture below the site's folder.
    let path: String
    /// The address of the site, with a slash at its end.
    let baseURL: String
    /// The texts of the card.
    let alternative: String
}

let cardContext = Context<CardView>(
    "card",
    [
        .text("url", "The web address of the picture") { $0.baseURL + percentEncoded($0.path) },
        .number("width", "The width of the picture in pixels") { _ in Card.width },
        .number("height", "The height of the picture in pixels") { _ in Card.height },
        .text("alt", "What the picture says") { $0.alternative },
    ])

extension Site {
    /// Returns the card of an entry's page; nil if the site has no cards, or no address that a page could name.
    func cardView(ofEntry number: Int) -> CardView? {
        guard settings.hasCards, let baseURL = settings.baseURL else { return nil }
        let card = card(ofEntry: number)
        let status = card.marks.map(\.text).joined(separator: language[.listSeparator])
        return CardView(
            path: PagePath.card(self[number].slug.value), baseURL: baseURL,
            alternative: language.fill(
                .cardText, ["title": card.heading, "date": card.line ?? "", "status": status]))
    }

    /// The card of the home page; nil if the site has no cards, or no address that a page could name.
    var homeCardView: CardView? {
        guard settings.hasCards, let baseURL = settings.baseURL else { return nil }
        let card = siteCard
        return CardView(
            path: PagePath.siteCard, baseURL: baseURL,
            alternative: card.line.map {
                language.fill(.siteCardText, ["title": card.heading, "text": $0])
            } ?? card.heading)
    }
}
