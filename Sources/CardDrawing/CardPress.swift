import Synchronization

/// Loads what draws cards when the first card is needed, and keeps it.
public final class CardPress: Sendable {
    private let library: String
    private let loaded = Mutex<CardPictures?>(nil)

    /// Creates a press that has loaded nothing.
    public convenience init() { self.init(library: DrawingLibrary.fileName) }

    /// - Parameter library: the file name of libpangocairo.
    package init(library: String) { self.library = library }

    /// Returns the pictures of cards.
    ///
    /// - Throws: if the libraries are not installed, or too old, or if there is no font. The next call tries again.
    public func pictures() throws(DrawingFailure) -> CardPictures {
        let result: Result<CardPictures, DrawingFailure> = loaded.withLock { loaded in
            if let loaded { return .success(loaded) }
            do throws(DrawingFailure) {
                let pictures = try CardPictures(library: library)
                loaded = pictures
                return .success(pictures)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
