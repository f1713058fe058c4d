import Foundation

/// What differs between a folder of expected files and the actual ones.
package struct FolderDifference: CustomStringConvertible {
    /// Paths that only one side has, then paths whose content differs, each sorted.
    package let missing: [String]
    package let unexpected: [String]
    package let changed: [String]
    private let expected: [String: Data]
    private let actual: [String: Data]

    package init(from expected: [String: Data], to actual: [String: Data]) {
        self.expected = expected
        self.actual = actual
        missing = expected.keys.filter { actual[$0] == nil }.sorted()
        unexpected = actual.keys.filter { expected[$0] == nil }.sorted()
        changed = actual.keys.filter { expected[$0] != nil && expected[$0] != actual[$0] }.sorted()
    }

    /// Whether both sides hold the same files with the same bytes.
    package var isEmpty: Bool { missing.isEmpty && unexpected.isEmpty && changed.isEmpty }

    /// The paths that differ, and the differences of the first three changed files.
    package var description: String {
        let names = [("missing", missing), ("unexpected", unexpected), ("changed", changed)]
        let lists = names.filter { !$0.1.isEmpty }.map { kind, paths in
            let more = paths.count > 20 ? " and \(paths.count - 20) more" : ""
            return "\(kind): \(paths.prefix(20).joined(separator: ", "))\(more)"
        }
        return (lists + changed.prefix(3).map(difference)).joined(separator: "\n")
    }

    private func difference(of path: String) -> String {
        guard let old = expected[path].flatMap({ String(data: $0, encoding: .utf8) }),
            let new = actual[path].flatMap({ String(data: $0, encoding: .utf8) })
        else {
            return "\(path): \(expected[path]?.count ?? 0) bytes expected, \(actual[path]?.count ?? 0) bytes found"
        }
        return TextDifference(from: old, to: new, path: path).description(limit: 60)
    }
}
