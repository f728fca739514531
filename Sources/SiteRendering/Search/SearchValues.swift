import Templates
import TimelineModel

/// The values that the search shows for entries and filters.
extension DataFile {
    /// The greatest number of a facet's values that the filter panel offers; the others still work in an address.
    private static let mostValues = 200
    /// The greatest length of a summary in a list of results, in bytes.
    private static let summaryLength = 160

    /// Appends the values of all facets, each with its id, name and number of entries.
    mutating func addFacets(of site: Site) {
        record { file in
            for facet in SearchFacet.allCases {
                file.key(facet.rawValue)
                file.list { file in
                    for value in facet.values(of: site, limit: Self.mostValues) {
                        file.list { file in
                            file.text(value.id)
                            file.text(value.name)
                            file.number(value.count)
                        }
                    }
                }
            }
        }
    }

    /// Appends the names of a facet's values as a list of pairs, rather than an object: an id may be the name of a
    /// property that every JavaScript object has.
    mutating func addNames(of facet: SearchFacet, in site: Site) {
        key(facet.rawValue)
        list { file in
            for value in facet.values(of: site, limit: Self.mostValues) {
                file.list { file in
                    file.text(value.id)
                    file.text(value.name)
                }
            }
        }
    }

    /// Appends an entry as a list of results shows it.
    mutating func add(_ number: Int, of site: Site) {
        let entry = site[number]
        list { file in
            file.text(entry.slug.value)
            file.text(entry.title.value)
            file.text(site.date(ofEntry: number).text)
            file.text(Self.shortened(entry.summaryText))
            file.text(entry.status?.value.rawValue ?? "")
            file.text(entry.kind == .statement ? entry.contentStatus?.value.rawValue ?? "" : "")
            file.number(entry.kind == .statement ? 1 : 0)
            file.number(entry.importance)
            file.text(entry.group?.id ?? "")
        }
    }

    /// Returns a text that is cut at a space if it is too long.
    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > summaryLength else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: summaryLength)
        while end > text.startIndex, end.samePosition(in: text) == nil { end = text.utf8.index(before: end) }
        let cut = text[..<end]
        let space = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<space] + "…"
    }
}
