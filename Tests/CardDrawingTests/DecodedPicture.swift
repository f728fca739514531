import CZlib
import Testing

/// A palette PNG, decoded as its standard says, with every checksum checked.
struct DecodedPicture {
    private(set) var width = 0
    private(set) var height = 0
    private(set) var palette: [[UInt8]] = []
    /// The index of each pixel, row by row.
    private(set) var indices: [UInt8] = []
    /// The types of the chunks in their order.
    private(set) var chunks: [String] = []

    init(_ bytes: [UInt8]) throws {
        try #require(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        var at = 8
        var packed: [UInt8] = []
        while at < bytes.count {
            func word(_ offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
            let length = word(at)
            try #require(at + 12 + length <= bytes.count)
            let content = Array(bytes[at + 8..<at + 8 + length])
            let checked = Array(bytes[at + 4..<at + 8 + length])
            #expect(word(at + 8 + length) == Int(crc32(0, checked, UInt32(checked.count))))
            let type = String(decoding: bytes[at + 4..<at + 8], as: UTF8.self)
            chunks.append(type)
            switch type {
            case "IHDR":
                (width, height) = (word(at + 8), word(at + 12))
                // 8 bits, palette, deflate, adaptive filters, not interlaced
                #expect(Array(content[8...]) == [8, 3, 0, 0, 0])
            case "PLTE": palette = stride(from: 0, to: length, by: 3).map { Array(content[$0..<$0 + 3]) }
            case "IDAT": packed += content
            default: break
            }
            at += 12 + length
        }
        var rows = [UInt8](repeating: 0, count: (width + 1) * height + 1)
        var count = UInt(rows.count)
        try #require(uncompress(&rows, &count, packed, UInt(packed.count)) == Z_OK)
        try #require(Int(count) == (width + 1) * height)
        for row in 0..<height {
            #expect(rows[row * (width + 1)] == 0)
            indices += rows[row * (width + 1) + 1..<(row + 1) * (width + 1)]
        }
    }

    /// The colour of a pixel.
    func colour(_ x: Int, _ y: Int) -> [UInt8] { palette[Int(indices[y * width + x])] }

    /// The first and last column, among some, with a pixel of another colour than the paper; nil if there is none.
    func ink(inColumns columns: Range<Int>, rows: Range<Int>, on paper: [UInt8]) -> ClosedRange<Int>? {
        let found = columns.filter { x in rows.contains { colour(x, $0) != paper } }
        guard let first = found.first, let last = found.last else { return nil }
        return first...last
    }
}
