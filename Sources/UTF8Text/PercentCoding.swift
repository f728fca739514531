/// Returns a path for use in a URL: everything but unreserved characters and `/` is percent-encoded (RFC 3986, section
/// 2). Pages, sitemaps, feeds and reports all use this rule.
public func percentEncoded(_ path: String) -> String {
    let isPlain = unsafe path.utf8.withContiguousStorageIfAvailable { unsafe $0.allSatisfy(isUnreserved) }
    if isPlain ?? path.utf8.allSatisfy(isUnreserved) { return path }
    var encoded = ""
    for byte in path.utf8 {
        if isUnreserved(byte) {
            encoded.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            encoded += percentTriple(byte)
        }
    }
    return encoded
}

/// A byte in percent form: `%0A`.
public func percentTriple(_ byte: UInt8) -> String {
    "%" + hexadecimal(byte, atLeast: 2, uppercase: true)
}

/// A path as a link in Markdown has it: letters of any script as they are, so that an author can read them, and all else
/// that an address or Markdown gives a meaning in percent form. A link that is resolved finds the path again.
public func linkEncoded(_ path: String) -> String {
    if path.utf8.allSatisfy(isUnreserved) { return path }
    return path.unicodeScalars.map { scalar in
        let isKept =
            scalar.isASCII ? isUnreserved(UInt8(ascii: scalar)) : !isUnseen(scalar)
        return isKept ? String(scalar) : percentEncoded(String(scalar))
    }.joined()
}

/// Whether a scalar is white space, a control or invisible: a reader of the source would not notice it.
private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        || [.control, .format, .unassigned].contains(scalar.properties.generalCategory)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"): true
    default: byte.isASCIIAlphanumeric
    }
}

/// Returns the text with percent-encoded bytes decoded (`%41` as `A`). Malformed sequences are kept, and the whole text
/// is returned unchanged if the result is not valid UTF-8.
public func percentDecoded(_ text: Substring) -> String {
    guard text.holds("%") else { return String(text) }
    let bytes = percentDecoded(Array(text.utf8), keepingMalformed: true)
    return bytes.flatMap { String(validating: $0, as: UTF8.self) } ?? String(text)
}

/// Returns the text with percent-encoded bytes decoded; nil if a sequence is malformed or the result is not valid UTF-8.
public func strictlyPercentDecoded(_ text: Substring) -> String? {
    percentDecoded(Array(text.utf8), keepingMalformed: false).flatMap {
        String(validating: $0, as: UTF8.self)
    }
}

/// - Parameter keepingMalformed: Whether a `%` without two digits is kept as it is; otherwise the result is nil.
private func percentDecoded(_ source: [UInt8], keepingMalformed: Bool) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
        guard source[index] == UInt8(ascii: "%") else {
            bytes.append(source[index])
            index += 1
            continue
        }
        if index + 2 < source.count, let high = source[index + 1].hexDigitValue,
            let low = source[index + 2].hexDigitValue
        {
            bytes.append(high << 4 | low)
            index += 3
        } else {
            guard keepingMalformed else { return nil }
            bytes.append(source[index])
            index += 1
        }
    }
    return bytes
}
