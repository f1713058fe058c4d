import Images
import CasebookLoading
import Diagnostics

/// Fixes every problem of a content folder for which exactly one correction is right.
///
/// It is pure: it takes files and returns fixed files. It reads the files, fixes them, and repeats until nothing is left to fix,
/// because fixes can overlap and some problems are found only after a fix.
public struct ContentFixer {
    /// The most rounds. No known file needs so many; the limit guarantees that fixing ends.
    private static let roundLimit = 32

    private let files: [SourceFile]
    private let images: [ImageFile]
    private let links: [String]
    private let root: String
    private let jobs: Int
    private var contents: [[UInt8]]
    private var fixes: [[Fix]]

    /// Fixes the files of a content folder.
    ///
    /// - Parameters:
    ///   - files: `casebook.yml` and every other text file.
    ///   - images: The image files.
    ///   - links: The paths of symbolic links, which are not read.
    ///   - root: The content folder, with which paths start.
    ///   - jobs: The number of threads.
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

    /// Fixes one file, with everything else as it was read.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of the file.
    ///   - location: Its path relative to the content folder.
    ///   - content: The files as they were read.
    package static func fix(
        _ bytes: [UInt8], at location: String, in content: ContentFiles
    ) -> (bytes: [UInt8], fixes: [Fix]) {
        let path = "\(content.root)/\(location)"
        var (bytes, fixes, rounds) = (bytes, [Fix](), 0)
        while rounds < roundLimit {
            let found = content.unsaved(at: location, bytes: bytes, on: nil, reportsTidyings: true).diagnostics
            guard let result = fixed(bytes, found.filter { $0.path == path }, path: path) else { break }
            bytes = result.bytes
            fixes += result.fixes
            rounds += 1
        }
        return (bytes, fixes)
    }

    private var outcome: ContentFixes {
        let order = files.indices.sorted { files[$0].path < files[$1].path }
        return ContentFixes(
            files: order.filter { contents[$0] != files[$0].bytes }.map {
                ContentFixes.ChangedFile(index: $0, path: files[$0].path, before: files[$0].bytes, after: contents[$0])
            },
            fixes: order.flatMap { fixes[$0] })
    }

    /// Reads all files and applies the fixes that do not overlap. Returns whether a file changed.
    private mutating func fixOnce() -> Bool {
        let diagnostics = CasebookReader.diagnosticsForFixing(
            paths: files.map(\.path), images: images, links: links, root: root, jobs: jobs
        ) { [contents] in contents[$0] }
        let found = Dictionary(grouping: diagnostics, by: \.path)
        var isChanged = false
        for (index, file) in files.enumerated() {
            guard let diagnostics = found[file.path], let result = Self.fixed(contents[index], diagnostics, path: file.path)
            else { continue }
            contents[index] = result.bytes
            fixes[index] += result.fixes
            isChanged = true
        }
        return isChanged
    }

    /// Returns the bytes of a file with some problems fixed; `nil` if nothing can be fixed.
    private static func fixed(
        _ bytes: [UInt8], _ diagnostics: [Diagnostic], path: String
    ) -> (bytes: [UInt8], fixes: [Fix])? {
        if let result = StorageFix.fix(bytes, diagnostics, path: path), result.bytes != bytes { return result }
        guard diagnostics.contains(where: { $0.fixIt != nil }),
            let text = SourceDecoder.decode(SourceFile(path: path, bytes: bytes)).text
        else { return nil }
        let fixes = LineFixes(diagnostics, in: text)
        let result = fixes.apply(to: bytes)
        return result == bytes ? nil : (result, fixes.fixes)
    }
}
