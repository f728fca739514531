import Diagnostics
import UTF8Text

/// Checks whether all file names survive a copy to another system: some systems treat two names as one, or cannot
/// hold a name at all.
struct PortableNames {
    /// The diagnostics found: for files in their order, then for folders.
    private(set) var diagnostics: [Diagnostic] = []

    private let paths: [String]
    private let location: (Int) -> SourceLocation
    private let similarNames: Rule
    /// The indices of files whose names contain capitals or non-ASCII characters, by case-folded path.
    private var folded: [String: Int] = [:]

    /// - Parameters:
    ///   - paths: the paths of all files, in byte order, without duplicates.
    ///   - letters: the letters of each path.
    ///   - similarNames: the rule for two paths that are one on some systems.
    ///   - location: returns the location that gives a file its path, for diagnostics.
    init(
        _ paths: [String], _ letters: [PathLetters], similarNames: Rule,
        location: @escaping (Int) -> SourceLocation
    ) {
        self.paths = paths
        self.location = location
        self.similarNames = similarNames
        var folders: [(path: Substring, file: Int)] = []
        // Nearly all names are in ASCII without capitals. Such a name can only collide with one that is not.
        for number in paths.indices {
            if letters[number].mayBeUnfit { reportUnfit(number) }
            if letters[number].mayBeAnother { compare(number) }
            if let folder = paths[number].pathFolder, !(folders.last?.path.isWritten(as: folder) ?? false) {
                folders.append((folder, number))
            }
        }
        var seen: Set<Substring> = []
        for (folder, number) in folders {
            var path: Substring? = folder
            while let name = path, seen.insert(name).inserted {
                compare(folder: name, of: number)
                path = name.pathFolder
            }
        }
    }

    // MARK: One file on other systems

    /// Reports a file whose path equals another one's if case is ignored.
    private mutating func compare(_ number: Int) {
        let key = paths[number].caseFolded
        let isSmall = key.utf8.allSatisfy { $0 < 0x80 }
        let other = folded[key] ?? (isSmall ? self.number(of: key).flatMap { $0 == number ? nil : $0 } : nil)
        if folded[key] == nil { folded[key] = number }
        guard let other else { return }
        diagnostics.append(
            Diagnostic(
                similarNames, "'\(paths[number])' and '\(paths[other])' are one file on some systems",
                at: location(number), notes: [.init("the other is made of this", at: location(other))],
                fixIts: [.init("give one of them another name")]))
    }

    /// Reports a folder whose path equals that of a file, with or without regard to case.
    private mutating func compare(folder: Substring, of file: Int) {
        let key = folder.caseFolded
        guard let other = number(of: String(folder)) ?? number(of: key) ?? folded[key] else { return }
        let path = paths[other]
        let isSame = path.isWritten(as: folder)
        diagnostics.append(
            Diagnostic(
                isSame ? .outputConflict : similarNames,
                isSame
                    ? "'\(folder)' is a file and a folder"
                    : "the folder '\(folder)' and the file '\(path)' are one on some systems",
                at: location(other), notes: [.init("this is in the folder", at: location(file))],
                fixIts: [.init("give one of them another name")]))
    }

    /// Returns the index of the file at a path; nil if there is none.
    private func number(of path: String) -> Int? {
        paths.indexInByteOrder(of: path)
    }

    // MARK: Names that Windows cannot hold

    /// Reports a file with a name that Windows cannot hold.
    private mutating func reportUnfit(_ number: Int) {
        for name in paths[number].pathNames {
            guard let reason = Self.unfit(name) else { continue }
            diagnostics.append(
                Diagnostic(
                    .unportableName, "'\(paths[number])' \(reason)", at: location(number),
                    fixIts: [.init("give it another name")]))
            return
        }
    }

    /// Returns the reason why Windows cannot hold a name (Microsoft, "Naming Files, Paths, and Namespaces"); nil if
    /// it can.
    static func unfit(_ name: Substring) -> String? {
        if let scalar = name.unicodeScalars.first(where: { "<>:\"|?*\\".unicodeScalars.contains($0) }) {
            return "contains '\(scalar)', which names on Windows cannot contain"
        }
        if name.ends(with: ".") || name.ends(with: " ") {
            return "ends with a \(name.ends(with: ".") ? "point" : "space"), which Windows drops"
        }
        // A device's name ends before the first full stop, and before spaces in front of it.
        var stem = name.parts(between: ".", atMost: 2)[0]
        while let rest = stem.start(before: " ") { stem = rest }
        guard devices.contains(stem.caseFolded) else { return nil }
        return "has the name of a device on Windows, '\(stem)'"
    }

    /// The case-folded names that Windows reserves for devices.
    private static let devices: Set<String> = {
        let numbers = (0...9).map(String.init) + ["¹", "²", "³"]
        return Set(
            ["con", "prn", "aux", "nul", "conin$", "conout$"] + numbers.map { "com" + $0 }
                + numbers.map { "lpt" + $0 })
    }()
}
