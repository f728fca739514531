import Diagnostics
import Dispatch
import Files
import Synchronization
import UTF8Text

/// Writes an output tree, one file at a time on several threads, and only the files that have changed.
public struct OutputWriter: Sendable {
    private let folder: String
    private let source: any FileTree
    private let jobs: Int
    private let clock: (any BuildClock)?
    private let hasCompressedCopy: (@Sendable (_ path: String) -> Bool)?
    private let progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

    /// - Parameters:
    ///   - folder: the output folder.
    ///   - source: the files of the site's folder, for those that are copied.
    ///   - clock: receives the stage of each thread.
    ///   - progress: called now and then, on any thread, with the number of finished files.
    ///   - hasCompressedCopy: whether a file is a text beside which a compressed copy is written, by its path; nil if
    ///     there are none.
    public init(
        to folder: String, copyingFrom source: any FileTree, jobs: Int, clock: (any BuildClock)? = nil,
        progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil,
        hasCompressedCopy: (@Sendable (_ path: String) -> Bool)? = nil
    ) {
        self.folder = folder
        self.source = source
        self.jobs = max(1, jobs)
        self.clock = clock
        self.hasCompressedCopy = hasCompressedCopy
        self.progress = progress
    }

    /// Returns the report of the last build if that build had the same inputs and the folder still holds all of its
    /// output, so that there is nothing to do.
    ///
    /// - Parameters:
    ///   - rules: the rules that the report's diagnostics may belong to.
    ///   - sources: the fingerprint of this build's inputs; called only if there is a last build to compare with.
    ///   - surroundings: the fingerprint of what builds use of this system; called only if the last build used it.
    /// - Returns: nil if anything may differ.
    /// - Throws: if a file cannot be read, or another build is writing to the folder.
    public func sameBuild(
        rules: [Rule], of sources: () -> Fingerprint?, in surroundings: () -> Fingerprint? = { nil }
    ) throws(WriteFailure) -> (report: BuildReport, summary: WriteSummary)? {
        clock?.build(begins: .comparing)
        defer { clock?.build(begins: nil) }
        return try failing {
            guard OutputFolder.exists(folder) else { return nil }
            let output = try OutputFolder(folder)
            defer { output.close() }
            guard let line = try output.read(BuildNote.name),
                let note = BuildNote(
                    line: String(decoding: line, as: UTF8.self), rules: rules),
                sources() == note.sources,
                note.surroundings.map({ $0 == surroundings() }) ?? true
            else { return nil }
            let paths = Manifest(parsing: try output.read(Manifest.name) ?? []).sortedPaths
            let parts = concurrentMap(count: paths.count, jobs: jobs) { number in
                Result { () throws(FileFailure) in
                    try output.open(paths[number]).map { file throws(FileFailure) in try Fingerprint(of: file)
                    }
                }
            }
            var all: [Fingerprint] = []
            for (path, part) in zip(paths, parts) {
                guard let part = try part.get() else { return nil }
                all.append(path, part)
            }
            guard Fingerprint(combining: all) == note.output else { return nil }
            output.removeScratch(beginningWith: Self.scratchPrefix)
            return (note.report, WriteSummary(unchanged: paths.count))
        }
    }

