import TimelineModel

/// Where the data of filters and search is. The search makes it; pages name it.
protocol SearchData: Sendable {
    /// The path of the directory.
    func directoryPath(of site: Site) -> String
    /// True where the data files are so many that a page of its own names them.
    func hasPage(in site: Site) -> Bool
    /// The paths of all data files, for programs that copy what a page names; a preview is not copied.
    func paths(in site: Site) -> [String]
    /// The files of a site with other texts.
    func retelling(_ timeline: Timeline) -> any SearchData
}

extension Site {
    /// What pages that search name of its data: the directory, and the others where they are few.
    var searchFiles: [Link] {
        guard let search else { return [] }
        let paths = search.hasPage(in: self) ? [search.directoryPath(of: self)] : search.paths(in: self)
        return paths.map { Link(text: $0, url: $0) }
    }
}
