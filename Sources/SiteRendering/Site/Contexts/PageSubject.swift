import Diagnostics
import TimelineModel

/// A page of one kind: its frame, and what templates may name on it beyond what every page has.
protocol PageSubject: Sendable {
    var frame: PageFrame { get }
}
