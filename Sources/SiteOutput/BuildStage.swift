/// The stages of a build, in their order; the last four repeat for each file.
public enum BuildStage: String, CaseIterable, Sendable {
    /// Files are read, front matter is decoded, Markdown is rendered.
    case reading
    /// Entries are ordered, and the checks across files run.
    case checking
    /// Templates are read and compiled.
    case compiling
    /// Every file of the site is planned.
    case planning
    /// The output folder is inspected, before files are written and after.
    case tidying
    /// A file's bytes are made.
    case rendering
    /// The bytes are compared with those of the existing file.
    case comparing
    /// The file is replaced.
    case writing
    /// The compressed copy of the file is compared or made.
    case packing
}

/// Receives the stages of a build, on the thread that enters them. This module itself reads no clock.
public protocol BuildClock: Sendable {
    /// The build as a whole enters a stage; nil while only its workers report stages.
    func build(begins stage: BuildStage?)
    /// A thread that writes files enters a stage; nil when the thread ends.
    func worker(_ number: Int, begins stage: BuildStage?)
}
