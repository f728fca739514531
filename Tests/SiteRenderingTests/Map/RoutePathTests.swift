import MapGeometry
import Testing

@testable import SiteRendering

@Suite("The lines of routes")
struct RoutePathTests {
    @Test("Waves and curves are drawn from end to end")
    func waves() {
        let line = (0...10).map { PlanePoint(x: Double($0) * 9, y: 0) }
        let path = RoutePath.waves(line)
        #expect(path.hasPrefix("M0 0Q2.3 3.4 4.5 0T9 0"))
        #expect(path.hasSuffix("T90 0"))
        let flat = [PlanePoint(x: 1, y: -0.01), PlanePoint(x: 9, y: -0.02)]
        #expect(RoutePath.curve(flat) == "M1 0C2.3 0 7.7 0 9 0")
        #expect(RoutePath.waves([]).isEmpty && RoutePath.curve([]).isEmpty)
    }
}
