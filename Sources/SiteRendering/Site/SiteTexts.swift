import Exports
import SiteOutput
import TimelineModel
import UTF8Text

/// The words and addresses of a site that feeds and other export files need.
struct SiteTexts: ExportTexts {
    let site: Site
    /// Writes what is known of an entry by a template; nil if no HTML is wanted.
    var writeEntry: (@Sendable (Int, Site, inout OutputBuffer) throws(RenderingFailure) -> Void)?

    /// The address of the site; empty if it is unknown, which leaves links relative to the site's folder.
    private var root: String { site.settings.baseURL ?? "" }

    func path(ofEntry number: Int) -> String { PagePath.entry(site[number].slug.value) }

    func path(ofRecord number: Int) -> String { PagePath.record(site[number].slug.value) }

    func dateWords(ofEntry number: Int) -> String { site.date(ofEntry: number).text }

    func statusWords(ofEntry number: Int) -> String {
        let entry = site[number]
        let language = site.language
        let status = entry.status.map { language.name(of: $0.value) } ?? ""
        guard entry.kind == .statement, let content = entry.contentStatus else { return status }
        return language[.statement] + " " + status + " · " + language[.contentStatus] + " "
            + language.name(of: content.value)
    }

    func entries(_ subject: FeedSubject, _ id: String) -> [Int] {
        let kind: IndexKind =
            switch subject {
            case .groups: .groups
            case .actors: .actors
            case .tags: .tags
            }
        return site.index.entries(kind, id)
    }

    func writeHTML(ofEntry number: Int, to output: inout OutputBuffer) throws(ExportFailure) {
        do throws(RenderingFailure) { try writeEntry?(number, site, &output) } catch {
            throw ExportFailure(error.mistake)
        }
    }

    func html(_ text: RichText?, ofEntry number: Int) -> [UInt8]? {
        var writer = RichTextWriter(site: site, path: site[number].path, root: root, notes: nil)
        writer.anchorPage = path(ofEntry: number)
        return writer.html(text)
    }
}
