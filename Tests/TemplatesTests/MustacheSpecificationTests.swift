import Diagnostics
import Foundation
import Testing

@testable import Templates

/// The cases of the Mustache specification. Dynamic names and lambdas are left out, because names are resolved before
/// there is data.
@Suite struct MustacheSpecificationTests {
    static let files = [
        "comments": 12, "delimiters": 14, "interpolation": 42, "inverted": 22, "partials": 12, "sections": 34,
        "~inheritance": 27,
    ]

    static let cases = files.keys.sorted().flatMap { file in
        (try? SpecificationFile.read(file).tests.map { SpecificationCase(file: file, test: $0) }) ?? []
    }

    @Test("Every case of the specification holds", arguments: cases)
    func holds(_ specified: SpecificationCase) throws {
        let test = specified.test
        let data = SampleData(test.data)
        let result = renderTemplate(test.template, test.partials ?? [:], data.record, mode: .lenient)
        #expect(result.diagnostics == [])
        #expect(result.text == test.expected, "\(test.desc)")
    }

    @Test("Each file has its number of cases, and all are tested", arguments: files.keys.sorted())
    func isComplete(_ file: String) throws {
        #expect(try SpecificationFile.read(file).tests.count == Self.files[file])
        #expect(Self.cases.count { $0.file == file } == Self.files[file])
    }

    @Test func dynamicNamesAreRefused() throws {
        let tests = try SpecificationFile.read("~dynamic-names").tests
        #expect(!tests.isEmpty)
        for test in tests where test.template.contains("{{>*") || test.template.contains("{{>  *") {
            let result = renderTemplate(
                test.template, test.partials ?? [:], SampleData(test.data).record, mode: .lenient)
            #expect(result.diagnostics.contains { $0.rule == .templateUnsupported }, "\(test.name)")
        }
    }
}

struct SpecificationCase: Sendable, CustomTestStringConvertible {
    let file: String
    let test: SpecificationFile.Test

    var testDescription: String { "\(file): \(test.name) – \(test.desc)" }
}

struct SpecificationFile: Decodable, Sendable {
    let tests: [Test]

    struct Test: Decodable, Sendable {
        let name: String
        let desc: String
        let data: SampleJSON
        let template: String
        let partials: [String: String]?
        let expected: String
    }

    static func read(_ name: String) throws -> SpecificationFile {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "MustacheSpecification")
        )
        return try JSONDecoder().decode(SpecificationFile.self, from: Data(contentsOf: url))
    }
}
