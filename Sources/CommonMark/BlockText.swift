import UTF8Text

/// The text of a paragraph or heading as libcmark reads its inlines: its lines without quote markers and the
/// indentation before them, each ended by a line feed. It maps its offsets back to the source.
struct BlockText {
    private(set) var bytes: [UInt8] = []
    private var lines: [(text: Int, source: Int)] = []

    /// Loads the lines between two offsets of the source; `start` is past the first line's prefix.
    mutating func load(_ source: SourceLines, from start: Int, to end: Int, quoteDepth: Int) {
        bytes.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        var at = start
        while true {
            let lineEnd = source.end(ofLineAt: at)
            lines.append((bytes.count, at))
            unsafe bytes.append(contentsOf: source.bytes[at..<lineEnd])
            bytes.append(.lineFeed)
            let next = source.next(afterLineEndingAt: lineEnd)
            guard next < end else { break }
            at = unsafe Self.skipPrefix(source.bytes, from: next, quoteDepth: quoteDepth)
        }
    }

    /// Returns the offset past a line's indentation and at most `quoteDepth` quote markers.
    ///
    /// A lazy continuation line has fewer markers (CommonMark 0.30, section 5.1). libcmark leaves its indentation in
    /// the text, where it keeps the line from being a definition.
    private static func skipPrefix(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, quoteDepth: Int
    ) -> Int {
        var at = start
        var afterMarkers = start
        var markers = quoteDepth
        while at < bytes.count {
            if unsafe bytes[at] == .greaterThan, markers > 0 {
                markers -= 1
                // A space after a marker belongs to it.
                let hasSpace = unsafe at + 1 < bytes.count && bytes[at + 1].isSpaceOrTab
                afterMarkers = at + (hasSpace ? 2 : 1)
            } else if unsafe !bytes[at].isSpaceOrTab {
                break
            }
            at += 1
        }
        return markers > 0 ? afterMarkers : at
    }

    /// The source range of a non-empty range of ``bytes``; for an empty range, the empty range at its offset.
    func source(_ range: Range<Int>) -> Range<Int> {
        let start = source(range.lowerBound)
        return start..<(range.isEmpty ? start : source(range.upperBound - 1) + 1)
    }

    private func source(_ offset: Int) -> Int {
        let next = lines.partitioningIndex { $0.text > offset }
        guard next > 0 else { return 0 }
        return lines[next - 1].source + offset - lines[next - 1].text
    }
}
