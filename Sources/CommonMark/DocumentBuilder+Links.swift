import CCMark

/// Links and images.
extension DocumentBuilder {
    mutating func beginLink(_ node: Node) {
        isAtLineStart = false
        openLinks.append(cursor.open(isImage: false))
        guard imageDepth == 0 else { return }
        switch unsafe Destination(node.destination) {
        case .relative:
            guard
                let marker = unsafe markerNode(
                    for: .tag(.link(target: node.target, title: node.title), 0..<0))
            else {
                return
            }
            openLinks[openLinks.count - 1].mark = marks.count - 1
            if unsafe cmark_node_insert_before(node, marker) == 0 { unsafe marker.remove() }
        case .external, .unsafe:
            break
        }
    }

    mutating func endLink(_ node: Node) {
        guard let link = openLinks.popLast() else { return }
        let range = source.original(cursor.source(cursor.close(link)))
        guard imageDepth == 0 else { return }
        if let index = link.mark, case .tag(let content, _) = marks[index] {
            marks[index] = .tag(content, range)
        } else if unsafe Destination(node.destination) == .unsafe {
            unsafe remarks.unsafeLinks.append(.init(target: node.target, sourceRange: range))
            unsafe cmark_node_set_url(node, "")
        } else if link.mark == nil, unsafe !Destination.isOrdinary(node.destination) {
            unsafe remarks.unusualLinks.append(.init(target: node.target, sourceRange: range))
        }
        guard !citationsInLink.isEmpty, openLinks.isEmpty else { return }
        if let markers = unsafe Node.custom(rendering: citationsInLink + [0]),
            unsafe cmark_node_insert_after(node, markers) == 0
        {
            unsafe markers.remove()
        }
        citationsInLink.removeAll()
    }

    mutating func beginImage() {
        isAtLineStart = false
        if imageDepth == 0 { alt.removeAll(keepingCapacity: true) }
        imageDepth += 1
        openLinks.append(cursor.open(isImage: true))
    }

    mutating func endImage(_ node: Node) {
        imageDepth -= 1
        guard let link = openLinks.popLast() else { return }
        let range = source.original(cursor.source(cursor.close(link)))
        guard imageDepth == 0 else { return }
        let description = String(decoding: alt, as: UTF8.self)
        if isCollecting, pendingHeading != nil { plainText.append(alt) }
        var target = unsafe node.target
        if unsafe Destination(node.destination) == .unsafe {
            remarks.unsafeLinks.append(.init(target: target, sourceRange: range))
            target = ""
        }
        let mark = unsafe Mark.tag(.image(target: target, title: node.title, alt: description), range)
        guard let marker = unsafe markerNode(for: mark) else { return }
        if unsafe cmark_node_insert_before(node, marker) == 0 { unsafe marker.remove() }
    }

    /// Adds a mark and returns the node that renders as its marker; nil if the nesting is too deep for one.
    mutating func markerNode(for mark: Mark) -> Node? {
        if isTooNested() { return nil }
        var bytes: [UInt8] = []
        Marker.append(marks.count, to: &bytes)
        bytes.append(0)
        marks.append(mark)
        return unsafe Node.custom(rendering: bytes)
    }
}

extension Node {
    /// The destination of a link or image as text.
    fileprivate var target: String { unsafe String(decoding: destination, as: UTF8.self) }
}
