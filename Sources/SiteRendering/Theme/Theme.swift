import Diagnostics
import Files
import Templates
import TimelineModel
import UTF8Text

/// The templates and files that determine a site's appearance: those of the site's own `Templates`, and the default
/// theme's for all others.
struct Theme: Sendable {
    /// The folder of a site's own theme files.
    static let folder = InputFolder.templates

    /// The templates by name, without extension.
    private(set) var templates: [String: TemplateSource] = [:]
    private(set) var style: [UInt8] = []
    /// The site's own script, which takes the place of all parts.
    private var ownScript: [UInt8]?
    /// The parts of the script by name.
    private var scriptParts: [String: [UInt8]] = [:]
    private(set) var icon: [UInt8] = []
    /// The paths of the site's further files, below `Templates/assets`.
    private(set) var assets: [String] = []
    /// The problems with the site's own theme files.
    private(set) var diagnostics: [Diagnostic] = []

    var script: [UInt8] { ownScript ?? ScriptParts.joined(scriptParts) }

    /// Reads a site's theme.
    ///
    /// - Throws: if a file cannot be read.
    init(_ files: any FileTree) throws(FileFailure) {
        for (name, bytes) in defaultThemeFiles { add(name, bytes, path: "default " + name) }
        let listing = try files.listing(of: Self.folder)
        diagnostics = listing.unread.map { $0.diagnostic(unread: .unreadTemplate) }
        for folder in listing.folders {
            guard let name = folder.path.rest(after: Self.folder + "/"), Self.isPartOfTheme(String(name))
            else {
                continue
            }
            diagnostics.append(
                Diagnostic(
                    .unreadTemplate, "'\(name)' is a folder, and not read", at: SourceLocation(folder.path),
                    fixIts: [Diagnostic.FixIt("put a file of this name there")]))
        }
        let hasOwnScript = listing.files.contains(Self.folder + "/" + PagePath.script)
        for path in listing.files {
            let name = String(path.rest(after: Self.folder + "/") ?? path[...])
            diagnostics += WritingDirection.diagnostics(ofFileAt: path)
            if name.begins(with: "assets/") {
                assets.append(path)
            } else if hasOwnScript, Self.isPartOfScript(name) {
                diagnostics.append(
                    Diagnostic(
                        .unreadTemplate, "'\(name)' is not read, since \(PagePath.script) takes its place",
                        at: SourceLocation(path)))
            } else if Self.isPartOfTheme(name) {
                guard let bytes = try files.read(path) else {
                    throw FileFailure(path: path, reason: "gone since it was listed")
                }
                if Self.isUnchanged(name, bytes) { continue }
                diagnostics += WritingDirection.diagnostics(of: bytes, at: path)
                add(name, bytes, path: path)
            } else if name != "README.md" {
                diagnostics.append(
                    Diagnostic(
                        .unreadTemplate, "'\(name)' is not read", at: SourceLocation(path)))
            }
        }
        reportUnused()
    }

    /// Whether one of the site's own templates contains a file name.
    func names(_ file: String) -> Bool {
        templates.values.contains { template in
            template.path.begins(with: Self.folder + "/")
                && String(decoding: template.bytes, as: UTF8.self).contains(file)
        }
    }

    /// Reports each of the site's templates that the default theme does not have and that no template includes: most
    /// likely its name is misspelt.
    private mutating func reportUnused() {
        let known = Set(defaultThemeFiles.map(\.name))
        let further = templates.filter { !known.contains($0.key + ".mustache") }
        if further.isEmpty { return }
        var included: Set<String> = []
        for template in templates.values {
            for tag in TemplateScanner(template).tokens.compactMap(\.tag)
            where tag.kind == .partial || tag.kind == .parent {
                included.insert(tag.name)
            }
        }
        for (stem, template) in further.sorted(by: { $0.key < $1.key }) where !included.contains(stem) {
            let name = stem + ".mustache"
            let nearest = nearestName(to: name, among: known)
            diagnostics.append(
                Diagnostic(
                    .unreadTemplate, "'\(name)' is included by no template",
                    at: SourceLocation(template.path),
                    fixIts: nearest.map { [Diagnostic.FixIt("name it \($0)")] } ?? []))
        }
    }

    /// Whether a file is an exact copy of a part of the theme's script or of its style sheet, which is then replaced by
    /// the shortened version.
    private static func isUnchanged(_ name: String, _ bytes: [UInt8]) -> Bool {
        name == PagePath.style && bytes == defaultStyle
            || ScriptParts.all.contains { $0.name == name && $0.source == bytes }
    }

    /// Whether a file name belongs to a theme: a template, the style sheet, the script, a part of it or the icon.
    private static func isPartOfTheme(_ name: String) -> Bool {
        if isPartOfScript(name) { return true }
        return !name.holds("/")
            && (name.ends(with: ".mustache")
                || [PagePath.style, PagePath.script, PagePath.icon].contains(name))
    }

    private static func isPartOfScript(_ name: String) -> Bool {
        ScriptParts.all.contains { $0.name == name }
    }

    private mutating func add(_ name: String, _ bytes: [UInt8], path: String) {
        if let stem = name.start(before: ".mustache") {
            templates[String(stem)] = TemplateSource(path: path, bytes: bytes)
        } else if name == PagePath.style {
            style = bytes
        } else if name == PagePath.script {
            ownScript = bytes
        } else if Self.isPartOfScript(name) {
            scriptParts[name] = bytes
        } else {
            icon = bytes
        }
    }
}

extension Rule {
    static let unreadTemplate = Rule(
        "unread-template", .warning,
        "Templates contains *.mustache, style.css, script.js or its parts below script, icon.svg, and files for the site below assets; nothing else is used."
    )
}