    /// Updates the folder to match the tree.
    ///
    /// Each file is replaced atomically, and the manifest always names at least the files that exist, so the next
    /// build repairs one that was interrupted.
    ///
    /// - Parameters:
    ///   - sources: the fingerprint of the build's inputs, stored with the report for ``sameBuild(rules:of:in:)``.
    ///   - surroundings: the fingerprint of what the build uses of this system; nil if it uses nothing.
    ///   - report: the report of this build.
    ///   - list: receives the changes once all files are written. If it throws, or the process ends before, the build
    ///     counts as interrupted, so that the next list contains these changes too.
    /// - Throws: ``WriteFailure/occupied(_:)`` if foreign files are in the way, before any file is changed.
    public func write(
        _ tree: OutputTree, madeOf sources: Fingerprint? = nil, in surroundings: Fingerprint? = nil,
        telling report: BuildReport? = nil,
        list: (OutputChanges) throws(FileFailure) -> Void = { _ in }
    ) throws(WriteFailure) -> WriteSummary {
        clock?.build(begins: .tidying)
        defer { clock?.build(begins: nil) }
        return try failing {
            let output = try OutputFolder(folder)
            defer { output.close() }
            let earlier = Manifest(parsing: try output.read(Manifest.name) ?? []).paths
            let copied = copies(beside: tree)
            let wanted = tree.files.paths
            let stale = earlier.isEmpty ? [] : earlier.subtracting(wanted).subtracting(copied)
            let staleFolders = Self.folders(of: stale)
            let wantedFolders = Self.folders(of: wanted)
            // In a folder that does not exist yet, no file can be in the way.
            let folders = wantedFolders.filter { output.exists($0) }
            func isOccupied(_ path: String) -> Bool {
                !earlier.contains(path) && !staleFolders.contains(path)
                    && Self.folder(of: path).map { folders.contains($0) } ?? true && output.exists(path)
            }
            let occupied =
                wanted.filter(isOccupied) + copied.filter(isOccupied)
                + folders.filter { !earlier.contains($0) && output.isNoFolder($0) }.sorted()
            guard occupied.isEmpty else { throw WriteFailure.occupied(occupied) }
            output.removeScratch(beginningWith: Self.scratchPrefix)
            try output.remove(BuildNote.name)
            let wasInterrupted = output.exists(Self.interruption)
            try output.replace(Self.interruption, with: OutputBuffer([]), scratch: Self.scratch(0))
            let manifest =
                copied.isEmpty
                ? Manifest.bytes(ofSorted: wanted) : Manifest(Array(wanted) + copied).bytes
            try update(
                stale.isEmpty ? manifest : Manifest(earlier.union(wanted).union(copied)).bytes, in: output)
            // A stale file is in the way if its path is now that of a folder, or if a file replaces one of its folders.
            let paths = stale.isEmpty ? [] : Set(wanted).union(copied)
            let inTheWay = stale.filter { path in
                wantedFolders.contains(path) || !Self.folders(of: [path]).isDisjoint(with: paths)
            }
            var removed = try remove(inTheWay, from: output)
            try output.makeFolders(wantedFolders.sorted())
            clock?.build(begins: nil)
            var (summary, made, changes, copies) = try writeFiles(
                tree.files, copying: Set(copied), to: output, replacing: earlier)
            clock?.build(begins: .tidying)
            removed += try remove(stale.subtracting(inTheWay), from: output)
            // Texts that have become too short have lost their copies.
            let lost = copied.isEmpty ? [] : earlier.intersection(copied).subtracting(copies)
            if !lost.isEmpty {
                removed = (removed + (try remove(lost, from: output))).sorted(byBytesOf: \.self)
            }
            summary.removed = removed.count
            // An interrupted build may have written what is unchanged now, and removed what is gone.
            if wasInterrupted {
                changes.changed = earlier.intersection(Array(wanted) + copies).sorted(byBytesOf: \.self)
            }
            changes.removed = wasInterrupted ? stale.union(lost).sorted(byBytesOf: \.self) : removed
            try list(changes)
            if copies.count < copied.count {
                try update(Manifest(Array(wanted) + copies).bytes, in: output)
            } else if !stale.isEmpty {
                try update(manifest, in: output)
            }
            if let sources, let report,
                let line = BuildNote(
                    sources: sources, output: made, surroundings: surroundings, report: report
                ).line
            {
                try output.replace(
                    BuildNote.name, with: OutputBuffer(Array(line.utf8)), scratch: Self.scratch(0))
            }
            try output.remove(Self.interruption)
            return summary
        }
    }

