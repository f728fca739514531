/// A picture's size in pixels, as its file states it and a browser shows it. Pages pass it to the browser, so that
/// the layout does not shift when the picture loads.
public struct PictureSize: Hashable, Sendable {
    /// The width in pixels, above zero.
    public let width: Int
    /// The height in pixels, above zero.
    public let height: Int

    /// The number of bytes of a file that are read to find the size: a camera's embedded preview may come before it.
    static let headLength = 256 * 1024

    init?(_ width: Int?, _ height: Int?) {
        guard let width, let height, width > 0, height > 0 else { return nil }
        self.width = width
        self.height = height
    }

    /// Reads the size from the first bytes of a PNG, JPEG, GIF, WebP, AVIF or SVG file. The format is detected from the
    /// content and not from the name.
    ///
    /// - Returns: `nil` if the format is none of these or the bytes state no size.
    public init?(head bytes: [UInt8]) {
        let head = ByteReader(bytes)
        let size =
            head.png ?? head.gif ?? head.webP ?? head.jpeg ?? head.avif ?? SVGHead(bytes)?.size
        guard let size else { return nil }
        self = size
    }
}

/// Reads numbers from a file's bytes; every read beyond the end yields `nil`.
private struct ByteReader {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func byte(_ offset: Int) -> Int? { bytes.indices.contains(offset) ? Int(bytes[offset]) : nil }

    func big(_ offset: Int, _ count: Int) -> Int? {
        number(offset..<offset + count)
    }

    func little(_ offset: Int, _ count: Int) -> Int? {
        number((offset..<offset + count).reversed())
    }

    private func number(_ offsets: some Sequence<Int>) -> Int? {
        var number = 0
        for offset in offsets {
            guard let byte = byte(offset) else { return nil }
            number = number << 8 | byte
        }
        return number
    }

    func has(_ text: StaticString, at offset: Int) -> Bool {
        guard offset >= 0, offset + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { unsafe $0.elementsEqual(bytes[offset..<offset + $0.count]) }
    }
}

extension ByteReader {
    /// PNG (W3C, third edition): the header chunk comes first.
    var png: PictureSize? {
        guard byte(0) == 0x89, has("PNG\r\n", at: 1), has("IHDR", at: 12) else { return nil }
        return PictureSize(big(16, 4), big(20, 4))
    }

    /// GIF89a: the logical screen.
    var gif: PictureSize? {
        guard has("GIF8", at: 0) else { return nil }
        return PictureSize(little(6, 2), little(8, 2))
    }

    /// WebP (RFC 9649): the extended, the lossless or the lossy header.
    var webP: PictureSize? {
        guard has("RIFF", at: 0), has("WEBP", at: 8) else { return nil }
        if has("VP8X", at: 12) {
            return PictureSize(little(24, 3).map { $0 + 1 }, little(27, 3).map { $0 + 1 })
        }
        if has("VP8L", at: 12) {
            guard let bits = little(21, 4) else { return nil }
            return PictureSize(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        }
        guard has("VP8 ", at: 12) else { return nil }
        return PictureSize(little(26, 2).map { $0 & 0x3FFF }, little(28, 2).map { $0 & 0x3FFF })
    }

    /// AVIF (ISO/IEC 23008-12, 6.5.3): the largest spatial extent, since a file also states those of previews and of
    /// transparency.
    var avif: PictureSize? {
        guard has("ftypavif", at: 4) || has("ftypavis", at: 4) else { return nil }
        var largest: PictureSize?
        for offset in bytes.indices where has("ispe", at: offset) {
            guard let size = PictureSize(big(offset + 8, 4), big(offset + 12, 4)) else { continue }
            if size.width > largest?.width ?? 0 { largest = size }
        }
        return largest
    }

    /// JPEG (ITU T.81, B.2.2): the frame header, with width and height swapped if the camera was turned (Exif 2.3,
    /// orientation).
    var jpeg: PictureSize? {
        guard byte(0) == 0xFF, byte(1) == 0xD8 else { return nil }
        var offset = 2
        var isTurned = false
        while let mark = byte(offset), mark == 0xFF, let kind = byte(offset + 1) {
            if kind == 0xFF {
                offset += 1
                continue
            }
            guard let length = big(offset + 2, 2), length >= 2 else { return nil }
            if kind == 0xE1, has("Exif", at: offset + 4) { isTurned = isExifTurned(offset + 10) }
            let isFrame = 0xC0...0xCF ~= kind && ![0xC4, 0xC8, 0xCC].contains(kind)
            if isFrame {
                let (height, width) = (big(offset + 5, 2), big(offset + 7, 2))
                return isTurned ? PictureSize(height, width) : PictureSize(width, height)
            }
            offset += 2 + length
        }
        return nil
    }

    /// Whether the Exif orientation is 5 to 8, which swaps width and height.
    private func isExifTurned(_ start: Int) -> Bool {
        let isBig = has("MM", at: start)
        func number(_ offset: Int, _ count: Int) -> Int? {
            isBig ? big(start + offset, count) : little(start + offset, count)
        }
        guard let directory = number(4, 4), let count = number(directory, 2) else { return false }
        for index in 0..<min(count, 64) {
            let field = directory + 2 + index * 12
            if number(field, 2) == 0x0112 { return (5...8).contains(number(field + 8, 2) ?? 0) }
        }
        return false
    }
}

/// The start tag of an SVG file, read as far as the size needs it (SVG 2, 7.2 and 8.2).
private struct SVGHead {
    private let tag: Substring

    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes.prefix(8 * 1024), as: UTF8.self)
        guard let start = text.range(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">")
        else { return nil }
        tag = text[start.upperBound..<end]
    }

    /// The width and height in pixels, or the size of the view box if these are missing.
    var size: PictureSize? {
        if let width = pixels("width"), let height = pixels("height"), let size = PictureSize(width, height) {
            return size
        }
        let box = (value("viewBox") ?? "").split { $0 == " " || $0 == "," }.compactMap { Double($0) }
        guard box.count == 4 else { return nil }
        return PictureSize(Self.whole(box[2]), Self.whole(box[3]))
    }

    private func pixels(_ name: String) -> Int? {
        guard var text = value(name) else { return nil }
        if text.hasSuffix("px") { text = text.dropLast(2) }
        return Double(text).flatMap(Self.whole)
    }

    private static func whole(_ number: Double) -> Int? {
        number.isFinite && number > 0 && number < 1e6 ? max(1, Int(number.rounded())) : nil
    }

    private func value(_ name: String) -> Substring? {
        for quote in ["\"", "'"] {
            for space in [" ", "\n", "\t"] {
                guard let start = tag.range(of: "\(space)\(name)=\(quote)") else { continue }
                return tag[start.upperBound...].prefix { String($0) != quote }
            }
        }
        return nil
    }
}

extension StringProtocol where SubSequence == Substring {
    /// Returns the range of the first occurrence of a text.
    fileprivate func range(of text: String) -> Range<Index>? { self.ranges(of: text).first }
}
