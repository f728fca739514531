import TestSupport
import Testing

@testable import CommonMark

@Suite("Slugs")
struct SlugTests {
    @Test(
        "A slug has the letters and digits of any script, with hyphens between",
        arguments: [
            ("Harbour closed to shipping", "harbour-closed-to-shipping"),
            ("  --A__b!!C 9-- ", "a-b-c-9"),
            ("don't", "don-t"),
            ("ÄÖÜ Straße", "äöü-straße"),
            ("ΑΘΗΝΑ 1896", "αθηνα-1896"),
            ("Российская Федерация", "российская-федерация"),
            ("東京・オリンピック", "東京-オリンピック"),
            ("서울 올림픽", "서울-올림픽"),
            ("القاهرة ١٩١١", "القاهرة-١٩١١"),
            ("हिन्दी में", "हिन्दी-में"),
            ("ภาษาไทย ๒๕", "ภาษาไทย-๒๕"),
            ("עִבְרִית", "עִבְרִית"),
            ("Ⅷ.", "ⅷ"),
            ("e\u{301}\u{302}A", "e\u{301}\u{302}a"),
            ("\u{301}a", "a"),
            ("a \u{301}b", "a-b"),
            ("🏗 1️⃣", "1"),
            ("İstanbul", "i\u{307}stanbul"),
            ("½ x²", "x"),
            ("!?", ""),
            ("", ""),
            ("葛\u{E0100}城", "葛城"),
            ("a\u{0}b\u{200D}c", "a-b-c"),
        ])
    func make(text: String, slug: String) {
        #expect(Array(Slug.make(from: text).unicodeScalars) == Array(slug.unicodeScalars))
        #expect(Array(Slug.make(from: text[...]).unicodeScalars) == Array(slug.unicodeScalars))
    }

    @Test(
        "Slugs are well-formed ids",
        arguments: [
            "a",
            "1911-08-11",
            "gazette-1911-08-12",
            "a--b",
            "-a",
            "größe",
            "東京",
            "हिन्दी",
            "٣",
            "e\u{301}",
        ])
    func wellFormed(id: String) { #expect(Slug.isWellFormed(id)) }

    @Test(
        "Other text is not a well-formed id",
        arguments: [
            "",
            "-",
            "--",
            "A",
            "Executive power",
            "a_b",
            "a.b",
            "a/b",
            "Ä",
            "ǅ",
            "\u{301}a",
            "a-\u{301}",
            "a\u{200D}b",
            "½",
            "🏗",
        ])
    func illFormed(id: String) { #expect(!Slug.isWellFormed(id)) }

    @Test("Every scalar gives a well-formed slug, and the slug of a slug is itself")
    func everyScalar() {
        for value in stride(from: UInt32(1), through: 0x3FFFF, by: 1) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let slug = Slug.make(from: "é" + String(Character(scalar)) + "b")
            let isSound =
                Slug.isWellFormed(slug) && Slug.make(from: slug).utf8.elementsEqual(slug.utf8)
            if !isSound { Issue.record("U+\(String(value, radix: 16)): \(slug)") }
        }
    }

    @Test("The fast path for ASCII gives the same slugs")
    func quickWay() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let bytes = (0..<12).map { _ in UInt8.random(in: 1...127, using: &generator) }
            let text = String(decoding: bytes, as: UTF8.self)
            let slow = Slug.make(from: text + " ä")
            let quick = Slug.make(from: text)
            #expect(slow == (quick.isEmpty ? "ä" : quick + "-ä"), "\(bytes)")
        }
    }
}
