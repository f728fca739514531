import Diagnostics
import EDTF

/// Checks that the date of an entry agrees with its wording, and that its precision is not invented.
func checkDates(_ entry: Entry, _ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    let date = entry.date
    checkPublish(entry, &found)
    // A date that could not be read was reported.
    if let wording = date.wording, wording.value.utf8.count > longestWording {
        let length = wording.value.unicodeScalars.count
        if length > longestWording {
            found.report(
                .dateTextTooLong, "date_text of \(length) characters", wording.range,
                fixIts: [
                    Diagnostic.FixIt("write when it was in a line, and the rest into the summary or the body")
                ])
            return
        }
    }
    if date.range.isEmpty { return }
    if let wording = date.wording {
        let language = DateLanguage.language(for: all.content.settings.language) ?? .english
        if let against = date.expression.contradiction(with: wording.value, in: language) {
            found.report(
                .dateTextAgainstDate, against.message,
                date.wordingOrigin?.range(of: against.offset..<against.offset + against.length)
                    ?? wording.range,
                notes: [Diagnostic.Note("the date is here", at: SourceLocation(entry.path, date.range))])
        }
    } else if let day = date.expression.fullDay, day.month == 1, day.day == 1 {
        found.report(
            .inventedPrecision, "1 January, to the day", date.range,
            fixIts: [
                Diagnostic.FixIt("write the year alone, or confirm the day with date_text: 1 January …")
            ])
    }
}

/// The maximum length of a `date_text` in Unicode scalars. The text stands in for a date on one line, and checking a
/// longer one against the date would take too long.
private let longestWording = 200

private func checkPublish(_ entry: Entry, _ found: inout EntryFindings) {
    guard let publish = entry.publish?.value.earliest.day else { return }
    for correction in entry.corrections {
        guard let date = correction.date, let day = date.value.latest.day, day < publish else { continue }
        found.report(
            .correctionBeforePublish, "correction of an entry that was not yet published", date.range)
    }
}

extension Rule {
    static let dateTextWithoutDate = Rule(
        "date-text-without-date", mandatory: true, "date_text accompanies a date and never replaces it.")
    static let dateTextAgainstDate = Rule(
        "date-text-against-date",
        "date_text names no year, month or day outside the date, and no day if the date is less precise than a day."
    )
    static let dateTextTooLong = Rule(
        "date-text-too-long", mandatory: true,
        "date_text is one line of at most \(longestWording) characters.")
    static let inventedPrecision = Rule(
        "invented-precision", .warning,
        "A date is no more precise than what is known: 1 January often stands for a whole year.")
    static let correctionBeforePublish = Rule(
        "correction-before-publish", .warning, "A correction is not older than the entry's publication.")
}
