/// A value for front matter or a data file, as an author would write it.
public enum YAMLValue: Sendable, Equatable {
    /// A scalar in its YAML form, with quotes if it needs them.
    case written(String)
    /// A list, in its order.
    case list([YAMLValue])
    /// A map, in its order.
    case map([YAMLPair])

    /// A text, with quotes if it needs them.
    public static func text(_ text: String) -> YAMLValue { .written(yamlScalar(text)) }

    /// A list of texts.
    public static func texts(_ texts: [String]) -> YAMLValue { .list(texts.map(YAMLValue.text)) }

    /// A date in canonical EDTF, with quotes if YAML would read it as something else.
    public static func date(_ canonical: String) -> YAMLValue { .written(quotedDate(canonical)) }
}
