import Authoring
import CasebookLoading
import Diagnostics
import Publishing

/// The content folder as the destination of new and changed cases. Creating a case never changes an existing file.
public struct CaseFolder: Sendable {
    private static let name = "cases"

    private let content: String

    /// - Parameter content: The path of the content folder.
    public init(content: String) {
        self.content = content
    }

    /// Reads what a new case can hold.
    ///
    /// - Parameter readsTitles: Whether the titles of the existing cases are read as well.
    /// - Returns: The form, and all problems of the settings and terms. With an error there is no form.
    public func readForm(readsTitles: Bool) throws(PublishingError) -> (form: CaseForm?, diagnostics: [Diagnostic]) {
        let folder = try ContentFolder.list(content)
        return try CaseForm.read(paths: folder.paths, root: folder.root, readsTitles: readsTitles) {
            (index) throws(PublishingError) in try folder.bytes(at: index)
        }
    }

    /// Reads the files of all cases, in the order of their ids.
    public func readCases(of form: CaseForm) throws(PublishingError) -> [SourceFile] {
        var files: [SourceFile] = []
        for id in form.ids {
            let path = "\(content)/\(Self.name)/\(id).md"
            files.append(SourceFile(path: path, bytes: try Disk.bytes(of: path)))
        }
        return files
    }

    /// Reads tables and the texts of issues, and compares them with the cases that exist. Writes nothing.
    ///
    /// - Parameters:
    ///   - files: The files, in the order in which their cases get numbers.
    ///   - form: What cases can contain, with the titles of those that exist.
    ///   - encoding: The encoding of CSV files. `nil` means that it is detected for each one.
    ///   - updates: Whether rows with the id of a case change it.
    public func read(
        _ files: [SourceFile], form: CaseForm, encoding: CSVEncoding? = nil, updates: Bool
    ) throws(PublishingError) -> CaseImport {
        let existing = try readCases(of: form)
        var result = CaseImport.readAll(
            files, form: form, encoding: encoding,
            changing: updates ? Dictionary(zip(form.ids, existing), uniquingKeysWith: { first, _ in first }) : nil)
        result.rejectCopies(of: existing)
        return result
    }

    /// Replaces the files of existing cases. Copies of them go to `.backup/` first.
    ///
    /// - Returns: The path of the folder with the files as they were before.
    /// - Throws: `changedMeanwhile`; any error of reading and writing.
    public func change(_ updates: [CaseUpdate]) throws(PublishingError) -> String {
        try FixedContent.replace(updates.map { ($0.before.path, $0.before.bytes, $0.after) }, in: content)
    }

    /// Creates the files of new cases with the next free ids, in order.
    ///
    /// First all files are written under temporary names. Then each gets its own name, so a full disk is noticed before the first
    /// case exists.
    ///
    /// - Returns: The paths of the files that were created, and what kept the others from being created.
    public func write(_ texts: [String]) -> (paths: [String], failure: PublishingError?) {
        var paths: [String] = []
        do throws(PublishingError) {
            let root = try OpenFolder(content)
            let folder = try root.makeFolder(Self.name)
            let temporaryNames = texts.indices.map { Disk.temporaryName(for: ".new-\($0)") }
            defer { for name in temporaryNames { folder.discard(name) } }
            for (text, name) in zip(texts, temporaryNames) {
                folder.discard(name)
                var file = try folder.create(name, displayPath: folder.path)
                try file.append(Array(text.utf8))
                if texts.count == 1 { try file.flush() }
                try file.close()
            }
            // The files are complete on disk before they get names, also after a power failure. For many, one call is faster.
            if texts.count > 1 { try folder.flushFileSystem() }
            var number = CaseNumber.next(after: try folder.entries().map(\.name))
            for (text, name) in zip(texts, temporaryNames) {
                let bytes = Array(text.utf8)
                while try !folder.linkOrCopy(name, holding: bytes, as: "\(CaseNumber.id(number)).md") { number += 1 }
                paths.append(folder.displayPath(of: "\(CaseNumber.id(number)).md"))
                number += 1
            }
            try folder.flush()
            try root.flush()
        } catch {
            return (paths, error)
        }
        return (paths, nil)
    }
}
