/// A generator of random numbers that gives the same ones for the same seed (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Creates a generator that begins at a seed.
    public init(seed: UInt64) { state = seed }

    /// The next number, uniformly distributed over all 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A generator with a new seed, which is printed, so that a failure can be run again.
    public static func announced(_ name: String) -> SeededGenerator {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed of \(name): \(seed)")
        return SeededGenerator(seed: seed)
    }
}
