import CommonMark
import Diagnostics
import EDTF

extension Settings {
    /// The keys of `timeline.yml`.
    static let keys = KeyTable<Settings>(
        "timeline.yml",
        [
            Key("title", .text, required: true, "The site's title.") { $1.title = $2.text($0) ?? "" },
            Key("subtitle", .text, "A line below the title.") { $1.subtitle = $2.text($0) },
            Key("description", .text, "A description of the site for search engines and cards.") {
                $1.description = $2.text($0)
            },
            Key("base_url", .url, "The address at which the site will be published.") {
                $1.baseURL = $2.baseURL($0)
            },
            Key("language", .code, "The site's language (BCP 47).") { node, settings, decoding in
                guard let tag = decoding.languageTag(node) else { return }
                settings.language = tag
                if DateLanguage.language(for: tag) == nil {
                    decoding.report(.languageWithoutWords, "'\(tag)' has no table of words yet", node.range)
                }
            },
            Key("direction", .oneOf(TextDirection.allCases.map(\.rawValue)), "Which way the script runs.") {
                $1.direction = $2.choice($0, .unknownValue, "direction") ?? $1.direction
            },
            Key("author", .text, "Who made the site.") { $1.author = $2.text($0) },
            Key("publisher", .text, "Who publishes the site.") { $1.publisher = $2.text($0) },
            Key("license", .text, "The terms under which the site's texts may be used.") {
                $1.license = $2.text($0)
            },
            Key("as_of", .date, "The day that counts as today.") { node, settings, decoding in
                settings.asOf = decoding.fullDay(node) ?? settings.asOf
            },
            Key("order", .oneOf(ReadingOrder.allCases.map(\.rawValue)), "Oldest or newest entry first.") {
                $1.order = $2.choice($0, .unknownValue, "order") ?? $1.order
            },
            Key("defaults", .object("defaults"), "Values for entries that do not state their own.") {
                if case .mapping = $0.content {} else { $1.isDefaultStatusKnown = false }
                _ = defaultKeys.decode($0, into: &$1, &$2)
            },
            Key("groups", .list(.object("group")), "The groups in the order of their lanes.") {
                $1.groups = $2.groups($0)
            },
            Key("eras", .list(.object("era")), "Named stretches of time; they may overlap.") {
                node, settings, decoding in
                settings.eras = decoding.objects(node, Era.keys) { _ in Era() }
            },
            Key(
                "moments", .list(.object("moment")),
                "Days of which readers may want to see what was known."
            ) {
                $1.moments = $2.moments($0)
            },
            Key("tags", .map(.object("tag")), "Names and descriptions of tags.") { node, settings, decoding in
                settings.tags = decoding.registry(node, Tag.keys) { id, range in
                    .registered(id, at: range)
                }
            },
            Key("paginate_by", .oneOf(Pagination.allCases.map(\.rawValue)), "How a long timeline is split.") {
                $1.pagination = $2.choice($0, .unknownValue, "way to split a timeline") ?? $1.pagination
            },
            Key("page_size", .integer, "Entries a page.") { $1.pageSize = $2.positive($0) ?? $1.pageSize },
            Key("raw_html", .bool, "Whether raw HTML in Markdown is kept.") {
                $1.allowsRawHTML = $2.bool($0) ?? false
            },
            Key("theme", .object("theme"), "Colours and type.") {
                _ = ThemeSettings.keys.decode($0, into: &$1.theme, &$2)
            },
            Key("map", .anything, "Whether the site has a map; further settings are reserved.") {
                node, settings, decoding in
                if case .mapping = node.content { return }
                settings.hasMap = decoding.bool(node) ?? settings.hasMap
            },
            Key("search", .bool, "Whether the site has a search.") { $1.hasSearch = $2.bool($0) ?? true },
            Key("cards", .bool, "Whether pages have pictures for link previews in social media.") {
                node, settings, decoding in
                settings.hasCards = decoding.bool(node) ?? false
                settings.cardsRange = node.range
            },
            Key(
                "exports", .list(.oneOf(ExportFormat.allCases.map(\.rawValue))),
                "The formats in which the entries are published for other programs; [] for none."
            ) { node, settings, decoding in
                settings.exports = decoding.exportFormats(node)
            },
            Key("feeds", .object("feeds"), "Which feeds there are beside that of all entries.") {
                _ = FeedSettings.keys.decode($0, into: &$1.feeds, &$2)
            },
            Key(
                "embed", .boolOrObject("embed"),
                "Whether other sites can show the timeline in a frame, and which."
            ) {
                $1.embed = $2.embedSettings($0)
            },
            Key("rules", .ruleLevels, "The weights of rules.") {
                $1.rules = $2.ruleLevels($0)
            },
        ])

