/// What a build does, one after the other; the last three for each file.
public enum BuildStage: String, CaseIterable, Sendable {
    /// Files are read, front matter is decoded, Markdown is rendered.
    case reading
    /// Entries are ordered, and everything is checked that can only be seen between files.
    case checking
    /// Templates are read and compiled.
    case compiling
    /// Every file of the site is planned.
    case planning
    /// The output folder is looked at, before files are written and after.
    case tidying
    /// A file's bytes are made.
    case rendering
    /// They are compared with what is there.
    case comparing
    /// The file is replaced.
    case writing
}

/// Told what a build does, by the thread that does it; nothing in this module reads a clock.
public protocol BuildClock: Sendable {
    /// The build as a whole goes on to a stage; nil where it is for its workers to say.
    func build(begins stage: BuildStage?)
    /// One of the threads that write files goes on to a stage; nil when it ends.
    func worker(_ number: Int, begins stage: BuildStage?)
}
