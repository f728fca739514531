/// One thing that Dateline asks of what people write: its name, its weight and its wording.
///
/// Every module declares its rules beside the code that checks them, as static members in an extension.
public struct Rule: Hashable, Sendable {
    /// The name that is printed and that `rules:` in `timeline.yml` uses: lower-case words and hyphens.
    public let id: String
    /// The weight when the site does not say otherwise.
    public let severity: Severity
    /// The rule in words: what is asked, as one sentence.
    public let explanation: String
    /// Why it is asked, in a sentence or two; nil where the explanation says it all.
    public let reason: String?
    /// True where the site could not be built if the rule were relaxed, so that it cannot be.
    public let isMandatory: Bool

    public init(
        _ id: String, _ severity: Severity, mandatory: Bool = false, _ explanation: String,
        because reason: String? = nil
    ) {
        self.id = id
        self.severity = severity
        self.explanation = explanation
        self.reason = reason
        self.isMandatory = mandatory
    }

    /// A rule whose breach is an error.
    public init(_ id: String, mandatory: Bool = false, _ explanation: String) {
        self.init(id, .error, mandatory: mandatory, explanation)
    }

    public static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The weights that a site gives to rules in place of their own.
public struct RuleLevels: Hashable, Sendable {
    /// A rule's id, and its weight on this site; nil is off.
    public var levels: [String: Severity?]
    /// True where warnings count as errors (`--strict`).
    public var isStrict: Bool

    public init(_ levels: [String: Severity?] = [:], isStrict: Bool = false) {
        self.levels = levels
        self.isStrict = isStrict
    }

    /// The diagnostics with this site's weights; those of a rule that is off are left out.
    public func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.compactMap { diagnostic in
            var weighed = diagnostic
            if let level = levels[diagnostic.rule.id], !diagnostic.rule.isMandatory {
                guard let level else { return nil }
                weighed.severity = level
            }
            if isStrict, weighed.severity == .warning { weighed.severity = .error }
            return weighed
        }
    }
}
