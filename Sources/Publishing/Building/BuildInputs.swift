import Casebook
import Diagnostics
import Foundation
import Markdown
import Site

/// Hashes of all that a site is made of.
struct BuildInputs: Sendable {
    /// Of all that is no case: settings, terms, pages, templates, options, the program itself; and of the structure of the cases.
    let base: UInt64
    /// For each case, in the casebook's order, of its file.
    let cases: [UInt64]

    /// - Parameters:
    ///   - root: The content folder as the files' paths start.
    init(_ plan: SitePlan, content: ContentFolder, root: String, templates: TemplateFolder) {
        let prefix = "\(root)/cases/"
        var hash = ContentHash()
        var caseHashes: [String: UInt64] = [:]
        for file in content.files {
            if file.path.hasPrefix(prefix) {
                caseHashes[String(file.path.dropFirst(prefix.count))] = ContentHash(file.bytes).value
            } else {
                hash.update(String(file.path.dropFirst(root.count)))
                hash.update(file.bytes)
                hash.update(file.bytes.count)
            }
        }
        for image in content.images { hash.update(image) }
        for (kind, files) in [("layouts", templates.layouts), ("partials", templates.partials)] {
            for (name, file) in files {
                hash.update("\(kind)/\(name)")
                hash.update(file.bytes)
                hash.update(file.bytes.count)
            }
        }
        for asset in templates.assets {
            hash.update(asset.path)
            hash.update(asset.bytes)
            hash.update(asset.bytes.count)
        }
        hash.update(plan.baseURL ?? "")
        hash.update(Self.program)
        hash.update(Int(truncatingIfNeeded: plan.structure))
        base = hash.value
        cases = plan.casebook.cases.map { caseHashes["\($0.id).md"] ?? 0 }
    }

    /// What tells this program from another version of it: its file, and libcmark's version.
    private static let program: String = {
        #if os(Linux)
        let path = "/proc/self/exe"
        #else
        let path = Bundle.main.executablePath ?? ""
        #endif
        var status = stat()
        guard stat(path, &status) == 0 else { return UUID().uuidString }
        let file = FileStatus(status)
        return "\(file.number) \(file.size) \(file.modified) \(MarkdownDocument.parserVersion)"
    }()
}