    /// Returns the paths of all compressed copies that the files of a tree may have. A file of the tree itself is none.
    private func copies(beside tree: OutputTree) -> [String] {
        guard let hasCompressedCopy else { return [] }
        return tree.files.paths.filter(hasCompressedCopy).map(CompressedCopy.path).filter {
            tree.files.paths.indexInByteOrder(of: $0) == nil
        }
    }

    /// Runs a body and converts its errors to ``WriteFailure``.
    private func failing<Outcome>(_ body: () throws -> Outcome) throws(WriteFailure) -> Outcome {
        do {
            return try body()
        } catch let failure as FileFailure {
            throw .file(failure)
        } catch let failure as WriteFailure {
            throw failure
        } catch {
            throw .file(FileFailure(path: folder, reason: "\(error)"))
        }
    }

    /// Returns the folder part of a path; nil for a file at the top.
    private static func folder(of path: String) -> String? {
        path.pathFolder.map(String.init)
    }

    /// Returns every folder that contains one of the files, at any depth.
    private static func folders(of paths: some Sequence<String>) -> Set<String> {
        var folders: Set<String> = []
        var last: String?
        for path in paths {
            // Files of one folder come one after another.
            guard let folder = folder(of: path), folder != last else { continue }
            last = folder
            var rest = folder[...]
            while folders.insert(String(rest)).inserted, let parent = rest.pathFolder { rest = parent }
        }
        return folders
    }

    /// Removes files in byte order of their paths, and returns those that existed.
    private func remove(_ paths: Set<String>, from output: OutputFolder) throws(FileFailure) -> [String] {
        var removed: [String] = []
        for path in paths.sorted(byBytesOf: \.self) where try output.remove(path) { removed.append(path) }
        return removed
    }

    /// Replaces the manifest, unless it already has these bytes.
    private func update(_ bytes: [UInt8], in output: OutputFolder) throws(FileFailure) {
        if try output.read(Manifest.name) == bytes { return }
        try output.replace(Manifest.name, with: OutputBuffer(bytes), scratch: Self.scratch(0))
    }

    /// The file that is there while a build writes; one that is found was left by an interrupted build.
    private static let interruption = ".dateline-unfinished"
    private static let scratchPrefix = ".dateline-writing-"

    /// Returns the name of a worker's temporary file.
    private static func scratch(_ worker: Int) -> String { scratchPrefix + String(worker) }

    /// Returns the name of a worker's second temporary file.
    private static func second(_ worker: Int) -> String { scratch(worker) + "-second" }

    /// Returns what appends the bytes of a file and of the one after it; nil if it is not the first of a pair.
    private static func pair(
        _ files: OutputFiles, at number: Int
    ) -> (@Sendable (inout OutputBuffer, inout OutputBuffer) throws(RenderingFailure) -> Void)? {
        guard case .paired(_, let next, let render) = files[number].content, number + 1 < files.count,
            files.paths[number + 1].isWritten(as: next)
        else { return nil }
        return render
    }

    /// Returns how many files from a number on are a range of their own; nil for a file that any others may join.
    private static func countAlone(_ files: OutputFiles, at number: Int) -> Int? {
        guard files[number].content.takesLong else { return nil }
        return pair(files, at: number) == nil ? 1 : 2
    }

