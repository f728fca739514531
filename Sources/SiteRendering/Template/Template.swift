import Diagnostics

/// A template, compiled: one flat run of instructions, in which partials, parents and names are resolved.
struct Template: Sendable {
    /// The shape of the records it is written for.
    let shape: Shape
    let code: TemplateCode
}

/// What a compiled template consists of: instructions, and the bytes and slots that they point into.
struct TemplateCode: Sendable {
    var instructions: [Instruction] = []
    var text: [UInt8] = []
    var slots: [Int32] = []
    /// Of a template that is folded for a page: the way from the page up to the site's folder.
    var root: [UInt8] = []
    /// How many sections are open at once at most.
    var depth = 1
    /// Where each section stands in its file, by its instruction and in their order: for a page without end.
    var sections: [(instruction: Int, location: SourceLocation)] = []

    /// One step of writing a page. Jump targets and ranges are absolute, so that nothing is looked up.
    enum Instruction: Equatable, Sendable {
        case text(start: Int32, end: Int32)
        /// Writes the way up to the site's folder, in a section of a folded template.
        case root
        case escaped(Place)
        case unescaped(Place)
        /// Opens the value if it is truthy, and otherwise goes on at `end`, behind the section's own `next`. A
        /// section whose text rests on what it stands on alone has the number that those have in common which write
        /// the same; others have ``unnumbered``.
        case section(Place, end: Int32, number: Int32 = unnumbered)
        /// Goes on at `end` if the value is truthy.
        case inverted(Place, end: Int32)
        /// Takes a list's next record, or closes the section and goes on at `end`: behind what stands there for a
        /// value that is not truthy, so that `{{#x}}…{{/x}}{{^x}}…{{/x}}` reads it once.
        case next(start: Int32, end: Int32)
    }

    /// In place of a section's number.
    static let unnumbered: Int32 = -1

    /// Where a value is found: an open section, counted from the outermost, a slot of its record, and, for
    /// a dotted name, slots of the records in it.
    struct Place: Equatable, Sendable {
        var frame: Int32
        var slot: Int32
        var rest: Int32 = 0
        var restEnd: Int32 = 0

        /// In place of a slot: what the section was opened with, `{{.}}`.
        static let whole: Int32 = -1
    }

    /// The innermost section that holds an instruction, as it stands in its file.
    func section(around place: Int) -> SourceLocation? {
        sections.last { section in
            guard section.instruction < place,
                case .section(_, let end, _) = instructions[section.instruction]
            else { return false }
            return place < Int(end)
        }?.location
    }

    /// Where a section goes on when it is done, told from the place behind its `next`.
    func end(ofSectionBefore place: Int) -> Int {
        guard case .next(_, let end) = instructions[place - 1] else { return place }
        return Int(end)
    }
}
