/// A requirement on what people write: its id, severity and wording.
///
/// Every module declares its rules beside the code that checks them, as static members in an extension.
public struct Rule: Hashable, Sendable {
    /// The id that is printed and that `rules:` in `timeline.yml` uses: lower-case words and hyphens.
    public let id: String
    /// The severity unless the site sets another.
    public let severity: Severity
    /// The requirement, as one sentence.
    public let explanation: String
    /// The reason for the rule, in a sentence or two; nil if the explanation suffices.
    public let reason: String?
    /// Whether no site can relax the rule, because a site that breaks it cannot be built.
    public let isMandatory: Bool

    /// Creates a rule.
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

    /// Creates a rule whose violation is an error.
    public init(_ id: String, mandatory: Bool = false, _ explanation: String) {
        self.init(id, .error, mandatory: mandatory, explanation)
    }

    /// Whether two rules have the same id.
    public static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }

    /// Hashes the id of the rule.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The severities that a site assigns to rules.
public struct RuleLevels: Hashable, Sendable {
    /// The site's severities by rule id; an inner nil turns the rule off.
    public var levels: [String: Severity?]
    /// Whether warnings count as errors (`--strict`).
    public var isStrict: Bool

    /// Creates levels; by default every rule keeps its own severity.
    public init(_ levels: [String: Severity?] = [:], isStrict: Bool = false) {
        self.levels = levels
        self.isStrict = isStrict
    }

    /// Returns the diagnostics with this site's severities, without those of rules that are off. The levels do not
    /// apply to mandatory rules.
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
