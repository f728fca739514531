import Diagnostics
import EDTF
import TimelineModel

/// The words that a file gives for a date beside the date itself.
enum DisplayDate {
    /// The maximum length of `date_text`.
    private static let longest = 200

    /// Returns the words for `date_text`; nil if they cannot accompany the date, which is reported.
    ///
    /// Words that say less than the date, such as a month alone or "circa", are reported with the date that they
    /// mean: the date may have been filled in for a program that needs a day.
    static func words(
        _ text: String, _ field: SourceField, of date: DateExpression, in run: inout ImportRun,
        at position: SourcePosition, keeping extra: inout [YAMLPair]
    ) -> String? {
        if text.unicodeScalars.count > longest {
            run.keep(field.name, field.range)
            run.report(
                .importChanged,
                "words of more than \(longest) characters are no date_text, and kept below extra",
                at: position, field)
            extra.append(YAMLPair("display_date", .text(text)))
            return nil
        }
        if let contradiction = date.contradiction(with: text, in: run.site.language) {
            run.report(
                .importChanged,
                "'\(text)' is no date_text, since \(contradiction.message); it is kept below extra",
                at: position,
                field)
            extra.append(YAMLPair("display_date", .text(text)))
            return nil
        }
        if let meant = coarser(text, than: date) {
            run.report(
                .importDisplayDate, "'\(text)' says less than \(date.canonical)", at: position, field,
                fixIts: [
                    Diagnostic.FixIt("write date: \(meant) in the entry if no more is known")
                ])
        }
        return text
    }

    /// The EDTF of words that say less than a date; nil if they say as much, or have no reading.
    static func coarser(_ text: String, than date: DateExpression) -> String? {
        var readings: [String] = []
        do throws(DateSyntaxError) { readings = [try DateExpression(text).canonical] } catch {
            readings = error.readings
        }
        guard let first = readings.first, let meant = try? DateExpression(first), meant != date else {
            return nil
        }
        let isVague = (meant.isApproximate || meant.isUncertain) && !date.isApproximate && !date.isUncertain
        guard let start = meant.displayEarliest.day, let end = meant.displayLatest.day,
            let dateStart = date.displayEarliest.day, let dateEnd = date.displayLatest.day
        else { return isVague ? meant.canonical : nil }
        let isWider = start <= dateStart && end >= dateEnd && (start < dateStart || end > dateEnd)
        return isVague || isWider ? meant.canonical : nil
    }
}
