import Diagnostics

extension Rule {
    // MARK: Syntax

    static let templateEncoding = Rule(
        "template-encoding", mandatory: true, "A template is text in UTF-8.")
    static let templateUnclosedTag = Rule(
        "template-unclosed-tag", mandatory: true,
        "A tag ends with the closing delimiter before the next tag begins.")
    static let templateBadName = Rule(
        "template-bad-name", mandatory: true,
        "A tag names one thing: a word, words joined by single dots, or a dot alone.")
    static let templateDelimiters = Rule(
        "template-delimiters", mandatory: true,
        "A set-delimiter tag contains two delimiters, with a space between them and an equals sign at each end."
    )
    static let templateUnclosedSection = Rule(
        "template-unclosed-section", mandatory: true,
        "Every section, parent and block has a closing tag of the same name inside the one around it.")
    static let templateClosingTag = Rule(
        "template-closing-tag", mandatory: true,
        "A closing tag has the name of the section, parent or block that was opened last.")
    static let templateUnsupported = Rule(
        "template-unsupported", mandatory: true,
        "Templates are resolved before there is data: there are no dynamic names and no lambdas.")

    // MARK: Names

    static let templateUnknownName = Rule(
        "template-unknown-name", mandatory: true,
        "A template uses only names that its page offers, in the open section or in those around it.")
    static let templateUnescapedText = Rule(
        "template-unescaped-text", mandatory: true,
        "Plain text is always escaped, with two braces; only markup is inserted as it is, with three.")
    static let templateEscapedMarkup = Rule(
        "template-escaped-markup", mandatory: true,
        "Markup is HTML already and is inserted as it is, with three braces.")
    static let templateNothingToPrint = Rule(
        "template-nothing-to-print", mandatory: true,
        "A variable names text, markup or a number; records, lists and flags open sections.")

    // MARK: Partials and parents

    static let templateUnknownPartial = Rule(
        "template-unknown-partial", mandatory: true, "A template includes only templates that exist.")
    static let templateCircularPartial = Rule(
        "template-circular-partial", mandatory: true,
        "A template does not include itself, directly or through others.")
    static let templateUnknownBlock = Rule(
        "template-unknown-block", mandatory: true,
        "A block inside a parent tag fills a block of the same name in the parent or in what it includes.")
    static let templateDuplicateBlock = Rule(
        "template-duplicate-block", mandatory: true,
        "A parent tag fills each block of its parent at most once.")
    static let templateIgnoredContent = Rule(
        "template-ignored-content", mandatory: true,
        "A parent tag contains only blocks, because nothing else in it has a meaning.")

    // MARK: Limits

    static let templateTooDeep = Rule(
        "template-too-deep", mandatory: true,
        "Sections, blocks and included templates are nested at most \(TemplateLimits.depth) levels deep.")
    static let templateTooLarge = Rule(
        "template-too-large", mandatory: true,
        "A template with everything it includes stays below \(TemplateLimits.size / 1_048_576) MiB, and its file below \(TemplateLimits.file / 1_048_576)."
    )
    package static let templatePageTooLarge = Rule(
        "template-page-too-large", .error, mandatory: true,
        "A page has at most \(PageLimits.page.bytes >> 20) MiB, and takes at most \(PageLimits.page.steps / 1_000_000) million steps.",
        because: "Nested lists multiply: nine levels of ten items each make a thousand million.")

    /// Every rule that a template can break.
    package static let templateRules: [Rule] = [
        templateEncoding, templateUnclosedTag, templateBadName, templateDelimiters, templateUnclosedSection,
        templateClosingTag, templateUnsupported, templateUnknownName, templateUnescapedText,
        templateEscapedMarkup, templateNothingToPrint, templateUnknownPartial, templateCircularPartial,
        templateUnknownBlock, templateDuplicateBlock, templateIgnoredContent, templateTooDeep,
        templateTooLarge, templatePageTooLarge,
    ]
}

/// Limits of compilation, so that no template, however hostile, exhausts the stack or the memory.
enum TemplateLimits {
    /// The deepest nesting of sections, blocks and included templates.
    static let depth = 100
    /// The greatest size of a compiled template: the bytes of its text after all inclusions, plus ``step`` for each
    /// tag.
    static let size = 4 * 1_048_576
    /// The cost of a tag, in bytes.
    static let step = 256
    /// The greatest size of one file, in bytes.
    static let file = 1_048_576
    /// The greatest length of a name, in bytes.
    static let name = 255
    /// The number of bytes within which a set-delimiter tag must end.
    static let delimiters = 100
    /// The number of unreadable tags in one file after which the scanner stops.
    static let unreadableTags = 100
    /// The number of errors in one template and its inclusions after which the compiler stops.
    static let mistakes = 1_000
}
