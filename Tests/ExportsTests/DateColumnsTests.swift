import EDTF
import Testing

@testable import Exports

@Suite("Dates as columns")
struct DateColumnsTests {
    @Test(
        "A date has its first and last day as text and number, and a precision",
        arguments: [
            ("1911-08-12", "1911-08-12|1911-08-12|-21327|-21327|day"),
            ("1970-01-01", "1970-01-01|1970-01-01|0|0|day"),
            ("1911-08", "1911-08-01|1911-08-31|-21338|-21308|month"),
            ("1911", "1911-01-01|1911-12-31|-21550|-21186|year"),
            ("191X", "1910-01-01|1919-12-31|-21915|-18264|decade"),
            ("19XX", "1900-01-01|1999-12-31|-25567|10956|century"),
            ("1911-08-1X", "1911-08-10|1911-08-19|-21329|-21320|month"),
            ("1911-XX-12", "1911-01-12|1911-12-12|-21539|-21205|year"),
            ("1911-08-12?", "1911-08-12|1911-08-12|-21327|-21327|day"),
            ("2023-09-13/..", "2023-09-13|-|19613|-|interval"),
            ("/2023-09-13", "-|2023-09-13|-|19613|interval"),
            ("1911-08-12/1911-08-14", "1911-08-12|1911-08-14|-21327|-21325|interval"),
            ("[1911-08-11,1911-08-12]", "1911-08-11|1911-08-12|-21328|-21327|one of"),
            ("{1911-08-11,1911-08-12}", "1911-08-11|1911-08-12|-21328|-21327|all of"),
            ("1911-21", "1911-03-01|1911-05-31|-21491|-21400|season"),
            ("-0043-03-15", "-|-|-735160|-735160|day"),
            ("0045", "0045-01-01|0045-12-31|-703091|-702727|year"),
            ("Y12023", "-|-|3671783|3672147|year"),
            ("1911-08-12T10:20:30Z", "1911-08-12|1911-08-12|-21327|-21327|time"),
        ])
    func columns(edtf: String, expected: String) throws {
        let date = DateColumns(try DateExpression(edtf))
        let written = [
            date.start ?? "-", date.end ?? "-", date.startDay.map(String.init) ?? "-",
            date.endDay.map(String.init) ?? "-", date.precision,
        ]
        #expect(written.joined(separator: "|") == expected)
        #expect(date.edtf == edtf)
    }
}
