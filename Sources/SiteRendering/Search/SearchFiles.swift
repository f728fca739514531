import Synchronization
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

    private let site: Site
    private let shards: LazyShards

    init(_ site: Site, jobs: Int) {
        self.site = site
        shards = LazyShards(site, jobs: jobs)
    }

    var files: [OutputFile] {
        let count = site.timeline.entries.count
        var files = [directory, facets]
        for number in 0..<shards.count {
            files.append(file("terms-\(number)") { [shards] in $0.text(shards.index.shards[number]) })
        }
        files += Self.runs(count, SearchDays.size).enumerated().map { number, run in
            file("days-\(number)") { [site] in $0.text(SearchDays(of: run, in: site).bytes) }
        }
        // A short timeline has every entry on its first page.
        guard site.isLong else { return files }
        files += Self.runs(count, Self.cardsAFile).enumerated().map { number, run in
            file("entries-\(number)") { [site] file in
                file.list { for number in run { Self.add(number, of: site, to: &$0) } }
            }
        }
        return files
    }

    private static func runs(_ count: Int, _ size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
    }

    private func file(_ name: String, _ content: @escaping @Sendable (inout DataFile) -> Void) -> OutputFile {
        let path = "\(Self.folder)/\(name).js"
        return OutputFile(
            path, of: ContentFile.settings.path,
            .rendered { output in
                var file = DataFile(name)
                content(&file)
                output += file.finished
            })
    }

    /// What the script needs to know where everything is.
    private var directory: OutputFile {
        file("directory") { [site, shards] file in
            let count = site.timeline.entries.count
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
                file.list { for term in shards.index.firstTerms { $0.text(term) } }
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

    private var facets: OutputFile {
        file("facets") { [site] file in
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
            file.text(site.card(number).date.text)
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

/// The shards of the index, made when the first of them is asked for.
private final class LazyShards: Sendable {
    let count: Int
    private let site: Site
    private let jobs: Int
    private let made = Mutex<SearchIndex?>(nil)

    init(_ site: Site, jobs: Int) {
        self.site = site
        self.jobs = jobs
        count = Self.count(for: site)
    }

    var index: SearchIndex {
        made.withLock { made in
            if let made { return made }
            let index = SearchIndex(site, shardCount: count, jobs: jobs)
            made = index
            return index
        }
    }

    /// How many shards will be of a good size, 16 KiB, told from the length of the texts: a long story
    /// adds about an eighth of its text to the index, and a short one its words too.
    ///
    /// Nothing is read for that, so that a site is planned at once. With at most 1,024 of them the directory stays
    /// small.
    private static func count(for site: Site) -> Int {
        var length = 0
        for number in site.timeline.entries.indices { length += textLength(site[number]) }
        let expected = length / 8 + min(length, 4 << 20) / 4
        return min(1024, max(1, expected >> 14))
    }

    private static func textLength(_ entry: Entry) -> Int {
        var length = 300 + entry.body.document.html.count
        for claim in entry.claims { length += claim.says?.document.html.count ?? 0 }
        return length
    }
}
