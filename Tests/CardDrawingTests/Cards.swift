import Testing

@testable import CardDrawing

let paper: [UInt8] = [0xFF, 0xFE, 0xFB]

func style(_ fonts: [String] = []) throws -> Card.Style {
    Card.Style(
        paper: Colour(red: paper[0], green: paper[1], blue: paper[2]),
        ink: try #require(Colour("#1a1917")), accent: try #require(Colour("#9a2a1f")), headingFonts: fonts)
}

/// A card such as sites have.
func card(
    _ heading: String, kicker: String? = "Shipping", line: String? = "12 August 1911",
    sign: Card.Sign = .claimed, edge: [String] = ["#1f6f8b"], language: String = "en", rtl: Bool = false
) throws -> Card {
    Card(
        heading: heading, kicker: kicker, line: line, marks: [Card.Mark(sign, "Claimed")],
        signature: "The story of a harbour", edge: edge.compactMap { Colour($0) }, style: try style(),
        language: language, isRightToLeft: rtl)
}

/// A text in one script.
struct Sample: CustomTestStringConvertible, Sendable {
    var language: String
    var heading: String
    var line: String
    var isRightToLeft = false

    var testDescription: String { language }

    static let all = [
        Sample(
            language: "en", heading: "Harbour closed to shipping, the port authority says", line: "44 BCE"),
        Sample(language: "ko", heading: "항만청은 항구가 팔월 초부터 폐쇄되었다고 밝혔다", line: "1911년 8월 12일"),
        Sample(
            language: "ar", heading: "إغلاق الميناء أمام الملاحة، بحسب ما أعلنته هيئة الموانئ",
            line: "١٢ أغسطس ١٩١١", isRightToLeft: true),
        Sample(
            language: "he", heading: "הנמל נסגר לתנועת אוניות, אומרת רשות הנמלים", line: "12 באוגוסט 1911",
            isRightToLeft: true),
        Sample(
            language: "hi", heading: "बंदरगाह को जहाज़ों के लिए बंद कर दिया गया, प्राधिकरण का कहना है",
            line: "12 अगस्त 1911"),
        Sample(
            language: "th", heading: "การท่าเรือแถลงว่าท่าเรือปิดไม่ให้เรือเข้าออกตั้งแต่ต้นเดือนสิงหาคม",
            line: "12 สิงหาคม 1911"),
        Sample(
            language: "ja", heading: "港湾当局は港が八月初めから船舶の通航を停止していると発表した",
            line: "1911年8月12日"),
        Sample(language: "zh-Hans", heading: "港务局称港口自八月初起对船舶关闭，工会予以否认", line: "1911年8月12日"),
        Sample(
            language: "ru", heading: "Порт закрыт для судоходства, сообщает портовое управление",
            line: "12 августа 1911 г."),
        Sample(
            language: "el", heading: "Το λιμάνι έκλεισε για τη ναυσιπλοΐα, ανακοίνωσε η λιμενική αρχή",
            line: "12 Αυγούστου 1911"),
        Sample(
            language: "de",
            heading: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            line: "Sommer 1911"),
        Sample(
            language: "vi",
            heading: String(
                repeating: "Cảng đóng cửa đối với tàu thuyền, cơ quan cảng vụ cho biết. ", count: 9),
            line: String(repeating: "từ đầu tháng tám năm 1911 trở đi ", count: 9)),
    ]
}
