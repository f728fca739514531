import Diagnostics

/// Compiles a tree, and the trees it includes, into the instructions for one shape of record.
///
/// Names are resolved lexically: against the shapes of the sections that are open at the tag, innermost first. For
/// records whose fields are known at compile time this is equivalent to the specification's context stack.
struct TemplateEmitter {
    let trees: [String: TemplateTree]
    let mode: TemplateCompiler.Mode
    /// The kind of value of each open section, outermost first.
    var stack: [Shape.Kind]
    var mistakes = TemplateMistakes()
    /// The templates whose syntax errors have been added to ``mistakes``.
    var included: Set<String> = []
    /// A cache of the names of all blocks in a template and in the files it includes, by template.
    var knownBlocks: [String: Set<String>] = [:]

    private var code = TemplateCode()
    /// The value of each open section in ``stack`` but the outermost; nil if its name did not resolve.
    private var opened: [Resolved?] = []
    /// The section that ended just before the next instruction, if no jump leads there.
    private var closed: (start: Int, end: Int, found: Resolved)?
    /// The start of the text that no instruction refers to yet.
    private var pendingText = 0
    /// The size of the code so far: see ``TemplateLimits/size``.
    private var size = 0

    init(_ trees: [String: TemplateTree], _ mode: TemplateCompiler.Mode, for shape: Shape) {
        self.trees = trees
        self.mode = mode
        stack = [.record(shape)]
    }

    /// Returns the code for a page's template.
    mutating func emit(_ tree: TemplateTree, named name: String) -> TemplateCode {
        included.insert(name)
        mistakes.add(tree.diagnostics)
        emit(tree.nodes, in: TemplateScope(tree, TemplateScope.Link(name: name, location: nil, outer: nil)))
        flushText()
        return code
    }

    /// Emits nodes until the template becomes too large.
    mutating func emit(_ nodes: [TemplateTree.Node], in scope: TemplateScope) {
        for node in nodes {
            guard spend(node.cost, in: scope) else { return }
            switch node {
            case .lineStart(let range):
                append(scope.indentation, in: scope)
                append(scope.dedented(range), in: scope)
            case .text(let range): append(scope.tree.source.bytes[range], in: scope)
            case .variable(let name, let isEscaped): variable(name, isEscaped: isEscaped, in: scope)
            case .section(let name, let nodes): section(name, nodes, in: scope)
            case .inverted(let name, let nodes): inverted(name, nodes, in: scope)
            case .inclusion(let inclusion): include(inclusion, in: scope)
            case .block(let block): self.block(block, in: scope)
            }
        }
    }

    // MARK: Text

    /// Appends text, unless the template becomes too large.
    mutating func append(_ bytes: some Collection<UInt8>, in scope: TemplateScope) {
        guard spend(bytes.count, in: scope) else { return }
        code.text.append(contentsOf: bytes)
    }

    /// Turns pending text into an instruction.
    private mutating func flushText() {
        guard code.text.count > pendingText else { return }
        code.instructions.append(.text(start: Int32(pendingText), end: Int32(code.text.count)))
        pendingText = code.text.count
    }

    // MARK: Variables and sections

    private mutating func variable(_ name: TemplateTree.Name, isEscaped: Bool, in scope: TemplateScope) {
        guard let found = resolve(name, in: scope) else { return }
        if mode == .strict, !check(name, found.kind, isEscaped: isEscaped, in: scope) { return }
        let path = path(inSection(found) ?? found)
        flushText()
        code.instructions.append(isEscaped ? .escaped(path) : .unescaped(path))
    }

    /// Returns the value of an open section if a name refers to the same value, so that `{{x}}` in `{{#x}}` reads it
    /// once; otherwise nil.
    private func inSection(_ found: Resolved) -> Resolved? {
        switch found.kind {
        case .text, .markup, .number: break
        case .flag, .record, .list, .texts, .nothing: return nil
        }
        let section = opened.lastIndex { $0?.frame == found.frame && $0?.slots == found.slots }
        return section.map { Resolved(frame: $0 + 1, kind: found.kind) }
    }

