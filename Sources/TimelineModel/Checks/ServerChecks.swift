import Diagnostics
import UTF8Text

/// Reports a link to another server if its scheme is a misspelling of `http` or `https`, or if its host or port cannot
/// exist. The rule for hosts is that for all addresses of a site: ``WebAddress/fault(in:)``. The path is not checked,
/// because libcmark percent-encodes the characters that an address may not contain.
///
/// - Parameters:
///   - target: the address.
///   - range: the range of the file that the diagnostic marks.
func checkServer(_ target: String, _ range: Range<Int>, _ found: inout EntryFindings) {
    let location = SourceLocation(found.path, range)
    func report(_ reason: String, _ readings: [String]) {
        found.report(
            .invalidURL, "'\(target)' is not a web address: \(reason)", range,
            fixIts: readings.map { .replace(location, with: $0) })
    }
    let readings = AddressDraft(target).withOneScheme
    guard let scheme = WebAddress.webScheme(of: target) else {
        let name = String(target.parts(between: ":", atMost: 2)[0])
        if WebAddress.isMisspelled(name.lowercased()) {
            report("'\(name)' is not a scheme of the web", readings)
        }
        return
    }
    guard let fault = WebAddress.fault(in: target) else { return }
    // `https:a.example` may be a server, or a path: browsers take it for the latter on pages of the same scheme.
    let rest = target.dropFirst(scheme.utf8.count + 1)
    report("it \(fault)", readings + (rest.isEmpty || rest.begins(with: "/") ? [] : [String(rest)]))
}
