import Diagnostics
import Testing

@testable import SiteOutput

/// Two files with one path.
@Suite struct OutputTreeTests {
    private func file(_ path: String, of origin: String = "x.md") -> OutputFile {
        OutputFile(path, of: origin, .rendered { _ in })
    }

    @Test func filesAreInByteOrder() {
        let (tree, diagnostics) = OutputTree.assemble(
            [
                file("b"), file("a/b"), file("é"), file("a-b"), file("C"),
            ], similarNames: .similarNames)
        #expect(tree.files.map(\.path) == ["C", "a-b", "a/b", "b", "é"])
        #expect(diagnostics.isEmpty)
    }

    @Test func twoFilesWithOnePathAreAnError() throws {
        let (tree, diagnostics) = OutputTree.assemble(
            [
                file("a", of: "1.md"), file("b"), file("a", of: "2.md"), file("a", of: "3.md"),
            ], similarNames: .similarNames)
        #expect(tree.files.map(\.path) == ["a", "b"])
        #expect(diagnostics.map(\.rule.id) == ["output-conflict", "output-conflict"])
        #expect(diagnostics.containsErrors)
        #expect(Set(diagnostics.map(\.location.path)).count == 2)
    }

    @Test(arguments: ["a\nb", "a\rb", "a\0b", "a\u{1B}b", "a\u{85}b"])
    func aNameThatCouldBreakTheManifestIsAnError(_ path: String) {
        let (tree, diagnostics) = OutputTree.assemble([file(path), file("b")], similarNames: .similarNames)
        #expect(tree.files.map(\.path) == ["b"])
        #expect(diagnostics.map(\.rule.id) == ["output-name"])
    }

    @Test(arguments: ["", "/a", "a//b", "a/", "../a", "a/../../b", ".", "./a", "a/..", "a/./b"])
    func aPathThatLeadsElsewhereIsAnError(_ path: String) {
        let (tree, diagnostics) = OutputTree.assemble([file(path), file("b")], similarNames: .similarNames)
        #expect(tree.files.map(\.path) == ["b"])
        #expect(diagnostics.map(\.rule.id) == ["output-name"])
        #expect(diagnostics.containsErrors)
    }
}
