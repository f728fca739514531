import TimelineModel

/// The data files of filters and search, below `search/`: the directory, which the page names, and those that the
/// directory names.
///
/// On a published site each name carries a fingerprint of what the file holds. A page and all data that it leads to
/// are therefore always of one site, whatever a browser has kept of another, and a new entry renames only the files that it
/// changes. That takes all of them before the first page is written; in a preview they have numbers in the place of
/// fingerprints, and each is made when it is asked for.
final class SearchFiles: SearchData {
    /// A kind of data files, by the beginning of their names.
    enum Kind: String, CaseIterable, Sendable {
        /// Terms with their entries: ``SearchIndex``.
        case terms
        /// The days of a run of entries: ``SearchDays``.
        case days
        /// A run of entries as a list of results shows them.
        case entries
        /// The values that the panel offers.
        case facets
        /// What the script needs to know where everything is.
        case directory
    }

    /// How many characters of a name tell it from others of its kind.
    static let codeLength = 12
    /// More files than these stand on a page of their own, and not on each that searches.
    private static let mostOnAPage = 40

    /// How many files of terms there are at most.
    let mostShards: Int
    private let count: Int
    private let isLong: Bool
    private let namesCarryFingerprints: Bool
    private let index = LazyValue<SearchIndex>()
    private let made = LazyValue<Made>()

    /// Nil for a site without search.
    convenience init?(_ timeline: Timeline, isLong: Bool, namesCarryFingerprints: Bool) {
        guard timeline.settings.hasSearch else { return nil }
        self.init(of: timeline, isLong: isLong, namesCarryFingerprints: namesCarryFingerprints)
    }

    private init(of timeline: Timeline, isLong: Bool, namesCarryFingerprints: Bool) {
        mostShards = SearchIndex.mostShards(of: timeline)
        count = timeline.entries.count
        self.isLong = isLong
        self.namesCarryFingerprints = namesCarryFingerprints
    }

    func retelling(_ timeline: Timeline) -> any SearchData {
        SearchFiles(of: timeline, isLong: isLong, namesCarryFingerprints: namesCarryFingerprints)
    }

    /// The files of a site that have names of their own: two that hold the same are one.
    func files(of site: Site, jobs: Int) -> [PlannedFile] {
        guard namesCarryFingerprints else {
            return Kind.allCases.flatMap { kind in
                (0..<mostFiles(kind)).map { number in
                    file(kind, Self.code(number)) { site, file in
                        (site.search as? SearchFiles)?.write(kind, number, of: site, jobs: jobs, to: &file)
                    }
                }
            }
        }
        let made = made(of: site, jobs: jobs)
        var known: Set<String> = []
        return made.files.compactMap { made in
            guard known.insert(made.kind.rawValue + made.code).inserted else { return nil }
            return file(made.kind, made.code) { _, file in file.raw(made.value) }
        }
    }

    private func file(
        _ kind: Kind, _ code: String, _ value: @escaping @Sendable (Site, inout DataFile) -> Void
    ) -> PlannedFile {
        PlannedFile(
            Self.path(kind, code), of: ContentFile.settings.path,
            .rendered { site, output in
                var file = DataFile()
                value(site, &file)
                file.write("\(kind.rawValue)-\(code)", to: &output)
            })
    }

    private static func path(_ kind: Kind, _ code: String) -> String {
        "\(PagePath.searchData)/\(kind.rawValue)-\(code).js"
    }

    /// In the place of a fingerprint: as long as one, and the same at each build.
    private static func code(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, codeLength - digits.utf8.count)) + digits
    }
}

extension Site {
    /// A site with the data of its search, where it has one.
    convenience init(
        searching timeline: Timeline, _ theme: Theme? = nil, namesCarryFingerprints: Bool = false
    ) {
        let search = SearchFiles(
            timeline, isLong: Site.isLong(timeline), namesCarryFingerprints: namesCarryFingerprints)
        self.init(timeline, theme, search: search, namesCarryFingerprints: namesCarryFingerprints)
    }

    /// How many files of terms there are at most; nil for a site without search.
    var searchShards: Int? { (search as? SearchFiles)?.mostShards }
}

// MARK: What is where

