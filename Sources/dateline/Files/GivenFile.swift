import ArgumentParser
import Diagnostics
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that an argument names, anywhere on the system.
enum GivenFile {
    /// Reads a file; one that is too large is read no further than one byte beyond the limit. If it cannot be read, the
    /// reason is printed and the command ends.
    static func read(_ path: String, atMost limit: Int) throws -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        do throws(FileFailure) {
            guard descriptor >= 0 else { throw FileFailure(errorAt: path) }
            return try OpenFile(path, descriptor: descriptor).read(first: limit + 1)
        } catch {
            Console.error("error: \(printable(path)): \(error.reason)\n")
            throw ExitCode.inputOutput
        }
    }
}
