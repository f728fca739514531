/// The mistake in a text that is not an EDTF date, with its location and the text's possible meanings.
public struct DateSyntaxError: Error, Hashable, Sendable {
    /// A headline without a period, such as "February 2003 has 28 days".
    public var message: String
    /// Every valid EDTF date that a reader could understand the whole text to mean; empty if none
    /// is found.
    public internal(set) var readings: [String] = []
    /// The reading that ``SafeRepair`` allows a program to write unasked; nil if there is none.
    public internal(set) var repair: String?
    /// The offset of the mistake, in UTF-8 bytes from the start of the text.
    public var offset: Int
    /// The length of the mistake in UTF-8 bytes; 0 if something is missing.
    public var length: Int

    /// Whether the text would be a date if its month had the day.
    var isMissingDay = false

    init(_ message: String, offset: Int, length: Int) {
        self.message = message
        self.offset = offset
        self.length = length
    }

    /// Returns an instruction for each reading, such as `write 0044 for 44 CE`; for the safe repair alone if there is
    /// one.
    ///
    /// - Parameter written: returns a reading in the notation of the surrounding text, such as quoted YAML.
    public func instructions(_ written: (String) -> String = { $0 }) -> [String] {
        if let repair { return ["write \(written(repair))"] }
        return readings.map { reading in
            let words = (try? DateExpression(reading))?.text(in: .english) ?? reading
            return words == reading ? "write \(written(reading))" : "write \(written(reading)) for \(words)"
        }
    }
}
