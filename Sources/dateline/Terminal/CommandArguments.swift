import CArguments

/// The arguments of the command line.
enum CommandArguments {
    /// An argument that is not valid UTF-8. Decoding it anyway would name something else than was meant, such as
    /// another output folder.
    struct NotUTF8: Error {
        /// The argument's position from 1, as a person counts them after the program's name.
        let index: Int
    }

    /// Returns the arguments without the program's name.
    static func read() throws(NotUTF8) -> [String] {
        guard let values = unsafe process_arguments() else { return Array(CommandLine.arguments.dropFirst()) }
        var arguments: [String] = []
        for index in 1..<max(1, Int(process_argument_count())) {
            guard let value = unsafe values[index] else { break }
            guard let argument = unsafe String(validatingCString: value) else { throw NotUTF8(index: index) }
            arguments.append(argument)
        }
        return arguments
    }
}
