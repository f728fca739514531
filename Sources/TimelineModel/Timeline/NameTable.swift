/// Ids, each once, with a number for each in the order of their coming.
///
/// Of those that are not all ASCII, two are the same if they are as strings, which take `é` of one code point for `é` of
/// two.
@usableFromInline
struct NameTable: Sendable {
    private var names = ByteTable()
    /// The numbers of those that are not all ASCII: their bytes do not tell which are the same.
    private var others: [String: Int] = [:]

    /// The number of a name; nil where it is not there.
    @usableFromInline
    func number(of name: String) -> Int? {
        var text = name
        return text.withUTF8 { isASCII($0) ? names.number(of: $0) : others[name] }
    }

    /// The number of a name, a new one for a new name.
    mutating func intern(_ name: String) -> Int {
        var text = name
        return text.withUTF8 { bytes in
            if isASCII(bytes) { return names.intern(bytes) }
            if let known = others[name] { return known }
            let number = names.intern(bytes)
            others[name] = number
            return number
        }
    }
}

private func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var high: UInt8 = 0
    for byte in bytes { high |= byte }
    return high < 0x80
}
