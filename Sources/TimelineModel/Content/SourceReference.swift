import UTF8Text

/// A reference to a source at the point of citation: an id, or the source itself.
///
/// It is a shared reference and never copied, as an ``Entry`` is.
public final class SourceReference: Sendable {
    /// The two ways in which an author cites a source.
    public enum Target: Sendable {
        /// An id, which should be registered in `sources.yml`.
        indirect case registered(Reference)
        /// A source written in full.
        case inline(Source)
    }

    /// The cited source, as the author wrote it.
    public let target: Target
    private let packedRange: ByteRange

    init(_ target: Target, at range: Range<Int>) {
        self.target = target
        packedRange = ByteRange(range)
    }

    /// The range of the reference in its file, in UTF-8 bytes.
    public var range: Range<Int> { packedRange.offsets }

    /// The id of the source in the timeline's registry.
    public var id: String {
        switch target {
        case .registered(let reference): reference.id
        case .inline(let source): source.id
        }
    }
}
