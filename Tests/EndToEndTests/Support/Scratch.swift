import Foundation
import Testing

/// A folder of a test's own, which is gone when the test is over.
final class Scratch {
    /// The folder's real path.
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dateline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.resolvingSymlinksInPath().path
    }

    /// A folder with files, each by its path.
    convenience init(_ files: [String: String]) throws {
        try self.init()
        for (name, text) in files { try write(name, text) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func url(_ name: String) -> URL { URL(filePath: name.isEmpty ? path : path + "/" + name) }

    // MARK: Files

    func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

    func write(_ name: String, bytes: [UInt8]) throws {
        let file = url(name)
        try makeFolder(file.deletingLastPathComponent())
        try Data(bytes).write(to: file)
    }

    func makeFolder(_ name: String) throws { try makeFolder(url(name)) }

    private func makeFolder(_ url: URL) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }

    func copy(_ source: URL, to name: String) throws {
        try makeFolder(url(name).deletingLastPathComponent())
        try FileManager.default.copyItem(at: source, to: url(name))
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(at: url(name)) }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url(name))) }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// The path of the built site's style sheet, whose name tells what it holds.
    func stylePath() throws -> String {
        try #require(tree("Site").keys.first { $0.wholeMatch(of: /style-[0-9a-v]+\.css/) != nil })
    }

    func exists(_ name: String) -> Bool { (try? url(name).checkResourceIsReachable()) ?? false }

    /// Replaces the only occurrence of a text in a file.
    func replace(_ old: String, with new: String, in name: String) throws {
        let text = try self.text(name)
        try #require(text.ranges(of: old).count == 1, "'\(old)' is not once in \(name)")
        try write(name, text.replacing(old, with: new))
    }

    /// Every file below a folder with its bytes; links as their targets.
    /// The note of a build is left out: it rests on the program and on what the content's files are called.
    func tree(_ folder: String) throws -> [String: [UInt8]] {
        try filesBelow(url(folder)).filter { !$0.key.hasSuffix(".dateline-build") }
    }

    /// Every file below a folder with what changes when it is written or replaced.
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

/// What the system knows of a file that changes when the file is written or replaced.
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
