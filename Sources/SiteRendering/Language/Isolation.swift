extension String {
    /// The text for insertion into a line of the interface: within isolates (UAX #9, FSI and PDI) if it contains
    /// right-to-left letters, so that it does not reorder its surroundings. Elsewhere the page isolates texts by
    /// markup.
    var isolated: String { hasRightToLeftLetters ? "\u{2068}\(self)\u{2069}" : self }

    /// Whether the text contains letters of a right-to-left script.
    var hasRightToLeftLetters: Bool {
        // All scripts of that kind begin with D6 or more in UTF-8: most texts have no such byte.
        let mayHold =
            unsafe utf8.withContiguousStorageIfAvailable { unsafe $0.contains { $0 >= 0xD6 } } ?? true
        return mayHold
            && unicodeScalars.contains { scalar in
                switch scalar.value {
                case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: true
                case 0x10800...0x10FFF, 0x1E800...0x1EFFF, 0x200F: true
                default: false
                }
            }
    }
}
