/// The classes of ASCII characters. A byte of a longer UTF-8 sequence belongs to none of them.
extension UInt8 {
    /// Whether the byte is a digit, `0` to `9`.
    @inlinable public var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    /// Whether the byte is a letter, `A` to `Z` or `a` to `z`.
    @inlinable public var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

    /// Whether the byte is a capital letter, `A` to `Z`.
    @inlinable public var isASCIICapital: Bool { self &- UInt8(ascii: "A") < 26 }

    /// Whether the byte is a letter or a digit.
    @inlinable public var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

    /// Whether the byte is a hexadecimal digit, in either case.
    @inlinable public var isASCIIHexDigit: Bool { isASCIIDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }

    /// The small letter of a capital one; every other byte is returned as it is.
    @inlinable public var asciiLowercased: UInt8 { isASCIICapital ? self | 0x20 : self }

    /// The value of a hexadecimal digit in either case; nil for every other byte.
    @inlinable public var hexDigitValue: UInt8? {
        if isASCIIDigit { return self - UInt8(ascii: "0") }
        return isASCIIHexDigit ? (self | 0x20) - UInt8(ascii: "a") + 10 : nil
    }
}

/// Returns a number in hexadecimal digits, with zeros in front of it up to a length.
public func hexadecimal(
    _ number: some BinaryInteger, atLeast count: Int, uppercase: Bool = false
) -> String {
    let digits = String(number, radix: 16, uppercase: uppercase)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
}
