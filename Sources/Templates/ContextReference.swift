/// Returns the reference for theme authors in Markdown: the use of each kind of value, then a heading and a table for
/// each shape that the pages' templates can reach.
///
/// The same shapes give the same text, so that a test can compare it with the published file.
package func contextReference(for pages: [(page: String, shape: Shape)]) -> String {
    var reference = ContextReference()
    for page in pages { reference.add(page.shape, "Given to `\(page.page)`") }
    return reference.markdown
}

/// Collects the shapes that pages can reach.
private struct ContextReference {
    private var sections: [Section] = []
    /// The index of each shape in ``sections``.
    private var indices: [ObjectIdentifier: Int] = [:]

    /// A shape, with the fields and pages that lead to it.
    private struct Section {
        let shape: Shape
        var origins: [String]
    }

    /// Adds a shape and the shapes that it contains.
    ///
    /// - Parameter origin: a phrase for the field or page that leads to the shape.
    mutating func add(_ shape: Shape, _ origin: String) {
        if let known = indices[ObjectIdentifier(shape)] {
            if !sections[known].origins.contains(origin) { sections[known].origins.append(origin) }
            return
        }
        indices[ObjectIdentifier(shape)] = sections.count
        sections.append(Section(shape: shape, origins: [origin]))
        for field in shape.fields {
            switch field.kind {
            case .record(let inner), .list(let inner): add(inner, "`\(field.name)` of \(shape.name)")
            default: break
            }
        }
    }

    var markdown: String {
        var text = Self.kinds
        for section in sections {
            text += "\n## \(section.shape.name)\n\n\(section.origins.joined(separator: ", ")).\n\n"
            text += "| Name | Kind | Meaning |\n|---|---|---|\n"
            for field in section.shape.fields where !section.shape.isPresence(field) {
                text += "| `\(field.name)` | \(field.kind.description) | \(cell(field.documentation)) |\n"
            }
        }
        return text
    }

    /// Returns a text for a cell of a Markdown table.
    private func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
            .split(separator: "\n").joined(separator: " ")
    }

    /// The introduction, about the kinds of values.
    private static let kinds = """
        ## Kinds

        | Kind | Output | Condition |
        |---|---|---|
        | text | `{{x}}`, which is escaped | `{{#x}}…{{/x}}` if it is not empty, `{{^x}}…{{/x}}` if it is |
        | markup | `{{{x}}}`, which is HTML already | as for text |
        | number | `{{x}}` | `{{#x}}…{{/x}}` if it is not zero |
        | flag | | `{{#x}}…{{/x}}` if it is true, `{{^x}}…{{/x}}` if it is false |
        | record | `{{x.y}}`, or `{{y}}` in `{{#x}}…{{/x}}` | `{{#x}}…{{/x}}` if there is one |
        | list | `{{y}}` in `{{#x}}…{{/x}}`, which repeats | `{{^x}}…{{/x}}` if it is empty |
        | list of texts | `{{.}}` in `{{#x}}…{{/x}}`, which repeats | `{{^x}}…{{/x}}` if it is empty |

        Each list `x` has a flag `has_x`, which tests whether the list has items without repeating.
        Within a section the names of the surrounding records remain visible.

        """
}
