import Diagnostics
import SiteRendering
import TimelineModel

/// What is served at one moment: the last good site, and what is wrong with the one that was to follow it.
struct Preview: Sendable {
    /// What a change asks of browsers.
    enum Change: String, Sendable {
        /// To load their page anew.
        case site
        /// To load the style sheets anew, and nothing else.
        case style
    }

    /// Nil until a site could be built.
    var tree: OutputTree?
    /// The site's own files, for what is copied to it and for the sources of mistakes.
    var sources: any FileTree
    var trouble: Trouble?
    /// Tells this run of the server from others: their numbers begin anew.
    let run: String
    /// How many sites were shown by now.
    private(set) var number = 0
    /// How many states were shown by now.
    private(set) var state = 0
    private(set) var change = Change.site

    init(run: String, sources: any FileTree) {
        self.run = run
        self.sources = sources
    }

    var generation: String { "\(run)-\(number)" }
    private var previousGeneration: String { "\(run)-\(number - 1)" }
    /// The name of what is shown now, by which a browser knows an older state from a newer.
    var stateName: String { "\(run)-\(state)" }
    /// The name of what is wrong now, so that a page knows whether it shows that already.
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

    /// The state as browsers are told it: one event of a stream of them (HTML, server-sent events).
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
