import EDTF
import Files
import TimelineModel
import UTF8Text

/// The data files of filters and search, below `search/`: the directory, which the page names, and the files that the
/// directory names.
///
/// On a published site each name contains a fingerprint of the file's content. A page and all data that it leads to
/// are therefore of the same build, whatever a browser has cached, and a new entry renames only the files that it
/// changes. This requires all files before the first page is written. In a preview the names contain numbers, and
/// each file is created on request.
final class SearchFiles: SearchData {
    /// A kind of data file; the raw value is the prefix of its files' names.
    enum Kind: String, CaseIterable, Sendable {
        /// Terms with their entries: a shard of ``SearchIndex``.
        case terms
        /// The date ranges of several runs of entries: ``SearchDays``. On a long site, after a space, when they became known.
        case days
        /// A run of entries as a list of results shows them, and how they looked on earlier days.
        case entries
        /// The values that the filter panel offers.
        case facets
        /// The data by which the script finds all other files.
        case directory
    }

    /// The length of the fingerprint or number in a name.
    static let codeLength = 12
    /// The greatest number of files that every searching page names; more are named by a page of their own.
    private static let mostOnAPage = 40

    /// The greatest possible number of files of terms.
    let mostShards: Int
    private let numbers: SearchNumbers
    /// The runs of entries of which each file of days has the days.
    private let dayRuns: [Range<Int>]
    private let isLong: Bool
    private let namesCarryFingerprints: Bool
    /// The memoised index.
    private let index = LazyValue<SearchIndex>()
    /// The memoised files of a published site.
    private let made = LazyValue<Made>()

    /// The data files for a timeline; nil if its settings disable the search.
    convenience init?(_ timeline: Timeline, isLong: Bool, namesCarryFingerprints: Bool) {
        guard timeline.settings.hasSearch else { return nil }
        let numbers = SearchNumbers(of: timeline, isLong: isLong)
        self.init(of: timeline, numbers, isLong: isLong, namesCarryFingerprints: namesCarryFingerprints)
    }

    private init(of timeline: Timeline, _ numbers: SearchNumbers, isLong: Bool, namesCarryFingerprints: Bool)
    {
        mostShards = SearchIndex.mostShards(of: timeline)
        self.numbers = numbers
        dayRuns = StableCuts.parts(numbers.runs.count, atMost: SearchDays.mostRuns) { run in
            let first = timeline.entries[numbers.runs[run].lowerBound]
            return StableCuts.Key(first.slug.value)
        }
        self.isLong = isLong
        self.namesCarryFingerprints = namesCarryFingerprints
    }

    /// Returns the data files for a timeline that differs only in the texts of entries.
    func retelling(_ timeline: Timeline) -> any SearchData {
        SearchFiles(of: timeline, numbers, isLong: isLong, namesCarryFingerprints: namesCarryFingerprints)
    }

