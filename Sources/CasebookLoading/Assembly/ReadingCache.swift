import CasebookModel
import Diagnostics
import Images
import Synchronization

/// What was read from a content folder before, for a program that reads a changing folder again and again.
///
/// It is used in two ways. A case depends on its file, the settings and the terms: while these are unchanged, the file is not read
/// again (``results(of:basis:)``). And while nothing changed but words of a few cases, nothing else is looked up again
/// (``CasebookReader/readChanges(_:_:bytes:)``).
public final class ReadingCache: Sendable {
    /// A file at one moment.
    package struct FileVersion: Sendable, Hashable {
        package let path: String
        /// Differs whenever the file has changed; 0 where that is unknown.
        package let stamp: UInt64
    }

    /// What was read from a file.
    package struct Result: Sendable {
        /// Nil where the file is not text.
        package let file: ContentFile?
        package let diagnostics: [Diagnostic]
    }

    /// A folder without errors, as it was last read.
    package struct ValidContent: Sendable {
        package let listing: Listing
        package let content: ContentFiles
        package let casebook: Casebook
        /// About single files.
        package let ofFiles: [Diagnostic]
        /// About what files refer to.
        package let ofReferences: [Diagnostic]
        /// About the content as a whole.
        package let ofContent: [Diagnostic]
    }

    /// What is in a folder, and how it is to be read.
    package struct Listing: Sendable {
        package let paths: [String]
        package let images: [ImageFile]
        package let links: [String]
        package let root: String
        package let includingDrafts: Bool
        /// For each path, the stamp of its ``FileVersion``.
        package let stamps: [UInt64]

        /// Returns the indices of the paths whose files changed, or may have, since another listing; nil where more than files
        /// changed.
        package func changes(since other: Listing) -> [Int]? {
            guard root == other.root, includingDrafts == other.includingDrafts, stamps.count == paths.count,
                other.stamps.count == paths.count, paths == other.paths, images == other.images, links == other.links
            else { return nil }
            return paths.indices.filter { stamps[$0] != other.stamps[$0] || stamps[$0] == 0 }
        }
    }

    private struct Cases {
        var basis: [FileVersion] = []
        var results: [FileVersion: Result] = [:]
    }

    private let cases = Mutex(Cases())
    private let images = Mutex<[FileVersion: ImageFile]>([:])
    private let valid = Mutex<ValidContent?>(nil)

    public init() {}

    /// Returns what was read of some cases before, nil for each that has to be read.
    ///
    /// - Parameter basis: The settings and the terms.
    package func results(of versions: [FileVersion], basis: [FileVersion]) -> [Result?] {
        cases.withLock { cases in
            guard cases.basis == basis, basis.allSatisfy({ $0.stamp != 0 }) else { return versions.map { _ in nil } }
            return versions.map { $0.stamp == 0 ? nil : cases.results[$0] }
        }
    }

    /// Keeps these results and drops all others.
    package func keep(_ results: [(version: FileVersion, result: Result)], basis: [FileVersion]) {
        let results = Dictionary(results.map { ($0.version, $0.result) }) { $1 }
        cases.withLock { $0 = Cases(basis: basis, results: results) }
    }

    /// The folder as it was when it last had no errors.
    package var validContent: ValidContent? {
        get { valid.withLock { $0 } }
        set { valid.withLock { $0 = newValue } }
    }

    /// Returns what was read of images before, nil for each that has to be read.
    ///
    /// - Parameter stamps: For each path, a number that differs whenever the file has changed; 0 where that is unknown.
    public func images(at paths: [String], stamps: [UInt64]) -> [ImageFile?] {
        let known = images.withLock { $0 }
        return zip(paths, stamps).map { path, stamp in stamp == 0 ? nil : known[FileVersion(path: path, stamp: stamp)] }
    }

    /// Keeps these images and drops all others.
    public func keep(_ images: [ImageFile], stamps: [UInt64]) {
        let versions = zip(images, stamps).map { (FileVersion(path: $0.path, stamp: $1), $0) }
        self.images.withLock { $0 = Dictionary(versions) { $1 } }
    }
}
