import ArgumentParser
import Diagnostics
import EDTF

/// Questions to the person at the terminal.
struct Prompt {
    /// Whether there is a person to answer; otherwise optional questions are skipped.
    let isAsking: Bool

    /// Asks for a text until the answer is not empty.
    func text(_ question: String) throws -> String {
        while true {
            let answer = try answer(question)
            if !answer.isEmpty { return answer }
        }
    }

    /// Asks for a date until the answer is one, and prints how it is read.
    func date(_ question: String) throws -> DateExpression {
        while true {
            if let date = reading(of: try text(question)) { return date }
        }
    }

    /// Asks for a date; nil if the answer is empty.
    func optionalDate(_ question: String) throws -> DateExpression? {
        while let text = try optional(question) {
            if let date = reading(of: text) { return date }
        }
        return nil
    }

    /// Returns the date in a text and prints it in words; prints the mistake and returns nil if it is none.
    private func reading(of text: String) -> DateExpression? {
        do {
            let date = try DateExpression(text)
            Console.error("  \(date.text(in: .english))\n")
            return date
        } catch {
            for line in [error.message] + error.instructions() { Console.error("  \(printable(line))\n") }
            return nil
        }
    }

    /// Asks for one of several words. Without a person to answer, the default is returned.
    func choice(_ question: String, _ choices: [String], default standard: String?) throws -> String? {
        guard isAsking else { return standard }
        let hint = standard.map { " [\($0)]" } ?? ""
        while true {
            let answer = try answer("\(question) (\(choices.joined(separator: ", ")))\(hint)")
            if answer.isEmpty, let standard { return standard }
            if choices.contains(answer) { return answer }
            if let nearest = nearestName(to: answer, among: choices) { Console.error("  \(nearest)?\n") }
        }
    }

    /// Asks for a text; nil if the answer is empty or nobody is asked.
    ///
    /// - Parameter known: the names that Tab completes.
    func optional(_ question: String, _ known: [SiteNames.Item] = []) throws -> String? {
        guard isAsking else { return nil }
        let answer = try answer("\(question), or nothing", known)
        return answer.isEmpty ? nil : answer
    }

    // MARK: Names

    /// Asks for a registered name; nil if the answer is empty.
    func name(_ question: String, _ known: [SiteNames.Item]) throws -> String? {
        let few = known.isEmpty || known.count > 8 ? "" : " (\(known.map(\.id).joined(separator: ", ")))"
        guard let answer = try optional(question + few, known) else { return nil }
        return try matched(answer, known)
    }

    /// Asks for registered names, one after another, until the answer is empty.
    func names(_ question: String, _ known: [SiteNames.Item]) throws -> [String] {
        var names: [String] = []
        while let answer = try optional(names.isEmpty ? question : "Another", known) {
            let name = try matched(answer, known)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// Returns the id that an answer names. If several are similar, the person chooses by number or keeps the answer.
    private func matched(_ answer: String, _ known: [SiteNames.Item]) throws -> String {
        let matches = SiteNames.matches(answer, in: known)
        if let exact = matches.exact {
            Console.error("  \(printable(exact.id))  \(printable(exact.name))\n")
            return exact.id
        }
        if matches.near.isEmpty { return answer }
        for (number, item) in matches.near.enumerated() {
            Console.error("  \(number + 1)  \(printable(item.id))  \(printable(item.name))\n")
        }
        while true {
            let choice = try self.answer("Number, or nothing for '\(printable(answer))' as it is")
            if choice.isEmpty { return answer }
            if let number = Int(choice), matches.near.indices.contains(number - 1) {
                return matches.near[number - 1].id
            }
        }
    }

    private func answer(_ question: String, _ known: [SiteNames.Item] = []) throws -> String {
        guard let line = line("\(question): ", known) else {
            throw ValidationError("the input ended before the entry was complete.")
        }
        return line.trimmed
    }

    private func line(_ question: String, _ known: [SiteNames.Item]) -> String? {
        if !known.isEmpty, NameLine.isPossible {
            var line = NameLine(question, known)
            return line.read()
        }
        Console.error(question)
        return readLine()
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
