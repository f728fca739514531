import CZlib
import UTF8Text

/// A picture with at most 256 colours, as PNG (W3C Portable Network Graphics, third edition).
struct PalettePicture {
    /// The colours by index, each as 0x00RRGGBB.
    private let palette: [UInt32]
    /// The rows of the picture: the filter, which is none, and the index of each pixel. Neighbouring indices have
    /// nothing to do with each other, so a filter would only make the file larger.
    private let rows: [UInt8]

    /// The largest number of colours of a card without coloured glyphs: the shades between the paper and each of three
    /// inks, and the colours of the edge.
    private static let mostShades = 3 * 255 + 64

    /// Reduces a picture to its most frequent colours; every other colour, a shade at the edge of a letter, becomes the
    /// nearest of them.
    ///
    /// - Parameters:
    ///   - pixels: rows of pixels, each as 0x00RRGGBB; the highest byte is ignored.
    ///   - stride: the number of pixels from one row to the next.
    ///   - colourCount: the number of colours that are kept, 1 to 256. A picture with coloured glyphs keeps 256.
    init(
        _ pixels: UnsafeBufferPointer<UInt32>, width: Int, height: Int, stride: Int, colourCount: Int
    ) {
        var numbers: [UInt32: Int] = [:]
        var colours: [(colour: UInt32, count: Int)] = []
        // Each row as runs of one colour; a card has some ten thousands.
        var runs: [(number: Int, count: Int)] = []
        var (last, start) = (UInt32.max, 0)
        func endRun(at end: Int) {
            guard end > start else { return }
            let number = numbers[last] ?? colours.count
            if number == colours.count {
                numbers[last] = number
                colours.append((last, 0))
            }
            colours[number].count += end - start
            runs.append((number, end - start))
            start = end
        }
        for row in 0..<height {
            for column in 0..<width {
                let colour = unsafe pixels[row * stride + column] & 0xFF_FFFF
                if colour == last { continue }
                endRun(at: row * width + column)
                last = colour
            }
            endRun(at: (row + 1) * width)
        }
        let order = colours.indices.sorted { one, other in
            let (one, other) = (colours[one], colours[other])
            return one.count != other.count ? one.count > other.count : one.colour < other.colour
        }
        let kept = order.prefix(colours.count > Self.mostShades ? 256 : colourCount).map {
            colours[$0].colour
        }
        let indexOfNumber = colours.map { UInt8(Self.nearest(to: $0.colour, among: kept)) }
        palette = kept
        var rows: [UInt8] = []
        rows.reserveCapacity((width + 1) * height)
        var column = 0
        for run in runs {
            if column == 0 { rows.append(0) }
            rows.append(contentsOf: repeatElement(indexOfNumber[run.number], count: run.count))
            column = (column + run.count) % width
        }
        self.rows = rows
    }

    /// Returns the index of the nearest colour, the first of several.
    private static func nearest(to colour: UInt32, among palette: [UInt32]) -> Int {
        func distance(_ other: UInt32) -> Int {
            [16, 8, 0].reduce(0) { sum, shift in
                let difference = Int(colour >> shift & 0xFF) - Int(other >> shift & 0xFF)
                return sum + difference * difference
            }
        }
        return palette.indices.min { distance(palette[$0]) < distance(palette[$1]) } ?? 0
    }

    /// The chunks of the picture after its head: palette, pixels and end.
    var chunks: [UInt8] {
        pngChunk(
            "PLTE", palette.flatMap { [UInt8($0 >> 16 & 0xFF), UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] })
            + pngChunk("IDAT", deflated(rows)) + pngChunk("IEND", [])
    }

    /// The signature and the header chunk of the picture.
    static func head(width: Int, height: Int) -> [UInt8] {
        func word(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) } }
        // 8 bits a pixel, indices into a palette, deflate, filters of PNG, not interlaced.
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + pngChunk("IHDR", word(width) + word(height) + [8, 3, 0, 0, 0])
    }
}

/// Returns a chunk of a PNG: length, type, content and checksum.
func pngChunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    func word(_ number: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
    let checked = Array(type.utf8) + content
    let sum = unsafe checked.withUnsafeBufferPointer { unsafe crc32(0, $0.baseAddress, UInt32($0.count)) }
    return word(UInt32(content.count)) + checked + word(UInt32(truncatingIfNeeded: sum))
}

/// The level of compression. The highest one makes cards 8 % smaller, and takes ten times as long: on plain ground it
/// looks at every earlier piece of it.
private let level: Int32 = 6

/// Returns bytes in the format of zlib (RFC 1950).
private func deflated(_ bytes: [UInt8]) -> [UInt8] {
    let bound = Int(compressBound(UInt(bytes.count)))
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        var length = UInt(bound)
        let status = unsafe bytes.withUnsafeBufferPointer {
            unsafe compress2(buffer.baseAddress, &length, $0.baseAddress, UInt($0.count), level)
        }
        // The buffer is large enough for any input, and the level exists.
        precondition(status == Z_OK, "zlib")
        count = Int(length)
    }
}
