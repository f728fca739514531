import Diagnostics

extension Decoding {
    /// Returns fixes with the addresses that a text may stand for.
    ///
    /// A space in a path becomes `%20`, and other characters are encoded as browsers do (the path percent-encode set of
    /// the WHATWG URL Standard). The fix is safe if the text can only be one address (``AddressDraft/hasOneReading``).
    /// If a part of it may be a remark or a second address, both readings are offered, since a text that was not an
    /// address must not become one that looks valid.
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

    /// Returns an address as the source of a YAML value.
    private func yamlAddress(_ address: String, _ node: YAMLNode) -> String {
        node.isPlain ? address : yamlScalar(address)
    }

    /// Returns a fix that encodes the whole text as one address, or `nil` if the result is not an address.
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

    /// Whether every line break comes after column 80, where YAML libraries fold a text at spaces. A person who breaks
    /// an address does so earlier, and may have meant no space.
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
