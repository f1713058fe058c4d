import CasebookModel
import TestSupport
import Testing

@Suite struct AddressWithoutSchemeTests {
    private func problems(_ address: String) -> [ReportedProblem] {
        SmallCasebook().replacing("工夫しました。", with: "[様式](\(address))を使いました。", in: "cases/c001.md").problems()
    }

    @Test(arguments: [
        ("www.example.jp", "https://www.example.jp"), ("example.jp/a/b.html", "https://example.jp/a/b.html"),
        ("example.co.jp", "https://example.co.jp"),
        ("https：//example.jp", "https://example.jp"), ("ｈｔｔｐｓ：／／example.jp／a", "https://example.jp/a"),
        ("https//example.jp", "https://example.jp"),
        ("ttps//example.jp/", "https://example.jp/"), ("http；//example.jp/", "http://example.jp/"),
    ])
    func saysWhatIsMissing(address: String, meant: String) {
        let scheme = meant.hasPrefix("https") ? "https://" : "http://"
        #expect(
            problems(address) == [
                ReportedProblem(
                    "address-without-scheme", "cases/c001.md:14:6",
                    ja: "リンク先「\(address)」は、「\(scheme)」から始めて `\(meant)` と書いてください",
                    en: "The link target “\(address)” must start with “\(scheme)”: write `\(meant)`",
                    suggestions: [meant], fix: "14:6-14:\(6 + address.count) → \(meant)")
            ])
    }

    @Test func aMailAddress() {
        let found = problems("name@example.jp").first { $0.id == "address-without-scheme" }
        #expect(found?.ja == "リンク先「name@example.jp」は、「mailto:」から始めて `mailto:name@example.jp` と書いてください")
    }

    /// The Markdown module refuses these, and shows what is meant.
    @Test(arguments: [
        ("http:/example.jp", "http://example.jp"), ("https:example.jp", "https://example.jp"),
        ("//example.jp/a", "https://example.jp/a"),
        ("ttps://example.jp/", "https://example.jp/"), ("htttp://example.jp", "http://example.jp"),
    ])
    func aMisspeltScheme(address: String, meant: String) {
        #expect(problems(address).map { "\($0.id) \($0.suggestions)" } == ["unsafe-address [\"\(meant)\"]"])
    }

    @Test(arguments: [
        "c002.md", "https://example.jp/", "http://example.jp/a?b#c", "mailto:name@example.jp", "tel:0312345678",
        "../pages/about.md",
    ])
    func rightOnesAreFine(address: String) {
        #expect(problems(address).filter { $0.id != "phone-number" && $0.id != "mail-address" } == [])
    }

    @Test(arguments: ["c009.md", "c002.htm", "file.pdf", "a.b/c.md", "readme.txt", "日本.md", "../files/form.docx"])
    func filesAreFiles(address: String) {
        #expect(problems(address).map(\.id) == ["dead-link"])
    }
}
