import UTF8Text

/// The kind of a link's destination.
enum Destination {
    /// A destination without a scheme: a relative one, a host without a scheme (`//host`, which leads nowhere from a
    /// file), a fragment, or nothing. The site resolves or refuses it.
    case relative
    /// A destination with a scheme.
    case external
    /// A destination whose scheme libcmark removes; `data:` counts without libcmark's exception for images.
    case unsafe

    init(_ destination: UnsafeBufferPointer<UInt8>) {
        if let scheme = unsafe Self.scheme(of: destination) {
            self = ["javascript", "vbscript", "file", "data"].contains(scheme) ? .unsafe : .external
        } else {
            self = .relative
        }
    }

    /// The lower-case scheme (RFC 3986, section 3.1). Browsers also recognise one after control characters and around
    /// line breaks, but those are percent-encoded on the page.
    private static func scheme(of destination: UnsafeBufferPointer<UInt8>) -> String? {
        guard let first = unsafe destination.first, first.isASCIILetter else { return nil }
        let scheme = unsafe destination.prefix { byte in
            byte.isASCIIAlphanumeric
                || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
        }
        guard unsafe scheme.endIndex < destination.endIndex, unsafe destination[scheme.endIndex] == .colon
        else {
            return nil
        }
        return unsafe String(decoding: scheme, as: UTF8.self).lowercased()
    }

    /// Whether an address needs no further check. That of the web must name a server plainly: letters, digits, hyphens
    /// and single points, with nothing before or behind the name. An address with another scheme must name no server.
    static func isOrdinary(_ destination: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let scheme = unsafe scheme(of: destination) else { return true }
        let rest = unsafe UnsafeBufferPointer(rebasing: destination.dropFirst(scheme.utf8.count + 1))
        let isOfTheWeb = scheme == "http" || scheme == "https"
        guard unsafe rest.starts(with: "//".utf8) else { return !isOfTheWeb && scheme != "ftp" }
        if !isOfTheWeb { return false }
        var (hasPoint, last) = (false, UInt8(ascii: "."))
        for index in 2..<rest.count {
            let byte = unsafe rest[index]
            if byte == UInt8(ascii: "/") { break }
            let isSign = byte == UInt8(ascii: ".") || byte == .hyphen
            guard byte.isASCIIAlphanumeric || isSign && last != UInt8(ascii: ".") && last != .hyphen
            else {
                return false
            }
            if byte == UInt8(ascii: ".") { hasPoint = true }
            last = byte
        }
        return hasPoint && last.isASCIILetter
    }
}
