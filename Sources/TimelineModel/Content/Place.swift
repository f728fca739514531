import CommonMark
import Diagnostics

/// A named point on the map.
public struct Place: Registered {
    /// The id in references and page addresses, unique among places.
    public var id = ""
    /// The name that readers see, in plain text.
    public var name = ""
    /// Whether `places.yml` registers the place; false for one that only entries name.
    public var isRegistered = false
    /// The range of the id in `places.yml`, in UTF-8 bytes; empty for a place that is not registered.
    public var range = 0..<0
    /// Other names and spellings of the place.
    public var also: [String] = []
    /// The latitude in degrees north (WGS 84), from −90 to 90; `nil` where the file gives none.
    public var latitude: Decimal?
    /// The longitude in degrees east (WGS 84), from −180 to 180; `nil` where the file gives none.
    public var longitude: Decimal?
    /// The possible error of the point in kilometres.
    public var precisionKilometres: Decimal?
    /// The country in which the place lies, as the author wrote it.
    public var country: String?
    /// The kind of place, such as `port` or `city`; any word is accepted.
    public var kind: String?
    /// The place's description for readers, in inline Markdown.
    public var description: RichText?

    /// A place without a name.
    public init() {}

    static let keys = KeyTable<Place>(
        "place",
        [
            Key("name", .text, required: true, "The name that readers see.") { $1.name = $2.text($0) ?? "" },
            Key("also", .list(.text), "Other names and spellings.") { $1.also = $2.texts($0) },
            Key("lat", .number, "Degrees north, WGS 84, −90 to 90.") {
                $1.latitude = $2.degrees($0, limit: 90, "latitude", .latitudeRange)
            },
            Key("lon", .number, "Degrees east, WGS 84, −180 to 180.") {
                $1.longitude = $2.degrees($0, limit: 180, "longitude", .longitudeRange)
            },
            Key("precision_km", .number, "How far off the point may be, in kilometres.") {
                $1.precisionKilometres = $2.decimal($0)
            },
            Key("country", .text, "The country it lies in.") { $1.country = $2.text($0) },
            Key("kind", .code, "port, city, launch site …") { $1.kind = $2.text($0) },
            Key("description", .markdown, "A description for readers.") { $1.description = $2.richText($0) },
        ])
}
