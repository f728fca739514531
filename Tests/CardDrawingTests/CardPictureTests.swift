import Foundation
import Testing
import UTF8Text

@testable import CardDrawing

@Suite("Pictures of cards")
struct CardPictureTests {
    private let pictures: CardPictures

    init() throws { pictures = try CardPress().pictures() }

    @Test(
        "A text of any script and length stays within the margins, and the picture is small",
        arguments: Sample.all)
    func scripts(_ sample: Sample) throws {
        let card = try card(
            sample.heading, line: sample.line, language: sample.language, rtl: sample.isRightToLeft)
        let bytes = try pictures.picture(of: card)
        #expect(bytes.count <= 40_000, "\(bytes.count) bytes")
        let picture = try DecodedPicture(bytes)
        #expect((picture.width, picture.height) == (1200, 630))
        #expect(picture.chunks == ["IHDR", "tEXt", "PLTE", "IDAT", "IEND"])
        #expect(picture.indices.allSatisfy { Int($0) < picture.palette.count })
        // Between the edge and the texts, and beyond the texts, there is nothing but paper. Letters such as f and j
        // may reach a little into the margin.
        let (left, right) = sample.isRightToLeft ? (0..<64, 1112..<1172) : (28..<88, 1136..<1200)
        #expect(picture.ink(inColumns: left, rows: 0..<630, on: paper) == nil)
        #expect(picture.ink(inColumns: right, rows: 0..<630, on: paper) == nil)
        #expect(
            picture.ink(inColumns: 0..<1200, rows: 0..<40, on: paper)
                == (sample.isRightToLeft ? 1172...1199 : 0...27))
        // The date does not touch the line above the status.
        #expect(picture.ink(inColumns: 100..<1100, rows: 508..<523, on: paper) == nil)
        // The heading begins where the card does.
        let heading = try #require(picture.ink(inColumns: 72..<1128, rows: 120..<240, on: paper))
        #expect(sample.isRightToLeft ? heading.upperBound > 1060 : heading.lowerBound < 120)
        #expect(pictures.unknown(among: Array((sample.heading + sample.line).unicodeScalars)) == [])
    }

    @Test(
        "A heading from right to left stands on the right of a card that begins on the left, and the other way round"
    )
    func otherDirection() throws {
        let arabic = try DecodedPicture(pictures.picture(of: card("ميناء")))
        let ink = try #require(arabic.ink(inColumns: 72..<1136, rows: 140..<230, on: paper))
        #expect(ink.lowerBound > 700 && ink.upperBound > 1100)
        let english = try DecodedPicture(pictures.picture(of: card("Port", language: "ar", rtl: true)))
        let other = try #require(english.ink(inColumns: 64..<1128, rows: 140..<190, on: paper))
        #expect(other.lowerBound < 100 && other.upperBound < 500)
    }

    @Test("Equal cards are equal bytes, from any thread; a card that shows anything else is another picture")
    func sameBytes() async throws {
        let first = try pictures.picture(of: card("Harbour closed"))
        let others = CardPress()
        let same = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for number in 0..<16 {
                group.addTask { [pictures] in
                    _ = try pictures.picture(of: card("Harbour \(number)", language: "ko"))
                    return try (number < 8 ? pictures : others.pictures()).picture(of: card("Harbour closed"))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(same.allSatisfy { $0 == first })
        var changed = try card("Harbour closed")
        var all: Set<[UInt8]> = [first]
        changed.heading = "Harbour open"
        all.insert(try pictures.picture(of: changed))
        changed.kicker = nil
        all.insert(try pictures.picture(of: changed))
        changed.line = "1912"
        all.insert(try pictures.picture(of: changed))
        changed.signature = nil
        all.insert(try pictures.picture(of: changed))
        changed.edge = []
        all.insert(try pictures.picture(of: changed))
        changed.marks.append(Card.Mark(.denied, label: "What it says", "Denied"))
        all.insert(try pictures.picture(of: changed))
        changed.style.ink = changed.style.accent
        all.insert(try pictures.picture(of: changed))
        changed.isRightToLeft = true
        all.insert(try pictures.picture(of: changed))
        #expect(all.count == 9)
    }

    @Test("Every sign is another picture, and the edge has the colours in their order")
    func signs() throws {
        let all = try Card.Sign.allCases.map { try pictures.picture(of: card("Harbour", sign: $0)) }
        #expect(Set(all).count == Card.Sign.allCases.count)
        let edge = ["#ff0000", "#00ff00", "#0000ff"]
        let picture = try DecodedPicture(pictures.picture(of: card("Harbour", edge: edge)))
        #expect(
            [100, 300, 500].map { picture.colour(10, $0) } == [[255, 0, 0], [0, 255, 0], [0, 0, 255]])
        let plain = try DecodedPicture(pictures.picture(of: card("Harbour", edge: [])))
        #expect(plain.colour(10, 300) == [0x9A, 0x2A, 0x1F])
    }

    @Test("A picture says itself whether it is that of a card; a changed picture does not")
    func currency() throws {
        let card = try card("Harbour closed")
        let bytes = try pictures.picture(of: card)
        #expect(pictures.isCurrent(bytes, for: card))
        var other = card
        other.heading = "Harbour closed."
        #expect(!pictures.isCurrent(bytes, for: other))
        for place in [0, 20, 40, 60, 90, 118, 119, 200, bytes.count / 2, bytes.count - 1] {
            var changed = bytes
            changed[place] ^= 1
            #expect(!pictures.isCurrent(changed, for: card), "byte \(place)")
        }
        for count in [0, 8, 119, bytes.count - 1] {
            #expect(!pictures.isCurrent(Array(bytes[..<count]), for: card))
        }
    }

    @Test("The texts of a card are told apart by their places")
    func fingerprints() throws {
        var one = try card("a", kicker: "b", line: nil)
        var two = try card("a", kicker: nil, line: "b")
        #expect(one.fingerprint != two.fingerprint)
        (one, two) = (try card("a", kicker: ""), try card("a", kicker: nil))
        #expect(one.fingerprint != two.fingerprint)
    }

    @Test("Characters that no font has are found; those that are invisible are not missed")
    func unknown() {
        let text = "é가\u{10FFFD}\u{200B}\u{2068} \n\u{FE0F}\u{10FFFE}漢"
        #expect(pictures.unknown(among: Array(text.unicodeScalars)).map(\.value) == [0x10FFFD, 0x10FFFE])
        #expect(pictures.unknown(among: []) == [])
        #expect(
            ["가", "漢", "ض", "€"].map { pictures.script(of: $0).name } == [
                "Hangul", "Chinese characters", "Arabic", "symbols",
            ])
        #expect(pictures.script(of: "가").package == "fonts-noto-cjk")
    }

    @Test("A library that is missing, or lacks a function, is named")
    func missing() throws {
        let none = #expect(throws: DrawingFailure.self) {
            try CardPress(library: "libnowhere.so.0").pictures()
        }
        #expect(try #require(none).reason.contains("libnowhere.so.0"))
        let other = #expect(throws: DrawingFailure.self) { try CardPress(library: "libz.so.1").pictures() }
        #expect(try #require(other).reason == "cairo_version_string")
    }

    @Test("Every version is known")
    func versions() {
        #expect(pictures.versions.count == 6)
        #expect(pictures.versions.allSatisfy { $0.contains(/\ \d+/) && !$0.contains("0.0.0") })
    }
}

