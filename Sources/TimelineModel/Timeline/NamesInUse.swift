import UTF8Text

/// The distinct texts by which entries name the values of one kind, such as actors, numbered in the order of their
/// first occurrences. References with one text are alike in all but their ranges.
struct NamesInUse: Sendable {
    /// A reference as an entry writes it.
    struct Use: Sendable {
        let reference: Reference
        /// The index of the entry.
        let entry: Int
    }

    /// The first reference with each text that stands in an entry; one that only the settings state is not among them.
    private(set) var written: [Use] = []
    private var texts = ByteTable()
    /// Whether ``written`` contains a reference with each text.
    private var areWritten: [Bool] = []

    /// Records a reference of an entry.
    ///
    /// - Returns: The number of its text.
    mutating func note(_ reference: Reference, in entry: Int) -> Int {
        var text = reference.text
        let number = text.withUTF8 { unsafe texts.intern($0) }
        if number == areWritten.count { areWritten.append(false) }
        if !areWritten[number], !reference.range.isEmpty {
            areWritten[number] = true
            written.append(Use(reference: reference, entry: entry))
        }
        return number
    }
}

/// The distinct names of all kinds that entries use.
struct UsedNames: Sendable {
    var actors = NamesInUse()
    var places = NamesInUse()
    var groups = NamesInUse()
    var tags = NamesInUse()

    init() {}

    /// Collects the names of entries.
    init(_ entries: [Entry]) {
        for number in entries.indices {
            let entry = entries[number]
            entry.forEachActor { _ = actors.note($0, in: number) }
            entry.forEachPlace { _ = places.note($0, in: number) }
            if let group = entry.group { _ = groups.note(group, in: number) }
            for tag in entry.tags { _ = tags.note(tag, in: number) }
        }
    }
}
