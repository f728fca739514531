import Diagnostics

extension TemplateEmitter {
    /// The value that a name refers to: an open section, counted from the outermost, and slots to follow from its
    /// record.
    struct Resolved {
        let frame: Int
        var slots: [Int] = []
        var kind: Shape.Kind
    }

    /// Resolves a name; reports it and returns nil if there is no such value.
    ///
    /// The first part of a dotted name is looked up in all open sections, every further part only in the record
    /// before it (Mustache specification, "Dotted names").
    mutating func resolve(_ name: TemplateTree.Name, in scope: TemplateScope) -> Resolved? {
        guard name.isValid else { return nil }
        if name.text == "." { return resolveWhole(name, in: scope) }
        let parts = TemplateName.parts(of: name.text)
        guard var found = find(String(parts[0])) else {
            reportUnknown(name, parts[0], in: scope)
            return nil
        }
        for part in parts.dropFirst() {
            guard case .record(let shape) = found.kind else {
                reportNoRecord(name, part, found.kind, in: scope)
                return nil
            }
            guard let slot = shape.slot(of: String(part)) else {
                reportUnknown(name, part, of: shape, in: scope)
                return nil
            }
            found.slots.append(slot)
            found.kind = shape.fields[slot].kind
        }
        if case .nothing = found.kind { return nil }
        return found
    }

    /// Looks up a name in the open sections, innermost first.
    private func find(_ name: String) -> Resolved? {
        for (frame, kind) in stack.enumerated().reversed() {
            guard case .record(let shape) = kind, let slot = shape.slot(of: name) else { continue }
            return Resolved(frame: frame, slots: [slot], kind: shape.fields[slot].kind)
        }
        return nil
    }

    /// Resolves `{{.}}`, the value of the innermost section. Data without a schema may have a field of that name.
    private mutating func resolveWhole(_ name: TemplateTree.Name, in scope: TemplateScope) -> Resolved? {
        guard let kind = stack.last else { return nil }
        switch kind {
        case .record(let shape):
            if let slot = shape.slot(of: ".") {
                return Resolved(frame: stack.count - 1, slots: [slot], kind: shape.fields[slot].kind)
            }
            reportStrict(
                .templateNothingToPrint, "'.' is a record of \(shape.name), not a text", name.range,
                in: scope,
                fixIts: [Diagnostic.FixIt("write the name of one of its fields")])
            return nil
        case .nothing: return nil
        default: return Resolved(frame: stack.count - 1, kind: kind)
        }
    }

    // MARK: Kinds

    /// Whether a variable tag of this form may render a value of this kind; reports it if not.
    mutating func check(
        _ name: TemplateTree.Name, _ kind: Shape.Kind, isEscaped: Bool, in scope: TemplateScope
    ) -> Bool {
        switch kind {
        case .number, .nothing: return true
        case .text:
            if isEscaped { return true }
            reportForm(.templateUnescapedText, name, "is plain text and would not be escaped", "", in: scope)
        case .markup:
            if !isEscaped { return true }
            reportForm(.templateEscapedMarkup, name, "is markup and would be escaped twice", "&", in: scope)
        case .flag, .record, .list, .texts:
            let content = if case .texts = kind { name.delimiters.tag(".") } else { " … " }
            let section =
                name.delimiters.tag("#" + name.text) + content + name.delimiters.tag("/" + name.text)
            reportStrict(
                .templateNothingToPrint,
                "'\(name.text)' is a \(kind.description), which has no text of its own",
                name.range, in: scope, notes: scope.notes, fixIts: [Diagnostic.FixIt("write \(section)")])
        }
        return false
    }

    /// Reports a variable tag with the wrong number of braces, with a safe fix-it.
    private mutating func reportForm(
        _ rule: Rule, _ name: TemplateTree.Name, _ summary: String, _ sigil: String, in scope: TemplateScope
    ) {
        let isDefault = name.delimiters == Delimiters()
        let tag =
            sigil == "&" && isDefault ? "{{{\(name.text)}}}" : name.delimiters.tag(sigil + name.text)
        reportStrict(
            rule, "'\(name.text)' \(summary)", name.tag, in: scope, notes: scope.notes,
            fixIts: [.replace(scope.tree.source.location(name.tag), with: tag)])
    }

