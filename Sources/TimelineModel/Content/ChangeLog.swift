import EDTF

/// What one publication changed, or several on one day.
public struct ChangeDay: Sendable, Hashable {
    /// The day of the publication; nil if the file states none that can be read.
    public var date: CalendarDay?
    /// The changes, in the order of the timeline.
    public var changes: [Change]

    /// Creates the changes of a day.
    public init(date: CalendarDay?, changes: [Change]) {
        self.date = date
        self.changes = changes
    }

    static let keys = KeyTable<ChangeDay>(
        "day of changes",
        [
            Key("date", .date, required: true, "The day of the publication.") { $1.date = $2.recentDay($0) },
            Key("changes", .list(.object("change")), required: true, "What it changed.") {
                node, day, decoding in
                day.changes = decoding.objects(node, Change.keys) { _ in Change(.text) }
            },
        ])
}

/// The log of what publications of a site changed: the content of `changes.yml`.
public struct ChangeLog: Sendable, Hashable {
    /// The blocks in the order of the file, each what one publication changed.
    public var days: [ChangeDay] = []

    /// A log without changes.
    public init() {}

    static let keys = KeyTable<ChangeLog>(
        "changes.yml",
        [
            Key("days", .list(.object("day of changes")), "What each publication changed.") {
                node, log, decoding in
                log.days = decoding.objects(node, ChangeDay.keys) { _ in ChangeDay(date: nil, changes: []) }
            }
        ])

    /// The changes of each day, the latest day first; several blocks of one day are one.
    public var latestFirst: [(day: CalendarDay, changes: [Change])] {
        Dictionary(grouping: days.filter { $0.date != nil && !$0.changes.isEmpty }, by: \.date)
            .compactMap { day, blocks in day.map { ($0, blocks.flatMap(\.changes)) } }
            .sorted { $0.0 > $1.0 }
    }

    /// Returns slugs together with those that the same entries had before they moved.
    func earlierSlugs(of slugs: [String]) -> Set<String> {
        var known = Set(slugs)
        if known.isEmpty { return known }
        let moves = days.flatMap(\.changes).filter { $0.kind == .moved }
        for move in moves.reversed() {
            if let was = move.was,
                [move.entry, move.now].contains(where: { $0.map(known.contains) ?? false })
            {
                known.insert(was)
            }
        }
        return known
    }
}