extension SearchFiles {
    func directoryPath(of site: Site) -> String {
        guard namesCarryFingerprints else { return Self.path(.directory, Self.code(0)) }
        return Self.path(.directory, made(of: site).codes(.directory).first ?? "")
    }

    func hasPage(in site: Site) -> Bool {
        namesCarryFingerprints && made(of: site).files.count > Self.mostOnAPage
    }

    func paths(in site: Site) -> [String] {
        guard namesCarryFingerprints else { return [] }
        return made(of: site).files.map { Self.path($0.kind, $0.code) }
    }

    private func mostFiles(_ kind: Kind) -> Int {
        switch kind {
        case .terms: mostShards
        case .days: (count + SearchDays.size - 1) / SearchDays.size
        // A short timeline has every entry on its first page.
        case .entries: isLong ? (count + Self.entriesAFile - 1) / Self.entriesAFile : 0
        case .facets, .directory: 1
        }
    }

    fileprivate static let entriesAFile = 20

    fileprivate static func runs(_ count: Int, _ size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
    }
}

// MARK: What they hold

extension SearchFiles {
    /// The files of a published site.
    fileprivate struct Made: Sendable {
        struct File: Sendable {
            let kind: Kind
            let code: String
            let value: [UInt8]
        }

        var files: [File] = []

        func codes(_ kind: Kind) -> [String] { files.lazy.filter { $0.kind == kind }.map(\.code) }
    }

    private func made(of site: Site, jobs: Int = 1) -> Made {
        made.value {
            let index = index(of: site, jobs: jobs)
            var made = Made()
            for kind in Kind.allCases {
                let count = fileCount(kind, index)
                let codes = Codes(uniqueKeysWithValues: Kind.allCases.map { ($0, made.codes($0).joined()) })
                made.files += concurrentMap(count: count, jobs: jobs, chunk: 4) { number in
                    var file = DataFile()
                    switch kind {
                    case .directory: writeDirectory(of: site, index, codes, to: &file)
                    default: write(kind, number, of: site, jobs: jobs, to: &file)
                    }
                    let value = file.value
                    return Made.File(kind: kind, code: Fingerprint(of: value).name, value: value)
                }
            }
            return made
        }
    }

    private func index(of site: Site, jobs: Int) -> SearchIndex {
        index.value { SearchIndex(site, mostShards: mostShards, jobs: jobs) }
    }

    fileprivate func write(
        _ kind: Kind, _ number: Int, of site: Site, jobs: Int, to file: inout DataFile
    ) {
        switch kind {
        case .terms:
            let shards = index(of: site, jobs: jobs).shards
            file.text(number < shards.count ? shards[number] : [])
        case .days: file.text(SearchDays(of: Self.runs(count, SearchDays.size)[number], in: site).bytes)
        case .entries:
            let run = number * Self.entriesAFile..<min(count, (number + 1) * Self.entriesAFile)
            file.list { file in for entry in run { file.add(entry, of: site) } }
        case .facets: file.addFacets(of: site)
        case .directory:
            let index = index(of: site, jobs: jobs)
            let codes = Kind.allCases.map { kind in
                (kind, (0..<fileCount(kind, index)).map { Self.code($0) }.joined())
            }
            writeDirectory(of: site, index, Codes(uniqueKeysWithValues: codes), to: &file)
        }
    }

    /// What tells the files of each kind from one another, one after the other.
    private typealias Codes = [Kind: String]

    private func fileCount(_ kind: Kind, _ index: SearchIndex) -> Int {
        kind == .terms ? index.shards.count : mostFiles(kind)
    }

    private func writeDirectory(
        of site: Site, _ index: SearchIndex, _ codes: Codes, to file: inout DataFile
    ) {
        file.record { file in
            file.key("count")
            file.number(count)
            file.key("isReversed")
            file.number(site.settings.order == .descending ? 1 : 0)
            file.key("cards")
            file.number(isLong ? Self.entriesAFile : 0)
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
            file.list { for term in index.firstTerms { $0.text(term) } }
            file.key("files")
            file.record { file in
                for kind in Kind.allCases where kind != .directory {
                    file.key(kind.rawValue)
                    file.text(codes[kind] ?? "")
                }
            }
            file.key("names")
            file.record { file in
                for facet in [SearchFacet.status, .group] { file.addNames(of: facet, in: site) }
            }
        }
    }
}
