import CArguments

/// What stands behind the program's name on the command line.
enum CommandArguments {
    /// One of the arguments is no text, so that it names nothing that could be meant: to read it anyway would be to
    /// write into another folder.
    struct NotUTF8: Error {
        /// From 1, as a person counts what was written behind the program's name.
        let place: Int
    }

    /// The arguments, without the program's name.
    static func read() throws(NotUTF8) -> [String] {
        guard let values = process_arguments() else { return Array(CommandLine.arguments.dropFirst()) }
        var arguments: [String] = []
        for place in 1..<max(1, Int(process_argument_count())) {
            guard let value = values[place] else { break }
            guard let argument = String(validatingCString: value) else { throw NotUTF8(place: place) }
            arguments.append(argument)
        }
        return arguments
    }
}