    static let defaultKeys = KeyTable<Settings>(
        "defaults",
        [
            Key("status", .oneOf(Status.allCases.map(\.rawValue)), "The status of entries without one.") {
                $1.defaultStatus = $2.choice($0, .unknownStatus, "status")
                $1.isDefaultStatusKnown = $1.defaultStatus != nil
            },
            Key("group", .id(of: "groups"), "The group of entries that name none.") {
                $1.defaultGroup = $2.reference($0, .id(of: "groups"))
            },
        ])
}

extension ThemeSettings {
    /// The keys of `theme`; each sets the custom property of the same name in the style sheet.
    static let keys = KeyTable<ThemeSettings>(
        "theme",
        [
            ("accent", "Links and marks."), ("accent_dark", "The same in the dark."),
            ("paper", "The background."), ("paper_dark", "The same in the dark."),
            ("ink", "The text."), ("ink_dark", "The same in the dark."),
        ].map { name, documentation in
            Key(name, .colour, documentation) { node, theme, decoding in
                if let colour = decoding.colour(node) { theme.properties.append((name, colour)) }
            }
        }
            + [("font_text", "The typeface of body text."), ("font_heading", "The type of headings.")].map {
                name, documentation in
                Key(name, .code, documentation) { node, theme, decoding in
                    if let fonts = decoding.fontList(node) { theme.properties.append((name, fonts)) }
                }
            })
}

extension Decoding {
    fileprivate mutating func exportFormats(_ node: YAMLNode) -> [ExportFormat] {
        let type = KeyType.list(.oneOf(ExportFormat.allCases.map(\.rawValue)))
        return list(node, type).compactMap { choice($0, .unknownValue, "export format") }
    }

    mutating func positive(_ node: YAMLNode) -> Int? {
        guard let value = integer(node) else { return nil }
        if value > 0 { return value }
        report(.wrongKind, "expected a number above zero, found \(value)", node.range)
        return nil
    }

    /// Decodes a full day, as `as_of` and `--as-of` take it.
    mutating func fullDay(_ node: YAMLNode) -> CalendarDay? {
        guard let date = date(node, allowing: { $0.fullDay != nil }) else { return nil }
        if let day = date.value.fullDay { return day }
        report(.wrongKind, "expected a full day, found \'\(node.scalar ?? "")\'", node.range)
        return nil
    }

    /// Decodes a day on which there can have been a site.
    mutating func recentDay(_ node: YAMLNode) -> CalendarDay? {
        guard let day = fullDay(node) else { return nil }
        if FeedSettings.years.contains(day.year) { return day }
        report(.wrongKind, "expected a day from 1970 to 9998, found \(day.iso)", node.range)
        return nil
    }

    /// Decodes the address of a site; the slash at the end is optional.
    mutating func baseURL(_ node: YAMLNode) -> String? {
        guard let text = text(node, .url) else { return nil }
        do throws(SiteAddress.Mistake) {
            return try SiteAddress(text).text
        } catch {
            let range = range(in: node, offset: error.range.lowerBound, length: error.range.count)
            report(
                .invalidBaseURL, "'\(text)' is not an address of a site: it \(error.reason)", range,
                fixIts: addressFixes(text, of: node))
            return nil
        }
    }