@Suite("Texts that fit")
struct FittedTextTests {
    private let canvas: Canvas
    private let type = TypeStyle(families: "Noto Serif", size: 0)

    init() throws { canvas = Canvas(try DrawingLibrary(DrawingLibrary.fileName)) }

    private func fit(_ text: String, width: Double = 600, height: Double? = 200) -> FittedText {
        canvas.fit(text, in: type, sizes: [60, 50, 40], width: width, height: height)
    }

    @Test("The largest size that fits is chosen, and no word is broken before the smallest")
    func sizes() {
        #expect(fit("Harbour").type.size == 60)
        #expect(fit("Harbour closed to shipping, the port says").type.size == 50)
        let word = fit("Elektrizitätenhauptbetriebswerk")
        #expect(word.type.size == 40 && word.breaksWords && word.text.hasSuffix("werk"))
        #expect(word.extents.width <= 600)
    }

    @Test(
        "What does not fit ends after a word, with an ellipsis",
        arguments: [
            String(repeating: "The harbour is closed, ", count: 30),
            String(repeating: "الميناء مغلق ", count: 60),
            String(repeating: "การท่าเรือแถลงว่า", count: 60), String(repeating: "港口关闭", count: 200),
            String(repeating: "항구가 폐쇄되었다 ", count: 60), String(repeating: "x", count: 100_000),
            String(repeating: "e\u{301}", count: 2000), String(repeating: "👩‍👩‍👧‍👦", count: 300),
        ])
    func ellipsis(_ text: String) throws {
        for height in [nil, 200.0] {
            let fitted = fit(text, height: height)
            #expect(fitted.text.hasSuffix("…"))
            #expect(fitted.extents.width <= 600 && fitted.extents.height <= height ?? 100)
            let kept = fitted.text.dropLast().unicodeScalars.filter { $0.value != 0x2060 }
            #expect(kept.count > 3)
            #expect(text.unicodeScalars.starts(with: kept))
            let next = try #require(text.unicodeScalars.dropFirst(kept.count).first)
            if text.contains(" ") {
                #expect(next == " " || next == ",", "ends within a word: \(kept.suffix(9))")
            }
            // A mark stays with its letter.
            #expect(next != "\u{301}" && next != "\u{200D}")
        }
    }

    @Test("Line ends and control characters are spaces, and isolates that are cut are closed")
    func controls() {
        #expect(fit("a\nb\u{0}c\u{2028}d\te").text == "a b c d e")
        let isolated = fit("\u{2068}" + String(repeating: "ميناء ", count: 99) + "\u{2069}")
        #expect(isolated.text.hasSuffix("…\u{2069}"))
        #expect(fit("").text == "")
    }

    @Test("Korean lines end between words")
    func korean() {
        #expect(fit("항구가 폐쇄").text.unicodeScalars.count { $0.value == 0x2060 } == 3)
    }
}

@Suite("Colours")
struct ColourTests {
    @Test(
        "Colours are read as CSS writes them",
        arguments: [
            ("#1f6f8b", [0x1F, 0x6F, 0x8B]), ("#fA0", [0xFF, 0xAA, 0]), ("#000000", [0, 0, 0]), ("fff", nil),
            ("#ff", nil), ("#ffff", nil), ("#ggg", nil), ("", nil), ("#", nil), ("#12345é", nil),
            ("#1 2 3 ", nil),
        ] as [(String, [UInt8]?)])
    func colours(_ text: String, _ channels: [UInt8]?) {
        #expect(Colour(text).map { [$0.red, $0.green, $0.blue] } == channels)
    }
}
