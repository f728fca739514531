import Files
import Testing

@testable import TimelineModel

/// A mistake, or harmless content, with exactly the expected diagnostics.
struct RuleCase: CustomTestStringConvertible, Sendable {
    let name: String
    let site: @Sendable () -> TestSite
    let expected: [String]

    var testDescription: String { name }

    /// Keys added to a sound entry.
    init(
        _ name: String, _ keys: String, body: String = "", files: [String: String?] = [:],
        _ expected: String...
    ) {
        self.name = name
        self.expected = expected
        site = { TestSite(keys, body: body, files: files) }
    }

    /// Whole files in place of a sound site's.
    init(_ name: String, files: [String: String?], _ expected: String...) {
        self.name = name
        self.expected = expected
        site = { TestSite(files) }
    }

    /// A site that is only made when it is needed.
    init(_ name: String, site: @escaping @Sendable () -> TestSite, _ expected: String...) {
        self.name = name
        self.expected = expected
        self.site = site
    }

    /// Files of bytes that may be invalid UTF-8.
    init(_ name: String, bytes: [String: [UInt8]], _ expected: String...) {
        self.name = name
        self.expected = expected
        site = {
            var site = TestSite()
            site.bytes = bytes
            return site
        }
    }

    /// Files that are not read, in addition to a sound site's files.
    init(_ name: String, unread: [UnreadFile], _ expected: String...) {
        self.name = name
        self.expected = expected
        site = {
            var site = TestSite()
            site.unread = unread
            return site
        }
    }
}