    mutating func groups(_ node: YAMLNode) -> [Group] {
        var seen: [String: Range<Int>] = [:]
        return list(node, .list(.object("group"))).compactMap { item in
            var group = Group()
            group.isRegistered = true
            _ = Group.keys.decode(item, into: &group, &self)
            guard !group.id.isEmpty else { return nil }
            let range = item.value(of: "id")?.range ?? item.range
            if let first = seen.updateValue(range, forKey: group.id) {
                report(
                    .duplicateKey, "group '\(group.id)' is defined twice", range,
                    notes: [Diagnostic.Note("first written here", at: location(first))])
                return nil
            }
            return group
        }
    }

    /// Decodes a CSS list of font names. Characters that could end the declaration are refused.
    fileprivate mutating func fontList(_ node: YAMLNode) -> String? {
        guard let text = text(node) else { return nil }
        let isSafe = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || " ,-'\"".unicodeScalars.contains(scalar)
        }
        if isSafe, areQuotesClosed(text) { return text }
        report(.wrongKind, "expected names of type faces, found '\(text)'", node.range)
        return nil
    }

    private func areQuotesClosed(_ text: String) -> Bool {
        var open: Unicode.Scalar?
        for scalar in text.unicodeScalars where scalar == "\"" || scalar == "'" {
            if open == nil {
                open = scalar
            } else if open == scalar {
                open = nil
            } else {
                return false
            }
        }
        return open == nil
    }

    fileprivate mutating func ruleLevels(_ node: YAMLNode) -> RuleLevels {
        guard case .mapping(let pairs) = node.content else {
            report(.wrongKind, "expected a map of rules, found \(node.kindName)", node.range)
            return RuleLevels()
        }
        var levels = RuleLevels()
        for pair in pairs {
            guard let id = text(pair.key) else { continue }
            guard let rule = knownRules.first(where: { $0.id == id }) else {
                let nearest = nearestName(to: id, among: knownRules.map(\.id))
                let fixIts = nearest.map {
                    Diagnostic.FixIt.replace(location(pair.key.range), with: $0)
                }
                report(
                    .unknownRuleID, "'\(id)' is not a rule", pair.key.range, fixIts: fixIts.map { [$0] } ?? []
                )
                continue
            }
            guard !pair.value.isBlank, let level = ruleLevel(pair.value) else { continue }
            if rule.isMandatory, level != .some(.error) {
                report(
                    .mandatoryLevel, "'\(id)' cannot be \(pair.value.scalar ?? "")", pair.value.range)
                continue
            }
            levels.levels[id] = level
        }
        return levels
    }

    private mutating func ruleLevel(_ node: YAMLNode) -> Severity?? {
        if node.scalar == "off" { return .some(nil) }
        if let severity = node.scalar.flatMap(Severity.init) { return .some(severity) }
        guard let text = text(node) else { return nil }
        report(
            .unknownValue, "'\(text)' is not a severity", node.range,
            fixIts: [Diagnostic.FixIt("write error, warning, note or off")])
        return nil
    }
}

extension DateExpression {
    /// The day of the date; `nil` unless the date is a plain year, month and day without qualification.
    public var fullDay: CalendarDay? {
        guard kind == .date, let first = earliest.day, first == latest.day, !isUncertain, !isApproximate
        else { return nil }
        return first
    }
}

extension Rule {
    static let languageWithoutWords = Rule(
        "language-without-words", .note,
        "Dates and the interface appear in English if Dateline has no words for the site's language.")
    static let unknownRuleID = Rule("unknown-rule", "A rule is referred to by its id.")
    static let mandatoryLevel = Rule(
        "mandatory-rule", "A rule that a build depends on is always an error.")
}
