import EDTF
import Templates
import TimelineModel

/// A date with its wording. It is shared and never copied, since it holds three texts and appears in many lists.
final class DateView: Sendable {
    let expression: DateExpression
    let language: Language
    /// The author's wording, or that of the date itself.
    let text: String

    var htmlDateTime: String? { expression.htmlDateTime }
    var edtf: String { expression.canonical }

    init(expression: DateExpression, wording: String? = nil, language: Language) {
        self.expression = expression
        self.language = language
        text = wording ?? expression.text(in: language.dates)
    }
}

let dateContext = Context<DateView>(
    "date",
    [
        .text("text", "The date in words: the author's, if there are any") { $0.text },
        .text("edtf", "The date in EDTF") { $0.edtf },
        .text("datetime", "The value of <time datetime>; empty if HTML has none for the date") {
            $0.htmlDateTime
        },
        .text("explanation", "The precision of the date, in words") {
            $0.expression.explanation(in: $0.language.dates)
        },
        .flag("is_exact", "Whether the date is a plain day, month or year without doubt") {
            $0.htmlDateTime != nil
        },
    ])

extension Language {
    func date(_ date: Located<DateExpression>?) -> DateView? {
        date.map { DateView(expression: $0.value, language: self) }
    }
}
