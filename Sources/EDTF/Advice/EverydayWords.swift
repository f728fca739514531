/// The vocabulary of dates in English.
enum EverydayWords {
    /// Months by their English name or abbreviation in lower case.
    static let months: [String: Int] = {
        let english = DateLanguage.english
        var months: [String: Int] = [:]
        for (index, name) in english.months.enumerated() { months[name.lowercased()] = index + 1 }
        for (name, number) in english.reading.abbreviations { months[name.lowercased()] = number }
        return months
    }()
    /// `11.VIII.1911`
    static let romanMonths: [String: String] = {
        let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
        let names = DateLanguage.english.months.map { $0.lowercased() }
        return Dictionary(uniqueKeysWithValues: zip(numerals, names))
    }()
    /// The eras by their letters, and whether each can be the one before the common era. `a.C.` is "antes de Cristo";
    /// A.C. is "ante Christum" for some and "after Christ" for others.
    static let eras: [String: [Bool]] = [
        "bc": [true], "bce": [true], "ad": [false], "ce": [false],
        "aC": [true], "ac": [true, false], "dC": [false],
        "vchr": [true], "nchr": [false], "avjc": [true], "avantjc": [true], "apjc": [false],
    ]
    static let circa: Set<String> = [
        "c", "ca", "circa", "about", "around", "approximately", "approx", "roughly", "abt",
    ]
    /// Words for a date that was worked out: equivalent to "about".
    static let estimates: Set<String> = ["est", "estimated", "cal", "calculated"]
    /// Words that carry no meaning of their own.
    static let empty: Set<String> = ["of", "the", "in", "on"]
    static let joiners: [String: ReadingTable.Joiner] = [
        "to": .to, "until": .to, "till": .to, "through": .to, "thru": .to, "or": .or, "and": .and,
    ]
    static let parts: [String: String] = ["early": "early", "mid": "mid", "middle": "mid", "late": "late"]
    /// Words for the end of a span that still continues.
    static let open: Set<String> = ["now", "present", "today", "ongoing"]
    static let between: Set<String> = ["between", "bet"]
    static let centuries: Set<String> = ["century", "centuries", "cent"]
    static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed",
        "thu", "fri", "sat",
    ]
}
