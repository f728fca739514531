extension StringProtocol {
    /// The text in Unicode's full case folding (section 3.13), so that texts which differ only in case are equal: `ß`
    /// becomes `ss`, and both small sigmas become one. Canonically equivalent forms of a letter are equal anyway,
    /// because Swift compares them so. The folding is independent of language.
    public var caseFolded: String {
        var folded = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                folded.append(Unicode.Scalar(byte.asciiLowercased))
            } else {
                Self.fold(scalar, into: &folded)
            }
        }
        return String(folded)
    }

    /// Maps a scalar to lower case by way of its upper case, so that `ẞ`, `ß` and `SS` all become `ss`.
    private static func fold(_ scalar: Unicode.Scalar, into folded: inout String.UnicodeScalarView) {
        // The dotless ı has a capital of its own in some languages only.
        if scalar == "\u{131}" { return folded.append(scalar) }
        for small in scalar.properties.lowercaseMapping.unicodeScalars {
            for capital in small.properties.uppercaseMapping.unicodeScalars {
                folded.append(contentsOf: capital.properties.lowercaseMapping.unicodeScalars)
            }
        }
    }
}
