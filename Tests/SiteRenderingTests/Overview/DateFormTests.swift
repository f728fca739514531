import EDTF
import Testing

@testable import SiteRendering

@Suite("Forms that dates are drawn in")
struct DateFormTests {
    /// A form in a line: edges, stretches with their lengths in days, symbols, and how they are joined.
    private func summary(_ text: String) throws -> String? {
        guard let form = DateForm(try DateExpression(text)) else { return nil }
        let fills = form.stretches.map { stretch in
            let length = stretch.last - stretch.first
            return "\(stretch.fill)" + (length.isFinite ? " \(Int(length))" : "")
        }
        let join = form.join.map { [" \($0)"] } ?? []
        let parts = [edge(form.start)] + fills + [edge(form.end), "\(form.anchors.count)"]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ") + join.joined()
    }

    private func edge(_ edge: DateForm.Edge) -> String {
        switch edge {
        case .exact: ""
        case .soft(let qualification): qualification.symbol
        case .open: ".."
        case .unknown: "unknown"
        }
    }

    @Test(
        "Each precision has a form of its own",
        arguments: [
            ("2023-09-13", "1"), ("2023-05-31T06:27:00+09:00", "1"), ("2023-08", "within 31, 1"),
            ("2023", "within 365, 1"), ("202X", "within 3653, 1"), ("2023-08-0X", "within 9, 1"),
            ("2023-21", "within 92, 1"), ("Y17000", "within 365, 1"), ("-0043-03-15", "1"),
            ("2023-08-15~", "~, ~, 1"), ("2023-08-15?", "?, ?, 1"), ("2023-08%", "%, within 31, %, 1"),
            ("2023-07-25/2023-07-27", "lasted 3, 1"), ("2023-08-0X/2023-11-01", "within 9, lasted 84, 1"),
            ("2023-08-2X/2023-09-0X", "within 10, lasted 2, within 9, 1"),
            ("2023-08-0X/2023-08-1X", "within 9, within 10, 1"),
            ("2023-08-~15/2023-10-14", "~, lasted 61, 1"),
            ("2023-09-13/..", "goingOn, .., 1"), ("2023-08-0X/..", "within 9, goingOn, .., 1"),
            ("../2023-11-01", ".., goingOn, 1"), ("/2023-11-01", "unknown, 1"), ("2023-11-01/", "unknown, 1"),
            ("[2023-10-25,2023-10-26]", "2 oneOf"), ("{2023-05-31,2023-08-24}", "2 allOf"),
            ("[2001,2003..2005]", "within 365, within 1096, 2 oneOf"),
            ("{2003..2005}", "lasted 1096, 1 allOf"), ("[..1999-01-01]", ".., goingOn, 1 oneOf"),
            ("[1999-01-01..]", "goingOn, .., 1 oneOf"),
        ])
    func forms(text: String, expected: String) throws {
        #expect(try summary(text) == expected)
    }

    @Test("A date without a first or last day has no form", arguments: ["/", "../..", "/..", "../"])
    func withoutBounds(text: String) throws {
        #expect(try summary(text) == nil)
    }

    @Test("A set of more than six members has six symbols and a line over all")
    func manyMembers() throws {
        let date = try DateExpression(
            "[2001-01-01,2001-01-03,2001-01-05,2001-01-07,2001-01-09,2001-01-11,2001-01-13]")
        let form = try #require(DateForm(date))
        #expect(form.anchors.count == 6)
        #expect(form.known.last - form.known.first == 13)
    }
}
