import Images
import CasebookModel
import Diagnostics
import Synchronization

/// What was made of a content folder before, for a program that reads a changing one again and again.
///
/// What a case says on its own depends on its file, the settings and the terms. While these are the same, it need not be read again.
/// And while nothing changed but words of a few cases, nothing else need be looked up again (``CasebookReader/readWords``).
public final class KnownContent: Sendable {
    /// A file as it stood.
    package struct Standing: Sendable, Hashable {
        package let path: String
        /// Another one whenever the file changes; 0 where that cannot be told.
        package let stamp: UInt64
    }

    /// What was made of a file.
    package struct Result: Sendable {
        package let file: ContentFile?
        package let diagnostics: [Diagnostic]
    }

    /// A folder in which nothing was wrong that is more than a warning.
    package struct Sound: Sendable {
        package let listing: Listing
        package let terms: [TermIndex]
        package let collection: Collection
        package let casebook: Casebook
        /// Told of files for what they say on their own.
        package let own: [Diagnostic]
        /// Told of files for what they name.
        package let references: [Diagnostic]
        /// Told of files as parts of the whole.
        package let whole: [Diagnostic]
    }

    /// What lies in a folder and how it is to be read.
    package struct Listing: Sendable {
        package let paths: [String]
        package let images: [ImageFile]
        package let links: [String]
        package let root: String
        package let includingDrafts: Bool
        /// For each path how it stands, as in ``Standing``.
        package let stamps: [UInt64]

        /// The paths that stand otherwise than in another listing, or may; nil where more than that differs.
        package func changes(since other: Listing) -> [Int]? {
            guard root == other.root, includingDrafts == other.includingDrafts, stamps.count == paths.count,
                other.stamps.count == paths.count, paths == other.paths, images == other.images, links == other.links
            else { return nil }
            return paths.indices.filter { stamps[$0] != other.stamps[$0] || stamps[$0] == 0 }
        }
    }

    private struct Memory {
        var basis: [Standing] = []
        var results: [Standing: Result] = [:]
    }

    private let memory = Mutex(Memory())
    private let lastSound = Mutex<Sound?>(nil)
    private let lastImages = Mutex<[Standing: ImageFile]>([:])

    public init() {}

    /// What is known of some cases, nil for each that has to be read.
    ///
    /// - Parameter basis: The settings and the terms.
    package func results(of cases: [Standing], basis: [Standing]) -> [Result?] {
        memory.withLock { memory in
            guard memory.basis == basis, basis.allSatisfy({ $0.stamp != 0 }) else { return cases.map { _ in nil } }
            return cases.map { $0.stamp == 0 ? nil : memory.results[$0] }
        }
    }

    /// Remembers these and forgets all others.
    package func keep(_ results: [(standing: Standing, result: Result)], basis: [Standing]) {
        let known = Dictionary(results.map { ($0.standing, $0.result) }) { $1 }
        memory.withLock { $0 = Memory(basis: basis, results: known) }
    }

    /// What was read of each image, by how it stood.
    package var imagesByStanding: [Standing: ImageFile] {
        get { lastImages.withLock { $0 } }
        set { lastImages.withLock { $0 = newValue } }
    }

    /// The folder as it was when it was last sound.
    package var sound: Sound? {
        get { lastSound.withLock { $0 } }
        set { lastSound.withLock { $0 = newValue } }
    }
}
