/// The rules by which a status follows from claims. `dateline explain status-history` states them in words.
struct StatusRules {
    private var dispute: ClaimDispute

    /// - Parameter sees: Whether a claim is seen; others do not exist.
    init(_ entries: [Entry], _ answers: ClaimAnswers, sees: @escaping (ClaimKey) -> Bool = { _ in true }) {
        dispute = ClaimDispute(entries, answers, sees: sees)
    }

    /// A status, and the claims that led to it.
    struct Verdict: Equatable {
        var status: Status
        var claims: [ClaimKey]
    }

    /// Returns the status of an event, or of the content of a statement; `nil` if the claims say nothing about it.
    ///
    /// - Parameter number: The index of the entry.
    mutating func verdict(ofEntry number: Int) -> Verdict? {
        let entry = dispute.entries[number]
        let own = entry.claims.indices.map { ClaimKey(entry: number, claim: $0) }.filter(dispute.sees)
        let said = own.filter { !stance($0).isAgainst && stance($0) != .retracts }
        let beside = own.filter { dispute.claim($0).of == nil && stance($0) == .retracts }
        var retractions: [ClaimKey] = []
        let standing = said.filter { key in
            guard let retraction = retraction(of: key, beside: beside) else { return true }
            retractions.append(retraction)
            return false
        }
        if standing.isEmpty, !said.isEmpty { return Verdict(status: .retracted, claims: retractions) }
        let asserted = standing.filter { stance($0).isAsserting }
        if !asserted.isEmpty {
            let denials = dispute.openDenials(against: number) { $0.stance.value.isAsserting }
            if !denials.isEmpty { return Verdict(status: .disputed, claims: asserted + denials) }
        }
        let acknowledged = acknowledgements(of: standing, number)
        if !acknowledged.isEmpty { return Verdict(status: .confirmed, claims: acknowledged) }
        if !asserted.isEmpty { return Verdict(status: .claimed, claims: asserted) }
        let expected = standing.filter { [.expects, .promises].contains(stance($0)) }
        if !expected.isEmpty { return Verdict(status: .expected, claims: expected) }
        if !standing.isEmpty { return Verdict(status: .speculated, claims: standing) }
        // Only denials are left. A statement that denies is about something that others assert.
        let denials = own.filter { stance($0) == .denies }
        if denials.isEmpty { return nil }
        return Verdict(status: entry.kind == .statement ? .disputed : .denied, claims: denials)
    }

    private func stance(_ key: ClaimKey) -> Stance { dispute.claim(key).stance.value }

    /// Returns a claim in which one who made a claim takes it back: an answer to it, or one of the retractions beside it,
    /// which answer none.
    private func retraction(of key: ClaimKey, beside: [ClaimKey]) -> ClaimKey? {
        let speakers = Set(dispute.claim(key).by.map(\.id))
        return (dispute.answers(to: key) + beside).first { other in
            stance(other) == .retracts && dispute.claim(other).by.contains { speakers.contains($0.id) }
        }
    }

    /// Returns the claims in which an actor of the entry confirms what the entry says.
    private func acknowledgements(of standing: [ClaimKey], _ number: Int) -> [ClaimKey] {
        let actors = Set(dispute.entries[number].actors.map(\.id))
        let candidates = standing + standing.flatMap { dispute.answers(to: $0) }
        return candidates.filter { key in
            guard stance(key) == .confirms, dispute.claim(key).by.contains(where: { actors.contains($0.id) })
            else { return false }
            // Who confirms a denial acknowledges nothing, nor who confirms what another entry says.
            guard let target = dispute.answers.targets[key] else { return true }
            return !stance(target).isAgainst && target.entry == number
        }
    }
}
