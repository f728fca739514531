import TimelineModel

/// The data files of filters and search. Which there are is known at once; what they hold is made when the first of
/// them is written.
struct SearchFiles {
    private static let folder = "search"
    /// Values of a facet that the panel offers; the others still work in an address.
    private static let mostValues = 200
    /// Entries in one file for lists of results.
    private static let cardsAFile = 20
    /// Bytes that a summary has at most in a list of results.
    private static let summaryLength = 160

    /// How many entries there are.
    private let count: Int
    private let isLong: Bool
    private let shardCount: Int
    private let jobs: Int

    init(_ site: Site, _ shards: SearchShards, jobs: Int) {
        count = site.timeline.entries.count
        isLong = site.isLong
        shardCount = shards.count
        self.jobs = jobs
    }

    var files: [PlannedFile] {
        var files = [directory, facets]
        for number in 0..<shardCount {
            files.append(
                file("terms-\(number)") { [jobs] site, file in
                    if let index = site.searchIndex(jobs: jobs) { file.text(index.shards[number]) }
                })
        }
        files += Self.runs(count, SearchDays.size).enumerated().map { number, run in
            file("days-\(number)") { $1.text(SearchDays(of: run, in: $0).bytes) }
        }
        // A short timeline has every entry on its first page.
        guard isLong else { return files }
        files += Self.runs(count, Self.cardsAFile).enumerated().map { number, run in
            file("entries-\(number)") { site, file in
                file.list { for number in run { Self.add(number, of: site, to: &$0) } }
            }
        }
        return files
    }

    private static func runs(_ count: Int, _ size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
    }

    private func file(
        _ name: String, _ content: @escaping @Sendable (Site, inout DataFile) -> Void
    ) -> PlannedFile {
        let path = "\(Self.folder)/\(name).js"
        return PlannedFile(
            path, of: ContentFile.settings.path,
            .rendered { site, output in
                var file = DataFile(name)
                content(site, &file)
                file.write(to: &output)
            })
    }

    /// What the script needs to know where everything is.
    private var directory: PlannedFile {
        file("directory") { [count, jobs] site, file in
            file.record { file in
                file.key("count")
                file.number(count)
                file.key("isReversed")
                file.number(site.settings.order == .descending ? 1 : 0)
                file.key("cards")
                file.number(site.isLong ? Self.cardsAFile : 0)
                file.key("dayRun")
                file.number(SearchDays.size)
                file.key("days")
                file.list { file in
                    for run in Self.runs(count, SearchDays.size) {
                        let range = SearchDays(of: run, in: site).range
                        file.list { for day in range { $0.number(day) } }
                    }
                }
                file.key("terms")
                file.list { for term in site.searchIndex(jobs: jobs)?.firstTerms ?? [] { $0.text(term) } }
                for facet in [SearchFacet.status, .group] {
                    file.key(facet.rawValue)
                    file.record { file in
                        for value in facet.values(of: site, limit: Self.mostValues) {
                            file.key(value.id)
                            file.text(value.name)
                        }
                    }
                }
            }
        }
    }

    private var facets: PlannedFile {
        file("facets") { site, file in
            file.record { file in
                for facet in SearchFacet.allCases {
                    file.key(facet.rawValue)
                    file.list { file in
                        for value in facet.values(of: site, limit: Self.mostValues) {
                            file.list { file in
                                file.text(value.id)
                                file.text(value.name)
                                file.number(value.count)
                            }
                        }
                    }
                }
            }
        }
    }

    /// An entry as a list of results shows it.
    private static func add(_ number: Int, of site: Site, to file: inout DataFile) {
        let entry = site[number]
        file.list { file in
            file.text(entry.slug.value)
            file.text(entry.title.value)
            file.text(site.withCard(number) { $0.date.subject.text })
            file.text(shortened(entry.summaryText))
            file.text(entry.status?.value.rawValue ?? "")
            file.text(entry.kind == .statement ? entry.contentStatus?.value.rawValue ?? "" : "")
            file.number(entry.kind == .statement ? 1 : 0)
            file.number(entry.importance)
            file.text(entry.group?.id ?? "")
        }
    }

    /// A text cut at a space where it is long.
    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > summaryLength else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: summaryLength)
        while end > text.startIndex, end.samePosition(in: text) == nil { end = text.utf8.index(before: end) }
        let cut = text[..<end]
        let space = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<space] + "…"
    }
}