    /// Writes files on several threads.
    ///
    /// - Parameters:
    ///   - copied: the paths of the compressed copies that are wanted where they are shorter.
    ///   - earlier: the files that earlier builds wrote; no other file can already exist.
    /// - Returns: the number of files written and unchanged, the fingerprint of all files, the new and changed ones, and
    ///   the compressed copies that there are.
    private func writeFiles(
        _ files: OutputFiles, copying copied: Set<String>, to output: OutputFolder,
        replacing earlier: Set<String>
    ) throws(WriteFailure) -> (WriteSummary, made: Fingerprint, OutputChanges, copies: [String]) {
        let state = WritingState(total: files.count)
        DispatchQueue.concurrentPerform(iterations: min(jobs, max(1, files.count))) { worker in
            var buffer = OutputBuffer()
            while let chunk = state.take(64, alone: { Self.countAlone(files, at: $0) }) {
                HeapPages.preferLarge()
                var summary = WriteSummary()
                var changes = OutputChanges()
                var made: [Fingerprint] = []
                var copies: [(path: String, content: Fingerprint)] = []
                do throws(WriteFailure) {
                    // The update of the second file of a pair, once it has all bytes.
                    var second: FileUpdate?
                    for (number, file) in zip(chunk, files[chunk]) {
                        let isNew = !earlier.contains(file.path)
                        let written = summary.written
                        let fingerprint: Fingerprint
                        if let update = second {
                            second = nil
                            fingerprint = try finish(update, &summary)
                        } else if let render = Self.pair(files, at: number) {
                            let update = try update(of: file, in: output, isNew, Self.scratch(worker), worker)
                            let next = files[number + 1]
                            let other = try self.update(
                                of: next, in: output, !earlier.contains(next.path), Self.second(worker),
                                worker)
                            try stream(into: update, other, worker, render)
                            second = other
                            fingerprint = try finish(update, &summary)
                        } else {
                            fingerprint = try write(file, to: output, isNew, worker, &buffer, &summary)
                        }
                        made.append(file.path, fingerprint)
                        if summary.written != written { changes.note(file.path, isNew: isNew) }
                        let path = CompressedCopy.path(of: file.path)
                        guard copied.contains(path) else { continue }
                        let isNewCopy = !earlier.contains(path)
                        clock?.worker(worker, begins: .packing)
                        let outcome = try copy(of: file, buffer, to: output, path, isNewCopy, worker)
                        switch outcome {
                        case .none: continue
                        case .unchanged(let content):
                            summary.unchanged += 1
                            copies.append((path, content))
                        case .written(let content):
                            summary.written += 1
                            changes.note(path, isNew: isNewCopy)
                            copies.append((path, content))
                        }
                    }
                } catch {
                    state.fail(error)
                }
                let done = state.add(summary, made, changes, copies, from: chunk)
                progress?(done, files.count)
            }
            clock?.worker(worker, begins: nil)
        }
        return try state.finish(files)
    }

    /// Writes the compressed copy of a file, whose bytes are in the buffer if it was rendered as a whole.
    private func copy(
        of file: OutputFile, _ buffer: borrowing OutputBuffer, to output: OutputFolder, _ path: String,
        _ isNew: Bool, _ worker: Int
    ) throws(WriteFailure) -> CompressedCopy.Outcome {
        try usingFiles { () throws(FileFailure) in
            // The output folder holds what is not in memory; the original of a copied file may have changed since.
            let text: OpenFile? =
                switch file.content {
                case .lasting: nil
                case .rendered: OpenFile(file.path, buffer.bytes)
                case .copy, .streamed, .paired: try output.open(file.path)
                }
            guard let text else { return .none }
            return try CompressedCopy.keep(
                of: text, at: path, in: output, isNew: isNew, scratch: Self.scratch(worker))
        }
    }

    /// Renders or copies one file, and replaces the existing one if their bytes differ.
    ///
    /// - Returns: the fingerprint of the file's bytes.
    private func write(
        _ file: OutputFile, to output: OutputFolder, _ isNew: Bool, _ worker: Int,
        _ buffer: inout OutputBuffer, _ summary: inout WriteSummary
    ) throws(WriteFailure) -> Fingerprint {
        switch file.content {
        case .copy(let path):
            return try copy(path, of: file, to: output, isNew, worker, &summary)
        case .streamed(let render), .paired(let render, _, _):
            let update = try update(of: file, in: output, isNew, Self.scratch(worker), worker)
            try stream(into: update, nil, worker) { (output, _) throws(RenderingFailure) in
                try render(&output)
            }
            return try finish(update, &summary)
        case .lasting(let isCurrent, let render):
            clock?.worker(worker, begins: .comparing)
            let known = try usingFiles { () throws(FileFailure) in isNew ? nil : try output.read(file.path) }
            if let known, isCurrent(known) {
                summary.unchanged += 1
                return Fingerprint(of: known)
            }
            return try make(render, file, to: output, isNew, worker, &buffer, &summary)
        case .rendered(let render):
            return try make(render, file, to: output, isNew, worker, &buffer, &summary)
        }
    }

