import MapGeometry
import TimelineModel
import UTF8Text

/// Places and routes of entries as features of a map (RFC 7946).
enum GeoJSON {
    /// The kinds of features of a file. Some programs stop at the second kind, so that each also has a file of its own.
    struct Kinds: OptionSet {
        let rawValue: Int

        static let points = Kinds(rawValue: 1)
        static let routes = Kinds(rawValue: 2)
        static let all: Kinds = [.points, .routes]
    }
}

extension OutputBuffer {
    /// Appends the places and routes of all entries as a feature collection, a feature a line. Places without coordinates
    /// have no feature.
    mutating func append(geoJSON site: ExportedSite, _ kinds: GeoJSON.Kinds) {
        var json = JSONText()
        json.object { json in
            json.string("type", "FeatureCollection")
            json.array("features") { json in
                for number in site.timeline.entries.indices {
                    let features = EntryFeatures(number, site)
                    if kinds.contains(.points) { features.writePoints(to: &json) }
                    if kinds.contains(.routes) { features.writeRoutes(to: &json) }
                    json.move(to: &self)
                }
            }
        }
        json.move(to: &self)
        append(literal: "\n")
    }
}

/// The features of one entry.
private struct EntryFeatures {
    let number: Int
    let entry: Entry
    let site: ExportedSite

    init(_ number: Int, _ site: ExportedSite) {
        self.number = number
        self.site = site
        entry = site.timeline.entries[number]
    }

    func writePoints(to json: inout JSONText) {
        for (index, use) in entry.places.enumerated() {
            guard let place = site.timeline.places[use.place.id], let latitude = place.latitude,
                let longitude = place.longitude
            else { continue }
            feature("\(entry.slug.value)#place-\(index + 1)", to: &json) { json in
                json.object("geometry") { json in
                    json.string("type", "Point")
                    json.array("coordinates") { json in
                        json.decimal(longitude)
                        json.decimal(latitude)
                    }
                }
            } properties: { json in
                json.string("place", place.id)
                json.string("place_name", place.name)
                json.status("place_status", use.status)
                json.decimal("precision_km", place.precisionKilometres)
            }
        }
    }

    func writeRoutes(to json: inout JSONText) {
        for (index, leg) in entry.route.enumerated() {
            guard let from = site.timeline.places[leg.from.id], let to = site.timeline.places[leg.to.id],
                let start = from.point, let end = to.point, let way = WrittenWay(from: start, to: end)
            else { continue }
            feature("\(entry.slug.value)#leg-\(index + 1)", to: &json) { json in
                json.object("geometry") { $0.members(of: way) }
            } properties: { json in
                json.integer("leg", index + 1)
                json.string("from", from.id)
                json.string("from_name", from.name)
                json.string("to", to.id)
                json.string("to_name", to.name)
                json.text("by", leg.by?.rawValue)
                json.status("leg_status", leg.status)
                let speakers = site.names(leg.claimedBy, site.timeline.actors)
                json.text("claimed_by", speakers.isEmpty ? nil : speakers.joined(separator: "; "))
            }
        }
    }

    private func feature(
        _ id: String, to json: inout JSONText, geometry: (inout JSONText) -> Void,
        properties: (inout JSONText) -> Void
    ) {
        json.breakLine()
        json.object(nil) { json in
            json.string("type", "Feature")
            json.string("id", id)
            geometry(&json)
            json.object("properties") { json in
                writeProperties(to: &json)
                properties(&json)
            }
        }
    }

    private func writeProperties(to json: inout JSONText) {
        let date = DateColumns(entry.date.expression)
        json.string("slug", entry.slug.value)
        json.string("title", entry.title.value)
        json.string("edtf", date.edtf)
        json.text("start", date.start)
        json.text("end", date.end)
        if let day = date.startDay { json.integer("start_day", day) }
        if let day = date.endDay { json.integer("end_day", day) }
        json.string("precision", date.precision)
        json.string("date_words", site.texts.dateWords(ofEntry: number))
        json.status("status", entry.status?.value)
        json.status("content_status", entry.contentStatus?.value)
        json.text("group", entry.group.flatMap { site.names([$0], site.timeline.groups).first })
        joined("actors", site.names(entry.actors, site.timeline.actors), to: &json)
        joined("tags", site.names(entry.tags, site.timeline.tags), to: &json)
        json.text("summary", entry.summary)
        json.text("url", site.address(ofEntry: number))
    }

    /// Writes a list as one text: programs for maps read a list in as many ways as there are programs.
    private func joined(_ key: String, _ names: [String], to json: inout JSONText) {
        if !names.isEmpty { json.string(key, names.joined(separator: "; ")) }
    }
}

extension Place {
    /// The point of the place; nil if its coordinates are unknown.
    fileprivate var point: SpherePoint? {
        guard let latitude, let longitude else { return nil }
        return SpherePoint(latitude: latitude.value, longitude: longitude.value)
    }
}

/// The lines of a great circle in hundred-thousandths of a degree, which tell a metre from the next.
private struct WrittenWay {
    /// The lines, each of at least two different points.
    let lines: [[(longitude: Int, latitude: Int)]]

    /// - Returns: nil if the ends of the way are written as the same point.
    init?(from start: SpherePoint, to end: SpherePoint) {
        guard let way = GreatCircle(from: start, to: end) else { return nil }
        lines = way.lines.map { line in
            line.reduce(into: []) { points, position in
                let point = (Self.units(position.longitude), Self.units(position.latitude))
                if points.last.map({ $0 != point }) ?? true { points.append(point) }
            }
        }.filter { $0.count > 1 }
        if lines.isEmpty { return nil }
    }

    private static func units(_ degrees: Double) -> Int { Int((degrees * 100_000).rounded()) }
}

extension JSONText {
    fileprivate mutating func members(of way: WrittenWay) {
        let isCut = way.lines.count > 1
        string("type", isCut ? "MultiLineString" : "LineString")
        array("coordinates") { json in
            for line in way.lines {
                if isCut { json.array(nil) { $0.positions(of: line) } } else { json.positions(of: line) }
            }
        }
    }

    private mutating func positions(of line: [(longitude: Int, latitude: Int)]) {
        for position in line {
            array(nil) { json in
                json.degrees(position.longitude)
                json.degrees(position.latitude)
            }
        }
    }

    private mutating func degrees(_ units: Int) {
        let digits = String(units.magnitude % 100_000 + 100_000).dropFirst()
        number(nil, digits: "\(units < 0 ? "-" : "")\(units.magnitude / 100_000).\(digits)")
    }
}
