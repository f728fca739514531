import TimelineModel
import UTF8Text

/// What a file says about the timeline as a whole, for the settings of a new site.
struct NewSettings {
    struct Era {
        var name: String
        var date: String
        var range: Range<Int>
    }

    var title: SourceField?
    /// The title as a text without markup.
    var titleText: String?
    /// Further keys of `timeline.yml`, in its order.
    var keys: [YAMLPair] = []
    var eras: [Era] = []
    /// The text of the first page in Markdown; it becomes a page of the site.
    var introduction = ""
    var introductionRange: Range<Int> = 0..<0
    /// The files of a whole site, if the imported file has them; they then take the place of everything else here.
    var ownFiles: [(path: String, text: String)] = []
    /// The registered places: their names and coordinates.
    var places = PlaceNames()

    /// Reports what a site that has settings of its own does not take over.
    func reportUnused(in run: inout ImportRun) {
        let path = ContentFile.settings.path
        if let title {
            run.report(
                .importLeftOut, "the title of the timeline: \(path) has one", at: .text, title.name,
                title.range)
        }
        for era in eras {
            run.report(
                .importLeftOut, "the era '\(era.name)', \(era.date): add it to \(path)", at: .text, "",
                era.range)
        }
        if !introduction.isEmpty {
            run.report(
                .importLeftOut, "the text of the title: the site has pages of its own", at: .text, "",
                introductionRange)
        }
    }

    /// The files of a new site besides its entries.
    func files(of run: inout ImportRun) -> [(path: String, text: String)] {
        var files = [(path: ContentFile.settings.path, text: text(of: &run))]
        if !introduction.isEmpty {
            var page = FrontMatterText()
            page.add("title", text: titleText ?? run.input.name)
            files.append((ContentPath.page("introduction.md"), page.file(body: introduction + "\n")))
        }
        if let text = places.text { files.append((ContentFile.places.path, text)) }
        return files
    }

    private func text(of run: inout ImportRun) -> String {
        var yaml = FrontMatterText()
        if let titleText {
            yaml.add("title", text: titleText)
        } else {
            let name = run.input.name
            let ending = name.pathEnding
            let title =
                ending.isEmpty || name.utf8.count <= ending.utf8.count + 1
                ? name : String(name.start(before: name.suffix(ending.utf8.count + 1)) ?? name[...])
            yaml.add("title", text: title)
            run.report(
                .importGuess, "the file has no title for the timeline: '\(title)' is the name of the file",
                at: .text,
                "title", 0..<0)
        }
        for key in keys { yaml.add(key.key, key.value) }
        let groups = run.newGroups
        if !groups.isEmpty {
            yaml.add(
                "groups",
                .list(groups.map { .map([YAMLPair("id", .text($0.id)), YAMLPair("name", .text($0.name))]) }))
        }
        if !eras.isEmpty {
            yaml.add(
                "eras",
                .list(
                    eras.map { .map([YAMLPair("name", .text($0.name)), YAMLPair("date", .date($0.date))]) }))
        }
        return yaml.yaml
    }
}
