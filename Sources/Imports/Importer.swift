import Diagnostics
import UTF8Text

/// Reads files of other programs as entries of a timeline.
public struct Importer {
    private let input: ImportInput
    private let format: ImportFormat?
    private let columns: [ColumnMapping]
    private let site: ImportSite

    /// Creates an importer.
    ///
    /// - Parameters:
    ///   - input: the file.
    ///   - format: the format of the file; nil if its name and its content decide.
    ///   - columns: the columns of a table, or the keys in JSON, that the user assigned to fields.
    ///   - site: the site that the entries are for.
    public init(
        _ input: ImportInput, format: ImportFormat? = nil, columns: [ColumnMapping] = [],
        site: ImportSite = ImportSite()
    ) {
        self.input = input
        self.format = format
        self.columns = columns
        self.site = site
    }

    /// Reads the file. Every mistake is reported; events with mistakes are left out.
    public func run() -> ImportedTimeline {
        var run = ImportRun(input, site)
        if let refusal = input.refusal() {
            run.result.report.add(refusal)
            return run.result
        }
        let text = input.bytes[input.text]
        guard let format = format ?? ImportFormat.recognised(input.name, text) else {
            run.result.report.add(
                Diagnostic(
                    .importFile, "a format that is not recognised", at: SourceLocation(input.path),
                    fixIts: [
                        Diagnostic.FixIt(
                            "state it with --from "
                                + ImportFormat.allCases.map(\.rawValue).joined(separator: ", --from "))
                    ]))
            return run.result
        }
        run.result.format = format
        switch format {
        case .csv: TableImport(columns).add(to: &run, isSheet: columns.isEmpty ? nil : false)
        case .jsonl: EntryJSON(columns).addLines(to: &run)
        case .markwhen: MarkwhenImport(run.input).add(to: &run)
        case .json: readJSON(in: &run)
        case .timelinejs:
            if text.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
                readJSON(in: &run)
            } else {
                TableImport(columns).add(to: &run, isSheet: true)
            }
        }
        if run.result.entries.isEmpty, run.result.faultyCount == 0,
            !run.result.report.diagnostics.containsErrors
        {
            run.result.report.add(
                Diagnostic(.importFile, "the file has no event", at: SourceLocation(input.path)))
        }
        run.finish()
        return run.result
    }

    private func readJSON(in run: inout ImportRun) {
        let isStated = run.result.format == .timelinejs
        do throws(JSONReader.Mistake) {
            let read = try JSONReader.read(input.bytes, in: input.text)
            run.report(read.reader)
            if DatelineJSON.isRecognised(read.value), !isStated {
                DatelineJSON.add(read.value, to: &run)
                return
            }
            let isOlder = TimelineJS2JSON.isRecognised(read.value)
            if isStated && !isOlder || format == nil && TimelineJSJSON.isRecognised(read.value) {
                run.result.format = .timelinejs
                TimelineJSJSON.add(read.value, to: &run)
            } else if isOlder, format == nil || isStated {
                run.result.format = .timelinejs
                TimelineJS2JSON.add(read.value, to: &run)
            } else {
                EntryJSON(columns).add(read.value, to: &run)
            }
        } catch {
            run.result.report.add(
                Diagnostic(.importFile, error.summary, at: SourceLocation(input.path, error.range)))
        }
    }
}
