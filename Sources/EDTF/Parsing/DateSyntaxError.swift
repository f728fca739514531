/// Why a text is no EDTF date: what is wrong, where, and what to write instead.
public struct DateSyntaxError: Error, Hashable, Sendable {
    /// A headline without a period, such as "February 2003 has 28 days".
    public var message: String
    /// A valid EDTF date that was probably meant, for the whole text; nil where none can be told.
    public var suggestion: String?
    /// Where the mistake begins, in UTF-8 bytes from the start of the text.
    public var offset: Int
    /// How many UTF-8 bytes are wrong; 0 where something is missing.
    public var length: Int

    init(_ message: String, suggestion: String? = nil, offset: Int, length: Int) {
        self.message = message
        self.suggestion = suggestion
        self.offset = offset
        self.length = length
    }
}
