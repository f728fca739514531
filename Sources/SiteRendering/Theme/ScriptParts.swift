/// The default theme's script, which is written in parts, each with a subject of its own.
///
/// The parts are joined to the body of one strict function, so that they share their names and a page has none of
/// them. What a part does when it runs may need what the parts before it did; functions may be called from anywhere.
enum ScriptParts {
    /// The folder of the parts in a theme.
    static let folder = "script"

    /// The parts by file name, in the order in which they are joined: those of every page, those of the overview, those
    /// of filters and search. Within this order the script is lightest.
    static let all: [(name: String, source: [UInt8])] = [
        ("elements.js", PackageResources.elements_js),
        ("later.js", PackageResources.later_js),
        ("copy.js", PackageResources.copy_js),
        ("page.js", PackageResources.page_js),
        ("embed.js", PackageResources.embed_js),
        ("overview-ticks.js", PackageResources.overview_ticks_js),
        ("calendar.js", PackageResources.calendar_js),
        ("overview-reading.js", PackageResources.overview_reading_js),
        ("overview-zoom.js", PackageResources.overview_zoom_js),
        ("overview-keys.js", PackageResources.overview_keys_js),
        ("overview-marks.js", PackageResources.overview_marks_js),
        ("overview.js", PackageResources.overview_js),
        ("result-item.js", PackageResources.result_item_js),
        ("search-data.js", PackageResources.search_data_js),
        ("words.js", PackageResources.words_js),
        ("search.js", PackageResources.search_js),
        ("sets.js", PackageResources.sets_js),
        ("finder-days.js", PackageResources.finder_days_js),
        ("finder-conditions.js", PackageResources.finder_conditions_js),
        ("finder-address.js", PackageResources.finder_address_js),
        ("found-words.js", PackageResources.found_words_js),
        ("finder-results.js", PackageResources.finder_results_js),
        ("finder-state.js", PackageResources.finder_state_js),
        ("finder-panel.js", PackageResources.finder_panel_js),
        ("finder-form.js", PackageResources.finder_form_js),
        ("finder.js", PackageResources.finder_js),
    ].map { ("\(folder)/\($0.0)", $0.1) }

    /// Returns the script of which these are the parts, by name.
    static func joined(_ parts: [String: [UInt8]]) -> [UInt8] {
        var script = Array("(function () {\n\"use strict\";\n".utf8)
        for (name, _) in all {
            script += parts[name] ?? []
            // A part of a site may end without a line break, and with a comment.
            if script.last != UInt8(ascii: "\n") { script.append(UInt8(ascii: "\n")) }
        }
        return script + "}());\n".utf8
    }
}
