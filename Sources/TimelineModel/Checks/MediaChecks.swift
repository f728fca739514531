import CommonMark
import Diagnostics
import UTF8Text

/// Checks that the media files of an entry exist and its pictures have a text alternative.
func checkMedia(_ entry: Entry, _ number: Int, _ all: CheckedContent, _ found: inout EntryFindings) {
    for item in entry.media {
        if item.file.value.isEmpty { continue }
        if !all.media.contains(item.file.value) { reportMissing(item.file, all, &found) }
        guard MediaKind(path: item.file.value) == .image, item.alt?.isEmpty ?? true else { continue }
        let range = item.range.lowerBound..<item.range.lowerBound
        found.report(
            .missingAlt, "picture without alt", range,
            fixIts: [Diagnostic.FixIt("add alt: a description of the picture")])
    }
}

private func reportMissing(
    _ file: Located<String>, _ all: CheckedContent, _ found: inout EntryFindings
) {
    let nearest =
        all.nearest.media.nearest(to: file.value)
        ?? all.nearest.mediaFiles.nearest(to: file.value).flatMap {
            $0.rest(after: LinkTargets.mediaFolder).map(String.init)
        }
    let location = SourceLocation(found.path, file.range)
    let fixIts = nearest.map { [Diagnostic.FixIt.replace(location, with: yamlScalar($0))] } ?? []
    found.report(.missingMedia, "'\(file.value)' is not in Content/media", file.range, fixIts: fixIts)
}
