import Diagnostics
import Files
import UTF8Text

/// Checks whether all file names survive a copy to another system: some systems treat two names as one, or cannot
/// hold a name at all.
struct PortableNames {
    /// The diagnostics found: for files in their order, then for folders.
    private(set) var diagnostics: [Diagnostic] = []

    private let files: [OutputFile]
    private let similarNames: Rule
    /// The indices of files whose names contain capitals or non-ASCII characters, by case-folded path.
    private var folded: [String: Int] = [:]

    /// - Parameters:
    ///   - files: in byte order of their paths, without duplicates.
    ///   - similarNames: the rule for two paths that are one on some systems.
    init(_ files: [OutputFile], similarNames: Rule) {
        self.files = files
        self.similarNames = similarNames
        var folders: [(path: Substring, file: Int)] = []
        // Nearly all names are in ASCII without capitals. Such a name can only collide with one that is not.
        for (number, file) in files.enumerated() {
            let letters = PathLetters(of: file.path)
            if letters.mayBeUnfit { reportUnfit(file) }
            if letters.mayBeAnother { compare(number) }
            if let folder = file.path.pathFolder, !(folders.last?.path.isWritten(as: folder) ?? false) {
                folders.append((folder, number))
            }
        }
        var seen: Set<Substring> = []
        for (folder, number) in folders {
            var path: Substring? = folder
            while let name = path, seen.insert(name).inserted {
                compare(folder: name, of: files[number])
                path = name.pathFolder
            }
        }
    }

    // MARK: One file on other systems

    /// Reports a file whose path equals another one's if case is ignored.
    private mutating func compare(_ number: Int) {
        let file = files[number]
        let key = file.path.caseFolded
        let isSmall = key.utf8.allSatisfy { $0 < 0x80 }
        let other = folded[key] ?? (isSmall ? self.number(of: key).flatMap { $0 == number ? nil : $0 } : nil)
        if folded[key] == nil { folded[key] = number }
        guard let other else { return }
        diagnostics.append(
            Diagnostic(
                similarNames, "'\(file.path)' and '\(files[other].path)' are one file on some systems",
                at: file.location, notes: [.init("the other is made of this", at: files[other].location)],
                fixIts: [.init("give one of them another name")]))
    }

    /// Reports a folder whose path equals that of a file, with or without regard to case.
    private mutating func compare(folder: Substring, of file: OutputFile) {
        let key = folder.caseFolded
        guard let other = number(of: String(folder)) ?? number(of: key) ?? folded[key] else { return }
        let path = files[other].path
        let isSame = path.isWritten(as: folder)
        diagnostics.append(
            Diagnostic(
                isSame ? .outputConflict : similarNames,
                isSame
                    ? "'\(folder)' is a file and a folder"
                    : "the folder '\(folder)' and the file '\(path)' are one on some systems",
                at: files[other].location, notes: [.init("this is in the folder", at: file.location)],
                fixIts: [.init("give one of them another name")]))
    }

    /// Returns the index of the file at a path; nil if there is none.
    private func number(of path: String) -> Int? {
        let index = files.partitioningIndex { !isOrdered($0.path, path) }
        return index < files.count && files[index].path.isWritten(as: path) ? index : nil
    }

    // MARK: Names that Windows cannot hold

    /// Reports a file with a name that Windows cannot hold.
    private mutating func reportUnfit(_ file: OutputFile) {
        for name in file.path.pathNames {
            guard let reason = Self.unfit(name) else { continue }
            diagnostics.append(
                Diagnostic(
                    .unportableName, "'\(file.path)' \(reason)", at: file.location,
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

/// The properties of a path that decide whether its names need a closer check, found in one pass over its bytes.
private struct PathLetters {
    /// Whether another spelling may name the same file: the path contains a capital or a non-ASCII character.
    private(set) var mayBeAnother = false
    /// Whether some system may be unable to hold one of the path's names.
    private(set) var mayBeUnfit = false

    init(of path: String) {
        var path = path
        path.withUTF8 { bytes in
            var start = 0
            var last = UInt8(ascii: "/")
            for index in 0...bytes.count {
                let byte = unsafe index < bytes.count ? bytes[index] : UInt8(ascii: "/")
                switch byte {
                case UInt8(ascii: "/"):
                    if last == UInt8(ascii: ".") || last == UInt8(ascii: " ") { mayBeUnfit = true }
                    if index > start,
                        unsafe Self.mayBeDevice(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                    {
                        mayBeUnfit = true
                    }
                    start = index + 1
                case _ where byte.isASCIICapital || byte >= 0x80: mayBeAnother = true
                case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "\""),
                    UInt8(ascii: "|"),
                    UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "\\"):
                    mayBeUnfit = true
                default: break
                }
                last = byte
            }
        }
    }

    /// Whether a name may be that of a device, judged by its first three letters and the following character; so few
    /// names need the full check.
    private static func mayBeDevice(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard name.count >= 3 else { return false }
        let isSoLong = unsafe name.count == 3 || !name[3].isASCIILetter
        return switch unsafe (name[0] | 0x20, name[1] | 0x20, name[2] | 0x20) {
        case (UInt8(ascii: "c"), UInt8(ascii: "o"), UInt8(ascii: "n")):
            unsafe isSoLong || name.contains(UInt8(ascii: "$"))
        case (UInt8(ascii: "c"), UInt8(ascii: "o"), UInt8(ascii: "m")),
            (UInt8(ascii: "l"), UInt8(ascii: "p"), UInt8(ascii: "t")),
            (UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "n")),
            (UInt8(ascii: "a"), UInt8(ascii: "u"), UInt8(ascii: "x")),
            (UInt8(ascii: "n"), UInt8(ascii: "u"), UInt8(ascii: "l")):
            isSoLong
        default: false
        }
    }

}
