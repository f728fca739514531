import ArgumentParser
import Diagnostics
import EDTF

/// Questions to the person at the terminal.
struct Prompt {
    /// False where nobody is there to answer.
    let isAsking: Bool

    /// A text that is not empty.
    func text(_ question: String) throws -> String {
        while true {
            let answer = try answer(question)
            if !answer.isEmpty { return answer }
        }
    }

    /// A date; it is told how the answer is read.
    func date(_ question: String) throws -> DateExpression {
        while true {
            let text = try text(question)
            do {
                let date = try DateExpression(text)
                Console.error("  \(date.text(in: .english))\n")
                return date
            } catch {
                let fix = error.suggestion.map { "; write \($0)" } ?? ""
                Console.error("  \(printable(error.message))\(fix)\n")
            }
        }
    }

    /// One of several words.
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

    /// A text, or nothing.
    func optional(_ question: String, _ known: [String]) throws -> String? {
        guard isAsking else { return nil }
        let hint = known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"
        let answer = try answer("\(question)\(hint), or nothing")
        return answer.isEmpty ? nil : answer
    }

    private func answer(_ question: String) throws -> String {
        Console.error("\(question): ")
        guard let line = readLine() else {
            throw ValidationError("the input ended before the entry was complete.")
        }
        return line.trimmed
    }
}

extension String {
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
