import CasebookModel
import Authoring
import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The content folder as a place to put new cases into. Never changes a file that is there.
public struct CaseFolder: Sendable {
    private static let name = "cases"

    private let content: String

    /// - Parameter content: The content folder.
    public init(content: String) {
        self.content = content
    }

    /// Reads what a new case can hold.
    ///
    /// - Parameter readsTitles: Whether the titles of the cases that there are count.
    public func readForm(readsTitles: Bool) throws(PublishingError) -> (form: CaseForm?, diagnostics: [Diagnostic]) {
        let folder = try ContentFolder.list(content)
        return try CaseForm.read(paths: folder.paths, root: folder.root, readsTitles: readsTitles) {
            (index) throws(PublishingError) in try folder.bytes(at: index)
        }
    }

    /// Writes new cases with the next free ids, in their order: all of them under other names first, and only when all are on the
    /// disk, each at its name.
    ///
    /// - Returns: The paths of the files that are there now, and what stood in the way of the others.
    public func write(_ texts: [String]) -> (paths: [String], failure: PublishingError?) {
        var paths: [String] = []
        do throws(PublishingError) {
            let folder = try OpenFolder(content).makeFolder(Self.name)
            let names = texts.indices.map { ".new-\(getpid())-\($0).part" }
            defer { for name in names { folder.discard(name) } }
            for (text, name) in zip(texts, names) {
                folder.discard(name)
                var file = try folder.create(name, as: folder.path)
                try file.append(Array(text.utf8))
                _ = try file.close()
            }
            var number = CaseNumber.next(after: try folder.entries().map(\.name))
            for (text, name) in zip(texts, names) {
                while try !Self.place(name, text, as: "\(CaseNumber.id(number)).md", in: folder) { number += 1 }
                paths.append(folder.shown("\(CaseNumber.id(number)).md"))
                number += 1
            }
        } catch {
            return (paths, error)
        }
        return (paths, nil)
    }

    /// Gives a written file its name, unless something has it already.
    private static func place(
        _ temporary: String, _ text: String, as name: String, in folder: OpenFolder
    ) throws(PublishingError) -> Bool {
        if folder.link(temporary, as: name) { return true }
        switch errno {
        case EEXIST: return false
        // A file system that knows no second names, such as that of a memory stick: the file is made where it belongs.
        case EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EINVAL, EMLINK: break
        case let code: throw .unwritable(path: folder.shown(name), code: code)
        }
        guard try folder.status(of: name) == nil else { return false }
        var file = try folder.create(name, as: folder.shown(name))
        do throws(PublishingError) {
            try file.append(Array(text.utf8))
            _ = try file.close()
        } catch {
            folder.discard(name)
            throw error
        }
        return true
    }
}
