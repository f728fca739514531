import Diagnostics

extension Decoding {
    /// What may be meant by a text that is no web address.
    ///
    /// A blank inside of a path is written `%20`, and other characters as browsers encode them (the path
    /// percent-encode set of WHATWG's URL Standard). That is safe where what follows can be nothing but a part of the
    /// address (``AddressDraft/hasOneReading``). Where it may be a remark or a second address, both readings are
    /// shown: what was no address must not look like one.
    func addressFixes(_ text: String, of node: YAMLNode) -> [Diagnostic.FixIt] {
        let draft = AddressDraft(text)
        if let scheme = draft.missingScheme, WebAddress.isSafe(scheme) {
            return [.replace(location(node.range), with: yamlAddress(scheme, node), "write \(scheme)")]
        }
        let joined = draft.withOneScheme.filter(WebAddress.isSafe)
        if !joined.isEmpty {
            return joined.map {
                .replace(location(node.range), with: yamlAddress($0, node), "write \($0)")
            }
        }
        var fixIts: [Diagnostic.FixIt] = []
        let whole = wholeAddress(draft, node)
        if let whole { fixIts.append(whole) }
        if !(whole?.isSafe ?? false), let (address, rest) = draft.addressAndRest {
            fixIts.append(
                Diagnostic.FixIt("write \(address) alone, and '\(rest)' in a place of its own"))
        }
        return fixIts
    }

    /// An address as it stands in place of a value.
    private func yamlAddress(_ address: String, _ node: YAMLNode) -> String {
        node.isPlain ? address : yamlScalar(address)
    }

    /// All of the text as one address; nil where it would be none.
    private func wholeAddress(_ draft: AddressDraft, _ node: YAMLNode) -> Diagnostic.FixIt? {
        guard !draft.runs.isEmpty, !draft.hasBlankInHost, WebAddress.isSafe(draft.encoded) else {
            return nil
        }
        let isOneLine = !bytes[node.range].contains { $0 == 0x0A || $0 == 0x0D }
        guard isOneLine, let origin = TextOrigin(of: node, in: bytes) else {
            let isSafe = draft.hasOneReading && isFoldedByProgram(node)
            return .replace(
                location(node.range), with: yamlScalar(draft.encoded), "write \(draft.encoded)", safe: isSafe)
        }
        let edits = draft.runs.map { run in
            Diagnostic.Edit(location(origin.range(of: run.range)), run.encoded)
        }
        return Diagnostic.FixIt("write \(draft.encoded)", edits: edits, safe: draft.hasOneReading)
    }

    /// True where lines end behind column 80, as libraries fold a text at its blanks. A person who breaks an address
    /// breaks it earlier, and may have meant no blank.
    private func isFoldedByProgram(_ node: YAMLNode) -> Bool {
        let first = bytes[node.range.lowerBound]
        if first == UInt8(ascii: ">") || first == UInt8(ascii: "|") { return false }
        var start = bytes[..<node.range.lowerBound].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
        for index in node.range where bytes[index] == 0x0A {
            if index - start <= 80 { return false }
            start = index + 1
        }
        return true
    }
}
