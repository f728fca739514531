import CommonMark
import TimelineModel
import UTF8Text

/// The import of `dateline.json`, the export of a whole site: its settings, registries, pages and entries.
enum DatelineJSON {
    /// Whether a JSON text is an export of a whole site.
    static func isRecognised(_ value: JSONValue) -> Bool { value["format"]?.scalar == SiteRecord.format }

    /// Adds the site to an import.
    static func add(_ value: JSONValue, to run: inout ImportRun) {
        guard let stated = value["version"], stated.scalar == String(SiteRecord.version) else {
            run.report(
                .importFile, "a version of dateline.json other than \(SiteRecord.version)", at: .text,
                "version",
                value["version"]?.range ?? value.range)
            return
        }
        run.keepGroups()
        if let site = value["site"] {
            run.settings.ownFiles.append((ContentFile.settings.path, settings(site)))
        }
        for (key, file) in [("actors", ContentFile.actors), ("places", .places), ("sources", .sources)] {
            guard let things = value[key]?.elements, !things.isEmpty else { continue }
            run.settings.ownFiles.append((file.path, registry(things)))
        }
        for page in value["pages"]?.elements ?? [] { add(page: page, to: &run) }
        EntryJSON([]).add(value["entries"]?.elements ?? [], "entries", to: &run)
    }

    private static func settings(_ site: JSONValue) -> String {
        var yaml = FrontMatterText()
        for member in site.members ?? [] {
            yaml.add(member.key, JSONYAML.value(OwnRecord.dated(member.value)))
        }
        return yaml.yaml
    }

    private static func registry(_ things: [JSONValue]) -> String {
        var yaml = FrontMatterText()
        for thing in things {
            guard let id = thing["id"]?.scalar, var members = thing.members else { continue }
            members.removeAll { $0.key == "id" }
            var facts = thing
            facts.content = .object(members)
            yaml.add(id, JSONYAML.value(OwnRecord.dated(facts)))
        }
        return yaml.yaml
    }

    private static func add(page: JSONValue, to run: inout ImportRun) {
        guard let slug = page["slug"]?.scalar, Slug.isUsable(slug) else {
            run.report(.importLeftOut, "a page without a slug", at: .text, "pages", page.range)
            return
        }
        var front = FrontMatterText()
        for member in page.members ?? [] where member.key != "slug" && member.key != "body" {
            front.add(member.key, JSONYAML.value(member.value))
        }
        run.settings.ownFiles.append(
            (ContentPath.page(slug + ".md"), front.file(body: page["body"]?.scalar ?? "")))
    }
}
