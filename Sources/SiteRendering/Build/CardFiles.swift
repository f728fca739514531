import CardDrawing
import Diagnostics
import SiteOutput
import TimelineModel
import UTF8Text

/// The planned cards of a site. Nothing is loaded before the first of them is drawn or compared.
struct CardFiles {
    private let press: CardPress

    init(_ press: CardPress) {
        self.press = press
    }

    /// Returns the cards of a site: that of the site, and one for each entry.
    func files(of site: Site) -> [PlannedFile] {
        guard site.settings.hasCards else { return [] }
        let settings = SourceLocation(ContentFile.settings.path, site.settings.cardsRange)
        return [file(PagePath.siteCard, of: settings) { $0.siteCard }]
            + site.timeline.entries.indices.map { number in
                let slug = site[number].slug
                return file(PagePath.card(slug.value), of: SourceLocation(site[number].path, slug.range)) {
                    $0.card(ofEntry: number)
                }
            }
    }

    private func file(
        _ path: String, of origin: SourceLocation, _ card: @escaping @Sendable (Site) -> Card
    ) -> PlannedFile {
        PlannedFile(
            path, of: origin.path, at: origin.range,
            .lasting(isCurrent: { [press] site, bytes in
                (try? press.pictures())?.isCurrent(bytes, for: card(site)) ?? false
            }) { [press] site, output throws(RenderingFailure) in
                do throws(DrawingFailure) {
                    output.append(bytes: try press.pictures().picture(of: card(site)))
                } catch {
                    throw RenderingFailure(.cardLibrary(error.reason, site.settings))
                }
            })
    }
}

extension Timeline {
    /// Checks that cards can be drawn, and that an installed font has each character of their texts. The time is
    /// proportional to the length of the texts and to the number of different characters; nothing is drawn.
    ///
    /// - Returns: nothing for a site without cards.
    func cardDiagnostics(_ press: CardPress) -> [Diagnostic] {
        guard settings.hasCards else { return [] }
        let pictures: CardPictures
        do { pictures = try press.pictures() } catch { return [.cardLibrary(error.reason, settings)] }
        var texts = [
            (settings.title, SourceLocation(ContentFile.settings.path)),
            (settings.subtitle ?? settings.description ?? "", SourceLocation(ContentFile.settings.path)),
        ]
        for group in groups.values where group.isRegistered {
            texts.append((group.name, SourceLocation(ContentFile.settings.path, group.range)))
        }
        let unregistered = Set(groups.values.lazy.filter { !$0.isRegistered }.map(\.id))
        for entry in entries {
            texts.append((entry.title.value, SourceLocation(entry.path, entry.title.range)))
            if let wording = entry.date.wording {
                texts.append((wording.value, SourceLocation(entry.path, wording.range)))
            }
            if let group = entry.group, unregistered.contains(group.id) {
                texts.append((group.text, SourceLocation(entry.path, group.range)))
            }
        }
        var characters: Set<Unicode.Scalar> = []
        for (text, _) in texts { characters.formUnion(text.unicodeScalars) }
        let unknown = Set(pictures.unknown(among: characters.sorted()))
        if unknown.isEmpty { return [] }
        return texts.compactMap { text, location in
            var missing: [Unicode.Scalar] = []
            for scalar in text.unicodeScalars where unknown.contains(scalar) && !missing.contains(scalar) {
                missing.append(scalar)
                if missing.count > Diagnostic.mostCharacters { break }
            }
            return missing.isEmpty ? nil : .missingGlyphs(missing, pictures, at: location)
        }
    }
}

extension Diagnostic {
    fileprivate static func cardLibrary(_ reason: String, _ settings: Settings) -> Diagnostic {
        Diagnostic(
            .cardLibrary, "cards cannot be drawn: \(reason)",
            at: SourceLocation(ContentFile.settings.path, settings.cardsRange),
            fixIts: [
                FixIt(
                    "install Pango and fonts (Debian, Ubuntu: libpangocairo-1.0-0 and fonts-noto-core; Homebrew: pango)"
                ),
                FixIt("write cards: false"),
            ])
    }

    /// The largest number of characters that a warning names.
    fileprivate static let mostCharacters = 8

    fileprivate static func missingGlyphs(
        _ characters: [Unicode.Scalar], _ pictures: CardPictures, at location: SourceLocation
    ) -> Diagnostic {
        let scripts = characters.map { pictures.script(of: $0) }
        var names: [String] = []
        var packages: [String] = []
        for script in scripts {
            if !names.contains(script.name) { names.append(script.name) }
            if !packages.contains(script.package) { packages.append(script.package) }
        }
        let shown = characters.prefix(mostCharacters).map { character in
            "'\(character)' (U+\(hexadecimal(character.value, atLeast: 4, uppercase: true)))"
        }
        let more = characters.count > mostCharacters ? " and others" : ""
        return Diagnostic(
            .cardGlyphs,
            "no installed font has \(shown.joined(separator: ", "))\(more): \(names.joined(separator: ", "))",
            at: location,
            fixIts: [FixIt("install a font, in Debian and Ubuntu \(packages.joined(separator: " or "))")])
    }
}

extension Rule {
    static let cardLibrary = Rule(
        "card-library", .error, mandatory: true,
        "Cards are drawn by Pango and Cairo, with the fonts of the system.",
        because: "Only these libraries set every script; a site without cards is built without them.")
    static let cardGlyphs = Rule(
        "card-glyphs", .warning, "An installed font has every character that a card shows.",
        because: "A picture shows a box with a number in place of a character without a glyph.")
}
