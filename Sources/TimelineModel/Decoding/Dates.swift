import Diagnostics
import EDTF

extension Decoding {
    /// Decodes a date in EDTF. If YAML reads an unquoted date as a list or a map, a fix adds the quotes.
    ///
    /// - Parameter allows: Whether the key accepts a date; fixes offer only dates that it accepts.
    mutating func date(
        _ node: YAMLNode, allowing allows: (DateExpression) -> Bool = { _ in true }
    ) -> Located<DateExpression>? {
        if repairedDates.contains(node.range.lowerBound) { return nil }
        guard let text = node.scalar else {
            if node.isPlain {
                report(.wrongKind, "expected an EDTF date, found \(node.kindName)", node.range)
            } else {
                reportUnquoted(node.range, allowing: allows)
            }
            return nil
        }
        do {
            return Located(try DateExpression(text), node.range)
        } catch {
            let range = range(in: node, offset: error.offset, length: max(1, error.length))
            report(
                .dateSyntax, error.message, range,
                fixIts: fixIts(error, at: node.range, allowing: allows) { quotedDate($0) })
            return nil
        }
    }

    /// Decodes a date that gives an entry a position on the timeline.
    mutating func positionedDate(_ node: YAMLNode) -> Located<DateExpression>? {
        guard let date = date(node, allowing: \.hasTimelinePosition) else { return nil }
        if date.value.hasTimelinePosition { return date }
        report(.dateWithoutPosition, "'\(node.scalar ?? "")' names no day on either side", node.range)
        return nil
    }

    /// The maximum number of YAML mistakes that are examined for each unquoted date: a file with more needs other
    /// repairs first.
    private static let mostLookedAt = 1000

    mutating func reportUnquoted(
        _ range: Range<Int>, allowing allows: (DateExpression) -> Bool = { _ in true }
    ) {
        // YAML's diagnostics about its inside, such as a year that occurs twice, are this same mistake.
        for index in yamlDiagnostics.prefix(Self.mostLookedAt).reversed()
        where range.contains(diagnostics[index].location.range.lowerBound) {
            diagnostics.remove(at: index)
            yamlDiagnostics = yamlDiagnostics.dropLast()
        }
        let written = source(range)
        let unquoted = written.filter { $0 != "\"" }.split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        // A list of quoted texts is not an EDTF set without quotes: all of its dates may be meant, or one of them. The
        // spaces between them belong to YAML.
        let isList = written != unquoted && written.contains("\"")
        let text = isList ? unquoted.replacing(", ", with: ",") : unquoted
        var fixIts: [Diagnostic.FixIt] = []
        do {
            if allows(try DateExpression(text)) {
                fixIts = [.replace(location(range), with: "\"\(text)\"", safe: !isList)]
                if isList, text.hasPrefix("[") {
                    fixIts.append(.replace(location(range), with: "\"{\(text.dropFirst().dropLast())}\""))
                }
            }
        } catch {
            // What is quoted is to be a date, too: YAML has nothing against the space that EDTF refuses.
            fixIts = self.fixIts(error, at: range, isSafe: !isList, allowing: allows) { "\"\($0)\"" }
            if error.readings.isEmpty { fixIts = [.replace(location(range), with: "\"\(text)\"")] }
        }
        report(.dateUnquoted, "date that YAML reads as something else", range, fixIts: fixIts)
    }

    /// Returns fixes with every date that the text may mean and the key accepts. A fix is safe if the rules of dates
    /// say so.
    private func fixIts(
        _ error: DateSyntaxError, at range: Range<Int>, isSafe: Bool = true,
        allowing allows: (DateExpression) -> Bool, written: (String) -> String
    ) -> [Diagnostic.FixIt] {
        zip(error.readings, error.instructions(written)).filter { reading, _ in
            (try? DateExpression(reading)).map(allows) ?? false
        }.map { reading, instruction in
            .replace(
                location(range), with: written(reading), instruction, safe: isSafe && error.repair == reading)
        }
    }
}

extension Rule {
    static let dateSyntax = Rule(
        "date-syntax", mandatory: true,
        "Dates are written in EDTF (2019), levels 0 to 2; `dateline date` explains how one is read.")
    static let dateUnquoted = Rule(
        "date-unquoted", mandatory: true,
        "A date that begins with [, { or % is quoted, because YAML reads these signs as a list, a map or a directive; within braces, so is a date with ?."
    )
    static let dateWithoutPosition = Rule(
        "date-without-position", mandatory: true,
        "An entry's date has a known start or end, so that it has a position on the timeline.")
}
