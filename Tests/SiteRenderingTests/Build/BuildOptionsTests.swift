import Files
import SiteOutput
import Testing
import TimelineModel
import UTF8Text

@testable import SiteRendering

/// The options that change the site of the same content.
@Suite struct BuildOptionsTests {
    private func fingerprint(_ set: (inout BuildOptions) -> Void = { _ in }) -> Fingerprint? {
        var options = BuildOptions()
        set(&options)
        let files = MemoryFileTree(texts: ["Content/timeline.yml": "title: A"])
        return FingerprintedFileTree(files, folders: InputFolder.all).fingerprint(options)
    }

    @Test func optionsThatAffectTheSiteAreSeen() {
        let plain = fingerprint()
        #expect(plain != nil)
        #expect(fingerprint { $0.includesDrafts = true } != plain)
        #expect(fingerprint { $0.isStrict = true } != plain)
        #expect(fingerprint { $0.baseURL = "https://example.org/" } != plain)
    }

    @Test func theNumberOfThreadsIsNone() {
        #expect(fingerprint { $0.jobs = 7 } == fingerprint())
    }
}
