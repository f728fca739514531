import Diagnostics
import TimelineModel

/// The templates and files that give a site its looks: those of the site's own `Templates`, and the default
/// theme's where it has none.
struct Theme: Sendable {
    static let folder = InputFolder.templates

    private(set) var templates: [String: TemplateSource] = [:]
    private(set) var style: [UInt8] = []
    private(set) var script: [UInt8] = []
    private(set) var icon: [UInt8] = []
    /// Further files of the site's, below `Templates/assets`.
    private(set) var assets: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

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
        for path in listing.files {
            let name = String(path.rest(after: Self.folder + "/") ?? path[...])
            diagnostics += WritingDirection.diagnostics(ofFileAt: path)
            if name.begins(with: "assets/") {
                assets.append(path)
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

    /// True where a template of the site's own holds the name of a file.
    func names(_ file: String) -> Bool {
        templates.values.contains { template in
            template.path.begins(with: Self.folder + "/")
                && String(decoding: template.bytes, as: UTF8.self).contains(file)
        }
    }

    /// A template of the site's that has no name of the theme's and that no other includes is a slip of
    /// the pen, most likely.
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

    /// True for a copy of the theme's script or style sheet, which is shipped as these are.
    private static func isUnchanged(_ name: String, _ bytes: [UInt8]) -> Bool {
        name == PagePath.script && bytes == defaultScript || name == PagePath.style && bytes == defaultStyle
    }

    private static func isPartOfTheme(_ name: String) -> Bool {
        !name.holds("/")
            && (name.ends(with: ".mustache")
                || [PagePath.style, PagePath.script, PagePath.icon].contains(name))
    }

    private mutating func add(_ name: String, _ bytes: [UInt8], path: String) {
        if let stem = name.start(before: ".mustache") {
            templates[String(stem)] = TemplateSource(path: path, bytes: bytes)
        } else if name == PagePath.style {
            style = bytes
        } else if name == PagePath.script {
            script = bytes
        } else {
            icon = bytes
        }
    }
}

extension Rule {
    static let unreadTemplate = Rule(
        "unread-template", .warning,
        "Templates holds *.mustache, style.css, script.js, icon.svg, and files for the site below assets.")
}
