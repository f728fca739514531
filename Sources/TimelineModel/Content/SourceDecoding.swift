import CommonMark
import Diagnostics
import EDTF
import UTF8Text

extension Decoding {
    /// Decodes a source where it is cited: an id, an object, or a text, which is an address or else a title.
    mutating func sourceReference(_ node: YAMLNode) -> SourceReference? {
        let reference = readSource(node)
        if reference == nil { hasLostSources = true }
        return reference
    }

    private mutating func readSource(_ node: YAMLNode) -> SourceReference? {
        if let text = node.scalar {
            if Slug.isWellFormed(text) {
                return reference(text, node.range).map { SourceReference(.registered($0), at: node.range) }
            }
            var source = SourceFields()
            source.title = text
            if WebAddress.isOfTheWeb(text) {
                guard let url = url(node) else { return nil }
                source.url = url
                source.urlRange = node.range
            }
            return inline(source, node.range)
        }
        var source = SourceFields()
        guard SourceFields.keys.decode(node, into: &source, &self) else { return nil }
        checkSource(source, node)
        return inline(source, node.range)
    }

    /// Reports a source without title and publisher, unless a name written as its address may be the publisher.
    mutating func checkSource(_ source: SourceFields, _ node: YAMLNode) {
        if offersPublisher(source, node) { return }
        guard source.title == nil, source.publisher == nil,
            node.writtenKeys.isDisjoint(with: ["title", "publisher"])
        else { return }
        report(
            .missingKey, "source has neither title nor publisher", node.isPlain ? node.start : node.range,
            fixIts: [Diagnostic.FixIt("add title: or publisher:")])
    }

    /// Creates a reference to a source that is written where it is cited. Its id is its URL, or else its publisher,
    /// title and date.
    private func inline(_ source: consuming SourceFields, _ range: Range<Int>) -> SourceReference {
        source.path = path
        source.range = range
        if let url = source.url {
            source.id = url
        } else {
            let parts = [source.publisher, source.title, source.date?.value.canonical]
            source.id = parts.map { $0 ?? "" }.joined(separator: "\u{1F}")
        }
        return SourceReference(.inline(Source(source)), at: range)
    }

    /// Decodes the id of a claim. It becomes an anchor, so it must be a well-formed id.
    mutating func claimID(_ node: YAMLNode) -> Located<String>? {
        guard let text = text(node) else { return nil }
        if Slug.isWellFormed(text) { return Located(text, node.range) }
        let slug = Slug.make(from: text)
        let fixIts = slug.isEmpty ? [] : [Diagnostic.FixIt.replace(location(node.range), with: slug)]
        report(.invalidID, Slug.refusal(of: text, "id"), node.range, fixIts: fixIts)
        return nil
    }

    /// Decodes a language tag and checks its form (BCP 47): subtags of one to eight letters or digits, the first with
    /// at least two.
    mutating func languageTag(_ node: YAMLNode) -> String? {
        guard let text = text(node) else { return nil }
        let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isTag = subtags.allSatisfy { subtag in
            (1...8).contains(subtag.count)
                && subtag.allSatisfy { Character(Unicode.Scalar($0)).isASCII && $0.isASCIIAlphanumeric }
        }
        if isTag, let first = subtags.first, first.count >= 2 { return text }
        report(.invalidLanguage, "'\(text)' is not a language tag", node.range)
        return nil
    }
}

extension Decoding {
    /// Adds a fix-it to the diagnostic about a source whose `url` is a name: to write the name as the `publisher`, if
    /// the source has none. This is a guess, since the name may belong to an author or an agency.
    ///
    /// - Returns: Whether a fix-it was added.
    mutating func offersPublisher(_ source: SourceFields, _ node: YAMLNode) -> Bool {
        guard source.url == nil, !source.urlRange.isEmpty, source.publisher == nil,
            let url = node.pair(of: "url"), let name = url.value.scalar, AddressDraft(name).isName,
            node.value(of: "publisher") == nil,
            let found = diagnostics.lastIndex(where: {
                $0.rule == .invalidURL && $0.location.range == url.value.range
            })
        else { return false }
        diagnostics[found].fixIts.append(
            Diagnostic.FixIt("write it as the publisher", edits: publisherEdits(url, node)))
        return true
    }

    private func publisherEdits(_ url: YAMLNode.Pair, _ node: YAMLNode) -> [Diagnostic.Edit] {
        guard let empty = node.pair(of: "publisher")?.value else {
            let key = url.key.isPlain ? "publisher" : "\"publisher\""
            return [Diagnostic.Edit(location(url.key.range), key)]
        }
        let gap = empty.range.isEmpty ? " " : ""
        return [
            Diagnostic.Edit(location(empty.range), gap + self.source(url.value.range)),
            Diagnostic.Edit(location(url.value.range), "null"),
        ]
    }
}

extension Rule {
    static let invalidLanguage = Rule(
        "invalid-language", "A language is a BCP 47 tag such as en, ko or pt-BR.")
}