    /// Returns the planned files, without duplicates: files with equal content have one name.
    func files(of site: Site, jobs: Int) -> [PlannedFile] {
        guard namesCarryFingerprints else {
            return Kind.allCases.flatMap { kind in
                (0..<mostFiles(kind, of: site)).map { number in
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

    /// Returns the planned file with a value.
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

    /// Returns the path of a file below the output folder.
    private static func path(_ kind: Kind, _ code: String) -> String {
        "\(PagePath.searchData)/\(kind.rawValue)-\(code).js"
    }

    /// Returns the number that stands for a fingerprint in a preview: of the same length, and equal in each build.
    private static func code(_ number: Int) -> String {
        String(number, minimumDigits: codeLength)
    }
}

extension Site {
    /// A site with the data files of its search, unless its settings disable the search.
    convenience init(
        searching timeline: Timeline, _ theme: Theme? = nil, namesCarryFingerprints: Bool = false,
        after bibliography: Bibliography? = nil
    ) {
        let search = SearchFiles(
            timeline, isLong: Site.isLong(timeline), namesCarryFingerprints: namesCarryFingerprints)
        self.init(
            timeline, theme, search: search, namesCarryFingerprints: namesCarryFingerprints,
            after: bibliography)
    }

    /// The greatest possible number of files of terms; nil for a site without search.
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

    /// Returns the number of files of a kind; for terms, the greatest possible number.
    private func mostFiles(_ kind: Kind, of site: Site) -> Int {
        switch kind {
        case .terms: mostShards
        case .days: dayRuns.count
        // A short timeline has every entry on its first page.
        case .entries: isLong ? numbers.runs.count : 0
        case .facets, .directory: 1
        }
    }

    /// Returns the entries of the runs whose days are in one file, in the order of their numbers in each run.
    fileprivate func entries(ofDayFile number: Int) -> [Int] {
        numbers.runs[dayRuns[number]].flatMap { run in
            run.sorted { numbers.numbers[$0] < numbers.numbers[$1] }
        }
    }

    /// Returns the places of entries within their runs, encoded.
    fileprivate func placesInRun(_ entries: Range<Int>) -> [UInt8] {
        var digits: [UInt8] = []
        for entry in entries { digits.append(digits: numbers.numbers[entry] % max(1, numbers.width)) }
        return digits
    }
}

// MARK: Content

extension SearchFiles {
    /// The files of a published site.
    fileprivate struct Made: Sendable {
        /// One file, with the fingerprint in its name.
        struct File: Sendable {
            let kind: Kind
            let code: String
            let value: [UInt8]
        }

        var files: [File] = []

        /// Returns the fingerprints of the files of a kind, in order.
        func codes(_ kind: Kind) -> [String] { files.lazy.filter { $0.kind == kind }.map(\.code) }
    }

    /// Returns the files of a published site, created on first use. The directory comes last, since it names the
    /// others.
    private func made(of site: Site, jobs: Int = 1) -> Made {
        made.value {
            let index = index(of: site, jobs: jobs)
            var made = Made()
            for kind in Kind.allCases {
                let count = fileCount(kind, index, of: site)
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

    /// Returns the index, built on first use.
    private func index(of site: Site, jobs: Int) -> SearchIndex {
        index.value { SearchIndex(site, numbers, mostShards: mostShards, jobs: jobs) }
    }

    /// Writes the value of a file. A file of terms beyond the last shard has an empty value.
    fileprivate func write(
        _ kind: Kind, _ number: Int, of site: Site, jobs: Int, to file: inout DataFile
    ) {
        switch kind {
        case .terms:
            let shards = index(of: site, jobs: jobs).shards
            file.text(number < shards.count ? shards[number] : [])
        case .days:
            let known =
                site.hasSearchedStates ? Array(" ".utf8) + knownDays(inFile: number, of: site).bytes : []
            file.text(days(inFile: number, of: site).bytes + known)
        case .entries:
            file.list { file in
                file.text(placesInRun(numbers.runs[number]))
                for entry in numbers.runs[number] { file.add(entry, of: site) }
                if site.hasSearchedStates {
                    file.list { for entry in numbers.runs[number] { $0.addStates(of: entry, site) } }
                }
            }
        case .facets: file.addFacets(of: site)
        case .directory:
            let index = index(of: site, jobs: jobs)
            let codes = Kind.allCases.map { kind in
                (kind, (0..<fileCount(kind, index, of: site)).map { Self.code($0) }.joined())
            }
            writeDirectory(of: site, index, Codes(uniqueKeysWithValues: codes), to: &file)
        }
    }

    /// The fingerprints or numbers of all files of each kind, concatenated.
    private typealias Codes = [Kind: String]

    /// Returns the actual number of files of a kind.
    private func fileCount(_ kind: Kind, _ index: SearchIndex, of site: Site) -> Int {
        kind == .terms ? index.shards.count : mostFiles(kind, of: site)
    }

    /// Returns the dates of the entries in a file.
    private func days(inFile number: Int, of site: Site) -> SearchDays {
        SearchDays(of: entries(ofDayFile: number).lazy.map { SearchDays.days(of: site[$0].date.expression) })
    }

    /// Returns when the entries in a file became known.
    private func knownDays(inFile number: Int, of site: Site) -> SearchDays {
        SearchDays(
            of: entries(ofDayFile: number).lazy.map { entry in
                let span = site.reporting?.knowledge.span(ofEntry: entry)
                return SearchDays.days(from: span?.earliest, to: span?.latest)
            })
    }

    /// Writes the number of runs in each file of days, and the ranges of its days.
    private func writeRanges(to file: inout DataFile, _ days: (Int) -> SearchDays) {
        file.list { file in
            for (number, runs) in dayRuns.enumerated() {
                file.list { file in
                    file.number(runs.count)
                    for day in days(number).range { file.number(day) }
                }
            }
        }
    }

    /// Writes the directory.
    private func writeDirectory(
        of site: Site, _ index: SearchIndex, _ codes: Codes, to file: inout DataFile
    ) {
        var places: [UInt8] = []
        for place in numbers.places { places.append(digits: place) }
        var all: [UInt8] = []
        all.append(postings: numbers.numbers.map { UInt32(truncatingIfNeeded: $0) }.sorted())
        file.record { file in
            file.key("count")
            file.number(numbers.numbers.count)
            file.key("isReversed")
            file.number(site.settings.order == .descending ? 1 : 0)
            file.key("hasCards")
            file.number(isLong ? 1 : 0)
            file.key("size")
            file.number(numbers.size)
            file.key("width")
            file.number(numbers.width)
            file.key("runs")
            file.text(places)
            file.key("all")
            file.text(all)
            file.key("days")
            writeRanges(to: &file) { days(inFile: $0, of: site) }
            if site.hasSearchedStates {
                file.key("known")
                writeRanges(to: &file) { knownDays(inFile: $0, of: site) }
                file.key("reports")
                file.text(SearchDays.digits(of: site.reporting?.days ?? []))
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
