/// The signs between the parts of one date that contains a name.
extension EverydayToken {
    /// Replaces the signs between a name and numbers by spaces, byte by byte: `11-Aug-11`, `Aug/11/1911`, `June/2016`.
    static func unjoined(_ text: [UInt8]) -> [UInt8] {
        let chunks = text.indices.split { text[$0].isSpace }.map { text[$0.startIndex..<$0.endIndex] }
        var unjoined = text
        for (index, chunk) in chunks.enumerated() {
            let neighbours = (
                index > 0 ? chunks[index - 1] : [], index + 1 < chunks.count ? chunks[index + 1] : []
            )
            guard let sign = signWithin(chunk, between: neighbours) else { continue }
            for start in chunk.indices where text[start...].starts(with: sign) {
                for byte in start..<(start + sign.count) { unjoined[byte] = 0x20 }
            }
        }
        return unjoined
    }

    /// The sign between the parts of one date: a name and two numbers, or a name and a year. Nil if there is none.
    private static func signWithin(
        _ chunk: ArraySlice<UInt8>, between neighbours: (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>)
    ) -> [UInt8]? {
        for sign in ["/", "-", "\u{2013}"] {
            let sign = Array(sign.utf8)
            let parts = Array(chunk).parts(by: sign)
            let names = parts.filter { $0.contains(where: \.isASCIILetter) }.map { $0.string.lowercased() }
            let numbers = parts.filter { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
            guard names.count == 1, numbers.count + 1 == parts.count else { continue }
            let isMonth = EverydayWords.months[names[0]] != nil || EverydayWords.romanMonths[names[0]] != nil
            if isMonth, parts.count == 3 { return sign }
            guard parts.count == 2, numbers[0].count == 4,
                isMonth || ReadingTable.seasons[names[0]] != nil
            else { continue }
            // `Aug 1911–Sep 1912`, `1911–Sep 1912` are two dates.
            let isYearFirst = parts[0] == numbers[0]
            let hasOwnYear = neighbours.after.prefix { $0.isDigit }.count == 4
            let follows =
                neighbours.before.last.map { $0.isDigit || $0 == UInt8(ascii: ",") } == true
                || EverydayWords.months[Array(neighbours.before).string.lowercased()] != nil
            if !isYearFirst || !hasOwnYear && !follows { return sign }
        }
        return nil
    }
}

extension [UInt8] {
    /// The parts between the occurrences of a sign.
    func parts(by sign: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = [[]]
        var index = 0
        while index < count {
            if self[index...].starts(with: sign) {
                parts.append([])
                index += sign.count
            } else {
                parts[parts.count - 1].append(self[index])
                index += 1
            }
        }
        return parts
    }
}
