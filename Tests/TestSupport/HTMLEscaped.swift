import UTF8Text

extension String {
    /// This plain text as HTML.
    public var htmlEscaped: String {
        var bytes: [UInt8] = []
        bytes.append(escaping: self)
        return String(decoding: bytes, as: UTF8.self)
    }
}
