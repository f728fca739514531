import Diagnostics
import EDTF
import Files
import Imports
import SiteRendering
import TimelineModel
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The site that an import writes into: what it has, and the files that are to be added.
struct ImportTarget {
    /// What the importer must know of the site.
    private(set) var site = ImportSite()
    private let folder: String
    private let files: any FileTree
    private let jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    private var known: Set<ImportOrigin> = []
    /// The paths that entries of the imported file state.
    private var statedPaths: Set<String> = []
    private var slugs: TakenSlugs
    /// The entries that are to be written, with their paths.
    private var entries: [(path: String, entry: ImportedEntry)] = []
    private var siteFiles: [(path: String, bytes: [UInt8])] = []
    /// The number of entries that were imported before.
    private(set) var knownCount = 0
    /// The number of entries that were left out because they could not be built, or their slug is taken.
    private(set) var faultyCount = 0
    /// The number of warnings about the new files.
    private(set) var warningCount = 0

    /// Reads the site, if the folder contains one.
    init(folder: String) throws(FileFailure) {
        self.folder = folder
        // A folder that does not exist has no files, and is created with the first one.
        files = unsafe access(folder, F_OK) == 0 ? DiskFileTree(root: folder) : MemoryFileTree()
        let content = try ContentReader(files, jobs: jobs, includesDrafts: true, furtherRules: siteRules)
            .read().content
        slugs = TakenSlugs(SiteNames(content), files)
        site.hasSettings = try files.read(ContentFile.settings.path) != nil
        site.hasPlaces = try files.read(ContentFile.places.path) != nil
        site.groups = content.settings.groups.map { ($0.id, $0.name) }
        site.language = DateLanguage.language(for: content.settings.language) ?? .english
        for entry in content.entries + content.faultyEntries {
            if let origin = ImportOrigin(of: entry) { known.insert(origin) }
        }
    }

    /// The number of entries to write.
    var entryCount: Int { entries.count }

    /// The paths of all files to write, relative to the site's folder.
    var paths: [String] { siteFiles.map(\.path) + entries.map(\.path) }

    /// Gives each entry a free slug, unless it was imported before.
    mutating func place(_ timeline: inout ImportedTimeline, from file: String) throws(FileFailure) {
        for entry in timeline.entries {
            if known.contains(entry.origin) {
                knownCount += 1
                timeline.reportKnown(entry, in: file)
                continue
            }
            if entry.isSlugStated, let reason = try slugs.refusal(of: entry.slug) {
                faultyCount += 1
                timeline.reportFaulty(entry, in: file, "the slug '\(entry.slug)' is taken: \(reason)")
                continue
            }
            let usual = NewEntry.path(of: try slugs.take(entry.slug))
            entries.append((try freePath(of: entry) ?? usual, entry))
        }
        if entries.isEmpty { return }
        for (path, text) in timeline.siteFiles {
            if try files.read(path) == nil {
                siteFiles.append((path, Array(text.utf8)))
            } else {
                timeline.reportLeftOut(path, in: file)
            }
        }
    }

    /// The path that the imported file states for an entry, if there is nothing yet.
    private mutating func freePath(of entry: ImportedEntry) throws(FileFailure) -> String? {
        guard let path = entry.path.map({ ContentPath.folder + "/" + $0 }), statedPaths.insert(path).inserted,
            try files.read(path) == nil
        else { return nil }
        return path
    }

    /// The number of times that a site is checked: entries that only others in error refer to are rare.
    private static let mostRounds = 8

    /// Checks the site with the new files. Entries with errors are reported and left out, until the rest has none.
    ///
    /// - Returns: false if nothing can be written.
    mutating func check(_ timeline: inout ImportedTimeline, from file: String) throws(FileFailure) -> Bool {
        var options = BuildOptions()
        options.includesDrafts = true
        options.jobs = jobs
        for _ in 0..<Self.mostRounds {
            if entries.isEmpty { break }
            let changes = Dictionary(
                siteFiles.map { ($0.path, $0.bytes) } + entries.map { ($0.path, $0.entry.bytes) }
            ) { first, _ in first }
            let found = try PreparedSite(NewFileTree(base: files, changes: changes), options).diagnostics
                .filter { changes[$0.location.path] != nil }
            warningCount = found.count { $0.severity == .warning }
            let errors = Dictionary(grouping: found.filter { $0.severity == .error }, by: \.location.path)
            if errors.isEmpty { return true }
            for siteFile in siteFiles {
                for error in errors[siteFile.path] ?? [] {
                    timeline.reportFaulty(error, of: siteFile.path, in: file)
                }
            }
            let faulty = entries.filter { errors[$0.path] != nil }
            for (path, entry) in faulty {
                for error in errors[path] ?? [] {
                    timeline.reportFaulty(
                        entry, in: file, "\(error.summary) [\(error.rule.id)]",
                        fixIts: error.fixIts.map { Diagnostic.FixIt($0.summary) })
                }
            }
            faultyCount += faulty.count
            entries.removeAll { errors[$0.path] != nil }
            // What is wrong with the settings does not go away with an entry.
            if siteFiles.contains(where: { errors[$0.path] != nil }) { break }
        }
        (entries, siteFiles) = ([], [])
        return false
    }

    /// Writes all files, or none.
    func write() throws(FileFailure) {
        var new = NewFiles(root: folder, siteFiles + entries.map { ($0.path, $0.entry.bytes) })
        try new.create()
    }
}
