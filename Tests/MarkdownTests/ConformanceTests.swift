import Foundation
import Testing

/// The examples of the CommonMark 0.30 specification, compared with libcmark.
///
/// They are not part of the repository: `COMMONMARK_SPEC` names a JSON file with them, or a folder that holds `commonmark.json`.
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

    /// The tree is the same as libcmark's: written the way libcmark writes HTML, it is equal for all examples.
    @Test(.enabled(if: path != nil, "COMMONMARK_SPEC is not set"))
    func treesAreThoseOfLibcmark() throws {
        let examples = try Self.examples()
        #expect(examples.count == 652)
        let different = examples.filter { asCommonMark(Array($0.markdown.utf8)) != libcmark(Array($0.markdown.utf8)) }
        #expect(different.map(\.example) == [])
    }

    /// Every leaf of every example is found in the source byte by byte, and pairing all emphasis again changes nothing.
    @Test(.enabled(if: path != nil, "COMMONMARK_SPEC is not set"))
    func everyByteIsFoundInTheSource() throws {
        for example in try Self.examples() {
            let bytes = Array(example.markdown.utf8)
            let result = parsedAsCommonMark(bytes)
            #expect(result.html == libcmark(bytes), "example \(example.example)")
            #expect(result.misaligned == 0, "example \(example.example)")
        }
    }

    /// A page of the site differs in the listed examples and in no others, each because of a rule of this module.
    @Test(.enabled(if: path != nil, "COMMONMARK_SPEC is not set"))
    func pagesDifferOnlyInTheListedExamples() throws {
        var different: [String: [Int]] = [:]
        for example in try Self.examples() {
            let theirs = libcmark(Array(example.markdown.utf8)).replacing(" />", with: ">")
            if html(example.markdown) != theirs { different[reason(theirs), default: []].append(example.example) }
        }
        for reason in Set(different.keys).union(Self.differences.keys).sorted() {
            #expect(different[reason] == Self.differences[reason], "\(reason)")
        }
    }

    /// The reason of a difference: the first rule of this module that applies.
    private func reason(_ html: String) -> String {
        if html.contains("raw HTML omitted") { return "raw HTML" }
        if html.contains(/<h[1-6]>/) { return "headings" }
        if html.contains("<img") { return "images" }
        return "addresses"
    }
}
