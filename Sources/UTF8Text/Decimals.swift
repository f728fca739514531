extension ByteSink where Self: ~Copyable {
    /// Appends a number with as few decimals as possible: `12`, `-0.5`, `3.25`.
    ///
    /// - Parameters:
    ///   - decimal: the number. One that is not finite is written as 0, and one beyond ±10¹² as that bound.
    ///   - decimals: the greatest number of decimals, at most 6.
    @inlinable
    public mutating func append(decimal: Double, decimals: Int = 2) {
        let bound = 1e12
        let clamped = decimal.isFinite ? Swift.min(Swift.max(decimal, -bound), bound) : 0
        var scale = 1.0
        for _ in 0..<Swift.min(Swift.max(decimals, 0), 6) { scale *= 10 }
        let number = Int((clamped * scale).rounded())
        var (rest, unit) = (number.magnitude, UInt(scale))
        var digits = DecimalDigits()
        var hasDecimals = false
        while unit > 1 {
            // Trailing zeros are left out.
            if hasDecimals || rest % 10 > 0 {
                digits.prepend(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                hasDecimals = true
            }
            (rest, unit) = (rest / 10, unit / 10)
        }
        if hasDecimals { digits.prepend(UInt8(ascii: ".")) }
        digits.prepend(rest)
        if number < 0 { digits.prepend(UInt8(ascii: "-")) }
        unsafe digits.withBytes { unsafe append($0) }
    }

    /// Appends an integer.
    @inlinable
    public mutating func append(number: Int) {
        var digits = DecimalDigits()
        digits.prepend(number.magnitude)
        if number < 0 { digits.prepend(UInt8(ascii: "-")) }
        unsafe digits.withBytes { unsafe append($0) }
    }
}

/// The characters of one number, written from the last to the first.
@usableFromInline
struct DecimalDigits {
    /// Storage for any 64-bit number with its sign and a point.
    private var bytes: (UInt64, UInt64, UInt64) = (0, 0, 0)
    private static let room = 24
    /// The offset of the first character.
    private var start = room

    @usableFromInline
    init() {}

    @usableFromInline
    mutating func prepend(_ byte: UInt8) {
        start -= 1
        unsafe withUnsafeMutableBytes(of: &bytes) { [start] in unsafe $0[start] = byte }
    }

    @usableFromInline
    mutating func prepend(_ number: UInt) {
        var rest = number
        repeat {
            prepend(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
    }

    @usableFromInline
    func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        unsafe withUnsafeBytes(of: bytes) { all in
            unsafe all.withMemoryRebound(to: UInt8.self) {
                unsafe body(UnsafeBufferPointer(rebasing: $0[start...]))
            }
        }
    }
}
