import Images
import CasebookLoading
import Diagnostics

/// Fixes every problem in a content folder's files that has one right answer, except in bodies.
///
/// Pure: it takes the files and returns them fixed. Files are read, fixed and read again until there is nothing left to fix:
/// fixes may overlap, and some problems show only in a file that was fixed.
public struct ContentFixer {
    /// No known damage needs more. A limit, so that fixing always ends.
    private static let roundLimit = 32

    private let files: [SourceFile]
    private let images: [ImageFile]
    private let links: [String]
    private let root: String
    private let jobs: Int
    private var contents: [[UInt8]]
    private var fixes: [[Fix]]

    /// Fixes files.
    ///
    /// - Parameters: As ``CasebookReader/read(paths:images:links:root:includingDrafts:jobs:bytes:)`` takes them.
    /// - Complexity: A few times that of reading the files.
    public static func fix(
        files: [SourceFile], images: [ImageFile], links: [String] = [], root: String = "content", jobs: Int
    ) -> ContentFixes {
        var fixer = ContentFixer(
            files: files, images: images, links: links, root: root, jobs: jobs, contents: files.map(\.bytes),
            fixes: Array(repeating: [], count: files.count))
        var rounds = 0
        while rounds < roundLimit, fixer.fixOnce() { rounds += 1 }
        return fixer.outcome
    }

    private var outcome: ContentFixes {
        let order = files.indices.sorted { files[$0].path < files[$1].path }
        return ContentFixes(
            files: order.filter { contents[$0] != files[$0].bytes }.map {
                ContentFixes.ChangedFile(index: $0, path: files[$0].path, before: files[$0].bytes, after: contents[$0])
            },
            fixes: order.flatMap { fixes[$0] })
    }

    /// Reads all files and applies the fixes that do not overlap. Returns whether there were any.
    private mutating func fixOnce() -> Bool {
        let diagnostics = CasebookReader.diagnosticsForFixing(
            paths: files.map(\.path), images: images, links: links, root: root, jobs: jobs
        ) { [contents] in contents[$0] }
        let found = Dictionary(grouping: diagnostics, by: \.path)
        var isChanged = false
        for (index, file) in files.enumerated() {
            guard let diagnostics = found[file.path], let result = fixed(contents[index], diagnostics, path: file.path)
            else { continue }
            contents[index] = result.bytes
            fixes[index] += result.fixes
            isChanged = true
        }
        return isChanged
    }

    /// Returns a file's bytes with some problems fixed; nil where nothing can be fixed.
    private func fixed(
        _ bytes: [UInt8], _ diagnostics: [Diagnostic], path: String
    ) -> (bytes: [UInt8], fixes: [Fix])? {
        if let result = StorageFix.fix(bytes, diagnostics, path: path), result.bytes != bytes { return result }
        guard diagnostics.contains(where: { $0.fixIt != nil }),
            let text = SourceDecoder.decode(SourceFile(path: path, bytes: bytes)).text
        else { return nil }
        let isSettings = path == root + "/casebook.yml"
        let end = isSettings ? text.utf8.count : FrontMatterParser.parse(text).body.lowerBound
        let fixes = LineFixes(diagnostics, in: text, before: end)
        let result = fixes.apply(to: bytes)
        return result == bytes ? nil : (result, fixes.fixes)
    }
}
