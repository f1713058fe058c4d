import Diagnostics
import HTML
import Markdown
import Testing

@Suite struct LinkTests {
    @Test(arguments: [
        ("[a](c001.md)", "<a href=\"c001.md\">a</a>"),
        ("[a](../cases/c001.md#x \"題\")", "<a href=\"../cases/c001.md#x\" title=\"題\">a</a>"),
        ("[a](<b c.md>)", "<a href=\"b%20c.md\">a</a>"),
        ("[a](資料.md)", "<a href=\"%E8%B3%87%E6%96%99.md\">a</a>"),
        ("[a](mailto:x@y.example)", "<a href=\"mailto:x@y.example\">a</a>"),
        ("<x@y.example>", "<a href=\"mailto:x@y.example\">x@y.example</a>"),
        ("[電話](tel:+81-3-0000-0000)", "<a href=\"tel:+81-3-0000-0000\">電話</a>"),
        ("[a][b]\n\n[b]: c.md", "<a href=\"c.md\">a</a>"),
    ])
    func links(_ text: String, _ expected: String) {
        #expect(html(text) == "<p>\(expected)</p>\n")
        #expect(problems(text) == [])
    }

    @Test(arguments: ["https://e.example/?a=b&c", "HTTP://E.example", "https://例え.example/"])
    func linksToOtherHostsAreMarked(_ address: String) {
        let page = html("[外](\(address))")
        #expect(page.hasSuffix(" rel=\"noopener noreferrer external\">外<span class=\"external\">（外部サイト）</span></a></p>\n"))
        #expect(!page.contains("target="))
        #expect(html("<\(address)>").contains("<span class=\"external\">"))
        #expect(problems("[外](\(address))") == [])
        let plain = html("[外](\(address))", options: RenderOptions(externalMark: ""))
        #expect(!plain.contains("span"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "java&Tab;script:alert(1)",
        "javascript&colon;alert(1)",
        "&#1;javascript:alert(1)", "<java script:alert(1)>", "< javascript:alert(1)>", "data:text/html,x",
        "data:image/png;base64,x",
        "vbscript:x", "file:///etc/passwd", "//host.example/x", "/\\\\host.example", "\\\\\\\\host.example",
        "/&Tab;/host.example",
        "https:host", "https:///host", "http://", "mailto:", "ftp://h.example", "blob:x", "日本:x", "x:y",
    ])
    func unsafeAddressesNeverReachThePage(_ address: String) {
        for text in ["[字](\(address))", "[字][r]\n\n[r]: \(address)", "![字](\(address))"] {
            #expect(html(text) == "<p>字</p>\n", "\(text)")
            #expect(parse(text).diagnostics.map(\.id) == ["unsafe-address"], "\(text)")
            #expect(parse(text).diagnostics.first?.severity == .warning)
            #expect(parse(text).document.links.map(\.isRefused) == [true])
        }
    }

    @Test func unsafeAutolinks() {
        #expect(html("<javascript:alert(1)>") == "<p>javascript:alert(1)</p>\n")
        #expect(problems("a <javascript:alert(1)>") == ["1:3-1:24 unsafe-address"])
    }

    @Test(arguments: ["a:b.md", "#a:b", "?a:b", "./a:b.md", "/rooted.md", "a//b.md", "javascript%3Aalert(1)", ""])
    func addressesWithinTheSite(_ address: String) {
        let isScheme = address.hasPrefix("a:")
        #expect(parse("[字](\(address))").document.links.first?.isRefused == isScheme)
        #expect(parse("[字](\(address))").document.links.first?.isExternal == isScheme)
    }

    @Test func addressesAreRequestedByDestination() {
        var asked: [String] = []
        let options = RenderOptions(idPrefix: "c001-", externalMark: "") { destination in
            asked.append(destination)
            return ["a.md": "../a.html", "#x": "#x", "b.md#y": "#c002-y"][destination]
        }
        let page = html("[a](a.md) [x](#x) [y](b.md#y) [z](z.md) [w](https://w.example) <m@m.example>", options: options)
        #expect(asked == ["a.md", "#x", "b.md#y", "z.md"])
        #expect(page.contains("<a href=\"../a.html\">a</a> <a href=\"#c001-x\">x</a>"))
        #expect(page.contains("z <a href"))
    }

    @Test func requestedAddressesAreEscaped() {
        #expect(
            html("[a](b)", options: RenderOptions { _ in "\"><script>&'あ" })
                == "<p><a href=\"%22%3E%3Cscript%3E&amp;&#x27;%E3%81%82\">a</a></p>\n")
    }

    @Test(arguments: [
        ("[](a.md)", ["1:1-1:9 link-without-text"]), ("[ ](a.md)", ["1:1-1:10 link-without-text"]), ("[![絵](a.png)](a.md)", []),
        ("[<b></b>](a.md)", ["1:1-1:16 link-without-text", "1:2-1:5 raw-html"]), ("[`a`](a.md)", []),
    ])
    func linksNeedText(_ text: String, _ expected: [String]) {
        #expect(problems(text) == expected)
    }

    /// Each text, the source of its first link, and the source of that link's address.
    @Test(arguments: [
        ("あ[い](う.md)え", "[い](う.md)", "う.md"), ("[a][b]\n\n[b]: c", "[a][b]", "[a][b]"),
        ("[a](\n  b.md\n  't'\n)", "[a](\n  b.md\n  't'\n)", "b.md"),
        ("> 一\n> [a\n> b](c\n> \"d\n> e\") f", "[a\n> b](c\n> \"d\n> e\")", "c"),
        ("- x\n\n  [b]: /u\n  [c](d)", "[c](d)", "d"), ("x\n   [c](<d e>) ", "[c](<d e>)", "<d e>"),
        ("`a`*b*&amp;\\*[c](d)", "[c](d)", "d"), ("<https://e.example>", "<https://e.example>", "<https://e.example>"),
        ("1. > - 一\n   >   二 [三](四)", "[三](四)", "四"), ("> 一\n二 [三](四)", "[三](四)", "四"),
        ("[三][]\n\n[三]: 四", "[三][]", "[三][]"), ("[三] (五)\n\n[三]: 四", "[三]", "[三]"), ("[三](五 六)\n\n[三]: 四", "[三]", "[三]"),
        ("# 一 [三](四) #", "[三](四)", "四"), ("一\n[三](四)\n===", "[三](四)", "四"), ("a\0[三](四)", "[三](四)", "四"),
        ("-\t一\n\n\t[三](四)", "[三](四)", "四"), (">\t- 一\n>\t  [三](四)", "[三](四)", "四"),
    ])
    func sourceRanges(_ text: String, _ whole: String, _ address: String) {
        let source = SourceText(path: "a.md", utf8: Array(text.utf8))
        let link = parse(text).document.links.first
        #expect(link.map { source.string($0.source) } == whole)
        #expect(link.map { source.string($0.destinationSource) } == address)
    }

    @Test func destinationsAreDecoded() {
        let links = parse("[a](a\\*b&amp;c%20d.md) ![](あ.png)").document.links
        #expect(links.map(\.destination) == ["a*b&c%20d.md", "あ.png"])
        #expect(links.map(\.isImage) == [false, true])
        #expect(links.map(\.hasAlt) == [true, false])
    }
}
