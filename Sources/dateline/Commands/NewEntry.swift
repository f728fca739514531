import CommonMark
import EDTF
import TimelineModel

/// An entry that is about to be written.
struct NewEntry {
    var title: String
    var date: DateExpression
    var status: String?
    var group: String?
    var actors: [String] = []
    var places: [String] = []
    var tags: [String] = []
    var sources: [String] = []

    init(title: String, date: DateExpression, status: String?) {
        self.title = title
        self.date = date
        self.status = status
    }

    /// The path of the file for an entry with a slug.
    static func path(of slug: String) -> String { ContentPath.entry(slug + ".md") }

    /// The slug that is derived from the date and the title.
    var slug: String {
        let name = [datePart, Self.shortened(Slug.make(from: title))].filter { !$0.isEmpty }.joined(
            separator: "-")
        return Slug.isUsable(name) ? name : "entry"
    }

    var text: String {
        var lines = ["---", "title: \(yamlScalar(title))", "date: \(quotedDate(date.canonical))"]
        if let status { lines.append("status: \(yamlScalar(status))") }
        if let group { lines.append("group: \(yamlScalar(group))") }
        if !actors.isEmpty { lines.append("actors: \(yamlList(actors))") }
        if !places.isEmpty { lines.append("places: \(yamlList(places))") }
        if !tags.isEmpty { lines.append("tags: \(yamlList(tags))") }
        lines += claimLines
        if claimLines.isEmpty, !sources.isEmpty { lines.append("sources: \(yamlList(sources))") }
        return lines.joined(separator: "\n") + "\n---\n"
    }

    /// The lines of a claim by the first actor, for a status that requires one; empty if no actor is known.
    private var claimLines: [String] {
        guard let status, let stance = Self.stances[status], let speaker = actors.first else { return [] }
        var lines = [
            "claims:", "  - by: \(yamlScalar(speaker))", "    stance: \(stance)",
            "    says: \(yamlScalar(markdownText(title)))",
        ]
        if !sources.isEmpty { lines.append("    source: \(yamlList(sources))") }
        return lines
    }

    private static let stances = [
        "claimed": "asserts", "disputed": "asserts", "denied": "denies", "speculated": "speculates",
        "expected": "expects", "retracted": "retracts",
    ]

    /// The date in the form for a file name: the year, month and day with which it begins, as far as they are known. A
    /// file name must not invent a day. Years before the common era are counted as people count them: `0044-bce-03-15`.
    private var datePart: String {
        var start = date.canonical.drop { !$0.isWholeNumber && $0 != "-" && $0 != "Y" }
        let isLong = start.first == "Y"
        if isLong { start = start.dropFirst() }
        let isNegative = start.first == "-"
        if isNegative { start = start.dropFirst() }
        let parts = start.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = parts.first?.prefix(while: \.isWholeNumber), let number = Int(year),
            isLong ? year.count == parts[0].count : year.count == 4
        else { return "" }
        var known = [String(year)]
        if isNegative || number == 0 {
            // The digits of `-004X` do not give a single year.
            if year.count != parts[0].count, parts[0].dropFirst(year.count).first == "X" { return "" }
            known = [String(number + 1, minimumDigits: 4) + "-bce"]
        }
        if year != parts[0] { return known[0] }
        for part in parts.dropFirst().prefix(2) {
            let digits = part.prefix { $0.isWholeNumber }
            let rest = part.dropFirst(digits.count).first
            guard digits.count == 2,
                rest == nil || rest == "/" || rest == "," || rest == "T" || rest == "]"
                    || rest == "}" || rest == "."
            else { break }
            if known.count == 1, Int(digits).map({ $0 > 12 }) ?? true { break }
            known.append(String(digits))
            if rest != nil { break }
        }
        return known.joined(separator: "-")
    }

    /// Returns as many words of a slug as fit into 60 UTF-8 bytes, because a file's name is limited.
    private static func shortened(_ slug: String) -> String {
        guard slug.utf8.count > 60 else { return slug }
        var short = ""
        for word in slug.split(separator: "-") {
            let longer = short.isEmpty ? String(word) : short + "-" + word
            if longer.utf8.count > 60 { break }
            short = longer
        }
        if !short.isEmpty { return short }
        while short.utf8.count < 56, let next = slug.dropFirst(short.count).first { short.append(next) }
        return short
    }
}
