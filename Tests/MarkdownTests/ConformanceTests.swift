import Foundation
import Testing

@testable import Markdown

/// CommonMark 0.30's own examples, against libcmark.
///
/// They are not part of the repository: `COMMONMARK_SPEC` names a JSON file of them, or a folder that holds `commonmark.json`.
@Suite struct ConformanceTests {
    struct Example: Decodable {
        let markdown: String
        let example: Int
    }

    static let path = ProcessInfo.processInfo.environment["COMMONMARK_SPEC"]

    static func examples() throws -> [Example] {
        var url = URL(fileURLWithPath: path ?? "")
        if url.hasDirectoryPath || (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true {
            url.append(path: "commonmark.json")
        }
        return try JSONDecoder().decode([Example].self, from: Data(contentsOf: url))
    }

    @Test(.enabled(if: path != nil, "COMMONMARK_SPEC is not set"))
    func treesAreThoseOfLibcmark() throws {
        let examples = try Self.examples()
        #expect(examples.count == 652)
        var different: [Int] = []
        for example in examples {
            let bytes = Array(example.markdown.utf8)
            if asCommonMark(bytes) != libcmark(bytes) {
                different.append(example.example)
                print(example.example, example.markdown.debugDescription, asCommonMark(bytes), libcmark(bytes))
            }
        }
        #expect(different == [])
    }

    @Test(.enabled(if: path != nil, "COMMONMARK_SPEC is not set"))
    func everyByteIsUnderstood() throws {
        for example in try Self.examples() {
            let bytes = Array(example.markdown.utf8)
            let result = pairedAnew(bytes)
            #expect(result.html == libcmark(bytes), "example \(example.example) \(example.markdown.debugDescription)")
            #expect(result.misaligned == 0, "example \(example.example) \(example.markdown.debugDescription)")
        }
    }
}
