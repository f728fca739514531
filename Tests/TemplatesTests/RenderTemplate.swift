import Diagnostics
import UTF8Text

@testable import Templates

/// A compiler of a template named `page` and its partials. Their paths are their names.
func templateCompiler(
    _ template: String, _ partials: [String: String] = [:], mode: TemplateCompiler.Mode = .strict
) -> TemplateCompiler {
    let files = partials.merging(["page": template]) { _, page in page }
    return TemplateCompiler(
        templates: Dictionary(
            uniqueKeysWithValues: files.map { name, text in
                (name, TemplateSource(path: name, bytes: Array(text.utf8)))
            }), mode: mode)
}

/// The text that a template renders for a record, and the template's diagnostics.
func renderTemplate(
    _ template: String, _ partials: [String: String] = [:], _ record: Record,
    mode: TemplateCompiler.Mode = .strict
) -> (text: String?, diagnostics: [Diagnostic]) {
    let result = templateCompiler(template, partials, mode: mode).compile("page", for: record.shape)
    guard let template = result.template else { return (nil, result.diagnostics) }
    var output = OutputBuffer()
    template.render(record, into: &output)
    return (String(decoding: output.bytes, as: UTF8.self), result.diagnostics)
}

func renderTemplate(_ template: String, _ record: Record) -> (text: String?, diagnostics: [Diagnostic]) {
    renderTemplate(template, [:], record)
}

/// The text that a template without mistakes renders for an entry.
func renderedText(
    _ template: String, _ partials: [String: String] = [:], _ entry: SampleEntry = SampleEntry()
)
    -> String?
{
    renderTemplate(template, partials, entrySample.record(entry)).text
}
