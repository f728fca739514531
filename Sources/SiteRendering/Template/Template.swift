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
    /// How many sections are open at once at most.
    var depth = 1
    /// The sections whose text rests on what they stand on alone, by their places among the instructions: each with
    /// a number that those have in common which write the same.
    var selfContained: [Int: Int] = [:]

    /// One step of writing a page. Jump targets and ranges are absolute, so that nothing is looked up.
    enum Instruction: Equatable, Sendable {
        case text(start: Int32, end: Int32)
        case escaped(Place)
        case unescaped(Place)
        /// Goes on after `end` unless the value is truthy, and otherwise opens it.
        case section(Place, end: Int32)
        /// Goes on after `end` if the value is truthy.
        case inverted(Place, end: Int32)
        /// Takes a list's next record, or closes the section.
        case next(start: Int32)
    }

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
}
