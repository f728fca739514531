import Diagnostics

/// Reports a summary that puts a mere claim into the passive without naming a speaker: `was shipped` alone presents it
/// as a fact.
func checkSummary(_ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    let entry = all.entries[number]
    guard let summary = entry.summary, let status = entry.assessedStatus?.value,
        [.claimed, .disputed, .speculated].contains(status), isEnglish(all.content.settings.language)
    else { return }
    let words = wordList(of: summary)
    guard let verb = passive(in: words), !words.contains(where: isAttribution),
        !all.names(in: entry).contains(where: { contains(words, $0) })
    else { return }
    found.report(
        .passiveWithoutSpeaker, "'\(verb)', and nobody says so", entry.summaryRange,
        notes: [
            Diagnostic.Note(
                "it is \(status.rawValue)",
                at: entry.assessedStatus.flatMap {
                    $0.range.isEmpty ? nil : SourceLocation(entry.path, $0.range)
                })
        ],
        fixIts: [Diagnostic.FixIt("name who says so")])
}

private func isEnglish(_ language: String) -> Bool {
    language.split(separator: "-").first?.lowercased() == "en"
}

/// Returns the words of a text in lower case, in order.
func wordList(of text: some StringProtocol) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
}

/// Returns the first passive in a text: a form of `be` and a participle, with at most one word between them.
private func passive(in words: [String]) -> String? {
    for (index, word) in words.enumerated() where auxiliaries.contains(word) {
        let next = words[(index + 1)...].prefix(2)
        guard let participle = next.firstIndex(where: isParticiple) else { continue }
        if participle == index + 1 || between.contains(words[index + 1]) || words[index + 1].hasSuffix("ly") {
            return words[index...participle].joined(separator: " ")
        }
    }
    return nil
}

private func isParticiple(_ word: String) -> Bool {
    participles.contains(word) || word.utf8.count > 4 && word.hasSuffix("ed")
}

/// Whether a word attributes a statement to a speaker, such as `says`, `alleged` or `according`.
private func isAttribution(_ word: String) -> Bool {
    attributions.contains(word) || attributionStems.contains { word.hasPrefix($0) }
}

private func contains(_ words: [String], _ name: [String]) -> Bool {
    guard let first = name.first, words.count >= name.count else { return false }
    return words.indices.contains { start in
        words[start] == first && words[start...].starts(with: name)
    }
}

extension CheckedContent {
    /// Returns the names of all who speak or take part in an entry, each as a list of words.
    fileprivate func names(in entry: Entry) -> [[String]] {
        let known = Set(entry.allActors.map(\.id))
        let written = entry.allActors.filter { !actors.ids.contains($0.id) }.map(\.text)
        let registered = content.actors.filter { known.contains($0.id) }.flatMap {
            [$0.name] + [$0.short].compactMap(\.self) + $0.also
        }
        let unnamed = entry.claims.compactMap(\.byText)
        return (written + registered + unnamed).map { wordList(of: $0) }
    }
}

private let auxiliaries: Set<String> = ["is", "are", "was", "were", "been", "being", "be"]
private let between: Set<String> = ["not", "also", "still", "later", "then", "now", "since", "never", "all"]
private let participles: Set<String> = [
    "sent", "made", "held", "given", "taken", "seen", "shown", "told", "known", "built", "brought", "bought",
    "sold", "found", "thought", "kept", "lost", "met", "paid", "hit", "struck", "sunk", "shot", "thrown",
    "driven", "flown", "written", "broken", "stolen", "chosen", "set", "put", "cut", "led", "fed", "used",
]
private let attributions: Set<String> = [
    "say", "says", "said", "saying", "according", "per", "told", "tells", "state", "states", "stated",
    "think",
    "thinks", "thought",
]
private let attributionStems = [
    "alleg", "claim", "report", "accus", "deni", "deny", "believ", "estimat", "announc", "assert", "assess",
    "suspect", "suppos", "presum", "speculat", "expect", "warn", "insist", "reject",
]

extension Rule {
    static let passiveWithoutSpeaker = Rule(
        "passive-without-speaker", .note,
        "The summary of what is claimed, disputed or speculated names who says so.",
        because:
            "Lists, feeds and cards show only the summary: in the passive and without a speaker, it reads as a fact."
    )
}
