import Testing
import UTF8Text

@testable import Diagnostics
@testable import TimelineModel

/// The addresses at which a site may be published.
@Suite struct SiteAddressTests {
    @Test(arguments: [
        ("https://example.org", "https://example.org/"), ("https://example.org/", "https://example.org/"),
        ("http://example.org:8080/a/b", "http://example.org:8080/a/b/"),
        ("HTTPS://Example.org/a/", "https://Example.org/a/"), ("https://127.0.0.1/", "https://127.0.0.1/"),
        ("https://[::1]:8080/x", "https://[::1]:8080/x/"),
        ("https://[2001:db8::1]/", "https://[2001:db8::1]/"),
        ("https://example.org/~user/a.b/", "https://example.org/~user/a.b/"),
        ("https://example.org/straße/", "https://example.org/stra%C3%9Fe/"),
        ("https://example.org/stra%C3%9Fe", "https://example.org/stra%C3%9Fe/"),
        ("https://example.org/e\u{301}/\u{301}x", "https://example.org/e%CC%81/%CC%81x/"),
        ("https://bücher.example/", "https://bücher.example/"), ("https://localhost", "https://localhost/"),
        ("https://example.org/a@b:c;d=e,f!g$h&i'(j)*k+l/", "https://example.org/a@b:c;d=e,f!g$h&i'(j)*k+l/"),
        ("https://my_host.example/...", "https://my_host.example/.../"),
    ])
    func anAddressWithItsSlash(_ text: String, _ expected: String) throws {
        let address = try SiteAddress(text)
        #expect(address.text.utf8.elementsEqual(expected.utf8), "\(address.text)")
        #expect(try SiteAddress(address.text) == address, "the written address is read unchanged")
    }

    /// The wrong part is between ‹ and ›.
    @Test(arguments: [
        ("‹///host/›", "begins with neither http:// nor https://"),
        ("‹//host/›", "begins with neither http:// nor https://"),
        ("‹host/›", "begins with neither http:// nor https://"),
        ("‹›", "begins with neither http:// nor https://"),
        ("‹ftp://host/›", "begins with neither http:// nor https://"),
        ("‹javascript:alert(1)›", "begins with neither http:// nor https://"),
        ("‹https:host/›", "begins with neither http:// nor https://"),
        ("‹https:/host/›", "begins with neither http:// nor https://"),
        ("‹\u{FEFF}https://host/›", "begins with neither http:// nor https://"),
        ("‹https://›", "names no host"), ("‹https:///host/›", "names no host"),
        ("https://‹:80›/", "names no host"),
        ("https://‹user@host›/", "names a user, which is not part of a site's address"),
        ("https://‹@›/", "names a user, which is not part of a site's address"),
        ("https://host‹//›other.host/", "has an empty part in its path"),
        ("https://host/a‹//›b/", "has an empty part in its path"),
        ("https://host‹//›", "has an empty part in its path"),
        ("https://host/a‹//›", "has an empty part in its path"),
        ("https://host/‹..›/other/", "has '..' in its path"), ("https://host/a/‹.›/", "has '.' in its path"),
        ("https://host/‹%2e%2E›/x", "has '%2e%2E' in its path"),
        ("https://host/‹.%2e›", "has '.%2e' in its path"),
        ("https://host/a‹?›b", "has a query"), ("https://host‹?›", "has a query"),
        ("https://host/‹#›", "has a fragment"), ("https://host/a‹ ›b/", "contains a space"),
        ("‹ https://host/›", "begins with neither http:// nor https://"),
        ("https://host/‹\u{A0}›", "contains a space"), ("https://host/‹\n›", "contains a space"),
        ("https://host/‹\u{85}›", "contains a space"),
        ("https://host‹\\›other/", "contains '\\', which no address contains"),
        ("https://host/‹\"›", "contains '\"', which no address contains"),
        ("https://host/‹<›x>", "contains '<', which no address contains"),
        ("https://host/‹\u{0}›", "contains an invisible character"),
        ("https://host/‹\u{1B}›", "contains an invisible character"),
        ("https://host/‹\u{202E}›x", "contains an invisible character"),
        ("https://ho‹\u{200B}›st/", "contains an invisible character"),
        ("https://host/‹a%00b›/", "contains an invisible character"),
        ("https://host/‹a%0Ab›/", "contains an invisible character"),
        ("https://host/‹100%›/", "has a '%' without two digits"),
        ("https://host/‹%zz›", "has a '%' without two digits"),
        ("https://‹host:›/", "has no port from 1 to 65535 after ':'"),
        ("https://‹host:0›/", "has no port from 1 to 65535 after ':'"),
        ("https://‹host:65536›", "has no port from 1 to 65535 after ':'"),
        ("https://‹host:+80›", "has no port from 1 to 65535 after ':'"),
        ("https://‹host:80:80›", "has no port from 1 to 65535 after ':'"),
        ("https://‹[::1]:x›/", "has no port from 1 to 65535 after ':'"),
        ("https://‹[::1›/", "has no valid host"), ("https://‹[::1]x›/", "has no valid host"),
        ("https://‹[host]›/", "has no valid host"), ("https://‹.host›/", "has no valid host"),
        ("https://‹a..b›/", "has no valid host"), ("https://‹host.›/", "has no valid host"),
        ("https://‹-host›/", "has no valid host"), ("https://‹ho%73t›/", "has no valid host"),
        ("https://‹ho;st›/", "has no valid host"),
        ("https://‹\u{301}host:80:›", "has no port from 1 to 65535 after ':'"),
    ])
    func everythingElseIsToldAtItsPlace(_ marked: String, _ reason: String) throws {
        let start = try #require(marked.firstRange(of: "‹"))
        let rest = marked[start.upperBound...]
        let end = try #require(rest.firstRange(of: "›"))
        let inner = rest[..<end.lowerBound]
        let text = String(marked[..<start.lowerBound]) + inner + rest[end.upperBound...]
        let from = marked[..<start.lowerBound].utf8.count
        #expect(throws: SiteAddress.Mistake(reason: reason, range: from..<from + inner.utf8.count)) {
            try SiteAddress(text)
        }
    }

    @Test(arguments: [
        ("https://www.example.org:80/x", "www.example.org"),
        ("https://user:word@example.org?x", "example.org"),
        ("https://[::1]:80/", "[::1]"), ("//host", "host"), ("https://a#//b", "a"), ("https://h/x@y:z", "h"),
    ])
    func theHostOfAnAddress(_ address: String, _ host: String) {
        #expect(WebAddress.host(of: address).map(String.init) == host)
    }

    @Test func anAddressWithoutAHostHasNone() {
        for address in ["", "mailto:a@b", "https://", "https:///x", "tel:1"] {
            #expect(WebAddress.host(of: address) == nil)
        }
        #expect(WebAddress.shortHost(of: "https://www.x.org") == "x.org")
    }
}
