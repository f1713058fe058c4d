import Basics
import HTML
import Testing

@Suite("HTML with the readings of kanji")
struct FuriganaDocumentTests {
    private static let finder = ReadingFinder(
        [
            ("支援", "しえん"), ("～者", "しゃ"), ("就労", "しゅうろう"), ("取り組み", "とりくみ"), ("難病", "なんびょう"), ("相談", "そうだん"),
            ("就労支援機関", "しゅうろうしえんきかん"), ("～機関", "きかん"), ("人", "ひと"), ("（を）行った", "おこなった"), ("相談員", "そうだんいん"),
        ].compactMap { try? ReadingPattern.read($0, reading: $1).get() })

    /// The page with ruby in a short form: [支援|しえん]. It is the same when its blocks came up before.
    private func page(_ html: String, joinsTexts: Bool = false, prefix: (String) -> String? = { _ in nil }) -> String {
        var html = html
        var cache = FuriganaCache()
        func bytes() -> [UInt8] {
            html.withUTF8 {
                FuriganaDocument.bytes(
                    of: $0, read: { Self.finder.read($0).found }, joinsTexts: joinsTexts, cache: &cache, prefix: prefix)
            }
        }
        let page = bytes()
        #expect(page == bytes())
        return String(decoding: page, as: UTF8.self).replacing("<ruby>", with: "[").replacing("<rp>（</rp><rt>", with: "|")
            .replacing("</rt><rp>）</rp></ruby>", with: "]")
    }

    @Test("whole words have readings, their okurigana do not")
    func words() {
        #expect(page("<p>就労の取り組みを行った支援者</p>") == "<p>[就労|しゅうろう]の[取|と]り[組|く]みを[行|おこな]った[支援者|しえんしゃ]</p>")
        #expect(page("<p>2人と2026年3月1日</p>") == "<p>[2人|ふたり]と[2026年|にせんにじゅうろくねん][3月|さんがつ][1日|ついたち]</p>")
    }

    @Test("the form is that of HTML, with brackets for browsers without ruby")
    func form() {
        var html = "<p>支援</p>"
        var cache = FuriganaCache()
        let bytes = html.withUTF8 { FuriganaDocument.bytes(of: $0, read: { Self.finder.read($0).found }, cache: &cache) }
        #expect(String(decoding: bytes, as: UTF8.self) == "<p><ruby>支援<rp>（</rp><rt>しえん</rt><rp>）</rp></ruby></p>")
    }

