import CCMark
import CLibYAML
import CommonMark
import EDTF
import Files
import SiteOutput
import SiteRendering
import TimelineModel
import UTF8Text

/// The parts of the work on an entry, each compared with a lower limit: the C library that it uses, or a copy of its
/// bytes.
struct Parts {
    /// The path and bytes of an entry, and those of everything that its site needs.
    let site: MemoryFileTree
    let path: String

    var measurements: [Measurement] {
        [dates, frontMatter, markdown, escaping, page].compactMap(\.self)
    }

    private var entry: [UInt8] { site.contents[path] ?? [] }

    /// The offset at which the front matter ends and the body begins.
    private var split: Int {
        let fence = Array("\n---\n".utf8)
        let place = entry.indices.first { $0 > 0 && entry[$0...].starts(with: fence) } ?? 0
        return place + fence.count
    }

    private var dates: Measurement? {
        let texts = [
            "2023-08-21", "2023-08-01/2023-08-09~", "[2023-10-25,2023-10-26]", "../2023-11-01", "2023-10",
        ]
        let bytes = texts.map { Array($0.utf8) }
        let all = Array(bytes.joined())
        return Measurement(
            name: "EDTF: five dates, parsed", limitName: "reading each byte",
            microseconds: microseconds {
                for text in bytes {
                    unsafe use(text.withUnsafeBufferPointer { try? unsafe DateExpression(utf8: $0) })
                }
            },
            limit: microseconds { use(all.reduce(into: 0) { $0 = $0 &* 31 &+ Int($1) }) })
    }

    /// Reading and decoding an entry whose body is empty, compared with libyaml's events of the same text.
    private var frontMatter: Measurement? {
        let head = Array(entry[..<split])
        // Many copies and no other entries: the time of a single entry would be lost in the variation of the rest.
        let copies = 200
        var files = MemoryFileTree()
        files.contents["Content/timeline.yml"] = site.contents["Content/timeline.yml"]
        let without = files
        for copy in 0..<copies { files.contents["Content/events/copy-\(copy).md"] = head }
        let text = head.dropFirst(4).dropLast(4)
        let whole = microseconds { use(try? ContentReader(files, jobs: 1).read()) }
        let rest = microseconds { use(try? ContentReader(without, jobs: 1).read()) }
        return Measurement(
            name: "front matter, \(head.count) bytes: read, decoded, checked",
            limitName: "only libyaml's events",
            microseconds: (whole - rest) / Double(copies),
            limit: microseconds { use(Self.parseEvents(Array(text))) })
    }

    /// Parses a text, and returns the number of libyaml's events.
    private static func parseEvents(_ text: [UInt8]) -> Int {
        var count = 0
        var parser = unsafe yaml_parser_t()
        guard unsafe yaml_parser_initialize(&parser) == 1 else { return count }
        defer { unsafe yaml_parser_delete(&parser) }
        unsafe text.withUnsafeBufferPointer {
            unsafe yaml_parser_set_input_string(&parser, $0.baseAddress, $0.count)
        }
        var event = unsafe yaml_event_t()
        repeat {
            guard unsafe yaml_parser_parse(&parser, &event) == 1 else { return count }
            count += 1
            let kind = unsafe event.type
            unsafe yaml_event_delete(&event)
            if kind == YAML_STREAM_END_EVENT { return count }
        } while true
    }

    private var markdown: Measurement? {
        let body = Array(entry[split...])
        return Measurement(
            name: "Markdown, \(body.count) bytes: HTML with placeholders, citations, checks",
            limitName: "only libcmark's HTML",
            microseconds: microseconds { use(MarkdownDocument(body)) },
            limit: microseconds {
                unsafe body.withUnsafeBytes { bytes in
                    let text = unsafe bytes.bindMemory(to: CChar.self)
                    unsafe free(cmark_markdown_to_html(text.baseAddress, text.count, CMARK_OPT_DEFAULT))
                }
            })
    }

    private var escaping: Measurement? {
        let text = Array(entry[split...])
        var buffer: [UInt8] = []
        return Measurement(
            name: "escaping \(text.count) bytes", limitName: "a copy of the bytes",
            microseconds: microseconds {
                buffer.removeAll(keepingCapacity: true)
                buffer.append(escaping: text)
                use(buffer.count)
            },
            limit: microseconds {
                buffer.removeAll(keepingCapacity: true)
                buffer.append(contentsOf: text)
                use(buffer.count)
            })
    }

    /// The page of the entry, by the default theme.
    private var page: Measurement? {
        guard let prepared = try? PreparedSite(site, BuildOptions()),
            let file = prepared.output?.files.first(where: { $0.origin == path }),
            case .rendered(let render) = file.content
        else { return nil }
        var buffer = OutputBuffer()
        try? render(&buffer)
        let bytes = buffer.bytes
        var copy: [UInt8] = []
        return Measurement(
            name: "templates: the entry's page, \(bytes.count) bytes", limitName: "a copy of the bytes",
            microseconds: microseconds {
                buffer.removeAll()
                try? render(&buffer)
                use(buffer.count)
            },
            limit: microseconds {
                copy.removeAll(keepingCapacity: true)
                copy.append(contentsOf: bytes)
                use(copy.count)
            })
    }
}
