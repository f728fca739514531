/// Google's encoded polyline format: steps of latitude and longitude as numbers of printable characters, five bits
/// in each, the lowest first, where 32 says that more follow and 63 is added to all.
struct EncodedPolyline {
    /// A point in parts of a degree.
    struct Point: Hashable, Sendable {
        var latitude: Int
        var longitude: Int
    }

    /// The points of each line of a text. A line that ends within a point ends before it.
    static func lines(of text: UnsafeBufferPointer<UInt8>) -> [[Point]] {
        var lines: [[Point]] = []
        var points: [Point] = []
        var last = Point(latitude: 0, longitude: 0)
        var latitude: Int?
        var (value, shift) = (0, 0)
        for byte in text {
            guard byte >= 63 else {
                if !points.isEmpty { lines.append(points) }
                (points, last, latitude) = ([], Point(latitude: 0, longitude: 0), nil)
                (value, shift) = (0, 0)
                continue
            }
            let bits = Int(byte - 63)
            value |= (bits & 31) << shift
            shift += 5
            if bits & 32 != 0, shift < 40 { continue }
            let step = value & 1 == 0 ? value >> 1 : ~(value >> 1)
            (value, shift) = (0, 0)
            if let north = latitude {
                last = Point(latitude: last.latitude + north, longitude: last.longitude + step)
                points.append(last)
                latitude = nil
            } else {
                latitude = step
            }
        }
        if !points.isEmpty { lines.append(points) }
        return lines
    }
}
