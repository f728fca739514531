import Diagnostics

extension TemplateEmitter {
    /// Emits a partial or a parent in place of its tag.
    mutating func include(_ inclusion: TemplateTree.Inclusion, in scope: TemplateScope) {
        let name = inclusion.name
        guard name.isValid else { return }
        checkArguments(inclusion, in: scope)
        guard let tree = trees[name.text] else { return reportMissing(name, in: scope) }
        if included.insert(name.text).inserted { mistakes.add(tree.diagnostics) }
        if mode == .strict, isCircular(name, in: scope) { return }
        let location = scope.tree.source.location(name.tag)
        var inner = TemplateScope(
            tree, TemplateScope.Link(name: name.text, location: location, outer: scope.link))
        inner.indentation = inclusion.indentation.map { scope.indentation(adding: $0) } ?? []
        inner.arguments = arguments(of: inclusion, in: scope)
        guard spend(inner.indentation.count, in: scope), let inner = deepen(inner, at: name, in: scope)
        else { return }
        emit(tree.nodes, in: inner)
    }

    /// Emits a block: the content that overrides it, or its own.
    mutating func block(_ block: TemplateTree.Block, in scope: TemplateScope) {
        guard let argument = scope.arguments[block.name.text] else {
            return emit(block.nodes, within: block.name, in: scope)
        }
        guard !argument.block.nodes.isEmpty else { return }
        var inner = argument.scope
        inner.depth = scope.depth
        inner.indentation = block.indentation.map { scope.indentation(adding: $0) } ?? []
        inner.dedent = argument.block.startsLine ? argument.block.indentation : nil
        // A line of the parent begins and ends once, whether or not the overriding content has line ends.
        if !argument.block.startsLine { append(inner.indentation, in: scope) }
        emit(argument.block.nodes, within: argument.block.name, in: inner)
        if !argument.block.endsLine, block.indentation != nil, let end = block.lineEnd {
            append(scope.tree.source.bytes[end], in: scope)
        }
    }

    // MARK: Arguments

    /// Returns the blocks that override those of an included file. Blocks of an outer inclusion take precedence
    /// (Mustache specification, "Multi-level inheritance").
    private mutating func arguments(
        of inclusion: TemplateTree.Inclusion, in scope: TemplateScope
    ) -> [String: TemplateScope.Argument] {
        guard !inclusion.blocks.isEmpty, spend(scope.arguments.count + inclusion.blocks.count, in: scope)
        else {
            return scope.arguments
        }
        var arguments = scope.arguments
        for block in inclusion.blocks where arguments[block.name.text] == nil {
            arguments[block.name.text] = TemplateScope.Argument(block: block, scope: scope)
        }
        return arguments
    }

    /// Reports a parent tag's ignored content, duplicate blocks and unknown blocks.
    private mutating func checkArguments(_ inclusion: TemplateTree.Inclusion, in scope: TemplateScope) {
        guard mode == .strict else { return }
        if let ignored = inclusion.ignored {
            let summary =
                "'\(scope.tree.source.excerpt(ignored))' stands outside of the blocks for '\(inclusion.name.text)'"
            report(.templateIgnoredContent, summary, ignored, in: scope)
        }
        guard !inclusion.blocks.isEmpty else { return }
        let known = trees[inclusion.name.text] == nil ? nil : blocks(of: inclusion.name.text)
        var seen: [String: TemplateTree.Name] = [:]
        for block in inclusion.blocks where block.name.isValid {
            let name = block.name
            if let first = seen.updateValue(name, forKey: name.text) {
                let note = Diagnostic.Note(
                    "it is filled here first", at: scope.tree.source.location(first.tag))
                let summary = "'\(name.text)' is filled twice for '\(inclusion.name.text)'"
                report(.templateDuplicateBlock, summary, name.tag, in: scope, notes: [note])
            }
            guard let known, !known.contains(name.text) else { continue }
            let summary = "'\(name.text)' is not a block of '\(inclusion.name.text)'"
            let nearest = nearestName(to: name.text, among: known)
            report(
                .templateUnknownBlock, summary, name.range, in: scope,
                fixIts: fixes(name, name.range, nearest, in: scope))
        }
    }

    /// Returns the names of the blocks in a template and in all files it includes.
    private mutating func blocks(of name: String) -> Set<String> {
        if let known = knownBlocks[name] { return known }
        var names: Set<String> = []
        var seen: Set<String> = [name]
        var files = [name]
        while let file = files.popLast() {
            var pending = trees[file]?.nodes ?? []
            while let node = pending.popLast() {
                switch node {
                case .section(_, let nodes), .inverted(_, let nodes): pending += nodes
                case .block(let block):
                    names.insert(block.name.text)
                    pending += block.nodes
                case .inclusion(let inclusion):
                    names.formUnion(inclusion.blocks.map(\.name.text))
                    pending += inclusion.blocks.flatMap(\.nodes)
                    if seen.insert(inclusion.name.text).inserted { files.append(inclusion.name.text) }
                case .lineStart, .text, .variable: break
                }
            }
        }
        knownBlocks[name] = names
        return names
    }

    // MARK: Mistakes

    /// Reports an inclusion of a file that does not exist.
    private mutating func reportMissing(_ name: TemplateTree.Name, in scope: TemplateScope) {
        let nearest = nearestName(to: name.text, among: trees.keys)
        reportStrict(
            .templateUnknownPartial, "'\(name.text)' is not among the templates", name.range, in: scope,
            fixIts: fixes(name, name.range, nearest, in: scope))
    }

    /// Whether a file includes itself; reports it with the chain of inclusions.
    private mutating func isCircular(_ name: TemplateTree.Name, in scope: TemplateScope) -> Bool {
        let chain = scope.link.chain
        guard let start = chain.firstIndex(where: { $0.name == name.text }) else { return false }
        let way = ([name.text] + chain[0...start].map(\.name)).reversed().map { "'\($0)'" }
        let notes = chain[..<start].reversed().compactMap { link in
            link.location.map { Diagnostic.Note("'\(link.name)' is included here", at: $0) }
        }
        report(
            .templateCircularPartial, "'\(name.text)' includes itself: \(way.joined(separator: " → "))",
            name.tag,
            in: scope, notes: notes)
        return true
    }
}
