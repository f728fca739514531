import Diagnostics
import EDTF
import TimelineModel
import UTF8Text

/// A view of a timeline as addresses name it: words, a date window and values of facets. The script reads the same
/// names in `finder-address.js`.
struct AddressedView {
    /// A mistake in a filter, in words.
    struct Mistake: Error {
        let words: String
    }

    /// The names of texts, in the order of the script.
    private static let textNames = ["q", "from", "to"]

    private var texts: [String: String] = [:]
    private var values: [SearchFacet: [String]] = [:]
    /// The names of the facets, or `q`, of which one value is enough.
    private var any: [String] = []

    /// - Parameter filters: conditions of the form `NAME=VALUE`.
    /// - Throws: a ``Mistake`` if a condition cannot be met on the site because of its name or value.
    init(_ filters: [String], in site: Site) throws(Mistake) {
        for filter in filters {
            let parts = filter.parts(between: "=", atMost: 2)
            guard parts.count == 2, !parts[1].isEmpty else {
                throw Mistake(
                    words: "'\(filter)' is not a filter of the form NAME=VALUE, such as status=disputed.")
            }
            try add(String(parts[0]), String(parts[1]), in: site)
        }
    }

    private mutating func add(_ name: String, _ value: String, in site: Site) throws(Mistake) {
        if let facet = SearchFacet(rawValue: name) {
            let known = facet.entries(of: site).map(\.id)
            guard known.contains(value) else {
                let nearest = nearestName(to: value, among: known).map { "; \($0)?" } ?? "."
                throw Mistake(words: "No entry has the \(name) '\(value)'\(nearest)")
            }
            values[facet, default: []].append(value)
        } else if name == "any" {
            let names = ["q"] + SearchFacet.allCases.filter(\.canMeanAll).map(\.rawValue)
            guard names.contains(value) else {
                throw Mistake(words: "'any' takes one of \(names.joined(separator: ", ")), not '\(value)'.")
            }
            any.append(value)
        } else if Self.textNames.contains(name) {
            guard texts.updateValue(value, forKey: name) == nil else {
                throw Mistake(words: "'\(name)' is given twice.")
            }
            if name != "q", Self.days(value) == nil {
                throw Mistake(
                    words: "'\(name)' takes a day, a month or a year such as 1911-08, not '\(value)'.")
            }
        } else {
            let known = Self.textNames + ["any"] + SearchFacet.allCases.map(\.rawValue)
            let nearest = nearestName(to: name, among: known).map { "; \($0)?" } ?? ""
            throw Mistake(
                words: "'\(name)' is not a filter\(nearest) Filters are \(known.joined(separator: ", ")).")
        }
    }

    /// Returns the first and last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for any other text.
    private static func days(_ text: String) -> (first: Int, last: Int)? {
        guard text.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: "-") }),
            let date = try? DateExpression(text), date.kind == .date
        else { return nil }
        return SearchDays.days(of: date)
    }

    /// The query of the address, with its question mark; empty if there is no condition.
    var query: String {
        var pairs = Self.textNames.compactMap { name in texts[name].map { (name, $0) } }
        for facet in SearchFacet.allCases { pairs += (values[facet] ?? []).map { (facet.rawValue, $0) } }
        pairs += any.map { ("any", $0) }
        if pairs.isEmpty { return "" }
        return "?" + pairs.map { "\($0)=\(percentEncoded($1))" }.joined(separator: "&")
    }

    /// Returns the entries that meet all conditions, as ascending indices.
    ///
    /// - Throws: a ``Mistake`` if words are searched for, which the script alone does.
    func entries(of site: Site) throws(Mistake) -> [Int] {
        if texts["q"] != nil {
            throw Mistake(words: "'q' needs the script of a page; the filters of a fragment are the others.")
        }
        var met = Set(site.timeline.entries.indices)
        for (facet, ids) in values {
            let entries = facet.entries(of: site)
            let sets = ids.map { id in Set(entries.first { $0.id == id }?.entries ?? []) }
            let isAny = !facet.canMeanAll || any.contains(facet.rawValue)
            let first = sets.first ?? []
            met.formIntersection(
                sets.dropFirst().reduce(first) { isAny ? $0.union($1) : $0.intersection($1) })
        }
        let from = texts["from"].flatMap(Self.days)?.first
        let to = texts["to"].flatMap(Self.days)?.last
        return met.sorted().filter { number in
            let days = SearchDays.days(of: site[number].date.expression)
            return days.last >= from ?? days.last && days.first <= to ?? days.first
        }
    }
}
