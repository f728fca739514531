import Diagnostics
import TimelineModel

/// The subject of one kind of page: its frame, and whatever else its template may name.
protocol PageSubject: Sendable {
    var frame: PageFrame { get }
}
