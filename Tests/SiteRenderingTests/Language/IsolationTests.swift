import Testing

@testable import SiteRendering

/// Texts from right to left within lines from left to right.
@Suite struct IsolationTests {
    @Test(arguments: [
        ("Harbour", false), ("Łódź – 東京, 44 BCE", false), ("Ωδή Ձայն", false), ("", false), ("🚢 ☂", false),
        ("נמל", true), ("الميناء (old quay)", true), ("Quay נמל", true), ("ܫܠܡܐ", true), ("𞤀𞤣𞤤𞤢𞤥", true),
        ("ﻼ", true),
    ])
    func onlyWhatRunsTheOtherWayIsIsolated(_ text: String, _ isIsolated: Bool) {
        #expect(text.isolated == (isIsolated ? "\u{2068}\(text)\u{2069}" : text))
    }

    @Test func aMessageIsolatesWhatItIsFilledWith() {
        let fill = { Language.english.fill(.sourceLabel, ["publisher": $0, "date": "12 August 1911"]) }
        #expect(fill("The Gazette") == "The Gazette, 12 August 1911")
        #expect(fill("הארץ") == "\u{2068}הארץ\u{2069}, 12 August 1911")
    }
}
