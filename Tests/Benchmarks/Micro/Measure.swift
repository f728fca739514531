#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The time of one part of the work, and the lower limit that it is compared with.
struct Measurement {
    var name: String
    /// The work whose time is the limit.
    var limitName: String
    var microseconds: Double
    var limit: Double

    var row: String {
        "| \(name) | \(rounded(microseconds)) | \(rounded(limit)) | \(limitName) | \(rounded(microseconds / limit)) |"
    }
}

/// The CPU time of one call, in microseconds: the shortest of several runs, each long enough for the clock.
func microseconds(_ work: () -> Void) -> Double {
    var calls = 1
    while nanoseconds(calls, work) < 20_000_000 { calls *= 2 }
    let best = (0..<7).map { _ in nanoseconds(calls, work) }.min() ?? 0
    return Double(best) / Double(calls) / 1000
}

private func nanoseconds(_ calls: Int, _ work: () -> Void) -> Int {
    let start = cpuTime()
    for _ in 0..<calls { work() }
    return cpuTime() - start
}

private func cpuTime() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// Rounds to three significant digits: 0.042, 1.37, 137.
private func rounded(_ value: Double) -> String {
    let places = value < 0.1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0
    let factor = (0..<places).reduce(1.0) { product, _ in product * 10 }
    let scaled = Int((value * factor).rounded())
    if places == 0 { return String(scaled) }
    let digits = String(scaled)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return padded.dropLast(places) + "." + padded.suffix(places)
}

/// Keeps the optimiser from removing work whose result is not used.
@inline(never) @_optimize(none)
func use<Value>(_ value: Value) {}
