import Diagnostics
import Files
import TimelineModel
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of the addresses that were reached recently: `SECONDS ADDRESS` on each line. Addresses that were not reached
/// are requested again each time.
struct LinkCache {
    /// The time for which an address counts as reached, in seconds.
    private static let lifetime = 7 * 86_400
    private static let file = "reached-links.txt"

    /// The folder of the file; nil if nothing is cached.
    let folder: String?

    /// The user's cache folder for this program (XDG Base Directory Specification 0.8).
    static var standardFolder: String? {
        if let cache = Console.variable("XDG_CACHE_HOME"), cache.begins(with: "/") {
            return cache + "/dateline"
        }
        return Console.variable("HOME").map { $0 + "/.cache/dateline" }
    }

    func read() -> [String: LinkResult] {
        lines.mapValues { _ in .reached }
    }

    /// Records addresses as reached now. A failure to write is ignored: the addresses are then requested again.
    func add(_ urls: [String]) {
        guard let folder, !urls.isEmpty else { return }
        var lines = self.lines
        for url in urls { lines[url] = time(nil) }
        let text = lines.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }.joined()
        do {
            try Folders.make(folder)
            try ListFile(path: folder + "/" + Self.file).write(Array(text.utf8))
        } catch { return }
    }

    /// The time at which each address was reached, in seconds since 1970, without expired ones.
    private var lines: [String: Int] {
        guard let folder, let bytes = try? DiskFileTree(root: folder).read(Self.file) else { return [:] }
        let now = time(nil)
        var lines: [String: Int] = [:]
        for line in String(decoding: bytes, as: UTF8.self).parts(between: "\n") {
            let parts = line.parts(between: " ", atMost: 2)
            // A cache is a hint: foreign lines and impossible times are ignored.
            guard parts.count == 2, let then = Int(parts[0]), (now - Self.lifetime...now).contains(then)
            else {
                continue
            }
            lines[String(parts[1])] = then
        }
        return lines
    }
}
