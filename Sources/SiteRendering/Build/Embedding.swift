import Diagnostics
import SiteOutput
import TimelineModel
import UTF8Text

/// What other sites can show of a site, as texts to paste into their pages: a frame, or a list without scripts and
/// style elements.
public struct Embedding: Sendable {
    /// The part of a timeline that another site shows.
    public enum Subject: Sendable {
        /// The entry with a slug or alias.
        case entry(String)
        /// The entries that meet all conditions, each of the form `NAME=VALUE`; all entries if there is none.
        case entries(filters: [String])
    }

    /// A reason for which a site cannot be shown so.
    public enum Mistake: Error, Sendable {
        /// The request is wrong, in words for the user.
        case request(String)
        /// A template of the site fails.
        case template(Diagnostic)
    }

    let site: Site
    let templates: PageTemplates

    /// The heights in pixels that a frame may have before its page tells its own.
    public static let heights = 100...10_000

    /// Returns the HTML of a frame, and of a script that gives it the height of its page.
    ///
    /// - Parameters:
    ///   - height: the height of the frame in pixels where there is no script, one of ``heights``.
    /// - Throws: a ``Mistake`` if the site has no page for a frame with the subject.
    public func frame(of subject: Subject, height: Int) throws(Mistake) -> String {
        guard site.settings.embed.isOn else {
            throw .request("The site has no page for frames, since timeline.yml has embed: false.")
        }
        let root = try root()
        let (path, title) = try page(of: subject)
        var html = OutputBuffer()
        html.append(text: "<iframe data-dateline src=\"")
        html.append(escaping: root + path)
        html.append(text: "\" title=\"")
        html.append(escaping: title)
        html.append(
            text: """
                " loading="lazy" style="width: 100%; height: \(height)px; border: 0"></iframe>
                <script>
                addEventListener("message", function (event) {
                  var message = event.data, frames = document.querySelectorAll("iframe[data-dateline]");
                  if (!message || message.type !== "dateline:height" || !(message.height > 0)) return;
                  for (var i = 0; i < frames.length; i++) {
                    if (frames[i].contentWindow !== event.source) continue;
                    frames[i].style.height = Math.min(message.height, 100000) + "px";
                  }
                });
                </script>

                """)
        return String(decoding: html.bytes, as: UTF8.self)
    }

    /// Returns a list of entries in HTML that needs no script, style element or class, with whole addresses.
    ///
    /// - Throws: a ``Mistake`` if the subject does not exist, or if the template fails.
    public func fragment(of subject: Subject) throws(Mistake) -> [UInt8] {
        let root = try root()
        let numbers: [Int]
        switch subject {
        case .entry(let slug): numbers = [try number(of: slug)]
        case .entries(let filters):
            do throws(AddressedView.Mistake) {
                numbers = try AddressedView(filters, in: site).entries(of: site)
            } catch { throw .request(error.words) }
        }
        if numbers.isEmpty { throw .request("No entry meets all these filters.") }
        let page = EmbedPage(site, showing: numbers, root: root)
        var folded = FoldedTemplates(templates, for: site)
        let pages = folded.pages(PageKinds.embedFragment, beside: PagePath.embed) { _ in page }
        var buffer = OutputBuffer()
        do {
            try pages.write(page, at: PagePath.embed, in: site, to: &buffer)
        } catch { throw .template(error.mistake) }
        return buffer.bytes
    }

    private func root() throws(Mistake) -> String {
        guard let root = site.settings.baseURL else {
            throw .request("Other sites need the site's address: base_url in timeline.yml, or --base-url.")
        }
        return root
    }

    /// Returns the path and the title of the page that shows a subject.
    private func page(of subject: Subject) throws(Mistake) -> (path: String, title: String) {
        switch subject {
        case .entry(let slug):
            let number = try number(of: slug)
            let entry = site[number]
            if site.settings.embed.hasEntryPages {
                return (percentEncoded(PagePath.embed(entry: entry.slug.value)), entry.title.value)
            }
            guard EmbedPage.holds(entry: number, in: site) else {
                throw .request(
                    "\(PagePath.embed) shows the first \(site.settings.pageSize) entries, not "
                        + "'\(entry.slug.value)'. With embed: {entries: true} in timeline.yml each entry has a "
                        + "page for frames.")
            }
            return ("\(PagePath.embed)#\(percentEncoded(entry.slug.value))", entry.title.value)
        case .entries(let filters):
            let query: String
            do throws(AddressedView.Mistake) { query = try AddressedView(filters, in: site).query } catch {
                throw .request(error.words)
            }
            guard query.isEmpty || EmbedPage(site).hasFinder else {
                throw .request(
                    "\(PagePath.embed) has no filters: search is off, or paginate_by: none leaves entries out of it."
                )
            }
            return (PagePath.embed + query, site.settings.title)
        }
    }

    private func number(of slug: String) throws(Mistake) -> Int {
        let entries = site.timeline.entries
        if let number = entries.firstIndex(where: { entry in
            entry.slug.value.isWritten(as: slug) || entry.aliases.contains { $0.value.isWritten(as: slug) }
        }) {
            return number
        }
        let nearest = nearestName(to: slug, among: entries.lazy.map(\.slug.value)).map { "; \($0)?" } ?? "."
        throw .request("There is no entry '\(slug)'\(nearest)")
    }
}
