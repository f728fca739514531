/// A reference to a source at the point of citation: an id, or the source itself.
///
/// It is a shared reference and never copied, as an ``Entry`` is.
public final class SourceReference: Sendable {
    /// The two ways in which an author cites a source.
    public enum Target: Sendable {
        /// An id, which should be registered in `sources.yml`.
        case registered(Reference)
        /// A source written in full.
        case inline(Source)
    }

    /// The cited source, as the author wrote it.
    public let target: Target
    /// The id of the source in the timeline's registry.
    public let id: String
    /// The range of the reference in its file, in UTF-8 bytes.
    public let range: Range<Int>

    init(_ target: Target, at range: Range<Int>) {
        self.target = target
        self.range = range
        switch target {
        case .registered(let reference): id = reference.id
        case .inline(let source): id = source.id
        }
    }
}
