import Diagnostics
import Site
import Testing

struct PublishedAssetsTests {
    private static func published(_ files: [(path: String, text: String)]) -> [String] {
        PublishedAssets.make(from: files.map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) })
            .map { "\($0.path): \(String(decoding: $0.bytes, as: UTF8.self))" }
    }

    @Test func aFolderNamedAsAFileBecomesThatFile() {
        let found = Self.published([
            ("find.js/2-b.js", "b();\n"), ("find.js/1-a.js", "// one\na();"), ("find.js/deep/3.js", "c();\n"),
            ("find.js/README.md", "# d"),
            ("find.js/1-a.js~", "e();"),
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

    @Test func otherFilesStayAsTheyAre() {
        #expect(
            Self.published([("a.txt", "  // a\n\n"), ("b.svg", "  /* b */\n")]) == ["a.txt:   // a\n\n", "b.svg:   /* b */\n"])
    }

    @Test func doubtfulFilesStayAsTheyAre() {
        #expect(
            Self.published([("a.js", "  `open\n"), ("a.css", "  a { } /* open }\n")])
                == ["a.css:   a { } /* open }\n", "a.js:   `open\n"])
    }

    @Test func filesOfAFolderAreSeparatedByLineEnds() {
        #expect(
            Self.published([("a.js/1.js", "if (a) /'/.test(b) // c"), ("a.js/2.js", "\u{FEFF}d();")])
                == ["a.js: if (a) /'/.test(b) // c\nd();\n"])
        #expect(
            Self.published([("a.css/1.css", "\u{FEFF}a { }"), ("a.css/2.css", "\u{FEFF}b { }")])
                == ["a.css: \u{FEFF}a { }\nb { }\n"])
    }

    /// Line ends of the old Macintosh, UTF-16, and bytes that are not UTF-8.
    @Test(arguments: [
        Array("// a\rb();".utf8), [0x61, 0, 0x20, 0, 0x0A, 0, 0x20, 0, 0x62, 0], [0x22, 0x83, 0x5C, 0x22, 0x20, 0x20, 0x0A],
    ])
    func filesThatAreNotUTF8TextStayAsTheyAre(bytes: [UInt8]) {
        for path in ["a.js", "a.css"] {
            #expect(PublishedAssets.make(from: [SourceFile(path: path, bytes: bytes)]).map(\.bytes) == [bytes])
        }
    }
}
