import Diagnostics

/// A compiled template: a flat list of instructions, in which partials, parents and names have been resolved.
package struct Template: Sendable {
    /// The shape of the records that it renders.
    let shape: Shape
    let code: TemplateCode
}

/// The code of a compiled template: its instructions, and the bytes and slots that they refer to.
struct TemplateCode: Sendable {
    var instructions: [Instruction] = []
    /// All literal text, one after the other.
    var text: [UInt8] = []
    /// The slots after the first of all dotted names.
    var slots: [Int32] = []
    /// In a folded template, the relative path from the page to the site's root.
    var root: [UInt8] = []
    /// The greatest number of sections that are open at once.
    var depth = 1
    /// The location of each section in its file, by the index of its instruction, ascending; for the report of a page
    /// that exceeds its limits.
    var sections: [(instruction: Int, location: SourceLocation)] = []

    /// One step of rendering. Jump targets and ranges are absolute indices.
    enum Instruction: Equatable, Sendable {
        /// Appends a range of the literal text.
        case text(start: Int32, end: Int32)
        /// Appends the relative path to the site's root, inside a section of a folded template.
        case root
        /// Appends a value, escaped for HTML.
        case escaped(Path)
        /// Appends a value as it is.
        case unescaped(Path)
        /// Opens a section on a truthy value; for any other value, execution continues at `end`, the index after the
        /// section's `next`.
        ///
        /// The fragment cache takes the output of an item from any section with the same `number`, so equal numbers
        /// mean equal output for equal items. A section that reads values from outside of its item is ``unnumbered``
        /// and bypasses the cache.
        case section(Path, end: Int32, number: Int32 = unnumbered)
        /// Jumps to `end` if the value is truthy.
        case inverted(Path, end: Int32)
        /// Continues at `start` with the list's next record, or closes the section and jumps to `end`. That lies
        /// behind the instructions for a value that is not truthy, so that `{{#x}}…{{/x}}{{^x}}…{{/x}}` reads the
        /// value once.
        case next(start: Int32, end: Int32)
    }

    /// The number of a section whose output is not cached.
    static let unnumbered: Int32 = -1

    /// The location of a value: an open section, counted from the outermost, a slot of its record and, for a dotted
    /// name, slots of the records within.
    struct Path: Equatable, Sendable {
        /// The index of the open section; 0 is the page's record.
        var frame: Int32
        /// The slot in the section's record, or ``whole``.
        var slot: Int32
        /// The start of the range of further slots in ``TemplateCode/slots``.
        var rest: Int32 = 0
        /// The end of that range.
        var restEnd: Int32 = 0

        /// The slot that stands for the section's value itself, `{{.}}`.
        static let whole: Int32 = -1
    }

    /// Returns the location of the innermost section around an instruction; nil if there is none.
    func section(around index: Int) -> SourceLocation? {
        sections.last { section in
            guard section.instruction < index,
                case .section(_, let end, _) = instructions[section.instruction]
            else { return false }
            return index < Int(end)
        }?.location
    }

    /// Returns the index at which execution continues after a section is closed.
    ///
    /// - Parameter index: the index just after the section's `next`.
    func end(ofSectionBefore index: Int) -> Int {
        guard case .next(_, let end) = instructions[index - 1] else { return index }
        return Int(end)
    }
}
