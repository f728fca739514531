/// The orders of all indexes, each made when the first of its pages asks for it: an index of thousands is sorted once,
/// and of a preview only what is looked at.
final class IndexOrders: Sendable {
    private let orders = Dictionary(
        uniqueKeysWithValues: IndexKind.allCases.map { ($0, LazyValue<[Int]>()) })

    /// The pages of an index come one after another, so that several threads ask for its order at once.
    func order(_ kind: IndexKind, _ make: () -> [Int]) -> [Int] {
        orders[kind]?.value(make) ?? make()
    }
}
