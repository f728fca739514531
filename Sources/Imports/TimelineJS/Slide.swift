import TimelineModel

/// An event of TimelineJS, from its JSON or from a row of its sheet.
struct Slide {
    var position: SourcePosition
    var range: Range<Int>
    var start = DateParts()
    var end = DateParts()
    /// The date in EDTF, which Dateline adds to the slides that it exports.
    var edtf: SourceField?
    /// The words for the date. Those of the event win over those of its start and its end.
    var displayDate: SourceField?
    var headline: SourceField?
    /// The text in HTML.
    var text: SourceField?
    var group: SourceField?
    var identity: SourceField?
    var media = Media()
    /// What has no key in the content format, as it stands in the file.
    var extra: [YAMLPair] = []
    /// The names and ranges of the fields in ``extra``, and in that of the media.
    var kept: [(name: String, range: Range<Int>)] = []

    struct Media {
        /// The address, or HTML.
        var url: SourceField?
        var caption: SourceField?
        var credit: SourceField?
        var alt: SourceField?
        var title: SourceField?
        /// What has no key of its own: a thumbnail, a further link.
        var extra: [YAMLPair] = []

        var isEmpty: Bool { [url, caption, credit, alt, title].allSatisfy { $0?.isBlank ?? true } }
    }
}
