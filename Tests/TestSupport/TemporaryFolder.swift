import Foundation

/// A temporary folder for a test, which is removed when the last reference to it is gone.
public final class TemporaryFolder: Sendable {
    /// The folder's absolute path without symbolic links.
    public let path: String

    /// Creates a folder with files, given as texts by paths.
    public init(_ files: [String: String] = [:]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dateline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.resolvingSymlinksInPath().path
        for (name, text) in files { try write(name, text) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The URL of a file in the folder, or of the folder itself for an empty name.
    public func url(_ name: String = "") -> URL { URL(filePath: name.isEmpty ? path : path + "/" + name) }

    // MARK: Changes

    /// Writes a text, and creates the folders above the file.
    public func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

    /// Writes bytes, and creates the folders above the file.
    public func write(_ name: String, bytes: [UInt8]) throws {
        let file = url(name)
        try makeFolder(file.deletingLastPathComponent())
        try Data(bytes).write(to: file)
    }

    /// Creates a folder with all of its parents.
    public func makeFolder(_ name: String) throws { try makeFolder(url(name)) }

    private func makeFolder(_ url: URL) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// Creates a symbolic link.
    public func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }

    /// Copies a file or folder from elsewhere into the folder.
    public func copy(_ source: URL, to name: String) throws {
        try makeFolder(url(name).deletingLastPathComponent())
        try FileManager.default.copyItem(at: source, to: url(name))
    }

    /// Moves a file or folder; it replaces a file that is at the new path.
    public func move(_ name: String, to other: String) throws {
        guard unsafe rename(path + "/" + name, path + "/" + other) == 0 else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    /// Removes a file or folder.
    public func remove(_ name: String) throws { try FileManager.default.removeItem(at: url(name)) }

    // MARK: Contents

    /// The bytes of a file.
    public func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url(name))) }

    /// The text of a file.
    public func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// Whether there is a file or folder.
    public func exists(_ name: String) -> Bool { (try? url(name).checkResourceIsReachable()) ?? false }

    /// The paths of all files and folders below the folder.
    public var names: Set<String> {
        Set((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [])
    }
}
