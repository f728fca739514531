import Diagnostics
import EDTF
import Templates
import TimelineModel

/// The page of a place: its entries, its map and the routes that pass it.
struct PlacePage: ThingPage {
    let place: Place
    let frame: PageFrame
    let entries: EntryPart
}

let placePageContext = Context<PlacePage>(
    "place page",
    pageFields() + thingFields() + [
        .text("name", "The place's name") { $0.place.name },
        .texts("also", "Other names and spellings") { $0.place.also },
        .text("kind", "port, city, launch site …") { $0.place.kind },
        .text("country", "The country of the place") { $0.place.country },
        .markup("intro", "A note for readers") {
            $0.paragraphs($0.place.description, in: ContentFile.places.path)
        },
        .text("latitude", "Degrees north or south, in words") { page in
            page.site.degrees(page.place.latitude, .degreesNorth, .degreesSouth)
        },
        .text("longitude", "Degrees east or west, in words") { page in
            page.site.degrees(page.place.longitude, .degreesEast, .degreesWest)
        },
        .text("precision", "The uncertainty of the point, in words") { page in
            page.site.precision(of: page.place)
        },
        .kept("map", mapFigureContext, "A map of the place and of the routes from and to it") { page in
            page.site.map(ofPlace: page.place.id, root: page.frame.root)
        },
    ])

extension Site {
    /// Returns a latitude or longitude in words; nil if it is unknown.
    ///
    /// - Parameters:
    ///   - positive: the phrase for north or east.
    ///   - negative: the phrase for south or west.
    func degrees(_ degrees: Decimal?, _ positive: Phrase, _ negative: Phrase) -> String? {
        guard let text = degrees?.description else { return nil }
        let isNegative = text.hasPrefix("-")
        let magnitude = isNegative ? String(text.dropFirst()) : text
        return language.fill(isNegative ? negative : positive, ["degrees": magnitude])
    }

    /// Returns the uncertainty of a place's coordinates in words; nil if it is unknown.
    func precision(of place: Place) -> String? {
        place.precisionKilometres.map { language.fill(.kilometres, ["count": $0.description]) }
    }
}
