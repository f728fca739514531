import Diagnostics
import Files
import SiteOutput
import SiteRendering
import TimelineModel
import UTF8Text

/// The state of the preview at one moment: the last good site, and the errors of the build after it.
struct Preview: Sendable {
    /// The reaction that a change requires of browsers.
    enum Change: String, Sendable {
        /// Reload the page.
        case site
        /// Reload the style sheets only.
        case style
    }

    /// The last good site; nil until one has been built.
    var tree: OutputTree?
    /// The site's own files, for those that are copied and for the sources of mistakes.
    var sources: any FileTree
    /// The pages that other sites may show in a frame.
    var embed = EmbedSettings()
    var trouble: Trouble?
    /// Identifies this run of the server, because each run counts from zero.
    let run: String
    /// The number of sites shown so far.
    private(set) var number = 0
    /// The number of states shown so far.
    private(set) var state = 0
    private(set) var change = Change.site

    init(run: String, sources: any FileTree) {
        self.run = run
        self.sources = sources
    }

    var generation: String { "\(run)-\(number)" }
    private var previousGeneration: String { "\(run)-\(number - 1)" }
    /// The name of the current state, by which a browser distinguishes it from an older one.
    var stateName: String { "\(run)-\(state)" }
    /// The name of the current errors, by which a page knows whether it already shows them; empty if there are none.
    var troubleName: String { trouble == nil ? "" : stateName }

    mutating func show(_ tree: OutputTree, from sources: any FileTree, _ change: Change) {
        self.tree = tree
        self.sources = sources
        self.change = change
        trouble = nil
        number += 1
        state += 1
    }

    mutating func show(_ trouble: Trouble, from sources: any FileTree) {
        self.trouble = trouble
        self.sources = sources
        state += 1
    }

    /// The state as a message to browsers: one event of a stream (HTML, server-sent events).
    var event: String {
        var json = JSONText()
        json.object { json in
            json.string("state", stateName)
            json.string("generation", generation)
            json.string("previous", previousGeneration)
            json.string("change", change.rawValue)
            json.string("troubleName", troubleName)
            guard let trouble else { return }
            json.object("trouble") { json in
                json.string("title", PreviewWords.title(of: trouble, isSiteShown: tree != nil))
                json.string("hide", PreviewWords.hide)
                json.string("show", PreviewWords.show(trouble))
                json.array("items") { json in
                    for item in trouble.items { Self.write(item, to: &json) }
                }
            }
        }
        return "event: state\ndata: \(json.text)\n\n"
    }

    private static func write(_ item: Trouble.Item, to json: inout JSONText) {
        json.object { json in
            json.string("text", item.text)
            if let path = item.path { json.string("url", SourcePage.address(of: path, line: item.line)) }
        }
    }
}