    /// Renders one file, and replaces the existing one if their bytes differ.
    ///
    /// - Returns: the fingerprint of the file's bytes.
    private func make(
        _ render: @Sendable (inout OutputBuffer) throws(RenderingFailure) -> Void, _ file: OutputFile,
        to output: OutputFolder, _ isNew: Bool, _ worker: Int, _ buffer: inout OutputBuffer,
        _ summary: inout WriteSummary
    ) throws(WriteFailure) -> Fingerprint {
        clock?.worker(worker, begins: .rendering)
        buffer.removeAll()
        do throws(RenderingFailure) { try render(&buffer) } catch { throw .page(error.mistake) }
        try usingFiles { () throws(FileFailure) in
            try keep(buffer, as: file.path, in: output, isNew, worker, &summary)
        }
        return unsafe buffer.withBytes { unsafe Fingerprint(of: $0) }
    }

    /// Renders one or two files piece by piece.
    private func stream(
        into first: FileUpdate, _ second: FileUpdate?, _ worker: Int,
        _ render: (inout OutputBuffer, inout OutputBuffer) throws(RenderingFailure) -> Void
    ) throws(WriteFailure) {
        clock?.worker(worker, begins: .rendering)
        var failure: FileFailure?
        func buffer(_ update: FileUpdate?) -> OutputBuffer {
            unsafe OutputBuffer(drainingInto: { [clock] piece in
                guard failure == nil, let update else { return }
                do throws(FileFailure) { try unsafe update.add(UnsafeRawBufferPointer(piece)) } catch {
                    failure = error
                }
                clock?.worker(worker, begins: .rendering)
            })
        }
        var one = buffer(first)
        var other = buffer(second)
        do throws(RenderingFailure) { try render(&one, &other) } catch { throw .page(error.mistake) }
        one.handOn()
        other.handOn()
        if let failure { throw .file(failure) }
    }

    /// Returns the update of a file that is written piece by piece.
    private func update(
        of file: OutputFile, in output: OutputFolder, _ isNew: Bool, _ scratch: String, _ worker: Int
    ) throws(WriteFailure) -> FileUpdate {
        try usingFiles { () throws(FileFailure) in
            try FileUpdate(of: file.path, in: output, isNew: isNew, scratch: scratch) { [clock] stage in
                clock?.worker(worker, begins: stage)
            }
        }
    }

    /// Finishes the update of a file, and returns the fingerprint of its bytes.
    private func finish(
        _ update: FileUpdate, _ summary: inout WriteSummary
    ) throws(WriteFailure) -> Fingerprint {
        let (content, isChanged) = try usingFiles { () throws(FileFailure) in try update.finish() }
        if isChanged { summary.written += 1 } else { summary.unchanged += 1 }
        return content
    }

    /// Replaces a file by new bytes, unless it already has them.
    private func keep(
        _ bytes: borrowing OutputBuffer, as path: String, in output: OutputFolder, _ isNew: Bool,
        _ worker: Int,
        _ summary: inout WriteSummary
    ) throws(FileFailure) {
        clock?.worker(worker, begins: .comparing)
        if !isNew, try output.holds(bytes, at: path) {
            summary.unchanged += 1
        } else {
            clock?.worker(worker, begins: .writing)
            try output.replace(path, with: bytes, isNew: isNew, scratch: Self.scratch(worker))
            summary.written += 1
        }
    }

