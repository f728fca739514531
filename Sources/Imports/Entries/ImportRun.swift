import CommonMark
import Diagnostics
import EDTF
import TimelineModel
import UTF8Text

/// The state of an import: what has been read, and what was found.
struct ImportRun {
    let input: ImportInput
    let site: ImportSite
    var result = ImportedTimeline()
    var settings = NewSettings()
    private var groups: GroupNames
    /// How often each identity has occurred.
    private var identities: [String: Int] = [:]

    init(_ input: ImportInput, _ site: ImportSite) {
        self.input = input
        self.site = site
        groups = GroupNames(site)
    }

    // MARK: Reports

    /// Reports something about a field.
    mutating func report(
        _ rule: Rule, _ summary: String, at position: SourcePosition, _ field: SourceField,
        fixIts: [Diagnostic.FixIt] = []
    ) {
        report(rule, summary, at: position, field.name, field.range, fixIts: fixIts)
    }

    mutating func report(
        _ rule: Rule, _ summary: String, at position: SourcePosition, _ name: String, _ range: Range<Int>,
        fixIts: [Diagnostic.FixIt] = []
    ) {
        let place = position.named(name)
        let kind: String? =
            switch rule {
            case .importGuess: "concluded"
            case .importDisplayDate: "words less precise than the date"
            case .importChanged: "changed"
            case .importLeftOut: "left out"
            default: nil
            }
        if let kind { result.report.count(kind, name) }
        result.report.add(
            Diagnostic(
                rule, place.isEmpty ? summary : place + ": " + summary, at: SourceLocation(input.path, range),
                fixIts: fixIts))
    }

    /// Notes that the value of a field is kept below `extra`.
    mutating func keep(_ name: String, _ range: Range<Int>) {
        result.report.keep(name, at: SourceLocation(input.path, range))
    }

    // MARK: Texts

    /// Returns a text without the control characters that no file may contain. What is removed is reported.
    mutating func cleaned(_ field: SourceField, at position: SourcePosition) -> String {
        let bytes = Array(field.text.utf8)
        guard let first = firstForbiddenControl(in: bytes[...]) else { return field.text }
        let kept = field.text.unicodeScalars.filter { !$0.isForbiddenControl }
        let removed = field.text.unicodeScalars.count - kept.count
        let scalar = String(decoding: bytes[first], as: UTF8.self).unicodeScalars.first
        report(
            .importLeftOut,
            "\(removed == 1 ? "a control character" : "\(removed) control characters"), "
                + "\(scalar?.codePoint ?? "U+0000") first", at: position, field)
        return String(String.UnicodeScalarView(kept))
    }

    /// Returns a text on one line: runs of white space become one space.
    mutating func line(_ field: SourceField?, at position: SourcePosition) -> String? {
        guard let field, !field.isBlank else { return nil }
        let text = HTMLMarkdown.collapsed(cleaned(field, at: position))
        return text.isEmpty ? nil : text
    }

    /// Returns the text of a field in HTML on one line, without markup. If an address is lost with the markup, the field
    /// is also kept below `extra` with a key.
    mutating func plainText(
        _ field: SourceField?, at position: SourcePosition, keeping extra: inout [YAMLPair], as key: String
    ) -> String? {
        guard let field, !field.isBlank else { return nil }
        let source = cleaned(field, at: position)
        guard source.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            let text = HTMLMarkdown.collapsed(source)
            return text.isEmpty ? nil : text
        }
        let (text, losses) = HTMLMarkdown.plainText(source)
        if losses.contains(where: { $0.kind == .address }) {
            extra.append(YAMLPair(key, .text(source)))
            keep(field.name, field.range)
        }
        for loss in losses where loss.kind == .element { report(loss, at: position, field) }
        return text.isEmpty ? nil : text
    }

    /// Returns the Markdown of a field in HTML, and reports what Markdown does not express.
    mutating func markdown(_ field: SourceField?, at position: SourcePosition) -> String? {
        guard let field, !field.isBlank else { return nil }
        let converted = HTMLMarkdown(cleaned(field, at: position))
        let tags = converted.losses.filter { $0.kind == .tags }.map(\.name)
        if !tags.isEmpty {
            report(
                .importChanged,
                "HTML that Markdown does not have loses its tags and keeps its text: "
                    + tags.joined(separator: ", "), at: position, field)
        }
        for loss in converted.losses where loss.kind != .tags { report(loss, at: position, field) }
        return converted.markdown.isEmpty ? nil : converted.markdown
    }

    private mutating func report(_ loss: HTMLMarkdown.Loss, at position: SourcePosition, _ field: SourceField)
    {
        switch loss.kind {
        case .element: report(.importLeftOut, "the content of \(loss.name) is left out", at: position, field)
        case .tags: report(.importChanged, "\(loss.name) loses its tags", at: position, field)
        case .address:
            report(
                .importLeftOut, "'\(loss.name)' is no address of the web; the text of the link remains",
                at: position, field)
        case .completedAddress:
            report(
                .importChanged, "'\(loss.name)' has no scheme and is written with https", at: position, field)
        case .embedded:
            report(
                .importChanged, "\(loss.name) becomes a link: pages load nothing from other servers",
                at: position, field)
        case .emphasis:
            report(
                .importChanged, "emphasis within a word, which Markdown does not have", at: position, field)
        }
    }

    // MARK: Entries

    /// The id or the name of a group as an entry states it.
    mutating func group(_ name: String) -> String { groups.reference(to: name) }

    /// Leaves the names of groups as they are, because the file registers them itself.
    mutating func keepGroups() { groups.keep() }

    /// The groups of a new site, in the order of the file.
    var newGroups: [(id: String, name: String)] { groups.new }

    /// Returns the identity that an entry keeps: the id of the file, or a fingerprint of its content. A repeated one gets a
    /// number.
    mutating func identity(
        _ id: SourceField?, content: @autoclosure () -> [UInt8], at position: SourcePosition
    ) -> String {
        let stated = line(id, at: position)
        let identity = stated ?? ImportOrigin.identity(ofContent: content())
        let count = identities[identity, default: 0] + 1
        identities[identity] = count
        if count == 1 { return identity }
        if let stated, let id {
            report(
                .importChanged, "the id '\(stated)' is repeated; this event is '\(stated)-\(count)'",
                at: position, id)
        }
        return "\(identity)-\(count)"
    }

    mutating func add(_ draft: EntryDraft) {
        let bytes = Array(draft.text(importedFrom: input.name).utf8)
        result.entries.append(
            ImportedEntry(
                path: draft.path, slug: draft.slug ?? EntrySlug.make(date: draft.date, title: draft.title),
                isSlugStated: draft.slug != nil,
                origin: ImportOrigin(file: input.name, identity: draft.key), bytes: bytes, range: draft.range,
                place: draft.position.named("")))
    }

    /// Counts an event whose mistakes have been reported.
    mutating func skip() { result.faultyCount += 1 }

    /// Finishes the import.
    mutating func finish() {
        result.report.addKeptNotes()
        if !settings.ownFiles.isEmpty {
            // The command reports those that the site has already.
            result.siteFiles = settings.ownFiles
        } else if site.hasSettings {
            settings.reportUnused(in: &self)
        } else if !result.entries.isEmpty {
            result.siteFiles = settings.files(of: &self)
        }
    }
}