    // MARK: Unknown names

    /// Reports a name that no open section has, unless it is inside a section that is unknown itself. A fix-it offers
    /// a similar name, or the same name one record further in.
    private mutating func reportUnknown(
        _ name: TemplateTree.Name, _ part: Substring, in scope: TemplateScope
    ) {
        // Within a section that is unknown itself, any name may have been meant as one of its own.
        if stack.contains(where: { if case .nothing = $0 { true } else { false } }) { return }
        let location = scope.tree.source.location(range(of: part, in: name))
        if mode == .lenient || mistakes.contains(.templateUnknownName, at: location) { return }
        let shapes = stack.reversed().compactMap { kind -> Shape? in
            if case .record(let shape) = kind { shape } else { nil }
        }
        let visible = shapes.flatMap { $0.fields.map(\.name) }
        let nearest = nearestName(to: String(part), among: visible) ?? inner(String(part), of: shapes)
        reportUnknown(name, part, shapes.first?.name ?? "", nearest, in: scope)
    }

    /// Reports a part of a dotted name that its record does not have.
    private mutating func reportUnknown(
        _ name: TemplateTree.Name, _ part: Substring, of shape: Shape, in scope: TemplateScope
    ) {
        let nearest = nearestName(to: String(part), among: shape.fields.map(\.name))
        reportUnknown(name, part, shape.name, nearest, in: scope)
    }

    private mutating func reportUnknown(
        _ name: TemplateTree.Name, _ part: Substring, _ context: String, _ nearest: String?,
        in scope: TemplateScope
    ) {
        let range = range(of: part, in: name)
        reportStrict(
            .templateUnknownName, "'\(part)' is not a name in the context '\(context)'", range, in: scope,
            notes: scope.notes,
            fixIts: fixes(name, range, nearest, in: scope))
    }

    /// Returns the fix-it that replaces a name, or a part of it, by a similar one, in the closing tag too.
    func fixes(
        _ name: TemplateTree.Name, _ part: Range<Int>, _ nearest: String?, in scope: TemplateScope
    ) -> [Diagnostic.FixIt] {
        guard let nearest else { return [] }
        var ranges = [part]
        if let closing = name.closing {
            let start = closing.lowerBound + part.lowerBound - name.range.lowerBound
            ranges.append(start..<start + part.count)
        }
        let edits = ranges.map { Diagnostic.Edit(scope.tree.source.location($0), nearest) }
        return [Diagnostic.FixIt("write \(nearest)", edits: edits)]
    }

    /// Reports a dotted name with a part that is not a record.
    private mutating func reportNoRecord(
        _ name: TemplateTree.Name, _ part: Substring, _ kind: Shape.Kind, in scope: TemplateScope
    ) {
        let before = name.text[..<name.text.index(before: part.startIndex)]
        reportStrict(
            .templateUnknownName, "'\(before)' is a \(kind.description), in which '\(part)' cannot be named",
            range(of: part, in: name), in: scope, notes: scope.notes)
    }

    /// Returns a dotted name for a name that exists one record further in: `entry.title` for `title`.
    private func inner(_ name: String, of shapes: [Shape]) -> String? {
        for field in shapes.lazy.flatMap(\.fields) {
            if case .record(let shape) = field.kind, shape.slot(of: name) != nil {
                return field.name + "." + name
            }
        }
        return nil
    }

    /// Returns the byte range of a part of a dotted name.
    private func range(of part: Substring, in name: TemplateTree.Name) -> Range<Int> {
        let start =
            name.range.lowerBound + name.text.utf8.distance(from: name.text.startIndex, to: part.startIndex)
        return start..<start + part.utf8.count
    }

    /// Reports an error in a site build. In lenient mode nothing is reported, as the specification demands.
    mutating func reportStrict(
        _ rule: Rule, _ summary: String, _ range: Range<Int>, in scope: TemplateScope,
        notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
    ) {
        guard mode == .strict else { return }
        report(rule, summary, range, in: scope, notes: notes, fixIts: fixIts)
    }
}
