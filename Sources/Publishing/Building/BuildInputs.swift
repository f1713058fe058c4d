import Basics
import CasebookModel
import Diagnostics
import Site

/// Hashes of everything that a site is built from.
struct BuildInputs: Sendable {
    /// The hash of everything except the words of the cases: settings, terms, pages, the names and sizes of images, templates,
    /// options, the program, and the facts of the cases (`Casebook.factsHash`).
    let base: UInt64
    /// The hash of the file of each case, in the casebook's order.
    let cases: [UInt64]
    /// The stamp of the sources before they were read (``SourceFolders/stamp``).
    let stamp: UInt64?

    /// - Parameters:
    ///   - casebook: The valid content.
    ///   - folders: The folders that were read.
    ///   - hashes: The hash of the file at each of the content folder's paths.
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
        hash.update(Int(truncatingIfNeeded: casebook.factsHash))
        base = hash.value
        stamp = folders.stamp
        cases = casebook.cases.map { caseHashes["cases/\($0.id).md"] ?? 0 }
    }
}

extension SiteSources {
    /// The hashes of the sources; nil if there is an error or if not all files were read.
    func inputs() -> BuildInputs? {
        hashes.isEmpty ? nil : casebook.map { BuildInputs($0, folders, hashes: hashes) }
    }
}
