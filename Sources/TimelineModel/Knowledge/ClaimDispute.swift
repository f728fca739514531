/// What the claims of a site say against each other, as far as they are seen: open denials, and denials that were
/// withdrawn.
///
/// A claim may have thousands of answers, so the actors who withdraw are collected once per claim that is asked about.
struct ClaimDispute {
    let entries: [Entry]
    let answers: ClaimAnswers
    /// Whether a claim is seen; others do not exist.
    let sees: (ClaimKey) -> Bool
    /// The actors who retract or confirm in an answer, by the claim that they answer.
    private var actors: [ClaimKey: Set<String>] = [:]

    init(_ entries: [Entry], _ answers: ClaimAnswers, sees: @escaping (ClaimKey) -> Bool = { _ in true }) {
        self.entries = entries
        self.answers = answers
        self.sees = sees
    }

    func claim(_ key: ClaimKey) -> Claim { entries[key.entry].claims[key.claim] }

    /// The claims that answer a claim and are seen.
    func answers(to key: ClaimKey) -> [ClaimKey] { (answers.answers[key] ?? []).filter(sees) }

    /// Returns the denials of what an entry says that are not withdrawn: claims of any entry that deny a claim of this
    /// one, and claims of this entry that deny and answer no other, unless its status is `denied`.
    ///
    /// A claim that denies a denial is not among them.
    ///
    /// - Parameters:
    ///   - number: The index of the entry.
    ///   - isAgainst: Whether denials of a claim count, given the claim.
    mutating func openDenials(
        against number: Int, of isAgainst: (Claim) -> Bool = { _ in true }
    ) -> [ClaimKey] {
        let entry = entries[number]
        var denials: [ClaimKey] = []
        for (index, claim) in entry.claims.enumerated() {
            let key = ClaimKey(entry: number, claim: index)
            if !sees(key) { continue }
            if claim.stance.value == .denies, claim.of == nil, entry.assessedStatus?.value != .denied {
                denials.append(key)
            }
            // Who denies a denial does not deny what the entry says.
            if claim.stance.value == .denies || !isAgainst(claim) { continue }
            denials += answers(to: key).filter { self.claim($0).stance.value == .denies }
        }
        return denials.filter { !takesBack($0) }
    }

    /// Whether one of the deniers retracts or confirms in an answer to the denial or to the denied claim.
    mutating func takesBack(_ denial: ClaimKey) -> Bool {
        let deniers = claim(denial).by
        func isReversed(_ about: ClaimKey) -> Bool {
            let reversing = reversers(about)
            return deniers.contains { reversing.contains($0.id) }
        }
        return isReversed(denial) || answers.targets[denial].map(isReversed) ?? false
    }

    private mutating func reversers(_ about: ClaimKey) -> Set<String> {
        if let known = actors[about] { return known }
        var found: Set<String> = []
        for key in answers(to: about) {
            let answer = claim(key)
            guard [.retracts, .confirms].contains(answer.stance.value) else { continue }
            for actor in answer.by { found.insert(actor.id) }
        }
        actors[about] = found
        return found
    }
}
