import TestSupport

@testable import CommonMark

extension MarkedText {
    /// The document that is read from the text.
    func document(_ options: MarkdownOptions = MarkdownOptions()) -> MarkdownDocument {
        MarkdownDocument(text, options: options)
    }
}

extension MarkdownDocument {
    /// The HTML with readable text in each placeholder: `{link:target}`, `{image:target|alt}`, `{cite:id}`.
    var filled: String {
        var output: [UInt8] = []
        write(to: &output) { placeholder, output in
            output.append(contentsOf: placeholder.content.standIn.utf8)
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The HTML with empty placeholders.
    var bare: String { String(decoding: html, as: UTF8.self) }

    /// The ranges of the placeholders.
    var places: [Range<Int>] { placeholders.map(\.sourceRange) }

    /// The ids of the citations among the placeholders.
    var citations: [String] {
        placeholders.compactMap { if case .citation(let id) = $0.content { id } else { nil } }
    }
}

extension MarkdownDocument.PlaceholderKind {
    var standIn: String {
        switch self {
        case .link(let target, let title): title.isEmpty ? "{link:\(target)}" : "{link:\(target)|\(title)}"
        case .image(let target, let title, let alt): "{image:\(target)|\(title)|\(alt)}"
        case .citation(let id): "{cite:\(id)}"
        }
    }
}
