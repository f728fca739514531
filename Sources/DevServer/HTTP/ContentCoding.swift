import Diagnostics

/// What an Accept-Encoding header says of gzip (RFC 9110, 12.5.3).
enum ContentCoding {
    /// True where a response may be sent with gzip: it, or everything, is named with a weight above zero.
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