    private mutating func section(
        _ name: TemplateTree.Name, _ nodes: [TemplateTree.Node], in scope: TemplateScope
    ) {
        guard let found = resolve(name, in: scope) else {
            guard mode == .strict else { return }
            // No instruction is emitted, but the body may contain further errors.
            stack.append(.nothing)
            opened.append(nil)
            emit(nodes, within: name, in: scope)
            stack.removeLast()
            opened.removeLast()
            return
        }
        switch found.kind {
        case .list(let shape): stack.append(.record(shape))
        case .texts: stack.append(.text)
        default: stack.append(found.kind)
        }
        opened.append(found)
        code.depth = Swift.max(code.depth, stack.count)
        flushText()
        let start = code.instructions.count
        let path = path(found)
        code.instructions.append(.section(path, end: 0))
        code.sections.append((start, scope.tree.source.location(name.tag)))
        emit(nodes, within: name, in: scope)
        flushText()
        let end = code.instructions.count + 1
        code.instructions.append(.next(start: Int32(start + 1), end: Int32(end)))
        code.instructions[start] = .section(path, end: Int32(end))
        closed = (start, end, found)
        stack.removeLast()
        opened.removeLast()
    }

    /// Emits an inverted section. Directly after the section on the same value it becomes that section's alternative.
    private mutating func inverted(
        _ name: TemplateTree.Name, _ nodes: [TemplateTree.Node], in scope: TemplateScope
    ) {
        guard let found = resolve(name, in: scope) else { return emit(nodes, within: name, in: scope) }
        flushText()
        let start = code.instructions.count
        if let closed, closed.end == start, closed.found.frame == found.frame,
            closed.found.slots == found.slots
        {
            emit(nodes, within: name, in: scope)
            flushText()
            code.instructions[start - 1] = .next(
                start: Int32(closed.start + 1), end: Int32(code.instructions.count))
        } else {
            let path = path(found)
            code.instructions.append(.inverted(path, end: 0))
            emit(nodes, within: name, in: scope)
            flushText()
            code.instructions[start] = .inverted(path, end: Int32(code.instructions.count))
        }
        closed = nil
    }

    /// Returns the location of a value, and stores the slots of its dotted name.
    private mutating func path(_ found: Resolved) -> TemplateCode.Path {
        let rest = code.slots.count
        code.slots += found.slots.dropFirst().map { Int32($0) }
        return TemplateCode.Path(
            frame: Int32(found.frame), slot: found.slots.first.map { Int32($0) } ?? TemplateCode.Path.whole,
            rest: Int32(rest), restEnd: Int32(code.slots.count))
    }

    // MARK: Limits

    /// Emits the content of a tag one level deeper, unless that exceeds the limit.
    mutating func emit(
        _ nodes: [TemplateTree.Node], within name: TemplateTree.Name, in scope: TemplateScope
    ) {
        guard let inner = deepen(scope, at: name, in: scope) else { return }
        emit(nodes, in: inner)
    }

    /// Returns a scope one level deeper than that of its tag; reports it and returns nil if that exceeds the limit.
    mutating func deepen(
        _ inner: TemplateScope, at name: TemplateTree.Name, in outer: TemplateScope
    ) -> TemplateScope? {
        var inner = inner
        inner.depth = outer.depth + 1
        if inner.depth <= TemplateLimits.depth { return inner }
        let summary = "'\(name.text)' is nested more than \(TemplateLimits.depth) levels deep"
        report(.templateTooDeep, summary, name.tag, in: outer)
        return nil
    }

    /// Adds to the size of the code. Returns false once it exceeds the limit, or once there are too many errors.
    mutating func spend(_ amount: Int, in scope: TemplateScope) -> Bool {
        if size > TemplateLimits.size || mistakes.all.count >= TemplateLimits.mistakes { return false }
        size += amount
        if size <= TemplateLimits.size { return true }
        let outermost = scope.link.outermost
        let summary = "'\(outermost.name)' is too large with everything it includes"
        mistakes.add(
            Diagnostic(
                .templateTooLarge, summary, at: outermost.location ?? scope.tree.source.location(0..<0)))
        return false
    }

    // MARK: Mistakes

    /// Reports an error at a range of the scope's file.
    mutating func report(
        _ rule: Rule, _ summary: String, _ range: Range<Int>, in scope: TemplateScope,
        notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
    ) {
        mistakes.add(
            Diagnostic(
                rule, summary, at: scope.tree.source.location(range), notes: notes, fixIts: fixIts))
    }
}
