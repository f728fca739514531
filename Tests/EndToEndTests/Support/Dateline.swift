import Foundation
import TestSupport
import Testing

/// The built `dateline`, run as a person runs it: a process with arguments and streams.
enum Dateline {
    /// The binary of this build, beside the tests in the folder of products.
    static let binary: URL? = {
        let bundles = [Bundle.main] + Bundle.allBundles.filter { $0.bundleURL.pathExtension == "xctest" }
        let folders = bundles.flatMap { bundle in
            [bundle.bundleURL, bundle.bundleURL.deletingLastPathComponent()]
                + [bundle.executableURL?.deletingLastPathComponent()].compactMap(\.self)
        }
        return folders.map { $0.appending(path: "dateline") }.first { url in
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
            return isThere && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: url.path)
        }
    }()

    /// The environment of a process: that of the tests without variables that change colours, and with further ones.
    static func environment(_ more: [String: String]) -> [String: String] {
        ProcessInfo.processInfo.environment.filter { $0.key != "NO_COLOR" && $0.key != "TERM" }
            .merging(more) { $1 }
    }

    static func found() throws -> URL {
        try #require(binary, "The dateline binary is not beside the tests")
    }
}

/// The result of a process.
struct Run {
    let status: Int32
    let wasKilled: Bool
    let outputBytes: [UInt8]
    let errorBytes: [UInt8]

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var error: String { String(decoding: errorBytes, as: UTF8.self) }

    /// Standard output with the time of the build, its only varying part, replaced by `T s`.
    var timeless: String { output.replacing(/[0-9]+\.[0-9]{3} s\n/, with: "T s\n") }
}

/// A process that is running, with its streams in files, so that no full pipe can stop it.
final class RunningProcess {
    let process = Process()
    private let streams: TemporaryFolder

    init(_ tool: URL, _ arguments: [String], at folder: String, input: [UInt8], environment: [String: String])
        throws
    {
        streams = try TemporaryFolder()
        try streams.write("input", bytes: input)
        try streams.write("output", "")
        try streams.write("error", "")
        process.executableURL = tool
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = Dateline.environment(environment)
        process.standardInput = try FileHandle(forReadingFrom: streams.url("input"))
        process.standardOutput = try FileHandle(forWritingTo: streams.url("output"))
        process.standardError = try FileHandle(forWritingTo: streams.url("error"))
        try process.run()
    }

    /// The text printed to standard output so far.
    func outputText() throws -> String { try streams.text("output") }

    func finish() throws -> Run {
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
            outputBytes: try streams.bytes("output"), errorBytes: try streams.bytes("error"))
    }
}