    @Test("equal blocks in other elements are read again")
    func contexts() {
        let block = "支援と<span lang=\"ja\">相談</span>"
        let (plain, foreign) = ("[支援|しえん]と<span lang=\"ja\">[相談|そうだん]</span>", "支援と<span lang=\"ja\">[相談|そうだん]</span>")
        #expect(
            page("<p>\(block)</p><p lang=\"en\">\(block)</p><pre>\(block)</pre><p>\(block)</p>")
                == "<p>\(plain)</p><p lang=\"en\">\(foreign)</p><pre>\(block)</pre><p>\(plain)</p>")
    }

    @Test(
        "what needs no readings stays as it is",
        arguments: [
            "<title>支援</title>", "<script>\"支援\"</script>", "<style>/* 支援 */</style>", "<p><code>支援</code></p>",
            "<pre>支援</pre>",
            "<p lang=\"zh\">支援</p>", "<p><span lang=\"en-GB\">支援</span></p>",
            "<img alt=\"支援\" title=\"就労\">", "<select><option>支援</option></select>", "<textarea>支援</textarea>",
            "<head><meta content=\"支援\"></head>", "<!-- 支援 --><p>かな</p>", "<p>未知の語</p>", "<!DOCTYPE html><p>&lt;&amp;</p>",
        ])
    func untouched(html: String) {
        #expect(page(html) == html)
    }

    @Test("text in Japanese inside of another language has readings")
    func languages() {
        #expect(page("<p lang=\"en\">x <i lang=\"ja\">支援</i> 支援</p>") == "<p lang=\"en\">x <i lang=\"ja\">[支援|しえん]</i> 支援</p>")
        #expect(page("<html lang=\"ja\"><p>支援</p></html>") == "<html lang=\"ja\"><p>[支援|しえん]</p></html>")
    }

    @Test("words do not reach across emphasis, but what is around them counts")
    func emphasis() {
        #expect(page("<p><strong>支援</strong>者</p>") == "<p><strong>[支援|しえん]</strong>[者|しゃ]</p>")
        #expect(page("<p>支援を<a href=\"#\">行った</a></p>") == "<p>[支援|しえん]を<a href=\"#\">[行|おこな]った</a></p>")
        // Without the word before, nothing says how it is read.
        #expect(page("<p>支援</p><p>者</p><p>を</p><p>行った</p>") == "<p>[支援|しえん]</p><p>者</p><p>を</p><p>行った</p>")
    }

    @Test("words reach across links of the glossary and phrases of titles")
    func seams() {
        let link = "<a class=\"glossary\" href=\"g\">"
        #expect(page("<p>\(link)就労支援</a>機関</p>") == "<p>[\(link)就労支援</a>機関|しゅうろうしえんきかん]</p>")
        // A link that ends inside of a word divides it.
        #expect(page("<p>\(link)難病相談</a>員</p>") == "<p>\(link)[難病|なんびょう][相談|そうだん]</a>員</p>")
        #expect(
            page("<h1>支援<wbr><span class=\"phrase\">により</span></h1>")
                == "<h1>[支援|しえん]<wbr><span class=\"phrase\">により</span></h1>")
    }

    @Test("a word with the reading of the page is a part of the text around")
    func ruby() {
        #expect(
            page("<p><ruby>支援<rp>（</rp><rt>サポート</rt><rp>）</rp></ruby>者</p>") == "<p>[支援|サポート][者|しゃ]</p>")
    }

    @Test("character references are characters")
    func references() {
        #expect(page("<p>A&amp;支援&#32773;</p>") == "<p>A&amp;[支援&#32773;|しえんしゃ]</p>")
    }

    @Test("a text with several parts becomes an element where that is asked for")
    func joined() {
        #expect(page("<h2><svg/>支援の人</h2>", joinsTexts: true) == "<h2><svg/><bdi>[支援|しえん]の[人|ひと]</bdi></h2>")
        for html in ["<h2>支援</h2>", "<p>\n  支援\n</p>"] {
            #expect(page(html, joinsTexts: true) == html.replacing("支援", with: "[支援|しえん]"))
        }
        #expect(page("<p>かな</p>", joinsTexts: true) == "<p>かな</p>")
        let link = "<a class=\"glossary\" href=\"g\">"
        #expect(
            page("<p>この\(link)就労支援</a>機関の人</p>", joinsTexts: true)
                == "<p>この[\(link)就労支援</a>機関|しゅうろうしえんきかん]の[人|ひと]</p>")
    }

    @Test("addresses get a prefix, and links to other forms of the page are left out")
    func addresses() {
        let outside = { (address: String) -> String? in address.hasPrefix("in") ? nil : "../" }
        #expect(
            page(
                "<a href=\"in.html\"><img src='x.png'></a><form action=\"s.html\"><div data-root=\"\" data-later=\"a.js b.js\" data-x=\"a.css\">",
                prefix: outside)
                == "<a href=\"in.html\"><img src='../x.png'></a><form action=\"../s.html\"><div data-root=\"../\" data-later=\"../a.js ../b.js\" data-x=\"a.css\">"
        )
        #expect(
            page("<link rel=\"alternate\" href=\"feed.xml\">\n<link rel=\"icon\" href=\"i\">")
                == "<link rel=\"icon\" href=\"i\">")
    }

    @Test(
        "markup that is not complete does not stop it",
        arguments: ["<p>支援", "支援</p>", "<p><b>支援</p>者", "<", "<p", "<p a=", "&", "<b>就労</i>支援機関"])
    func incomplete(html: String) {
        let text = page(html)
        #expect(text.replacing(/\[([^|\]]*)\|[^\]]*\]/) { String($0.1) } == html)
    }
}
