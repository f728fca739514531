import Testing

@testable import EDTF

/// Messages with placeholders.
@Suite struct MessageTemplateTests {
    @Test(
        "Placeholders are filled, and those without a value are kept",
        arguments: [
            ("", ""), ("no placeholders", "no placeholders"), ("{a}", "1"), ("{a}{b}", "1two"),
            ("x{b}y", "xtwoy"),
            ("{a} – {a}, {b}: {a}", "1 – 1, two: 1"), ("{c} {a}", "{c} 1"), ("{", "{"), ("}", "}"),
            ("a} {b", "a} {b"),
            ("{a", "{a"), ("é{a}日", "é1日"), ("{ab}{b}", "{ab}two"), ("{}", "{}"), ("{a}}", "1}"),
        ])
    func fills(_ template: String, _ message: String) {
        #expect(MessageTemplate(template).filled(["a": "1", "b": "two"]) == message)
        #expect(MessageTemplate(template).template == template)
    }

    @Test("Long values are inserted as often as their placeholders occur")
    func longValues() {
        let long = String(repeating: "日本語 ", count: 500)
        let template = MessageTemplate("{a}{b}{a}{a}")
        #expect(template.filled(["a": long, "b": "-"]) == long + "-" + long + long)
        #expect(template.filled(["a": "", "b": ""]) == "")
    }
}
