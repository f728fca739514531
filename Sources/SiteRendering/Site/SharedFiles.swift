import TimelineModel

/// The style sheet and the script, which every page uses.
///
/// On a published site their names contain a fingerprint of their content, so that browsers may cache them for ever
/// and never combine an old one with a new page. A preview uses plain names, and browsers revalidate each copy.
struct SharedFiles: Sendable {
    /// The bytes of the style sheet; empty if the site has no theme.
    let style: [UInt8]
    /// The bytes of the script; empty if the site has no theme.
    let script: [UInt8]
    /// The path of the style sheet below the site's folder.
    let stylePath: String
    /// The path of the script below the site's folder.
    let scriptPath: String

    /// - Parameter namesCarryFingerprints: true for a site that is to be published.
    init(_ theme: Theme?, _ timeline: Timeline, namesCarryFingerprints: Bool) {
        style = styleSheet(theme?.style ?? [], timeline)
        script = theme?.script ?? []
        func path(_ plain: String, _ bytes: [UInt8]) -> String {
            namesCarryFingerprints ? PagePath.fingerprinted(plain, bytes) : plain
        }
        stylePath = path(PagePath.style, style)
        scriptPath = path(PagePath.script, script)
    }
}
