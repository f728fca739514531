import TimelineModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is not there yet.
struct NewFile {
    /// The folder that the path is relative to; it is made, too.
    let root: String
    let path: String
    let bytes: [UInt8]

    /// Writes the file, or leaves none; one that is there already stays as it is.
    func create() throws(FileFailure) {
        try makeFolders(([Substring(root)] + path.split(separator: "/").dropLast()).joined(separator: "/"))
        let file = open(root + "/" + path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure }
        var failure = FileWriting.write(bytes, to: file).map { FileFailure(path: path, reason: $0) }
        if close(file) != 0, failure == nil { failure = self.failure }
        if let failure {
            unlink(root + "/" + path)
            throw failure
        }
    }

    /// Makes a folder and those that it stands in.
    private func makeFolders(_ folder: String) throws(FileFailure) {
        var made = folder.hasPrefix("/") ? "" : "."
        for name in folder.split(separator: "/") {
            made += "/" + name
            if mkdir(made, 0o755) != 0, errno != EEXIST { throw failure }
        }
    }

    private var failure: FileFailure { FileFailure(path: path, reason: String(cString: strerror(errno))) }
}

/// What writing bytes takes.
enum FileWriting {
    /// Writes all of the bytes.
    ///
    /// - Returns: why it could not be done, in words; nil where it was.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> String? {
        bytes.withUnsafeBytes { buffer in
            var position = 0
            while position < buffer.count, let base = buffer.baseAddress {
                let put = systemWrite(descriptor, base + position, buffer.count - position)
                if put < 0, errno == EINTR { continue }
                if put < 0 { return String(cString: strerror(errno)) }
                // A short write says nothing of its reason.
                if put == 0 { return "could not be written in full" }
                position += put
            }
            return nil
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}
