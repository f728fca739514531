import SiteOutput
import SiteRendering
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Measures the time of each stage of a build, for `--timings`.
final class StageClock: BuildClock {
    /// The start of a stage on both clocks, in nanoseconds.
    private struct Mark {
        var stage: BuildStage
        var cpu: Int
        var wall: Int
    }

    /// The times of finished stages, and the stages that are running.
    private struct State {
        /// The CPU time and the wall-clock time of each stage, in nanoseconds.
        var cpu: [BuildStage: Int] = [:]
        var wall: [BuildStage: Int] = [:]
        var build: Mark?
        var workers: [Int: Mark] = [:]

        mutating func end(_ mark: Mark?, cpu now: Int, wall: Int) {
            guard let mark else { return }
            cpu[mark.stage, default: 0] += now - mark.cpu
            self.wall[mark.stage, default: 0] += wall - mark.wall
        }
    }

    private let state = Mutex(State())

    func build(begins stage: BuildStage?) {
        let (cpu, wall) = (nanoseconds(CLOCK_PROCESS_CPUTIME_ID), nanoseconds(CLOCK_MONOTONIC))
        state.withLock { state in
            state.end(state.build, cpu: cpu, wall: wall)
            state.build = stage.map { Mark(stage: $0, cpu: cpu, wall: wall) }
        }
    }

    func worker(_ number: Int, begins stage: BuildStage?) {
        let (cpu, wall) = (nanoseconds(CLOCK_THREAD_CPUTIME_ID), nanoseconds(CLOCK_MONOTONIC))
        state.withLock { state in
            state.end(state.workers[number], cpu: cpu, wall: wall)
            state.workers[number] = stage.map { Mark(stage: $0, cpu: cpu, wall: wall) }
        }
    }

    private func nanoseconds(_ clock: clockid_t) -> Int {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// One row for each stage, for people.
    var text: String {
        rows.map { row in
            let name = row.stage.rawValue
            return name + String(repeating: " ", count: 10 - name.count) + padded(row.cpu) + " ms CPU"
                + padded(row.wall) + " ms wall\n"
        }.joined()
    }

    /// The same figures as JSON.
    var json: String {
        let stages = rows.map { row in
            "{\"stage\":\"\(row.stage.rawValue)\",\"cpu_ms\":\(decimal(row.cpu)),\"wall_ms\":\(decimal(row.wall))}"
        }
        return "{\"stages\":[" + stages.joined(separator: ",") + "]}\n"
    }

    private var rows: [(stage: BuildStage, cpu: Int, wall: Int)] {
        state.withLock { state in
            BuildStage.allCases.map { ($0, state.cpu[$0] ?? 0, state.wall[$0] ?? 0) }
        }
    }

    private func padded(_ nanoseconds: Int) -> String {
        let text = decimal(nanoseconds)
        return String(repeating: " ", count: max(1, 12 - text.count)) + text
    }

    /// Formats nanoseconds as milliseconds with one decimal.
    private func decimal(_ nanoseconds: Int) -> String {
        let tenths = (nanoseconds + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
