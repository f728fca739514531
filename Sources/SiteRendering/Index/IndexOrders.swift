import Files

/// The memoised row orders of all indexes, each computed for the first of its pages: an index of thousands is sorted
/// once, and a preview sorts only what is viewed.
final class IndexOrders: Sendable {
    private let orders = Dictionary(
        uniqueKeysWithValues: IndexKind.allCases.map { ($0, LazyValue<[Int]>()) })

    /// Returns the order of an index. The pages of an index are rendered one after another, so several threads ask
    /// for its order at once; all but one of them wait.
    func order(_ kind: IndexKind, _ make: () -> [Int]) -> [Int] {
        orders[kind]?.value(make) ?? make()
    }
}
