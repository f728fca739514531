/// A colour in sRGB, without transparency.
public struct Colour: Hashable, Sendable {
    /// The channels, 0 to 255.
    public let red, green, blue: UInt8

    /// Creates a colour from its channels.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// Parses `#` and three or six hexadecimal digits, as CSS writes colours.
    ///
    /// - Returns: nil for any other text.
    public init?(_ text: String) {
        let digits = text.utf8.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == text.utf8.count - 1 else { return nil }
        let channels: [Int]
        switch digits.count {
        case 3: channels = digits.map { $0 * 17 }
        case 6: channels = stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
        default: return nil
        }
        self.init(red: UInt8(channels[0]), green: UInt8(channels[1]), blue: UInt8(channels[2]))
    }

    /// Returns a mixture with another colour.
    ///
    /// - Parameter share: the part of this colour, 0 to 1.
    func mixed(_ share: Double, with other: Colour) -> Colour {
        func channel(_ one: UInt8, _ two: UInt8) -> UInt8 {
            UInt8((Double(one) * share + Double(two) * (1 - share)).rounded())
        }
        return Colour(
            red: channel(red, other.red), green: channel(green, other.green), blue: channel(blue, other.blue))
    }
}
