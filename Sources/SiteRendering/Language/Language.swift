import EDTF
import TimelineModel

/// All texts of the interface in one language. Another language is another instance.
final class Language: Sendable {
    /// The language tag (BCP 47).
    let tag: String
    /// The names and patterns for dates.
    let dates: DateLanguage
    /// The names of the months from January on, abbreviated for an axis.
    let shortMonths: [String]
    private let words: [Word: String]
    private let phrases: [Phrase: MessageTemplate]
    private let statuses: [Status: (name: String, meaning: String)]
    private let stances: [Stance: (one: String, many: String, label: String)]
    private let kinds: [ActorKind: String]
    private let changes: [ChangeKind: String]
    private let outcomes: [OutcomeResult: String]
    private let travelModes: [TravelMode: String]
    /// The texts for 0 to 100 entries, since nearly all lists have such numbers.
    private let entryCounts: [String]

    init(
        tag: String, dates: DateLanguage, shortMonths: [String], words: [Word: String],
        phrases: [Phrase: String],
        statuses: [Status: (name: String, meaning: String)],
        stances: [Stance: (one: String, many: String, label: String)], kinds: [ActorKind: String],
        changes: [ChangeKind: String],
        outcomes: [OutcomeResult: String], travelModes: [TravelMode: String]
    ) {
        self.tag = tag
        self.dates = dates
        self.shortMonths = shortMonths
        self.words = words
        let phrases = phrases.mapValues { MessageTemplate($0) }
        self.phrases = phrases
        entryCounts = (0...100).map { count in
            phrases[Self.entryCount(count)]?.filled(["count": String(count)]) ?? ""
        }
        self.statuses = statuses
        self.stances = stances
        self.kinds = kinds
        self.changes = changes
        self.outcomes = outcomes
        self.travelModes = travelModes
    }

    /// Returns the language for a tag; English if there is none.
    static func named(_ tag: String) -> Language { .english }

    subscript(word: Word) -> String { words[word] ?? "" }

    /// Returns a message with its placeholders filled. Values with right-to-left letters are isolated, so that they
    /// do not reorder the message.
    func fill(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
        guard values.contains(where: { $0.value.hasRightToLeftLetters }) else {
            return phrases[phrase]?.filled(values) ?? ""
        }
        return phrases[phrase]?.filled(with: values.map { ($0.key, $0.value.isolated) }) ?? ""
    }

    func name(of status: Status) -> String { statuses[status]?.name ?? status.rawValue }
    func meaning(of status: Status) -> String { statuses[status]?.meaning ?? "" }
    func name(of change: ChangeKind) -> String { changes[change] ?? change.rawValue }
    func name(of kind: ActorKind) -> String { kinds[kind] ?? kind.rawValue }
    func name(of outcome: OutcomeResult) -> String { outcomes[outcome] ?? outcome.rawValue }
    func name(of mode: TravelMode) -> String { travelModes[mode] ?? mode.rawValue }

    /// Returns the verb for a stance: `denies` for one speaker, `deny` for several.
    func verb(_ stance: Stance, speakers: Int) -> String {
        let verbs = stances[stance]
        return (speakers > 1 ? verbs?.many : verbs?.one) ?? stance.rawValue
    }

    /// Returns the heading for the speakers who take a stance, such as `Denies`.
    func label(of stance: Stance) -> String { stances[stance]?.label ?? stance.rawValue }

    /// Returns a number of entries in words: `1 entry`, `48 entries`.
    func entries(_ count: Int) -> String {
        entryCounts.indices.contains(count)
            ? entryCounts[count] : fill(Self.entryCount(count), ["count": grouped(String(count))])
    }

    private static func entryCount(_ count: Int) -> Phrase { count == 1 ? .entryCountOne : .entryCountOther }

    /// Returns a decimal number with its thousands separated, as in `1,000,000`.
    func grouped(_ decimal: String) -> String {
        if decimal.utf8.count <= 3, !decimal.utf8.contains(UInt8(ascii: "-")) { return decimal }
        let sign = decimal.hasPrefix("-") ? "−" : ""
        let digits = decimal.hasPrefix("-") ? decimal.dropFirst() : decimal[...]
        let parts = digits.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, whole.count > 3 else { return sign + digits }
        return sign + dates.grouped(whole) + (parts.count > 1 ? "." + parts[1] : "")
    }

    /// Returns a day in words.
    func words(for day: CalendarDay) -> String {
        (try? DateExpression(day.iso))?.text(in: dates) ?? day.iso
    }

    /// Returns a list in words: `A`, `A and B`, `A, B and C`.
    func list(_ items: [String]) -> String {
        guard let last = items.last?.isolated else { return "" }
        guard items.count > 1 else { return last }
        let first = items.dropLast().reduce("") { list, item in
            list.isEmpty
                ? item.isolated : phrases[.listMore]?.filled(["list": list, "item": item.isolated]) ?? ""
        }
        return phrases[.listLast]?.filled(["list": first, "item": last]) ?? ""
    }
}

extension String {
    /// The text with a capital letter at its beginning, for a heading.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
