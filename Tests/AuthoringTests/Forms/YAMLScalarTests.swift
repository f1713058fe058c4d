@testable import CasebookModel
@testable import CasebookLoading
@testable import Authoring
import Diagnostics
import Testing
import Yams

@Suite struct YAMLScalarTests {
    private static let texts = [
        "題名", "「題名」", "A: b", "a #b", "# a", "- a", "---", "[a]", "{a}", "'a'", "\"a\"", "a\"b", "a\\b", "a, b", "null", "~",
        "true", "No", "2026-04-01", "123", "1.5", "0x1F", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`", "? a", " a ", "a:",
        ":a",
        "ー長音", "－全角", "・中黒", "：コロン", "A：B", "［a、b］", "a、b", "a\tb", "a\nb", "\u{1B}[31m", "\u{202E}x", "\u{E000}",
        "\u{2028}", "\u{85}", "😀", "が", "　全角の空白", "a'", "a|b", "<!--", "{{a}}",
    ]

    @Test(arguments: texts) func otherReadersTakeItForThatText(text: String) throws {
        #expect(try Yams.load(yaml: "a: \(YAMLScalar.write(text))\n") as? [String: String] == ["a": text])
        #expect(try Yams.load(yaml: "a: \(YAMLScalar.write([text, text]))\n") as? [String: [String]] == ["a": [text, text]])
    }

    @Test(arguments: texts) func soDoesTheReaderOfFrontMatter(text: String) {
        let yaml = "---\ntitle: \(YAMLScalar.write(text))\nrelated: \(YAMLScalar.write([text, "b"]))\n---\n"
        let source = SourceText(path: "a.md", utf8: Array(yaml.utf8))
        let entries = FrontMatterParser.parse(source, knownKeys: []).entries
        #expect(entries.map(\.name) == ["title", "related"])
        #expect(entries[0].value.text?.string(in: source) == text)
        // What is in lists holds no control characters and no backslashes.
        guard !YAMLScalar.write(text).contains("\\") else { return }
        #expect(entries[1].value.items.map { $0.text?.string(in: source) } == [text, "b"])
    }

    @Test func plainWhereItCanBe() {
        #expect(YAMLScalar.write("就労継続支援A型事業所") == "就労継続支援A型事業所")
        #expect(YAMLScalar.write(["障害のある人（本人）", "企業・職場"]) == "[障害のある人（本人）, 企業・職場]")
        #expect(YAMLScalar.write("a: b") == "\"a: b\"")
    }
}
