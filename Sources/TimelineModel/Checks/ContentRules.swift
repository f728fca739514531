import Diagnostics

extension Content {
    /// Checks what can only be seen when everything has been read: names, links, claims against each other.
    public func check(leftOut: [LeftOut], jobs: Int = 1) -> [Diagnostic] {
        let checked = CheckedContent(self, leftOut: leftOut)
        return checked.checkBesideEntries() + checked.checkEntries(jobs: jobs)
    }
}

extension ContentReader {
    /// Reads with the rules of all checks of this module.
    ///
    /// - Parameter furtherRules: what `rules:` may name beside them.
    public init(
        _ files: any FileTree, jobs: Int = 1, includesDrafts: Bool = false, furtherRules: [Rule] = []
    ) {
        self.init(
            files, jobs: jobs, includesDrafts: includesDrafts,
            knownRules: contentRules + editorialRules + linkRules + furtherRules)
    }
}

/// Every rule about content: what `rules:` in `timeline.yml` may name.
public let contentRules: [Rule] = [
    .yamlSyntax, .yamlAlias, .yamlTag, .controlCharacter, .duplicateKey, .frontMatterMissing,
    .frontMatterUnclosed,
    .invalidUTF8, .markPile, .longText, .commentInText, .textDirection, .invisibleText, .unknownKey,
    .missingKey,
    .wrongKind, .unknownValue, .invalidURL, .invalidBaseURL, .invalidColour,
    .invalidLanguage, .invalidID, .invalidSlug, .duplicateSlug, .aliasShadowsPage, .dateSyntax,
    .dateUnquoted, .dateWithoutPosition, .dateTextWithoutDate, .dateTextAgainstDate, .dateTextTooLong,
    .inventedPrecision,
    .unknownStatus, .unknownStance, .importanceRange, .latitudeRange, .longitudeRange, .unknownActor,
    .unknownPlace, .unknownGroup, .unknownSource, .unknownEntry, .unknownClaim, .unknownCitation, .nameClash,
    .registeredName, .severalInOne, .similarNames,
    .citationWithoutDate, .entryWithoutSource, .quoteWithoutSpeaker, .quoteWithoutSource,
    .claimWithoutWords, .idleKey, .statusAgainstClaims, .denialBeforeClaim, .correctionBeforePublish,
    .deadLink,
    .deadAnchor, .unsafeLink, .rawHTML, .footnoteDefinition, .markdownShown, .markdownTooNested,
    .missingMedia, .missingAlt, .externalImage,
    .pictureWithoutSize, .runningMedia,
    .unreadFile, .unusableLink, .repeatedFolder, .settingsMissing, .noEntries, .languageWithoutWords,
    .unknownRuleID, .mandatoryLevel, .settingWithoutEffect,
]
