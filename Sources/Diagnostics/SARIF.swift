import UTF8Text

extension DiagnosticPrinter {
    /// One run of SARIF 2.1.0 (OASIS, 27 March 2020), the format that code hosts and editors read.
    ///
    /// Columns count Unicode scalars from 1, and an end is the column after the last one, as the standard defines it
    /// (3.14.9, 3.30). Paths are relative URIs; absolute ones are `file:` URIs.
    ///
    /// - Parameters:
    ///   - rules: every rule that was checked, in the order in which they are to be listed.
    ///   - version: the version of the program, as it prints it.
    public mutating func sarif(_ diagnostics: [Diagnostic], rules: [Rule], version: String) -> String {
        var text = ""
        sarif(diagnostics, rules: rules, version: version) { text += $0 }
        return text
    }

    /// Passes the SARIF text to `put` in pieces.
    ///
    /// - Throws: the errors of `put`.
    public mutating func sarif(
        _ diagnostics: [Diagnostic], rules: [Rule], version: String, to put: (String) throws -> Void
    ) rethrows {
        let sorted = diagnostics.sortedByLocation()
        var rules = rules
        var slots: [String: Int] = [:]
        for (slot, rule) in rules.enumerated() { slots[rule.id] = slot }
        for diagnostic in sorted where slots[diagnostic.rule.id] == nil {
            slots[diagnostic.rule.id] = rules.count
            rules.append(diagnostic.rule)
        }
        var json = JSONText()
        try json.object { json in
            json.string("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            json.string("version", "2.1.0")
            try json.array("runs") { json in
                try json.object { json in
                    json.object("tool") { json in
                        json.object("driver") { json in
                            json.string("name", "dateline")
                            json.string("version", version)
                            json.array("rules") { json in
                                for rule in rules { Self.write(rule, to: &json) }
                            }
                        }
                    }
                    json.string("columnKind", "unicodeCodePoints")
                    try json.array("results") { json in
                        for diagnostic in sorted {
                            write(result: diagnostic, slot: slots[diagnostic.rule.id] ?? 0, to: &json)
                            try json.handOn(to: put)
                        }
                    }
                }
            }
        }
        json.newline()
        try put(json.text)
    }

    private static func write(_ rule: Rule, to json: inout JSONText) {
        json.object { json in
            json.string("id", rule.id)
            json.object("shortDescription") { $0.string("text", rule.explanation) }
            if let reason = rule.reason {
                json.object("fullDescription") { $0.string("text", rule.explanation + " " + reason) }
            }
            json.object("defaultConfiguration") { $0.string("level", rule.severity.rawValue) }
        }
    }

    private mutating func write(result diagnostic: Diagnostic, slot: Int, to json: inout JSONText) {
        json.object { json in
            json.string("ruleId", diagnostic.rule.id)
            json.integer("ruleIndex", slot)
            json.string("level", diagnostic.severity.rawValue)
            json.object("message") { $0.string("text", diagnostic.summary) }
            json.array("locations") { json in
                json.object { json in write(physical: diagnostic.location, to: &json) }
            }
            let related = diagnostic.notes.filter { $0.location != nil }
            if !related.isEmpty {
                json.array("relatedLocations") { json in
                    for note in related {
                        guard let location = note.location else { continue }
                        json.object { json in
                            write(physical: location, to: &json)
                            json.object("message") { $0.string("text", note.summary) }
                        }
                    }
                }
            }
            let fixes = diagnostic.fixIts.filter { !$0.edits.isEmpty }
            if !fixes.isEmpty {
                json.array("fixes") { json in
                    for fix in fixes { write(fix: fix, to: &json) }
                }
            }
        }
    }

    /// Writes a fix as one `artifactChange` for each file that it edits.
    private mutating func write(fix: Diagnostic.FixIt, to json: inout JSONText) {
        var paths: [String] = []
        for edit in fix.edits where !paths.contains(edit.location.path) { paths.append(edit.location.path) }
        json.object { json in
            json.object("description") { $0.string("text", fix.summary) }
            json.array("artifactChanges") { json in
                for path in paths {
                    json.object { json in
                        json.object("artifactLocation") { $0.string("uri", Self.uri(path)) }
                        json.array("replacements") { json in
                            for edit in fix.edits where edit.location.path == path {
                                json.object { json in
                                    write(region: edit.location, "deletedRegion", to: &json)
                                    json.object("insertedContent") { $0.string("text", edit.text) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private mutating func write(physical location: SourceLocation, to json: inout JSONText) {
        json.object("physicalLocation") { json in
            json.object("artifactLocation") { $0.string("uri", Self.uri(location.path)) }
            write(region: location, "region", to: &json)
        }
    }

    private mutating func write(region location: SourceLocation, _ key: String, to json: inout JSONText) {
        let start = position(location.path, location.range.lowerBound)
        let end = position(location.path, location.range.upperBound)
        json.object(key) { json in
            json.integer("startLine", start.line)
            json.integer("startColumn", start.column)
            json.integer("endLine", end.line)
            json.integer("endColumn", end.column)
        }
    }

    /// A path as a relative reference (RFC 3986, 4.2), or as a `file:` URI if it is absolute.
    private static func uri(_ path: String) -> String {
        (path.begins(with: "/") ? "file://" : "") + percentEncoded(path)
    }
}
