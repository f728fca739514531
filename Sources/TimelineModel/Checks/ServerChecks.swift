import Diagnostics

/// A link in Markdown to another server names one that there can be, by the rule for all addresses
/// (``WebAddress/fault(in:)``). Its path is whatever a server makes of it: libcmark encodes what no address holds.
func checkServer(_ target: String, _ range: Range<Int>, _ found: inout EntryFindings) {
    let place = SourceLocation(found.path, range)
    func report(_ reason: String, _ readings: [String]) {
        found.report(
            .invalidURL, "'\(target)' is no web address: \(reason)", range,
            fixIts: readings.map { .replace(place, with: $0) })
    }
    guard let scheme = WebAddress.webScheme(of: target) else {
        let name = String(target.parts(between: ":", atMost: 2)[0])
        // Other schemes are for other programs; one that is nearly one of the web's is a slip of the pen.
        guard !WebAddress.schemes.contains(name.lowercased()),
            let nearest = nearestName(to: name.lowercased(), among: ["http", "https"]),
            let rest = target.rest(after: name + "://")
        else { return }
        return report("'\(name)' is no scheme of the web", [nearest + "://" + rest])
    }
    guard let fault = WebAddress.fault(in: target) else { return }
    let rest = target.dropFirst(scheme.utf8.count + 1)
    if rest.begins(with: "//") { return report("it \(fault)", AddressDraft(target).withOneScheme) }
    // `https:a.example` may be a server, or a path: browsers take it for the latter on pages of the same scheme.
    let paths = rest.begins(with: "/") ? [] : [String(rest)]
    report("it \(fault)", rest.isEmpty ? [] : [scheme + "://" + rest.drop { $0 == "/" }] + paths)
}
