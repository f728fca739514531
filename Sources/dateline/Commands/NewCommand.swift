import ArgumentParser
import Diagnostics
import Files
import SiteRendering
import TimelineModel
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `dateline new`: writes a small site that can be built.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Writes a small site to start from.",
        discussion: """
            The new folder contains a fictional story with comments, data files, schemas for editors, and a \
            workflow that publishes the site. A folder that is not empty is left as it is.

            Example:
              dateline new harbour && cd harbour && dateline build
            """)

    @Argument(
        help: ArgumentHelp("The folder; it is created if it does not exist.", valueName: "dir"),
        completion: .directory)
    var folder: String

    func validate() throws {
        if folder.isEmpty { throw ValidationError("new takes the folder of the site.") }
        var status = stat()
        guard unsafe lstat(folder, &status) == 0 else { return }
        var isFolder = status.st_mode & S_IFMT == S_IFDIR
        if status.st_mode & S_IFMT == S_IFLNK {
            isFolder = unsafe stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        }
        if !isFolder { throw ValidationError("\(folder) exists, and is not a folder.") }
        if let name = Self.firstName(in: folder) {
            throw ValidationError(
                "\(folder) is not empty: it contains \(printable(name)). Nothing was written.")
        }
    }

    func run() throws {
        var files = NewFiles(root: folder, starterFiles)
        do throws(FileFailure) {
            try files.create()
        } catch {
            Console.error("error: \(printable(folder + "/" + error.path)): \(error.reason)\n")
            throw ExitCode.inputOutput
        }
        let shown = printable(folder)
        try Console.output(
            """
            \(shown): \(counted(starterFiles.count, "file"))
            Next:
              cd \(shown)
              dateline serve        shows it in a browser, and follows every change
              dateline build        writes Site; open Site/index.html
              dateline add          asks for a new entry

            """)
    }

    /// The first name in a folder in byte order, hidden ones included; nil if the folder is empty or cannot be read.
    private static func firstName(in folder: String) -> String? {
        let names = (try? Folders.names(in: folder)) ?? []
        return names.map { $0.text ?? "\u{FFFD}" }.min(by: isOrdered)
    }
}

/// The files of a new site with their paths, embedded from `Starter`. SwiftPM generates no list of them; a test proves
/// this one complete.
let starterFiles: [(path: String, bytes: [UInt8])] =
    [
        (".github/workflows/publish.yml", workflow),
        (".gitignore", PackageResources.gitignore),
        ("Content/actors.yml", PackageResources.actors_yml),
        ("Content/events/1911-08-14-harbour-reopened.md", PackageResources.harbour_reopened_md),
        ("Content/events/1911-08-harbour-closed.md", PackageResources.harbour_closed_md),
        ("Content/events/1912-new-wages-expected.md", PackageResources.new_wages_expected_md),
        ("Content/pages/about.md", PackageResources.about_md),
        ("Content/places.yml", PackageResources.places_yml),
        ("Content/sources.yml", PackageResources.sources_yml),
        ("Content/timeline.yml", PackageResources.timeline_yml),
        ("README.md", PackageResources.README_md),
    ]
    + SchemaSubject.allCases.map {
        (".schemas/\($0.rawValue).json", Array($0.schema(rules: allRules).utf8))
    }

/// The workflow, with the version of Dateline that wrote it as the one to build.
private let workflow = Array(
    String(decoding: PackageResources.publish_yml, as: UTF8.self)
        .replacing("@VERSION@", with: Dateline.version).utf8)
