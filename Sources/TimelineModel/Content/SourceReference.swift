/// A source where it is cited: an id, or the publication itself. Shared and never copied, as an ``Entry`` is.
public final class SourceReference: Sendable {
    /// What an author writes to name a source.
    public enum Target: Sendable {
        /// An id, which `sources.yml` is to know.
        case registered(Reference)
        /// The publication itself.
        case inline(Source)
    }

    public let target: Target
    /// The id under which the timeline knows the source.
    public let id: String
    /// Where it is cited: UTF-8 bytes from the file's first byte.
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
