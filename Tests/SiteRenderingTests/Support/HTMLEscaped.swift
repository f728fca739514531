import UTF8Text

@testable import SiteRendering

extension String {
    /// This plain text as HTML.
    var htmlEscaped: String {
        var bytes: [UInt8] = []
        bytes.append(escaping: self)
        return String(decoding: bytes, as: UTF8.self)
    }
}
