import MapGeometry
import UTF8Text

/// SVG path data for the line of a route.
enum RoutePath {
    /// Returns a smooth curve through some of the line's points (a Catmull–Rom spline).
    static func curve(_ line: [PlanePoint]) -> String {
        let every = max(1, (line.count + 5) / 6)
        var points = stride(from: 0, to: line.count - 1, by: every).map { line[$0] }
        if let last = line.last { points.append(last) }
        guard points.count > 1 else { return "" }
        var path: [UInt8] = [UInt8(ascii: "M")]
        path.append(points[0])
        for index in 0..<points.count - 1 {
            let (start, end) = (points[index], points[index + 1])
            let before = index > 0 ? points[index - 1] : start
            let after = index + 2 < points.count ? points[index + 2] : end
            path.append(UInt8(ascii: "C"))
            path.append(start + (end - before) * (1.0 / 6))
            path.append(UInt8(ascii: " "))
            path.append(end - (after - start) * (1.0 / 6))
            path.append(UInt8(ascii: " "))
            path.append(end)
        }
        return String(decoding: path, as: UTF8.self)
    }

    /// The length of half a wave, in units of the drawing.
    private static let halfWave = 4.5
    /// The height of the control points of a wave, in units of the drawing.
    private static let height = 3.4

    /// Returns the line as waves, for routes by sea.
    static func waves(_ line: [PlanePoint]) -> String {
        let points = evenly(line, RouteArc.length(of: line) / halfWave)
        guard points.count > 1 else { return "" }
        let way = points[1] - points[0]
        let across = way.length > 0 ? PlanePoint(x: -way.y, y: way.x) * (height / way.length) : way
        var path: [UInt8] = [UInt8(ascii: "M")]
        path.append(points[0])
        path.append(UInt8(ascii: "Q"))
        path.append(points[0] + way * 0.5 + across)
        path.append(UInt8(ascii: " "))
        path.append(points[1])
        for point in points.dropFirst(2) {
            // Each half wave mirrors the one before it.
            path.append(UInt8(ascii: "T"))
            path.append(point)
        }
        return String(decoding: path, as: UTF8.self)
    }

    /// Returns points at equal distances along a line, including its ends.
    private static func evenly(_ line: [PlanePoint], _ count: Double) -> [PlanePoint] {
        let count = max(1, min(400, Int(count.rounded())))
        let step = RouteArc.length(of: line) / Double(count)
        guard step > 0, let first = line.first, let last = line.last else { return [] }
        var points = [first]
        var walked = 0.0
        for (start, end) in zip(line, line.dropFirst()) {
            let length = start.distance(to: end)
            while points.count < count, Double(points.count) * step <= walked + length, length > 0 {
                let share = (Double(points.count) * step - walked) / length
                points.append(start + (end - start) * share)
            }
            walked += length
        }
        return points + [last]
    }
}

extension [UInt8] {
    /// Appends a position with one decimal, which suffices for routes.
    fileprivate mutating func append(_ point: PlanePoint) {
        // A number that rounds to zero has no sign, and only a sign can replace the space.
        let y = (point.y * 10).rounded() / 10
        append(decimal: (point.x * 10).rounded() / 10)
        if y >= 0 { append(UInt8(ascii: " ")) }
        append(decimal: y)
    }
}
