import Diagnostics
import EDTF

extension Content {
    /// Checks what an editor would ask about, beyond what a site needs: each finding is worth a second look,
    /// and none of them is in the way of a build.
    ///
    /// - Parameter asOf: the day that counts as today; nil where nothing in the content has a day.
    public func checkEditorially(leftOut: [LeftOut], asOf: CalendarDay?, jobs: Int = 1) -> [Diagnostic] {
        let checked = CheckedContent(self, leftOut: leftOut)
        let checks = entryChecks + [expectationCheck(asOf: asOf)]
        let perEntry = concurrentMap(count: checked.entries.count, jobs: jobs) { number in
            let entry = checked.entries[number]
            var found = EntryFindings(path: entry.path)
            // Of what could not be read nobody knows what it lacks.
            if entry.isReadable {
                for check in checks { check(number, checked, &found) }
            }
            return found.diagnostics
        }
        return perEntry.flatMap(\.self) + checkRegisteredSources(checked) + checkOrphans(checked)
            + checkPlaceNames(checked) + checkDuplicates(checked) + checkInlineNames(checked)
    }
}

/// A check of one entry, by its number, against everything that was read.
typealias EditorialCheck = @Sendable (Int, CheckedContent, inout EntryFindings) -> Void

private let entryChecks: [EditorialCheck] = [
    checkTitleLength, checkRating, checkClaimDates, checkQuoteLength, checkContestedClaims, checkSummary,
    checkInlineArchives, checkCredits, checkCorrectionDates,
]

/// Every rule that only `dateline check` looks at.
public let editorialRules: [Rule] = [
    .longTitle, .unratedEntry, .claimWithoutDate, .longQuote, .singleSource, .passiveWithoutSpeaker,
    .expectedInPast, .sourceWithoutArchive, .pictureWithoutCredit, .correctionsOverlap, .orphanActor,
    .orphanPlace, .orphanSource, .nearPlaceName, .nearDuplicate, .repeatedName,
]
