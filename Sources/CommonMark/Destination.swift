/// What the destination of a link leads to.
enum Destination {
    /// Relative to the page or site, a host without a scheme (`//host`, which leads nowhere from a file), a
    /// fragment, or nothing: for the site to resolve or to refuse.
    case relative
    /// Has a scheme.
    case external
    /// Has a scheme that libcmark empties; `data:` without libcmark's exception for images.
    case unsafe

    init(_ destination: UnsafeBufferPointer<UInt8>) {
        if let scheme = Self.scheme(of: destination) {
            self = ["javascript", "vbscript", "file", "data"].contains(scheme) ? .unsafe : .external
        } else {
            self = .relative
        }
    }

    /// The lower-case scheme, after RFC 3986, section 3.1. Browsers also see one behind control characters
    /// and around line breaks, but those are percent-encoded on the page.
    private static func scheme(of destination: UnsafeBufferPointer<UInt8>) -> String? {
        guard let first = destination.first, first.isLetter else { return nil }
        let scheme = destination.prefix { byte in
            byte.isLetter || byte.isDigit
                || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
        }
        guard scheme.endIndex < destination.endIndex, destination[scheme.endIndex] == .colon else {
            return nil
        }
        return String(decoding: scheme, as: UTF8.self).lowercased()
    }
}
