import Diagnostics
import Files

extension Content {
    /// Checks references, links and claims across files, once everything has been read.
    ///
    /// - Parameters:
    ///   - leftOut: The files that are not on the site.
    ///   - jobs: The number of threads that check entries.
    /// - Returns: The diagnostics, without those of reading.
    public func check(leftOut: [LeftOut], jobs: Int = 1) -> [Diagnostic] {
        let checked = CheckedContent(self, leftOut: leftOut)
        return checked.checkBesideEntries() + checked.checkEntries(Array(checked.entries.indices), jobs: jobs)
    }
}

extension ContentReader {
    /// Creates a reader that knows the rules of all checks of this module.
    ///
    /// - Parameters:
    ///   - files: The files of the site.
    ///   - jobs: The number of threads that read entries and pictures.
    ///   - includesDrafts: Whether drafts are read like other entries and pages.
    ///   - furtherRules: Rules of other modules whose ids `rules:` may name as well.
    ///   - spool: The store for the bodies of entries; `nil` if they stay in memory.
    ///   - exports: The formats in which the entries are published; `nil` if the settings decide.
    public init(
        _ files: any FileTree, jobs: Int = 1, includesDrafts: Bool = false, furtherRules: [Rule] = [],
        spool: Spool? = nil, exports: [ExportFormat]? = nil
    ) {
        self.init(
            files, jobs: jobs, includesDrafts: includesDrafts,
            knownRules: contentRules + editorialRules + linkRules + publicationRules + furtherRules,
            spool: spool,
            exports: exports)
    }
}

/// All rules about content that a build checks. A ``ContentReader`` accepts their ids below `rules:` in `timeline.yml`,
/// as it does those of ``editorialRules``, ``linkRules`` and
/// ``publicationRules``.
public let contentRules: [Rule] = [
    .yamlSyntax, .yamlAlias, .yamlTag, .controlCharacter, .duplicateKey, .frontMatterMissing,
    .frontMatterUnclosed,
    .invalidUTF8, .markPile, .longText, .commentInText, .textDirection, .invisibleText, .unknownKey,
    .missingKey,
    .wrongKind, .unknownValue, .invalidURL, .invalidBaseURL, .embedHost, .invalidColour,
    .invalidLanguage, .invalidID, .invalidSlug, .duplicateSlug, .duplicateMoment, .aliasShadowsPage,
    .dateSyntax,
    .dateUnquoted, .dateWithoutPosition, .dateTextWithoutDate, .dateTextAgainstDate, .dateTextTooLong,
    .inventedPrecision,
    .unknownStatus, .unknownStance, .importanceRange, .latitudeRange, .longitudeRange, .unknownActor,
    .unknownPlace, .unknownGroup, .unknownSource, .unknownEntry, .unknownClaim, .unknownCitation, .nameClash,
    .registeredName, .severalInOne, .similarNames,
    .citationWithoutDate, .entryWithoutSource, .quoteWithoutSpeaker, .quoteWithoutSource,
    .claimWithoutWords, .idleKey, .statusAgainstClaims, .denialBeforeClaim, .knownAfterClaim, .historySteps,
    .correctionBeforePublish,
    .deadLink,
    .deadAnchor, .unsafeLink, .rawHTML, .footnoteDefinition, .markdownShown, .markdownTooNested,
    .missingMedia, .missingAlt, .externalImage,
    .pictureWithoutSize, .runningMedia,
    .unreadFile, .unusableLink, .repeatedFolder, .settingsMissing, .noEntries, .languageWithoutWords,
    .unknownRuleID, .mandatoryLevel, .cardsWithoutAddress,
]
