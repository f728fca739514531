import Foundation
import TestSupport
import Testing

extension TemporaryFolder {
    // MARK: The site

    /// The path of the built site's style sheet, whose name contains its fingerprint.
    func stylePath() throws -> String {
        try #require(tree("Site").keys.first { $0.wholeMatch(of: /style-[0-9a-v]+\.css/) != nil })
    }

    /// Replaces the only occurrence of a text in a file.
    func replace(_ old: String, with new: String, in name: String) throws {
        let text = try self.text(name)
        try #require(text.ranges(of: old).count == 1, "'\(old)' is not once in \(name)")
        try write(name, text.replacing(old, with: new))
    }

    /// Every file below a folder with its bytes; links as their targets.
    /// The build note is left out, because it depends on the program and on the names of the content's files.
    func tree(_ folder: String) throws -> [String: [UInt8]] {
        try filesBelow(url(folder)).filter { !$0.key.hasSuffix(".dateline-build") }
    }

    /// The stamp of every file below a folder.
    func stamps(_ folder: String) throws -> [String: Stamp] {
        try tree(folder).mapValues { _ in Stamp() }.reduce(into: [:]) { stamps, item in
            stamps[item.key] = try Stamp(of: path + "/" + folder + "/" + item.key)
        }
    }

    // MARK: Commands

    @discardableResult
    func run(
        _ arguments: String..., at folder: String = "", input: String = "",
        environment: [String: String] = [:]
    ) throws -> Run {
        try run(arguments, at: folder, input: Array(input.utf8), environment: environment)
    }

    func run(
        _ arguments: [String], at folder: String = "", input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws -> Run {
        try start(arguments, at: folder, input: input, environment: environment).finish()
    }

    func start(
        _ arguments: [String], at folder: String = "", input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws -> RunningProcess {
        try RunningProcess(
            Dateline.found(), arguments, at: url(folder).path, input: input, environment: environment)
    }

    /// A command of the shell, with the binary as `dateline`.
    func shell(_ command: String, at folder: String = "") throws -> Run {
        let tools = try Dateline.found().deletingLastPathComponent().path
        let path = tools + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
        return try RunningProcess(
            URL(filePath: "/bin/sh"), ["-c", command], at: url(folder).path, input: [],
            environment: ["PATH": path]
        ).finish()
    }
}

/// The metadata of a file that changes when the file is written or replaced.
struct Stamp: Equatable {
    private var file: UInt64 = 0
    private var modified = Date.distantPast

    init() {}

    init(of path: String) throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        file = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
        modified = attributes[.modificationDate] as? Date ?? .distantPast
    }
}

/// Every file below a folder with its bytes, hidden ones too; symbolic links as their targets.
func filesBelow(_ folder: URL) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var pending = [""]
    while let current = pending.popLast() {
        let place = current.isEmpty ? folder.path : folder.path + "/" + current
        for name in try FileManager.default.contentsOfDirectory(atPath: place) {
            let path = current.isEmpty ? name : current + "/" + name
            let absolute = folder.path + "/" + path
            let attributes = try FileManager.default.attributesOfItem(atPath: absolute)
            switch attributes[.type] as? FileAttributeType {
            case .typeDirectory: pending.append(path)
            case .typeSymbolicLink:
                let target = try FileManager.default.destinationOfSymbolicLink(atPath: absolute)
                files[path] = Array("link to \(target)".utf8)
            default: files[path] = [UInt8](try Data(contentsOf: URL(filePath: absolute)))
            }
        }
    }
    return files
}
