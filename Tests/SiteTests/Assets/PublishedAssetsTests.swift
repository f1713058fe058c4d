import Diagnostics
import Testing

@testable import Site

struct PublishedAssetsTests {
    private static func published(_ files: [(path: String, text: String)]) -> [String] {
        PublishedAssets.make(from: files.map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) })
            .map { "\($0.path): \(String(decoding: $0.bytes, as: UTF8.self))" }
    }

    @Test func aFolderNamedAsAFileBecomesThatFile() {
        let found = Self.published([
            ("find.js/2-b.js", "b();\n"), ("find.js/1-a.js", "// one\na();"), ("find.js/deep/3.js", "c();\n"),
            ("find.json", "{ }\n"),
            ("z.css/b.css", "b { }\n"), ("icons/a.svg", "<svg/>"), ("z.css/a.css", "a { }\n"),
        ])
        #expect(
            found == [
                "find.js: a();\nb();\nc();\n", "find.json: { }\n", "icons/a.svg: <svg/>", "z.css: a { }\nb { }\n",
            ])
    }

    @Test func theOrderInWhichFilesAreReadChangesNothing() {
        let files = [("a.js/1.js", "1;"), ("a.js/2.js", "2;"), ("a-b.js", "3;"), ("a.js.map", "4")]
        #expect(Self.published(files) == Self.published(files.reversed()))
    }

    @Test func whatIsNoScriptAndNoStyleSheetStaysAsItIs() {
        #expect(
            Self.published([("a.txt", "  // a\n\n"), ("b.svg", "  /* b */\n")]) == ["a.txt:   // a\n\n", "b.svg:   /* b */\n"])
    }

    @Test func whatCannotBeToldStaysAsItIs() {
        #expect(
            Self.published([("a.js", "  'open\n"), ("a.css", "  a { content: \"open }\n")])
                == ["a.css:   a { content: \"open }\n", "a.js:   'open\n"])
    }
}
