import Diagnostics
import EDTF

/// Checks that claims have unique ids, answer claims that exist, have a speaker and say something.
func checkClaims(_ entry: Entry, _ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    var ids: [String: Range<Int>] = [:]
    for (index, claim) in entry.claims.enumerated() {
        if let id = claim.id, let first = ids.updateValue(id.range, forKey: id.value) {
            found.report(
                .duplicateKey, "claim '\(id.value)' is defined twice", id.range,
                notes: [Diagnostic.Note("first written here", at: SourceLocation(entry.path, first))])
        }
        checkAnswer(claim, ClaimKey(entry: number, claim: index), all, &found)
        checkSpeaker(claim, &found)
    }
}

private func checkAnswer(
    _ claim: Claim, _ key: ClaimKey, _ all: CheckedContent, _ found: inout EntryFindings
) {
    guard let of = claim.of else { return }
    guard let target = all.answers.targets[key] else {
        reportUnknownClaim(of, key, all, &found)
        return
    }
    if target == key {
        found.report(.unknownClaim, "'\(of.value)' is this claim itself", of.range)
        return
    }
    if all.isHidden(target.entry, from: found.path) {
        found.report(.unknownClaim, "'\(of.value)' is on the site only later", of.range)
    }
    guard claim.stance.value == .denies, let said = claim.date, let first = all.claim(target).date,
        let denied = said.value.latest.day, let asserted = first.value.earliest.day, denied < asserted
    else { return }
    let note = Diagnostic.Note(
        "the answered claim was made here",
        at: SourceLocation(all.entries[target.entry].path, first.range))
    found.report(.denialBeforeClaim, "denial of a claim that was not yet made", said.range, notes: [note])
}

/// Reports the name of a claim that does not exist.
///
/// - Parameter key: The claim that names it, or the entry that does, with -1 in place of a claim.
func reportUnknownClaim(
    _ of: Located<String>, _ key: ClaimKey, _ all: CheckedContent, _ found: inout EntryFindings
) {
    var nearest: String?
    let own = key.claim < 0 ? nil : all.claim(key).id?.value
    if let mark = of.value.firstIndex(of: "#") {
        let slug = String(of.value[..<mark])
        if let slot = all.slots[slug] {
            // Of an entry that could not be read nobody knows the claims.
            if !all.entries[slot].isReadable { return }
            nearest = all.nearest.claims(of: all.entries[slot], at: slot, named: slug + "#")
                .nearest(to: of.value, except: own)
        } else if let reason = all.absence(of: slug) {
            found.report(.unknownClaim, "'\(slug)' is \(reason)", of.range)
            return
        } else {
            let rest = of.value[mark...]
            let slug = all.nearest.entries.nearest(to: slug)
            nearest = slug.flatMap { nearestName(to: of.value, among: [$0 + rest]) }
        }
    } else {
        nearest = all.nearest.claims(of: all.entries[key.entry], at: key.entry)
            .nearest(to: of.value, except: own)
    }
    let location = SourceLocation(found.path, of.range)
    let fixIts = nearest.map { [Diagnostic.FixIt.replace(location, with: $0)] } ?? []
    found.report(.unknownClaim, "'\(of.value)' is not a claim", of.range, fixIts: fixIts)
}

private func checkSpeaker(_ claim: Claim, _ found: inout EntryFindings) {
    let isUnnamed = claim.by.contains { $0.id == Claim.unnamed }
    let hasSpeaker = !claim.lacks("by") && (!isUnnamed || claim.byText != nil)
    if !hasSpeaker {
        let fix = Diagnostic.FixIt(isUnnamed ? "add by_text:" : "add by: an actor, or unnamed with by_text:")
        if let quote = claim.quote {
            found.report(.quoteWithoutSpeaker, "quote without a speaker", quote.range, fixIts: [fix])
        } else {
            let range = claim.range.lowerBound..<claim.range.lowerBound
            found.report(
                .missingKey, isUnnamed ? "claim has no by_text" : "claim has no by", range, fixIts: [fix])
        }
    }
    checkIdleKeys(claim, &found)
    if let quote = claim.quote, claim.lacks("source") {
        found.report(
            .quoteWithoutSource, "quote without a source", quote.range,
            fixIts: [Diagnostic.FixIt("add source:")])
    }
    if claim.lacks("says"), claim.lacks("quote"), claim.lacks("of") {
        let range = claim.range.lowerBound..<claim.range.lowerBound
        found.report(
            .claimWithoutWords, "claim says nothing", range,
            fixIts: [Diagnostic.FixIt("add says:, quote: or of:")])
    }
}

