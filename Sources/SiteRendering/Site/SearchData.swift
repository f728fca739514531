import TimelineModel

/// The data files of filters and search. The search produces them; pages only name them.
protocol SearchData: Sendable {
    /// Returns the path of the directory file.
    func directoryPath(of site: Site) -> String
    /// Whether there are so many data files that a page of its own names them.
    func hasPage(in site: Site) -> Bool
    /// Returns the paths of all data files. Pages name them for programs that copy what a page refers to; a preview
    /// is not copied.
    func paths(in site: Site) -> [String]
    /// Returns the data files of a site that differs only in the texts of entries.
    func retelling(_ timeline: Timeline) -> any SearchData
}

extension Site {
    /// The data files that a searching page names: the directory, and the others if they are few. Empty for a site
    /// without search.
    var searchFiles: [Link] {
        guard let search else { return [] }
        let paths = search.hasPage(in: self) ? [search.directoryPath(of: self)] : search.paths(in: self)
        return (paths + (hasStatesFile ? [PagePath.states] : [])).map { Link(text: $0, url: $0) }
    }
}
