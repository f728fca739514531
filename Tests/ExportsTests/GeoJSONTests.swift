import EDTF
import MapGeometry
import Testing
import TimelineModel

@testable import Exports

@Suite("GeoJSON")
struct GeoJSONTests {
    @Test("A route is cut at the 180th meridian, where the great circle crosses it")
    func cut() throws {
        let suva = SpherePoint(latitude: -18.14, longitude: 178.44)
        let apia = SpherePoint(latitude: -13.83, longitude: -171.76)
        let lines = try #require(GreatCircle(from: suva, to: apia)).lines
        #expect(lines.count == 2)
        #expect(lines[0].last?.longitude == 180 && lines[1].first?.longitude == -180)
        #expect(lines[0].last?.latitude == lines[1].first?.latitude)
        #expect(lines.joined().allSatisfy { -180...180 ~= $0.longitude })
        let back = try #require(GreatCircle(from: apia, to: suva)).lines
        #expect(back[0].last?.longitude == -180 && back[1].first?.longitude == 180)
    }

    @Test("A way that begins or ends on the 180th meridian is one line, on the side of the other point")
    func edge() throws {
        for (east, side) in [(170.0, 180.0), (-170, -180)] {
            for sign in [180.0, -180] {
                let point = SpherePoint(latitude: 5, longitude: east)
                let edge = SpherePoint(latitude: 1, longitude: sign)
                let there = try #require(GreatCircle(from: point, to: edge)).lines
                let back = try #require(GreatCircle(from: edge, to: point)).lines
                #expect(there.count == 1 && there[0].last?.longitude == side)
                #expect(back.count == 1 && back[0].first?.longitude == side)
            }
        }
    }

    @Test("A leg shorter than a metre is none")
    func short() throws {
        let site = try SmallTimeline.site(["date: 2023\nroute: [{from: quay, to: near, by: road}]"])
        #expect(SmallTimeline.text { $0.append(geoJSON: site, .routes) }.components(of: "Feature\"") == 0)
    }

    @Test("There is no way between one point and itself, nor between opposite points")
    func none() {
        let point = SpherePoint(latitude: 10, longitude: 20)
        #expect(GreatCircle(from: point, to: point) == nil)
        #expect(GreatCircle(from: point, to: SpherePoint(latitude: -10, longitude: -160)) == nil)
    }

    @Test("Each kind of feature has a file, and every feature its entry and its date")
    func kinds() throws {
        let site = try SmallTimeline.site([
            "date: 2023-09-13/..\nplaces: [quay, unknown]\nroute: [{from: suva, to: apia, by: sea}]"
        ])
        let all = SmallTimeline.text { $0.append(geoJSON: site, .all) }
        #expect(all.components(of: #""type":"Feature","#) == 2)
        #expect(all.components(of: #""edtf":"2023-09-13/..""#) == 2)
        #expect(all.contains(#""coordinates":[9.97,53.5]"#))
        #expect(all.contains("MultiLineString"))
        #expect(SmallTimeline.text { $0.append(geoJSON: site, .points) }.components(of: "LineString") == 0)
        #expect(SmallTimeline.text { $0.append(geoJSON: site, .routes) }.components(of: #""Point""#) == 0)
    }
}

extension String {
    /// The number of times that a part occurs.
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
