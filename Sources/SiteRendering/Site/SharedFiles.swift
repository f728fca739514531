import TimelineModel

/// The style sheet and the script, which every page names.
///
/// On a published site their names carry a fingerprint of what they hold, so that browsers may keep them for ever and
/// never put an old one to a new page. A preview calls them by their plain names: there each copy is asked about.
struct SharedFiles: Sendable {
    /// What is in them; empty where a site has no theme.
    let style: [UInt8]
    let script: [UInt8]
    /// Their paths below the site's folder.
    let stylePath: String
    let scriptPath: String

    /// - Parameter namesCarryFingerprints: true for a site that is published.
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