extension Claim {
    /// Whether a key has no value in the file. A value that could not be read has been reported, and does not count as
    /// missing.
    func lacks(_ key: String) -> Bool {
        let hasValue: Bool =
            switch key {
            case "by": !fields.by.isEmpty
            case "source": !fields.sources.isEmpty
            case "says": fields.says != nil
            case "quote": fields.quote != nil
            case "date": fields.date != nil
            default: fields.of != nil
            }
        return !hasValue && !fields.writtenKeys.contains(key)
    }
}

/// Checks that keys about a quote or an unnamed speaker come with a quote or such a speaker.
private func checkIdleKeys(_ claim: Claim, _ found: inout EntryFindings) {
    let range = claim.range.lowerBound..<claim.range.lowerBound
    if claim.byText != nil, !claim.by.isEmpty, !claim.by.contains(where: { $0.id == Claim.unnamed }) {
        found.report(
            .idleKey, "by_text beside a named speaker", range,
            fixIts: [Diagnostic.FixIt("write by: unnamed, or leave by_text out")])
    }
    let details = [
        ("quote_language", claim.quoteLanguage), ("quote_original", claim.quoteOriginal),
        ("translated_by", claim.translatedBy),
    ]
    guard claim.lacks("quote"), let detail = details.first(where: { $0.1 != nil }) else { return }
    found.report(
        .idleKey, "\(detail.0) without a quote", range, fixIts: [Diagnostic.FixIt("add quote:")])
}

/// Checks that the status of an entry agrees with its claims and their denials.
func checkStatus(_ entry: Entry, _ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    guard let status = entry.assessedStatus else { return }
    var dispute = all.dispute(about: number)
    let denials = dispute.openDenials(against: number)
    let word = status.value.rawValue
    if let denial = denials.first, status.value == .confirmed || status.value == .claimed {
        let claim = all.claim(denial)
        let note = Diagnostic.Note(
            "it is denied here", at: SourceLocation(all.entries[denial.entry].path, claim.stance.range))
        found.report(
            .statusAgainstClaims, "\(word), and denied", status.range, notes: [note],
            fixIts: [Diagnostic.FixIt("write disputed, or say which claim the denial answers")])
    }
    let needsClaim = [entry.status, entry.contentStatus].compactMap { $0 }.first {
        $0.value != .confirmed && $0.value != .unrated
    }
    if let needsClaim, entry.claims.isEmpty, !entry.writtenKeys.contains("claims") {
        found.report(
            .statusAgainstClaims, "\(needsClaim.value.rawValue), and nobody claims anything",
            needsClaim.range, fixIts: [Diagnostic.FixIt("add claims:")])
    }
}

extension CheckedContent {
    func claim(_ key: ClaimKey) -> Claim { entries[key.entry].claims[key.claim] }

    /// The dispute between the claims on the site as an entry sees it: without those that are published later.
    ///
    /// - Parameter number: The index of the entry.
    func dispute(about number: Int) -> ClaimDispute {
        let path = entries[number].path
        return ClaimDispute(entries, answers) { !self.isHidden($0.entry, from: path) }
    }
}

extension Rule {
    static let unknownClaim = Rule(
        "unknown-claim", mandatory: true,
        "A claim answers (of:) a claim of the same entry by its id, or one of another entry as slug#claim.")
    static let denialBeforeClaim = Rule(
        "denial-before-claim", .warning, "A denial is not older than the claim that it answers.")
    static let quoteWithoutSpeaker = Rule("quote-without-speaker", "A quote states its speaker.")
    static let quoteWithoutSource = Rule("quote-without-source", "A quote has a source.")
    static let idleKey = Rule(
        "idle-key",
        "by_text requires by: unnamed; quote_language, quote_original and translated_by require a quote.")
    static let claimWithoutWords = Rule(
        "claim-without-words", "A claim says something, quotes something, or answers a claim.")
    static let statusAgainstClaims = Rule(
        "status-against-claims", .warning,
        "An entry that is confirmed or claimed has no unanswered denial, and every status but confirmed and unrated is based on a claim."
    )
}
