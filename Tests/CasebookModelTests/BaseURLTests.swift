import CasebookModel
import Testing

@Suite struct BaseURLTests {
    @Test(arguments: [
        ("https://example.org", "https://example.org/"), ("https://example.org/", "https://example.org/"),
        ("http://localhost:8080/cases", "http://localhost:8080/cases/"), ("https://[::1]/", "https://[::1]/"),
        ("https://user@example.org/~a/%E3%81%82/", "https://user@example.org/~a/%E3%81%82/"),
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
        "https://example.org/\n", "https://example.org/\u{7F}", " https://example.org/",
    ])
    func otherTextsAreInvalid(text: String) {
        #expect(BaseURL(text) == nil)
        #expect(BaseURL(argument: text) == nil)
    }

    @Test func onlyTheCommandLineAllowsASchemeInCapitals() {
        #expect(BaseURL(argument: "HTTPS://Example.org")?.text == "https://Example.org/")
        #expect(BaseURL("HTTPS://example.org") == nil)
    }
}
