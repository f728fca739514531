import Testing
import TimelineModel

/// A picture's first bytes, and the size that they state.
private struct PictureCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let size: [Int]?

    init(_ name: String, _ bytes: [UInt8], _ size: [Int]?) {
        testDescription = name
        self.bytes = bytes
        self.size = size
    }

    init(_ name: String, _ text: String, _ size: [Int]?) { self.init(name, Array(text.utf8), size) }
}

private let png: [UInt8] =
    [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 4, 0, 0, 0, 3, 0]

/// A frame header of 300 × 200 behind other segments.
private func jpeg(_ segments: [UInt8] = [], frame: UInt8 = 0xC0) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2] + segments + [0xFF, frame, 0, 11, 8, 0, 200, 1, 44, 3]
}

/// An Exif segment with the orientation of the camera.
private func exif(_ orientation: UInt8, isBig: Bool) -> [UInt8] {
    let order = isBig ? "MM" : "II"
    func number(_ value: UInt8, _ count: Int) -> [UInt8] {
        let bytes = [value] + [UInt8](repeating: 0, count: count - 1)
        return isBig ? bytes.reversed() : bytes
    }
    let body =
        Array("Exif\u{0}\u{0}\(order)".utf8) + number(42, 2) + number(8, 4) + number(1, 2)
        + number(0x12, 1) + []
    let tag: [UInt8] = isBig ? [1, 0x12] : [0x12, 1]
    let field = tag + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
    let bytes = Array(body.dropLast()) + field
    return [0xFF, 0xE1, 0, UInt8(bytes.count + 2)] + bytes
}

private func webP(_ kind: String, _ bytes: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(kind)".utf8) + [0, 0, 0, 0] + bytes
}

private func extent(_ width: UInt8, _ height: UInt8) -> [UInt8] {
    Array("ispe".utf8) + [0, 0, 0, 0, 0, 0, 1, width, 0, 0, 0, height]
}

private let pictures = [
    PictureCase("PNG", png, [1024, 768]),
    PictureCase("PNG without its header", Array(png.prefix(20)), nil),
    PictureCase("GIF", Array("GIF89a".utf8) + [0x40, 1, 0xF0, 0], [320, 240]),
    PictureCase("GIF of no width", Array("GIF89a".utf8) + [0, 0, 0xF0, 0], nil),
    PictureCase("JPEG", jpeg(), [300, 200]),
    PictureCase("Progressive JPEG", jpeg(frame: 0xC2), [300, 200]),
    PictureCase("JPEG with fill bytes", jpeg([0xFF]), [300, 200]),
    PictureCase("JPEG whose tables come first", jpeg([0xFF, 0xC4, 0, 3, 9]), [300, 200]),
    PictureCase("JPEG on its side, Intel order", jpeg(exif(6, isBig: false)), [200, 300]),
    PictureCase("JPEG on its side, Motorola order", jpeg(exif(8, isBig: true)), [200, 300]),
    PictureCase("JPEG upside down", jpeg(exif(3, isBig: true)), [300, 200]),
    PictureCase("JPEG that breaks off", [0xFF, 0xD8, 0xFF, 0xE0, 0, 200], nil),
    PictureCase("JPEG with a segment of no length", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xC0], nil),
    PictureCase("WebP, extended", webP("VP8X", [0, 0, 0, 0, 99, 1, 0, 43, 2, 0]), [356, 556]),
    PictureCase("WebP, lossless", webP("VP8L", [0x2F, 0x8F, 0x41, 0x1F, 0]), [400, 126]),
    PictureCase("WebP, lossy", webP("VP8 ", [0, 0, 0, 0x9D, 1, 0x2A, 0x40, 1, 0xF0, 0]), [320, 240]),
    PictureCase(
        "AVIF with a preview", [0, 0, 0, 8] + Array("ftypavif".utf8) + extent(9, 9) + extent(90, 60),
        [346, 60]),
    PictureCase("SVG in pixels", "<?xml?>\n<svg width=\"30px\" height='20'>", [30, 20]),
    PictureCase("SVG by its view box", "<svg width=\"100%\" viewBox=\"0 0 30.4 20\">", [30, 20]),
    PictureCase("SVG on several lines", "<svg\n\theight=\"2\"\n\twidth=\"1\"\n>", [1, 2]),
    PictureCase("SVG of no size", "<svg>", nil),
    PictureCase("SVG of endless size", "<svg width=\"1e999\" height=\"nan\" viewBox=\"0 0 -1 4\">", nil),
    PictureCase("Nothing", [], nil),
    PictureCase("Text", "What is no picture", nil),
]

@Suite("Sizes of pictures")
struct PictureSizeTests {
    @Test("A picture's size is read from its first bytes", arguments: pictures)
    fileprivate func size(_ picture: PictureCase) {
        let size = PictureSize(head: picture.bytes)
        #expect(size.map { [$0.width, $0.height] } == picture.size)
    }

    @Test("Broken files never trap", arguments: pictures)
    fileprivate func brokenFiles(_ picture: PictureCase) {
        for count in picture.bytes.indices {
            _ = PictureSize(head: Array(picture.bytes.prefix(count)))
            for byte: UInt8 in [0, 0x7F, 0xFF] {
                var bytes = picture.bytes
                bytes[count] = byte
                _ = PictureSize(head: bytes)
            }
        }
    }
}
