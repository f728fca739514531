extension SeededGenerator {
    /// A generator with a new seed, which is printed.
    static func announced(_ name: String) -> SeededGenerator {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed of \(name): \(seed)")
        return SeededGenerator(seed)
    }
}
