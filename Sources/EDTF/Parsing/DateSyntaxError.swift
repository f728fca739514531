/// Why a text is no EDTF date: what is wrong, where, and what it can mean.
public struct DateSyntaxError: Error, Hashable, Sendable {
    /// A headline without a period, such as "February 2003 has 28 days".
    public var message: String
    /// Every valid EDTF date that a reader could hold the whole text to mean; empty where none can be told.
    public internal(set) var readings: [String] = []
    /// The one of them that ``SafeRepair`` allows a program to write unasked; nil where there is none.
    public internal(set) var repair: String?
    /// Where the mistake begins, in UTF-8 bytes from the start of the text.
    public var offset: Int
    /// How many UTF-8 bytes are wrong; 0 where something is missing.
    public var length: Int

    /// Whether the text is a date but for a day that its month does not have.
    var isMissingDay = false

    init(_ message: String, offset: Int, length: Int) {
        self.message = message
        self.offset = offset
        self.length = length
    }

    /// What to do about it, an instruction for each reading: `write 0044 for 44 CE`.
    ///
    /// - Parameter written: how a reading is written where the text stands.
    public func instructions(_ written: (String) -> String = { $0 }) -> [String] {
        if let repair { return ["write \(written(repair))"] }
        return readings.map { reading in
            let words = (try? DateExpression(reading))?.text(in: .english) ?? reading
            return words == reading ? "write \(written(reading))" : "write \(written(reading)) for \(words)"
        }
    }
}
