import Publishing
import Testing

@Suite struct PageAnchorsTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test(arguments: [
        ("<h2 id=\"a\">", ["a"]), ("<p class=\"x\" id=\"group-あ\">", ["group-あ"]),
        ("<a id=\"a\"></a><b id=\"b\">", ["a", "b"]),
        ("<p id=\"\">", []), ("<p data-id=\"a\">", []), ("<p ID=\"a\">", []), ("id=\"a\"", []), (" id=\"", []), ("", []),
    ])
    func anchors(page: String, expected: [String]) {
        #expect(PageAnchors(of: bytes(page)).all == Set(expected))
    }

    @Test func equalAnchorsHaveOneOrder() {
        let page = PageAnchors(of: bytes("<a id=\"a\"><a id=\"b\">"))
        #expect(page.isEqual(to: PageAnchors(of: bytes("<p><a id=\"a\">text<i id=\"b\">"))))
        #expect(!page.isEqual(to: PageAnchors(of: bytes("<a id=\"ab\"><a id=\"\">"))))
    }

    @Test(arguments: [
        ("<a href=\"../x/y.html#z\">", "x/y.html#z"), ("<a href=\"b.html?q=1#%E3%81%82\">", "cases/b.html#あ"),
        ("<a class=\"c\" href=\"./b.html#z\">", "cases/b.html#z"), ("<a href=\"../%E3%81%82.html#z\">", "あ.html#z"),
        // Links that lead to no anchor of another page.
        ("<a href=\"#z\">", ""), ("<a href=\"a.html#z\">", ""), ("<a href=\"../x/y.html\">", ""),
        ("<p style=\"color:#fff\">", ""),
        ("<a href=\"https://example.jp/#z\">", ""), ("<a href=\"/x.html#z\">", ""), ("<p title=\"b.html#z\">", ""), ("#", ""),
        ("<a href=\"b.html#z", ""), ("&#39; \"", ""),
    ])
    func links(page: String, expected: String) {
        let found = PageAnchors.links(of: bytes(page), at: "cases/a.html").map { "\($0.path)#\($0.anchor)" }
        #expect(found == (expected.isEmpty ? [] : [expected]))
    }

    @Test(arguments: [
        ("<p>a long text</p><p id=\"a\">x</p><p>a long text</p>", "<p>a long text</p><p id=\"b\">x</p><p>a long text</p>"),
        ("<p>a long text</p>", "<p>a long text</p><p id=\"b\">a long text</p>"), ("", "<p id=\"a\">"), ("abc", "abc"),
        ("<p>12345678<p>12345678", "<p>12345678<p>12345678<p>12345678"),
        ("<p id=\"aaaaaaaaaaaaaaaa\">", "<p id=\"aaaaaaaaaaaaaaab\">"),
    ])
    func differingPartsHaveWholeTags(old: String, new: String) {
        for (old, new) in [(old, new), (new, old)] {
            let parts = PageAnchors.differingParts(bytes(old), bytes(new))
            let (before, after) = (PageAnchors(of: bytes(old)).all, PageAnchors(of: bytes(new)).all)
            #expect(PageAnchors(of: parts.old).all.isSuperset(of: before.subtracting(after)))
            #expect(PageAnchors(of: parts.new).all.isSuperset(of: after.subtracting(before)))
            for part in [parts.old, parts.new] {
                #expect(part.count { $0 == UInt8(ascii: "<") } == part.count { $0 == UInt8(ascii: ">") })
            }
        }
    }

    @Test func anchorsAreAddedAtTheEndOfThePage() {
        let page = PageAnchors.adding(["b", "a"], to: bytes("<body>x</body>y</body>\n</html>"))
        #expect(
            String(decoding: page, as: UTF8.self)
                == "<body>x</body>y<span id=\"a\"></span><span id=\"b\"></span></body>\n</html>")
        #expect(PageAnchors.adding(["a"], to: bytes("x")) == bytes("x<span id=\"a\"></span>"))
    }
}
