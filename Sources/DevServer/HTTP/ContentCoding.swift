import Diagnostics
import UTF8Text

/// The evaluation of an Accept-Encoding header for gzip (RFC 9110, 12.5.3).
enum ContentCoding {
    /// Whether a response may be sent with gzip: the header names `gzip`, or else `*`, with a weight above zero.
    static func allowsGzip(_ fields: [String]) -> Bool {
        var weights: [String: Bool] = [:]
        for item in fields.flatMap({ $0.lowercased().parts(between: ",") }) {
            let parts = item.parts(between: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let name = parts.first else { continue }
            let weight = parts.dropFirst().first { $0.begins(with: "q=") }?.dropFirst(2)
            weights[name] = weight.map { $0.contains { ("1"..."9").contains($0) } } ?? true
        }
        return weights["gzip"] ?? weights["*"] ?? false
    }
}
