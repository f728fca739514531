import Files
import UTF8Text

/// The limits of a site's folder for writing.
enum SiteFolder {
    /// Checks that no symbolic link leads out of the site's input folder: what lies outside is not part of the site.
    ///
    /// - Parameters:
    ///   - location: the file to write, or its folder; it must exist.
    ///   - path: the file's path, relative to the site's folder.
    ///   - root: the site's folder.
    /// - Throws: a failure if a link leads out, or if nothing exists at `location`.
    static func checkStaysInside(
        _ location: String, of path: String, below root: String
    ) throws(FileFailure) {
        // Content itself may be a link: then its target is the limit.
        guard path.holds("/"), let first = path.pathNames.first else { return }
        guard let top = realPath(root + "/" + first), let real = realPath(location) else {
            throw FileFailure(errorAt: path)
        }
        guard real.isPath(inside: top) else {
            throw FileFailure(path: path, reason: "a symbolic link leads out of \(first)")
        }
    }
}
