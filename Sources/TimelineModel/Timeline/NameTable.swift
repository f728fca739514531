import UTF8Text

/// An interning table of ids: it stores each once and numbers them in the order in which they are added.
///
/// Ids that are not all ASCII are compared as strings, which treats canonically equivalent forms as equal: `é` as one
/// code point and as two.
@usableFromInline
struct NameTable: Sendable {
    private var names = ByteTable()
    /// The numbers of ids that are not all ASCII, since equal ones may differ in their bytes.
    private var others: [String: Int] = [:]

    /// Returns the number of an id, or `nil` if the table does not contain it.
    @usableFromInline
    func number(of name: String) -> Int? {
        var text = name
        return text.withUTF8 { unsafe isASCII($0) ? names.number(of: $0) : others[name] }
    }

    /// All ids, in the order of their numbers.
    var allNames: [String] { (0..<names.count).map { String(decoding: names[$0], as: UTF8.self) } }

    /// Returns the number of an id, and adds the id if the table does not contain it.
    mutating func intern(_ name: String) -> Int {
        var text = name
        return text.withUTF8 { bytes in
            if unsafe isASCII(bytes) { return unsafe names.intern(bytes) }
            if let known = others[name] { return known }
            let number = unsafe names.intern(bytes)
            others[name] = number
            return number
        }
    }
}

private func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var high: UInt8 = 0
    for index in unsafe bytes.indices { high |= unsafe bytes[index] }
    return high < 0x80
}
