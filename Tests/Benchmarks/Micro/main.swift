import Files
import TimelineModel

// `microbenchmarks FOLDER ENTRY` prints the times of the parts of the work on an entry, as a table in Markdown.

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fatalError("usage: microbenchmarks FOLDER ENTRY") }
let disk = DiskFileTree(root: arguments[1])
var site = MemoryFileTree()
for folder in [ContentPath.folder, "Templates"] {
    for path in try disk.files(below: folder) { site.contents[path] = try disk.read(path) }
}
print("| Part | µs | limit, µs | the limit is | µs / limit |")
print("|---|---:|---:|---|---:|")
for measurement in Parts(site: site, path: arguments[2]).measurements { print(measurement.row) }
