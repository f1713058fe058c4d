@testable import CasebookModel
import Testing

@Suite struct BaseURLTests {
    @Test(arguments: [
        ("https://example.org", "https://example.org/"), ("https://example.org/", "https://example.org/"),
        ("http://localhost:8080/cases", "http://localhost:8080/cases/"), ("https://[::1]/", "https://[::1]/"),
        ("https://example.org/~a/%E3%81%82/", "https://example.org/~a/%E3%81%82/"),
        ("https://xn--r8jz45g.jp/", "https://xn--r8jz45g.jp/"),
        ("https://example.org/a.html.d", "https://example.org/a.html.d/"),
    ])
    func validAddressesEndInASlash(text: String, expected: String) {
        #expect(BaseURL(text)?.text == expected)
        #expect(BaseURL(argument: text)?.text == expected)
    }

    @Test(arguments: [
        "", "example.org", "https:", "https://", "https:///a", "https://-/", "ftp://example.org/", "//example.org/",
        "https://example.org/?a", "https://example.org/#a", "https://example.org?a", "https://example.org/あ",
        "https://例え.jp/", "https://example.org/a b", "https://example.org/\"", "https://example.org/<",
        "https://example.org/\\",
        "https://example.org/`", "https://example.org/{a}", "https://example.org/|", "https://example.org/^",
        "https://user@example.org/", "https://user:pass@example.org/", "https://example.org/k/index.html",
        "https://example.org/INDEX.HTM", "https://example.org/k/top.html/", "https://example.org/\n",
        "https://example.org/\u{7F}", " https://example.org/",
    ])
    func otherTextsAreInvalid(text: String) {
        #expect(BaseURL(text) == nil)
        #expect(BaseURL(argument: text) == nil)
    }

    @Test func onlyTheCommandLineAllowsASchemeInCapitals() {
        #expect(BaseURL(argument: "HTTPS://Example.org")?.text == "https://Example.org/")
        #expect(BaseURL("HTTPS://example.org") == nil)
    }

    @Test(arguments: [
        ("https://example.org/k/index.html", AddressMistake.Kind.page, "https://example.org/k/"),
        ("https://example.org/index.htm", .page, "https://example.org/"),
        ("https://example.org/k?a=1", .query, "https://example.org/k/"),
        ("https://example.org/k/#top", .fragment, "https://example.org/k/"),
        ("https://example.org/k/index.html?a#b", .fragment, "https://example.org/k/"),
        ("https://例え.jp/", .host, "https://xn--r8jz45g.jp/"),
        ("https://日本語.jp:8080/事例", .host, "https://xn--wgv71a119e.jp:8080/%E4%BA%8B%E4%BE%8B/"),
        ("https://ｗｗｗ．例え。ＪＰ/", .host, "https://www.xn--r8jz45g.jp/"),
        ("https://bücher.example/", .host, "https://xn--bcher-kva.example/"),
        ("https://example.org/事例/", .path, "https://example.org/%E4%BA%8B%E4%BE%8B/"),
        ("https://example.org/a b/", .path, "https://example.org/a%20b/"),
        ("https://user:pass@example.org/k/", .credentials, "https://example.org/k/"),
    ])
    func theFormThatWasMeant(text: String, kind: AddressMistake.Kind, meant: String) {
        let mistake = AddressMistake(of: text, isBase: true)
        #expect(mistake == AddressMistake(kind: kind, meant: meant))
        #expect(BaseURL(meant) != nil)
    }

    @Test(arguments: [
        "", "example", "https://", "ftp://a.jp/", "https:///a", "https://\u{200B}/", "https://-あ.jp/", "https://あ b.jp/",
    ])
    func nothingIsMeant(text: String) {
        #expect(AddressMistake(of: text, isBase: true)?.meant == nil)
        #expect(AddressMistake(of: text, isBase: true) != nil)
    }

    @Test(arguments: [
        "https://user:SECRET@example.org/", "user:SECRET@example.org", "ftp://u:SECRET@a/", "https://SECRET@例え.jp/index.html?a",
    ])
    func passwordsAreNotShown(text: String) throws {
        let mistake = try #require(BaseURL.mistake(inArgument: text))
        #expect(mistake.kind == .credentials)
        let message = mistake.message(of: "base_url")
        #expect(!message.ja.contains("SECRET") && !message.en.contains("SECRET") && mistake.meant?.contains("SECRET") != true)
    }

    /// RFC 3492, section 7.1, and labels of Japanese domains in use.
    @Test(arguments: [
        ("なぜみんな日本語を話してくれないのか", "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"), ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
        ("安室奈美恵-with-super-monkeys", "-with-super-monkeys-pc58ag80a8qai00g7n9n"),
        ("hello-another-way-それぞれの場所", "hello-another-way--fc4qua05auwb3674vfr0b"),
        ("パフィーdeルンバ", "de-jg4avhby1noc0d"), ("そのスピードで", "d9juau41awczczp"), ("みんな", "q9jyb4c"),
    ])
    func punycode(label: String, encoded: String) {
        #expect(WebHost.ascii(label) == "xn--" + encoded)
    }

    @Test(arguments: [
        "localhost", "a.localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0", "::1", "::",
        "fd00::1", "fe80::1",
        "::ffff:192.168.0.1", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.10", "169.254.1.1", "nas.local", "nas",
        "server.internal",
        "localhost.", "router.home.arpa",
    ])
    func localHosts(host: String) {
        #expect(WebHost.isLocal(host))
    }

    @Test(arguments: [
        "example.jp", "10.example.com", "localhost.example.jp", "172.32.0.1", "172.15.0.1", "192.169.0.1", "11.0.0.1",
        "128.0.0.1", "8.8.8.8",
        "2001:db8::1", "local.example.jp", "example.locals", "127.0.0.1.example.jp", "1.2.3.4.5", "",
    ])
    func otherHosts(host: String) {
        #expect(!WebHost.isLocal(host))
    }

    @Test func hostsOfAddresses() {
        #expect(WebHost.host(of: "http://User:pw@LOCALHOST:8080/a@b") == "localhost")
        #expect(WebHost.host(of: "http://[::1]:8080/") == "::1" && WebHost.host(of: "mailto:a@b.jp") == nil)
    }
}
