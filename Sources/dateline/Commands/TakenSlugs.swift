import ArgumentParser
import CommonMark
import Diagnostics
import Files
import TimelineModel
import UTF8Text

/// The slugs of a site that a new entry cannot use.
struct TakenSlugs {
    /// The slugs of all entries, and the aliases that redirect to them.
    private var known: Set<String>
    private let files: any FileTree
    /// The next number for each slug that was taken, so that many entries with one title take no longer than others.
    private var nextNumbers: [String: Int] = [:]

    init(_ names: SiteNames, _ files: any FileTree) {
        known = Set(names.entries.flatMap { [$0.id] + $0.also })
        self.files = files
    }

    /// The reason why a new entry cannot have a slug; nil if it can.
    func refusal(of slug: String) throws(FileFailure) -> String? {
        if try files.read(NewEntry.path(of: slug)) != nil { return "there already" }
        return known.contains(slug) ? "another entry has this slug" : nil
    }

    /// Takes the slug, or a free variant with a number, for a new entry.
    mutating func take(_ slug: String) throws(FileFailure) -> String {
        var number = nextNumbers[slug] ?? 2
        var free = number == 2 ? slug : "\(slug)-\(number)"
        if number > 2 { number += 1 }
        while try refusal(of: free) != nil {
            free = "\(slug)-\(number)"
            number += 1
        }
        nextNumbers[slug] = number
        known.insert(free)
        return free
    }

    /// Returns the slug, or its first free variant with a number.
    func free(_ slug: String) throws(FileFailure) -> String {
        var free = slug
        var number = 2
        while try refusal(of: free) != nil {
            free = "\(slug)-\(number)"
            number += 1
        }
        return free
    }
}

extension Slug {
    /// The mistake in a slug that a person gave, with the nearest valid one; nil if the slug is valid.
    static func complaint(about text: String) -> String? {
        if isUsable(text) { return nil }
        let other = make(from: text)
        return refusal(of: text, "slug") + (isUsable(other) ? "; write \(other)" : "")
    }
}

extension Prompt {
    /// Asks for a slug until the answer is valid and free.
    func slug(_ suggested: String, _ taken: TakenSlugs) throws -> String {
        while true {
            let answer = try optional("Slug [\(suggested)]")
            guard let answer else { return suggested }
            if let complaint = Slug.complaint(about: answer) {
                Console.error("  \(printable(complaint))\n")
            } else if let reason = try taken.refusal(of: answer) {
                Console.error("  \(NewEntry.path(of: answer)): \(reason)\n")
            } else {
                return answer
            }
        }
    }
}

extension AddCommand {
    /// Advice on a title that looks like an option; nil if there is none.
    static func hint(for arguments: [String]) -> String? {
        guard arguments.first == configuration.commandName else { return nil }
        let options = arguments.prefix { $0 != "--" }
        let index = options.indices.dropFirst().first { index in
            // What follows an option is its value.
            let before = options[index - 1]
            return isDashedText(options[index]) && (!before.begins(with: "--") || flags.contains(before))
        }
        return index.map {
            "'\(options[$0])' looks like an option: put anything that begins with - after --, as in: "
                + "dateline add … -- \"\(options[$0])\""
        }
    }

    private static let flags: Set<String> = ["--edit", "--drafts", "--strict", "--quiet"]

    /// Whether an argument is a text that begins with a dash (`- a list`, `-5 degrees`, `-harbour`). The only option
    /// with one dash is `-h`.
    private static func isDashedText(_ argument: String) -> Bool {
        guard argument.begins(with: "-"), argument != "-", argument != "-h" else { return false }
        return !argument.begins(with: "--") || argument.prefix { $0 != "=" }.contains(where: \.isWhitespace)
    }
}
