import TestSupport
import Testing

@testable import CasebookLoading

@Suite struct OldAddressTests {
    @Test(arguments: [
        ("old/case1.html", "old/case1.html"),
        ("Old/Case1.HTML", "Old/Case1.HTML"),
        ("index2.htm", "index2.htm"),
        ("old/index.html", "old/index.html"),
        ("a/b/", "a/b/index.html"),
        ("a/b", "a/b/index.html"),
        ("v1.2/", "v1.2/index.html"),
        ("v1.2/case.html", "v1.2/case.html"),
        ("事例/就労.html", "事例/就労.html"),
        ("事例/", "事例/index.html"),
        ("%E4%BA%8B%E4%BE%8B/%E5%B0%B1%E5%8A%B4.html", "事例/就労.html"),
        ("my%20page.html", "my page.html"),
        ("~user/a_b-c,(1).html", "~user/a_b-c,(1).html"),
        ("-a.html", "-a.html"),
        ("福.html", "福.html"),
        ("console.html", "console.html"),
        ("a..b.html", "a..b.html"),
    ])
    func pathOf(address: String, path: String) throws {
        let found = try OldAddress(address).path
        #expect(Array(found.unicodeScalars) == Array(path.unicodeScalars))
    }

    @Test(arguments: [
        ("", OldAddress.Problem.empty, nil),
        ("/old.html", .notFromRoot, "old.html"),
        ("./old.html", .notFromRoot, "old.html"),
        ("https://example.jp/a/Old.html", .whole, "a/Old.html"),
        ("https://example.jp", .whole, nil),
        ("//example.jp/old/", .whole, "old/"),
        ("case.php?id=3", .query, nil),
        ("index.html?id=3", .query, nil),
        ("old.html#top", .fragment, "old.html"),
        ("../old.html", .steps, nil),
        ("a/../b.html", .steps, nil),
        ("a/./b.html", .steps, nil),
        ("a//b.html", .steps, nil),
        ("%2e%2e/b.html", .steps, nil),
        ("a%2Fb.html", .steps, nil),
        ("a%5Cb.html", .steps, nil),
        ("a/..", .steps, nil),
        ("old.php", .ending("php"), nil),
        ("old.aspx", .ending("aspx"), nil),
        ("old/case.pdf", .ending("pdf"), nil),
        ("%8E%96.html", .encoding, nil),
        ("100%.html", .encoding, nil),
        ("a%00.html", .character("\0"), nil),
        ("a%25.html", .character("%"), nil),
        ("a\\b.html", .character("\\"), nil),
        ("a:b.html", .character(":"), nil),
        ("a\u{200B}.html", .character("\u{200B}"), nil),
        ("a\u{3000}b.html", .character("\u{3000}"), nil),
        ("ｏｌｄ．ｈｔｍｌ", .wide, "old.html"),
        ("old／case.html", .wide, "old/case.html"),
        (".htaccess", .name(".htaccess"), nil),
        (".well-known/a.html", .name(".well-known"), nil),
        ("Con.html", .name("Con.html"), nil),
        ("a/nul/b.html", .name("nul"), nil),
        ("a./b.html", .name("a."), nil),
        ("a /b.html", .name("a "), nil),
        ("about.html/b.html", .name("about.html"), nil),
        ("feed.xml/", .name("feed.xml"), nil),
        (String(repeating: "a", count: 200) + ".html", .length, nil),
        (String(repeating: "事", count: 66) + ".html", .length, nil),
    ])
    func problemOf(address: String, problem: OldAddress.Problem, meant: String?) {
        #expect(throws: problem) { _ = try OldAddress(address) }
        #expect(OldAddress.meant(address) == meant)
    }

    @Test func oneFileForAFolderAndItsIndex() {
        #expect(OldAddress.paths(["old/", "old/index.html", "../x.html", "old"]) == ["old/index.html"])
    }
}
