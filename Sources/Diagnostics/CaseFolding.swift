extension StringProtocol {
    /// The text with its letters folded, so that two that differ in case alone are equal: the full case folding of
    /// Unicode (section 3.13), by which `ß` is `ss` and both small sigmas are one. Forms of one letter are equal anyway,
    /// since Swift compares them so. It knows no language.
    public var caseFolded: String {
        var folded = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                let isCapital = byte &- UInt8(ascii: "A") < 26
                folded.append(Unicode.Scalar(isCapital ? byte | 0x20 : byte))
            } else {
                Self.fold(scalar, into: &folded)
            }
        }
        return String(folded)
    }

    /// Through the small and the capital form to the small one: `ẞ` is `ß` is `SS` is `ss`.
    private static func fold(_ scalar: Unicode.Scalar, into folded: inout String.UnicodeScalarView) {
        // The dotless ı has a capital of its own only where a language says so.
        if scalar == "\u{131}" { return folded.append(scalar) }
        for small in scalar.properties.lowercaseMapping.unicodeScalars {
            for capital in small.properties.uppercaseMapping.unicodeScalars {
                folded.append(contentsOf: capital.properties.lowercaseMapping.unicodeScalars)
            }
        }
    }
}
