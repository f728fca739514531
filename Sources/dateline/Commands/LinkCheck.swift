import ArgumentParser
import Diagnostics
import Dispatch
import Synchronization
import TimelineModel

/// The result of requesting an address.
enum LinkResult: Hashable {
    case reached
    /// The address cannot be reached. The reason in words: `404`, `no such host`.
    case dead(String)
    /// The address may be reachable for people, but not for this program. The reason in words.
    case unverified(String)
}

/// Checks whether addresses on the web can be reached, politely: a few hosts at a time, and the addresses of one host
/// one after another.
///
/// The system's `curl` makes the requests: HEAD, and GET unless that succeeds. It speaks http and https alone, also
/// after a redirect.
struct LinkCheck {
    /// The number of hosts that are contacted at a time.
    private static let hosts = 4

    let cache: LinkCache
    /// The time that a connection may take, in seconds; a whole request may take twice as long.
    let timeout: Int

    /// Returns the result for each address, in the order of `urls`.
    ///
    /// - Parameter progress: called from several threads with the numbers of finished and of all requests.
    /// - Throws: `ExitCode.inputOutput` if `curl` is not installed.
    func results(for urls: [String], progress: @Sendable (Int, Int) -> Void) throws -> [LinkResult] {
        guard let curl = ChildProcess.run(["curl", "--version"], capturing: true), curl.status == 0 else {
            Console.error("error: --links needs the program curl, which is not installed\n")
            throw ExitCode.inputOutput
        }
        var known = cache.read()
        let wanted = urls.filter { known[$0] == nil }
        let byHost = Dictionary(grouping: wanted, by: NewSource.host).sorted { $0.key < $1.key }.map(\.value)
        let found = Mutex<[String: LinkResult]>([:])
        let next = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: min(Self.hosts, byHost.count)) { _ in
            while let queue = next.withLock({ number -> [String]? in
                guard number < byHost.count else { return nil }
                number += 1
                return byHost[number - 1]
            }) {
                for url in queue {
                    let result = probe(url)
                    let done = found.withLock { found in
                        found[url] = result
                        return found.count
                    }
                    progress(done, wanted.count)
                }
            }
        }
        let new = found.withLock { $0 }
        known.merge(new) { $1 }
        cache.add(new.filter { $0.value == .reached }.map(\.key).sorted())
        return urls.map { known[$0] ?? .unverified("not asked") }
    }

    private func probe(_ url: String) -> LinkResult {
        let head = ask(url, ["--head"])
        // Many servers do not support HEAD, or answer it differently.
        return head == .reached ? head : ask(url, [])
    }

    private func ask(_ url: String, _ method: [String]) -> LinkResult {
        let arguments =
            ["curl", "--disable", "--silent", "--globoff", "--location", "--max-redirs", "8"]
            + ["--proto", "=http,https", "--proto-redir", "=http,https"]
            + ["--connect-timeout", String(timeout), "--max-time", String(2 * timeout)]
            + ["--user-agent", "dateline/\(Dateline.version) (checks links)", "--output", "/dev/null"]
            + ["--write-out", "%{http_code}"] + method + ["--url", url]
        guard let run = ChildProcess.run(arguments, capturing: true) else {
            return .unverified("curl cannot be started")
        }
        let code = Int(String(decoding: run.output.suffix(3), as: UTF8.self)) ?? 0
        return Self.result(exit: run.status, code: code)
    }

    /// Interprets curl's exit code (its manual, "EXIT CODES") and the status code (RFC 9110, 15).
    static func result(exit: Int32, code: Int) -> LinkResult {
        switch exit {
        case 0: break
        case 1: return .dead("leads to an address that is not http or https")
        case 3: return .dead("no address that curl can read")
        case 6: return .dead("no such host")
        case 7: return .dead("no connection")
        case 28: return .unverified("no answer in time")
        case 35, 51, 58, 60: return .dead("no trustworthy connection")
        case 47: return .dead("redirects without end")
        default: return .unverified("curl ended with \(exit)")
        }
        switch code {
        case 200..<300: return .reached
        case 401, 403, 405, 408, 429, 451: return .unverified(String(code))
        case 400..<500: return .dead(String(code))
        default: return .unverified(String(code))
        }
    }
}

extension LinkResult {
    /// The diagnostic for an address; nil if it was reached.
    func diagnostic(of link: ExternalLink) -> Diagnostic? {
        switch self {
        case .reached: nil
        case .dead(let words):
            Diagnostic(
                .deadExternalLink, "'\(link.url)' cannot be reached: \(words)", at: link.location,
                fixIts: [Diagnostic.FixIt("write its new address, or add archive_url:")])
        case .unverified(let words):
            Diagnostic(
                .unverifiedLink, "'\(link.url)' is unverified: \(words)", at: link.location,
                fixIts: [Diagnostic.FixIt("look at it in a browser")])
        }
    }
}
