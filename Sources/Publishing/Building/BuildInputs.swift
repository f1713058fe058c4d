import Basics
import CasebookModel
import Diagnostics
import Site

/// Hashes of all that a site is made of.
struct BuildInputs: Sendable {
    /// Of all that is no case: settings, terms, pages, the names and sizes of images, templates, options, the program itself; and of
    /// the structure of the cases.
    let base: UInt64
    /// For each case, in the casebook's order, of its file.
    let cases: [UInt64]

    /// How the files stood before they were read (``SourceFolders/stamp``).
    let stamp: UInt64?

    /// - Parameter hashes: Of the file at each of the content folder's paths.
    init(_ casebook: Casebook, _ folders: SourceFolders, hashes: [UInt64]) {
        let (content, templates) = (folders.content, folders.templates)
        var hash = ContentHash()
        var caseHashes: [String: UInt64] = [:]
        for (path, fileHash) in zip(content.paths, hashes) {
            let path = path.dropFirst(content.root.count + 1)
            if path.hasPrefix("cases/") {
                caseHashes[String(path)] = fileHash
            } else {
                hash.update(String(path))
                hash.update(Int(truncatingIfNeeded: fileHash))
            }
        }
        for image in casebook.images {
            hash.update(image.path)
            hash.update(image.size?.width ?? 0)
            hash.update(image.size?.height ?? 0)
        }
        templates.update(&hash)
        hash.update(folders.baseURL ?? "")
        hash.update(ProgramIdentity.text)
        hash.update(Int(truncatingIfNeeded: casebook.structure))
        base = hash.value
        stamp = folders.stamp
        cases = casebook.cases.map { caseHashes["cases/\($0.id).md"] ?? 0 }
    }
}