    /// Copies one file of the site's folder, unless the output folder already holds the same bytes.
    private func copy(
        _ path: String, of file: OutputFile, to output: OutputFolder, _ isNew: Bool, _ worker: Int,
        _ summary: inout WriteSummary
    ) throws(WriteFailure) -> Fingerprint {
        let original = try usingFiles { () throws(FileFailure) in try source.open(path) }
        guard let original else {
            throw .file(FileFailure(path: file.origin, reason: "gone since the build began"))
        }
        let update = try update(of: file, in: output, isNew, Self.scratch(worker), worker)
        try usingFiles { () throws(FileFailure) in
            try unsafe original.forEachPiece { piece throws(FileFailure) in try unsafe update.add(piece) }
        }
        return try finish(update, &summary)
    }
}

/// The state that the threads of one build share.
private final class WritingState: Sendable {
    /// The values that the lock guards.
    private struct State {
        var next = 0
        var summary = WriteSummary()
        /// The fingerprints of each chunk's files, by the index of its first file.
        var made: [Int: [Fingerprint]] = [:]
        var changes = OutputChanges()
        var copies: [(path: String, content: Fingerprint)] = []
        /// The number of files that are finished.
        var done = 0
        var failure: WriteFailure?
    }

    private let total: Int
    private let state = Mutex(State())

    init(total: Int) {
        self.total = total
    }

    /// Returns the next range of files to write; nil if none is left or a file has failed.
    ///
    /// - Parameters:
    ///   - count: the greatest number of files.
    ///   - alone: returns how many files from a number on are a range of their own, so that all threads share those that
    ///     take long; nil for any other file.
    func take(_ count: Int, alone: (Int) -> Int?) -> Range<Int>? {
        state.withLock { state in
            guard state.next < total, state.failure == nil else { return nil }
            let first = state.next
            let longest = first..<min(total, first + count)
            let end =
                alone(first).map { first + $0 } ?? longest.first { alone($0) != nil } ?? longest.upperBound
            state.next = end
            return first..<end
        }
    }

    /// Adds the results of a chunk, and returns how many files are finished.
    func add(
        _ part: WriteSummary, _ made: [Fingerprint], _ changes: OutputChanges,
        _ copies: [(path: String, content: Fingerprint)], from chunk: Range<Int>
    ) -> Int {
        state.withLock { state in
            state.changes.append(changes)
            state.copies += copies
            state.made[chunk.lowerBound] = made
            state.summary.written += part.written
            state.summary.unchanged += part.unchanged
            state.done += chunk.count
            return state.done
        }
    }

    /// Stores the first failure, which stops all threads.
    func fail(_ failure: WriteFailure) {
        state.withLock { state in
            if state.failure == nil { state.failure = failure }
        }
    }

    /// Returns the totals of all chunks, with the fingerprint of all files in byte order of their paths.
    ///
    /// - Throws: the first failure of any thread.
    func finish(
        _ files: OutputFiles
    ) throws(WriteFailure) -> (WriteSummary, made: Fingerprint, OutputChanges, copies: [String]) {
        var (summary, parts, changes, copies, failure) = state.withLock {
            ($0.summary, $0.made, $0.changes, $0.copies, $0.failure)
        }
        if let failure { throw failure }
        changes.sort()
        var made = parts.sorted { $0.key < $1.key }.flatMap(\.value)
        if copies.isEmpty { return (summary, Fingerprint(combining: made), changes, []) }
        // Each file has two fingerprints, of its path and of its bytes.
        let plain = files.paths.enumerated().map { (path: $1, content: made[2 * $0 + 1]) }
        made = []
        for file in (plain + copies).sorted(byBytesOf: \.path) { made.append(file.path, file.content) }
        copies = copies.sorted(byBytesOf: \.path)
        return (summary, Fingerprint(combining: made), changes, copies.map(\.path))
    }
}
