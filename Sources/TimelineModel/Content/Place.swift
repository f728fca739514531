import CommonMark
import Diagnostics

/// A named point on the map.
public struct Place: Registered {
    public var id = ""
    public var name = ""
    public var isRegistered = false
    public var range = 0..<0
    public var also: [String] = []
    /// Degrees north, WGS 84, −90 to 90.
    public var latitude: Decimal?
    /// Degrees east, WGS 84, −180 to 180.
    public var longitude: Decimal?
    /// How far off the point may be, in kilometres.
    public var precisionKilometres: Decimal?
    public var country: String?
    public var kind: String?
    public var description: RichText?

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
            Key("description", .markdown, "What a reader should know.") { $1.description = $2.richText($0) },
        ])
}
