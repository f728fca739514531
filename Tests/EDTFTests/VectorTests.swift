import EDTF
import Foundation
import Testing

/// A conformance vector: an input and what it must mean.
struct Vector: Codable, Sendable, CustomTestStringConvertible {
    var input: String
    var level: Int?
    var valid: Bool
    var type: String?
    var min: String?
    var max: String?
    var contested: Bool
    var note: String?
    /// Why this module differs from the published suites; nil if it does not.
    var choice: String?

    var testDescription: String { input }

    static let all: [Vector] = load()

    private static func load() -> [Vector] {
        guard
            let url = Bundle.module.url(
                forResource: "vectors", withExtension: "json", subdirectory: "Vectors"),
            let content = try? Data(contentsOf: url),
            let vectors = try? JSONDecoder().decode([Vector].self, from: content)
        else { return [] }
        return vectors
    }
}

/// The bound in the way the vectors write it.
func vectorText(_ bound: DateBound, open: String) -> String? {
    switch bound {
    case .day(let day): day.iso
    case .open: open
    case .unknown: nil
    }
}

@Suite("Conformance vectors")
struct VectorTests {
    @Test("The file has all vectors")
    func fileIsComplete() {
        #expect(Vector.all.count == 812)
        #expect(Vector.all.filter(\.valid).count == 600)
    }

    @Test("Validity, level, kind and bounds are those of the vector", arguments: Vector.all)
    func vector(_ vector: Vector) {
        guard let date = try? DateExpression(vector.input) else {
            #expect(!vector.valid, "refused")
            return
        }
        #expect(vector.valid, "accepted")
        guard vector.valid else { return }
        #expect(date.level == vector.level)
        #expect(date.kind.rawValue == vector.type)
        #expect(vectorText(date.earliest, open: "-inf") == vector.min)
        #expect(vectorText(date.latest, open: "inf") == vector.max)
    }
}
