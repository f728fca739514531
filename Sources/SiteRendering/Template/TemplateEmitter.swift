import Diagnostics

/// Turns a tree, and the trees it includes, into the instructions for one shape of record.
///
/// Names are resolved lexically: against the shapes of the sections that are open where the tag is written
/// out, innermost first. That is what the specification's context stack gives for records whose fields are
/// known beforehand.
struct TemplateEmitter {
    let trees: [String: TemplateTree]
    let mode: TemplateCompiler.Mode
    /// What each open section stands on, outermost first.
    var stack: [Shape.Kind]
    var mistakes = TemplateMistakes()
    /// The templates of which the own mistakes are among them.
    var included: Set<String> = []
    /// The names of the blocks that a template offers, with those of what it includes.
    var knownBlocks: [String: Set<String>] = [:]

    private var code = TemplateCode()
    /// What each section of ``stack`` was opened with; nil where nothing stands behind its name.
    private var opened: [Resolved?] = []
    /// The section that ends where the code does by now, where nothing else leads there.
    private var closed: (start: Int, end: Int, found: Resolved)?
    private var pendingText = 0
    private var size = 0

    init(_ trees: [String: TemplateTree], _ mode: TemplateCompiler.Mode, for shape: Shape) {
        self.trees = trees
        self.mode = mode
        stack = [.record(shape)]
    }

    mutating func emit(_ tree: TemplateTree, named name: String) -> TemplateCode {
        included.insert(name)
        mistakes.add(tree.diagnostics)
        emit(tree.nodes, in: TemplateScope(tree, TemplateScope.Link(name: name, location: nil, outer: nil)))
        flushText()
        return code
    }

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

    mutating func append(_ bytes: some Collection<UInt8>, in scope: TemplateScope) {
        guard spend(bytes.count, in: scope) else { return }
        code.text.append(contentsOf: bytes)
    }

    private mutating func flushText() {
        guard code.text.count > pendingText else { return }
        code.instructions.append(.text(start: Int32(pendingText), end: Int32(code.text.count)))
        pendingText = code.text.count
    }

    // MARK: Variables and sections

    private mutating func variable(_ name: TemplateTree.Name, isEscaped: Bool, in scope: TemplateScope) {
        guard let found = resolve(name, in: scope) else { return }
        if mode == .strict, !check(name, found.kind, isEscaped: isEscaped, in: scope) { return }
        let place = place(inSection(found) ?? found)
        flushText()
        code.instructions.append(isEscaped ? .escaped(place) : .unescaped(place))
    }

    /// The same value as what an open section stands on, where it is: `{{x}}` in `{{#x}}` is read once.
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
            // Nothing is written for it, but what stands in it may hold more mistakes.
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
        let place = place(found)
        code.instructions.append(.section(place, end: 0))
        code.sections.append((start, scope.tree.source.location(name.tag)))
        emit(nodes, within: name, in: scope)
        flushText()
        let end = code.instructions.count + 1
        code.instructions.append(.next(start: Int32(start + 1), end: Int32(end)))
        code.instructions[start] = .section(place, end: Int32(end))
        closed = (start, end, found)
        stack.removeLast()
        opened.removeLast()
    }

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
            let place = place(found)
            code.instructions.append(.inverted(place, end: 0))
            emit(nodes, within: name, in: scope)
            flushText()
            code.instructions[start] = .inverted(place, end: Int32(code.instructions.count))
        }
        closed = nil
    }

    private mutating func place(_ found: Resolved) -> TemplateCode.Place {
        let rest = code.slots.count
        code.slots += found.slots.dropFirst().map { Int32($0) }
        return TemplateCode.Place(
            frame: Int32(found.frame), slot: found.slots.first.map { Int32($0) } ?? TemplateCode.Place.whole,
            rest: Int32(rest), restEnd: Int32(code.slots.count))
    }

    // MARK: Limits

    /// Emits what a tag holds one level deeper, unless that is too deep.
    mutating func emit(
        _ nodes: [TemplateTree.Node], within name: TemplateTree.Name, in scope: TemplateScope
    ) {
        guard let inner = deepen(scope, at: name, in: scope) else { return }
        emit(nodes, in: inner)
    }

    /// A scope that is one level deeper than where its tag stands; nil where that is too deep.
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

    /// Counts what is emitted; false when that is too much, and from then on.
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

    mutating func report(
        _ rule: Rule, _ summary: String, _ range: Range<Int>, in scope: TemplateScope,
        notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
    ) {
        mistakes.add(
            Diagnostic(
                rule, summary, at: scope.tree.source.location(range), notes: notes, fixIts: fixIts))
    }
}
