import Authoring
import CasebookLoading
import Diagnostics
import Images
import Publishing

/// The content as a whole.
extension ContentStore {
    /// Reads `casebook.yml` and every other text file, in the order of their paths.
    public func files() throws(StoreError) -> [SourceFile] {
        do throws(PublishingError) {
            let folder = try ContentFolder.list(content)
            var files: [SourceFile] = []
            for (index, path) in folder.paths.enumerated() {
                files.append(SourceFile(path: path, bytes: try folder.bytes(at: index)))
            }
            return files.sorted { $0.path < $1.path }
        } catch {
            throw StoreError(error, at: content)
        }
    }

    /// Returns every problem that the content would have after changes, sorted.
    ///
    /// - Parameters:
    ///   - changes: The changes. What they replace is not looked at.
    ///   - files: The files as they are (``files()``).
    ///   - images: The images and documents of the content.
    /// - Complexity: That of reading all files.
    package func problems(after changes: [FileChange], of files: [SourceFile], images: [ImageFile]) -> [Diagnostic] {
        var changed = files.filter { file in !changes.contains { path(of: $0.location) == file.path } }
        for change in changes {
            switch change {
            case .replace(let location, _, let bytes), .create(let location, let bytes):
                changed.append(SourceFile(path: path(of: location), bytes: bytes))
            case .remove: break
            }
        }
        return CasebookReader.read(files: changed, images: images, root: content, includingDrafts: true).diagnostics
    }

    /// Returns the errors that the content would have only after changes.
    ///
    /// - Parameters:
    ///   - changes: The changes.
    ///   - images: The images and documents of the content.
    package func newErrors(after changes: [FileChange], images: [ImageFile]) throws(StoreError) -> [Diagnostic] {
        let files = try files()
        let known = problems(after: [], of: files, images: images)
        return problems(after: changes, of: files, images: images).newErrors(since: known)
    }
}

/// A kind of problem in one file.
private struct ProblemKind: Hashable {
    let path: String
    let id: String

    init(_ diagnostic: Diagnostic) { (path, id) = (diagnostic.path, diagnostic.id) }
}

extension [Diagnostic] {
    /// The errors of these that were not there before.
    ///
    /// Lines can move, and a message can name something else that has changed, such as the first of the terms to choose from. So a problem
    /// is new only if the file has more of its kind than before.
    package func newErrors(since known: [Diagnostic]) -> [Diagnostic] {
        let before = Dictionary(grouping: known, by: ProblemKind.init)
        let errors = filter { $0.severity == .error }
        let after = Dictionary(grouping: errors, by: ProblemKind.init)
        return errors.filter { error in
            let old = before[ProblemKind(error)] ?? []
            return (after[ProblemKind(error)]?.count ?? 0) > old.count && !old.contains { $0.message == error.message }
        }
    }
}
