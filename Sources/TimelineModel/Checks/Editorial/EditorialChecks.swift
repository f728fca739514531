import Diagnostics
import EDTF
import Files

extension Content {
    /// Checks what an editor would ask about, beyond the needs of a site. Each finding deserves a second look, and none
    /// prevents a build.
    ///
    /// - Parameters:
    ///   - leftOut: The files that are not on the site.
    ///   - asOf: The day that counts as today; `nil` if nothing in the content has a day.
    ///   - jobs: The number of threads that check entries.
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

/// A check of one entry, given by its index, against all content.
typealias EditorialCheck = @Sendable (Int, CheckedContent, inout EntryFindings) -> Void

private let entryChecks: [EditorialCheck] = [
    checkTitleLength, checkRating, checkClaimDates, checkQuoteLength, checkContestedClaims, checkSummary,
    checkInlineArchives, checkCredits, checkCorrectionDates, checkStatusHistory, checkSourceDays,
    checkClaimDays,
    checkReportDay,
]

/// The rules that only `dateline check` applies.
public let editorialRules: [Rule] = [
    .longTitle, .unratedEntry, .claimWithoutDate, .longQuote, .singleSource, .passiveWithoutSpeaker,
    .expectedInPast, .sourceWithoutArchive, .pictureWithoutCredit, .correctionsOverlap, .orphanActor,
    .orphanPlace, .orphanSource, .nearPlaceName, .nearDuplicate, .repeatedName, .statusHistory,
    .sourceBeforeEvent, .claimBeforeEvent, .reportDay,
]
