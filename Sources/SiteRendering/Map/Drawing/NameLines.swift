/// Returns a name as one line, or as two of similar width if it is long.
///
/// - Parameter limit: the width above which it is broken, in ems.
func brokenIntoLines(_ name: String, limit: Double) -> [String] {
    let whole = TextWidth.ems(name)
    guard whole > limit else { return [name] }
    let words = name.split(separator: " ")
    var best: (lines: [String], width: Double)?
    for count in 1..<max(words.count, 1) {
        let lines = [words[..<count], words[count...]].map { $0.joined(separator: " ") }
        let width = lines.map(TextWidth.ems).max() ?? whole
        if width < best?.width ?? whole { best = (lines, width) }
    }
    return best?.lines ?? [name]
}
