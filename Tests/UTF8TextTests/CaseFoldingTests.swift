import Testing

@testable import UTF8Text

/// Case folding, compared with the whole table of another implementation.
@Suite struct CaseFoldingTests {
    private static let table: [UInt32: String] = Dictionary(
        uniqueKeysWithValues: caseFoldingTable.split(separator: " ").compactMap { pair in
            let sides = pair.split(separator: "=")
            guard let code = UInt32(sides[0], radix: 16) else { return nil }
            let letters = sides[1].split(separator: ",").compactMap {
                UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
            }
            return (code, String(String.UnicodeScalarView(letters)))
        })

    @Test func whatIsOneThereIsOneHereAndNothingElse() throws {
        #expect(Self.table.count > 1400)
        var ours: [String: String] = [:]
        var theirs: [String: String] = [:]
        var count = 0
        for scalar in (UInt32(0)..<0x20000).lazy.compactMap(Unicode.Scalar.init) {
            guard let age = scalar.properties.age,
                (age.major, age.minor) <= (Int(caseFoldingVersion), 0)
            else { continue }
            let expected = Self.table[scalar.value] ?? String(scalar)
            let folded = String(scalar).caseFolded
            #expect(ours.updateValue(folded, forKey: expected) ?? folded == folded, "\(scalar.value)")
            #expect(theirs.updateValue(expected, forKey: folded) ?? expected == expected, "\(scalar.value)")
            count += 1
        }
        #expect(count > 80_000)
    }

    @Test(arguments: [
        ("Photo.JPG", "photo.jpg"), ("straße", "STRASSE"), ("ﬁn", "FIN"), ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("σίσυφοσ", "σίσυφος"),
        ("Ⅷ", "ⅷ"), ("ǅ", "Ǆ"), ("ẞ", "ss"), ("\u{212A}", "k"), ("Å", "a\u{30A}"), ("É", "e\u{301}"),
        ("İ", "i\u{307}"),
        ("Ꭰ", "ꭰ"), ("ᾳ", "αι"), ("ŉ", "ʼN"), ("ﬓ", "մն"),
    ])
    func theSame(_ one: String, _ other: String) {
        #expect(one.caseFolded == other.caseFolded)
    }

    @Test(arguments: [("ı", "i"), ("é", "e"), ("ss", "s"), ("o", "0"), ("а", "a"), ("ー", "-"), ("ｶ", "カ")])
    func another(_ one: String, _ other: String) {
        #expect(one.caseFolded != other.caseFolded)
    }
}
