import SiteOutput
import TestSupport
import Testing

@testable import SiteRendering

@Suite("Maps of a site")
struct SiteMapTests {
    private static let places = """
        najin: {name: Najin port, lat: 42.34, lon: 130.39, precision_km: 40}
        dunai: {name: Dunai, lat: 42.88, lon: 132.34}
        moscow: {name: Moscow, lat: 55.76, lon: 37.62}
        sea: {name: Yellow Sea}

        """

    private static func site(_ entries: [String: String], _ settings: String = "", places: String = places)
        -> MemorySite
    {
        var files = ["timeline.yml": "title: Harbour\n" + settings, "places.yml": places]
        for (name, more) in entries { files["events/\(name).md"] = SmallSite.entry(more: more) }
        return MemorySite(files)
    }

    private static let route = """
        places: [najin, {id: dunai, status: disputed, by: RUSI}]
        route: [{from: najin, to: dunai, by: sea, status: claimed}, {from: dunai, to: moscow, by: rail}]
        """

    @Test("A site with coordinates has a map, a link to it, and the drawings of land that it uses")
    func map() throws {
        let output = try Self.site(["a": Self.route]).output()
        let page = try #require(output["map.html"])
        #expect(output["index.html"]?.contains("href=\"map.html\"") == true)
        for part in page.split(separator: "src=\"").dropFirst() {
            let source = String(part.prefix { $0 != "\"" })
            #expect(source == "script.js" || output[source] != nil, "\(source)")
        }
        #expect(output["events/a.html"]?.contains("map-way by-sea is-open") == true)
        #expect(output["places/najin.html"]?.contains("map-marks") == true)
        #expect(page.contains("Yellow Sea") == false)
    }

    @Test(
        "A site without coordinates, or with maps turned off, has no map",
        arguments: [
            ("map: false\n", places),
            ("", "najin: {name: Najin port}\ndunai: {name: D}\nmoscow: {name: M}\n"),
        ])
    func noMap(settings: String, places: String) throws {
        let output = try Self.site(["a": Self.route], settings, places: places).output()
        #expect(output["map.html"] == nil)
        #expect(!output.keys.contains { $0.hasPrefix("maps/") })
        #expect(!output.values.contains { $0.contains("map.html") || $0.contains("map-marks\"") })
    }

    @Test("The precision of a place is a circle if it is large enough to see, but never on a world map")
    func radius() throws {
        func page(_ second: String, precision: Int) throws -> String? {
            let places = """
                one: {name: One, lat: 53.5, lon: 10, precision_km: \(precision)}
                two: {name: Two, \(second)}

                """
            return try Self.site(["a": "places: [one, two]"], places: places).output()["map.html"]
        }
        #expect(try page("lat: 55, lon: 12", precision: 60)?.contains("class=\"map-radius\"") == true)
        #expect(try page("lat: 55, lon: 12", precision: 1)?.contains("class=\"map-radius\"") == false)
        #expect(try page("lat: -35, lon: -150", precision: 4_000)?.contains("class=\"map-radius\"") == false)
    }

    @Test("A place without coordinates is in the list with a remark")
    func off() throws {
        let page = try #require(try Self.site(["a": "places: [najin, sea]"]).output()["map.html"])
        #expect(page.contains("Yellow Sea</a>"))
        #expect(page.contains("not on the map"))
    }

    @Test("A disputed place is hollow, and close places far from others get a map of their own")
    func parts() throws {
        let output = try Self.site([
            "a": Self.route, "b": "places: [{id: moscow, status: disputed, by: RUSI}]",
        ]).output()
        #expect(output["events/b.html"]?.contains("map-place is-open") == true)
        let entry = try #require(output["events/a.html"])
        #expect(entry.contains("href=\"#map_2\"") && entry.contains("id=\"map_2\""))
        #expect(entry.contains("map-radius"))
    }

    @Test("The map page enlarges at most four regions, those with the most places first")
    func insets() throws {
        // Two neighbouring places in each of the first four regions, three in each of the others.
        var places = ""
        var names: [String] = []
        for region in 0..<6 {
            for number in 0..<(region < 4 ? 2 : 3) {
                names.append("p\(region)-\(number)")
                places +=
                    "p\(region)-\(number): {name: Place \(region) \(number), lat: \(region * 10).\(number * 4), lon: \(region * 20).\(number * 4)}\n"
            }
        }
        let output = try Self.site(
            ["a": "places: [\(names.joined(separator: ", "))]"], places: places
        ).output()
        let page = try #require(output["map.html"])
        let maps = page.split(separator: "id=\"map_").dropFirst()
        // The first two are the overviews for wide and for narrow pages.
        #expect(maps.map { String($0.prefix { $0 != "\"" }) } == ["1", "2", "3", "4", "5", "6", "places"])
        for (map, region) in zip(maps.dropFirst(2), [4, 5, 0, 1]) {
            #expect(map.contains("class=\"map-title\">Place \(region) 0"), "\(region)")
        }
    }

    @Test("Hostile names are escaped")
    func hostile() throws {
        let name = "\\\"><script>evil()</script>&"
        let places =
            "x: {name: \"\(name)\", lat: 1, lon: 2, country: \"\(name)\"}\ny: {name: \"<b>\", lat: 1, lon: 3}\n"
        let output = try Self.site(["a": "places: [x, y]"], places: places).output()
        for (path, text) in output where path.hasSuffix(".html") {
            #expect(!text.contains("<script>") && !text.contains("<b>x"), "\(path)")
        }
        #expect(output["map.html"]?.contains("&lt;script&gt;") == true)
    }

    @Test(
        "Extreme coordinates give a valid map",
        arguments: [
            "{name: X, lat: 90, lon: 180, precision_km: -5}", "{name: X, lat: -90, lon: -180}",
            "{name: X, lat: 0, lon: 0, precision_km: 99999999999999999999}",
            "{name: X, lat: 0.000000000000000000001, lon: 179.99999999999999}",
        ])
    func odd(place: String) throws {
        let places = Self.places + "x: \(place)\n"
        let output = try Self.site(
            ["a": "places: [x, moscow]\nroute: [{from: x, to: moscow}, {from: x, to: x}]"], places: places
        ).output()
        #expect(output["map.html"]?.contains("NaN") == false)
    }

    @Test("The map page of many places has a bounded size")
    func many() throws {
        var random = SeededGenerator.announced("many places")
        let places = (0..<4000).map { number in
            "p\(number): {name: Place number \(number), lat: \(Int.random(in: -80...80, using: &random)).\(number), lon: \(Int.random(in: -179...179, using: &random)).\(number)}\n"
        }.joined()
        var entries: [String: String] = [:]
        for entry in 0..<40 {
            let names = (0..<100).map { "p\(entry * 100 + $0)" }
            let legs = zip(names, names.dropFirst()).map { "{from: \($0), to: \($1), by: sea}" }
            entries["e\(entry)"] =
                "places: [\(names.joined(separator: ", "))]\nroute: [\(legs.joined(separator: ", "))]"
        }
        let tree = try #require(try Self.site(entries, places: places).prepared().output)
        let page = try #require(rendered(tree.files.first { $0.path == PagePath.map }))
        #expect(page.utf8.count < 400_000)
        #expect(page.split(separator: "<").count { !$0.hasPrefix("/") } < 3000)
        #expect(page.contains("3,950 more places"))
    }

    @Test("The same content has the same maps")
    func sameBytes() throws {
        let site = Self.site(["a": Self.route, "b": "places: [moscow]"])
        #expect(try site.output() == site.output())
    }
}
