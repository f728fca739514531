/// Google's encoded polyline format. Differences of latitude and longitude are written in printable characters of
/// five bits, the lowest first; a character contains 32 if more follow, and 63 is added to each.
struct EncodedPolyline {
    /// A point in fractions of a degree; the unit is that of the encoder.
    struct Point: Hashable, Sendable {
        var latitude: Int
        var longitude: Int
    }

    /// Decodes the points of each line of a text. An incomplete point at the end of a line is dropped.
    static func lines(of text: UnsafeBufferPointer<UInt8>) -> [[Point]] {
        var lines: [[Point]] = []
        var points: [Point] = []
        var last = Point(latitude: 0, longitude: 0)
        var latitude: Int?
        var (value, shift) = (0, 0)
        for index in text.indices {
            let byte = unsafe text[index]
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
