import ArgumentParser
import Diagnostics
import EDTF
import UTF8Text

/// `dateline date`: explains how a date is read.
struct DateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "date", abstract: "Explains how a date is read.",
        discussion: """
            Expressions are EDTF (2019), levels 0 to 2. Without arguments they are read from standard \
            input, one per line and untrimmed. With --format json one object per line is printed, in the \
            order of the input. The exit code is 1 if any expression is invalid.

            Examples:
              dateline date 1911-08-0X/.. "[1911-08-11,1911-08-12]" -0043-03-15
              dateline date --format json < dates.txt
            """)

    /// The output formats for readings.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "How readings are printed.")
    var format = Format.text

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp("Dates in EDTF, such as 2023-08-0X/..", valueName: "expr"))
    var expressions: [String] = []

    func run() throws {
        // A date before year 1 looks like an option; `--` before it is accepted, and is not a date itself.
        let arguments = expressions.filter { $0 != "--" }
        let inputs = try arguments.isEmpty ? Self.linesOfInput() : arguments.map { Array($0.utf8) }
        var output = ""
        var areAllValid = true
        for input in inputs {
            let reading = DateReading(input)
            if reading.expression == nil { areAllValid = false }
            output += format == .json ? reading.json : reading.text
        }
        try Console.output(output)
        if !areAllValid { throw ExitCode.contentErrors }
    }

    private static func linesOfInput() throws -> [[UInt8]] {
        guard let bytes = Console.readAll() else {
            Console.error("error: standard input cannot be read\n")
            throw ExitCode.inputOutput
        }
        return lines(bytes)
    }

    /// The lines of a text, empty ones included; the last one counts even without a line end.
    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}

/// One expression, parsed or with the syntax error.
struct DateReading {
    let input: [UInt8]
    let expression: DateExpression?
    let mistake: DateSyntaxError?
    private let isUTF8: Bool

    init(_ input: [UInt8]) {
        self.input = input
        isUTF8 = String(validating: input, as: UTF8.self) != nil
        do throws(DateSyntaxError) {
            expression = unsafe try input.withUnsafeBufferPointer { bytes in
                Result { () throws(DateSyntaxError) in try unsafe DateExpression(utf8: bytes) }
            }.get()
            mistake = nil
        } catch {
            expression = nil
            mistake = error
        }
    }

    private var inputText: String { String(decoding: input, as: UTF8.self) }

    /// The column of a syntax error, in Unicode scalars from 1.
    private func column(_ mistake: DateSyntaxError) -> Int {
        let before = input.prefix(mistake.offset)
        return String(decoding: before, as: UTF8.self).unicodeScalars.count + 1
    }

    var json: String {
        var json = JSONText()
        json.object { json in
            json.string("input", inputText)
            json.bool("valid", expression != nil)
            if let expression {
                json.string("type", expression.kind.rawValue)
                json.integer("level", expression.level)
                json.string("edtf", expression.canonical)
                json.string("earliest", Self.text(expression.earliest, open: "-inf"))
                json.string("latest", Self.text(expression.latest, open: "inf"))
                json.string("text", expression.text(in: .english))
            } else if let mistake {
                json.object("error") { json in
                    json.string("message", mistake.message)
                    json.integer("column", column(mistake))
                    // The safe repair; otherwise all readings.
                    if let repair = mistake.repair { json.string("suggestion", repair) }
                    if mistake.repair == nil, !mistake.readings.isEmpty {
                        Self.append(mistake.readings, to: &json)
                    }
                }
            }
        }
        json.newline()
        return json.text
    }

    var text: String {
        guard let expression else {
            let message = mistake.map { "column \(column($0)): \($0.message)" } ?? ""
            let fix = mistake?.instructions().map { "  \(printable($0))\n" }.joined() ?? ""
            return "\(printable(inputText))\n  invalid: \(printable(message))\n\(fix)"
        }
        let bounds = [
            "earliest " + (Self.text(expression.earliest, open: "open") ?? "not known"),
            "latest " + (Self.text(expression.latest, open: "open") ?? "not known"),
        ].joined(separator: ", ")
        return """
            \(printable(inputText))
              \(expression.text(in: .english))
              \(expression.explanation(in: .english))
              \(bounds) · \(expression.kind.rawValue), level \(expression.level), canonical \(expression.canonical)

            """
    }

    private static func append(_ readings: [String], to json: inout JSONText) {
        json.array("readings") { json in
            for reading in readings {
                json.object { json in
                    json.string("edtf", reading)
                    json.string("text", (try? DateExpression(reading))?.text(in: .english))
                }
            }
        }
    }

    private static func text(_ bound: DateBound, open: String) -> String? {
        switch bound {
        case .day(let day): day.iso
        case .open: open
        case .unknown: nil
        }
    }
}
