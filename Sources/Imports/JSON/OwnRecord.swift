import TimelineModel
import UTF8Text

/// The records that Dateline exports, as authors write entries.
enum OwnRecord {
    /// The member for the path of an entry's file, beside the keys of the content format.
    static let path = EntryRecordKey.file

    /// Whether an object is a record that Dateline exported.
    static func isRecognised(_ value: JSONValue) -> Bool {
        value["edtf"] != nil && value["precision"] != nil && value["date_words"] != nil
    }

    /// Returns a record without what an export computed, with its dates under the keys of the content format.
    static func authored(_ record: JSONValue) -> JSONValue {
        guard let members = record.members else { return record }
        var record = record
        record.content = .object(
            members.filter { !EntryRecordKey.computed.contains($0.key) }.map { member in
                var member = member
                member.value = member.key == "extra" ? withoutOrigin(member.value) : dated(member.value)
                return member
            })
        return record
    }

    /// Returns a value in which the dates of claims, sources and so on are called `date`.
    static func dated(_ value: JSONValue) -> JSONValue {
        var value = value
        switch value.content {
        case .array(let elements): value.content = .array(elements.map(dated))
        case .object(let members):
            value.content = .object(
                members.map { member in
                    var member = member
                    if member.key == "edtf" { member.key = "date" }
                    member.value = dated(member.value)
                    return member
                })
        case .null, .bool, .number, .string: break
        }
        return value
    }

    /// Returns further values without those that an earlier import wrote.
    private static func withoutOrigin(_ value: JSONValue) -> JSONValue {
        var value = value
        value.content = .object(
            (value.members ?? []).filter { !$0.key.begins(with: ImportOrigin.key + ".") })
        return value
    }

    // MARK: Tables

    /// The column with the parts of an entry that no other cell holds, as JSON.
    static let details = EntryRecordKey.details

    /// Whether a table with these headings is one that Dateline exported.
    static func isTable(_ headings: [String]) -> Bool {
        headings.contains("edtf") && headings.contains("start_day") && headings.contains(details)
    }

    /// Whether a column of such a table is no field of an entry.
    static func isComputed(column heading: String) -> Bool {
        EntryRecordKey.computed.contains(heading)
            || [path, details, "latitude", "longitude"].contains(heading)
    }

    /// Adds the parts in a cell to an entry; they take the place of cells with fewer words.
    static func addDetails(_ text: String, at range: Range<Int>, to record: inout FieldRecord) {
        let bytes = Array(text.utf8)
        guard let parts = try? JSONReader.read(bytes, in: bytes.indices).value else {
            record.append(
                .extra(details), .text(SourceField(text: text, range: range, name: details)))
            return
        }
        for var member in authored(parts).members ?? [] {
            guard let field = EntryField(name: member.key) else { continue }
            member.value.range = range
            record.replace(field, .json(member.value, name: member.key))
        }
    }

    /// Returns the path of an entry below `Content`; nil if it is none.
    static func entryPath(_ text: String) -> String? {
        let isEntry =
            text.begins(with: "events/") && text.ends(with: ".md") && isPathBelow(text.utf8)
            && !text.unicodeScalars.contains(where: \.isControl)
        return isEntry ? text : nil
    }
}
