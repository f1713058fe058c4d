import CasebookModel
import TestSupport
import Testing

@Suite struct BadAddressTests {
    @Test(arguments: [
        ("www.example.jp", "https://www.example.jp"), ("https：//example.jp/", "https://example.jp/"),
        ("example.jp/a", "https://example.jp/a"),
        ("http:/example.jp", "http://example.jp"),
    ])
    func theFormThatIsMeantIsAccepted(written: String, meant: String) {
        for old in ["  name: 編集部\n  url: ", "base_url: "] {
            let line = old.hasPrefix("base") ? "notice:" : "  name: 編集部\n"
            func casebook(_ address: String) -> SmallCasebook {
                SmallCasebook().replacing(
                    line, with: old.hasPrefix("base") ? "base_url: \(address)\nnotice:" : "\(old)\(address)\n",
                    in: "casebook.yml")
            }
            #expect(casebook(written).problems().map(\.suggestions) == [[meant]])
            #expect(casebook(meant).problems() == [])
        }
    }

    @Test func withoutAScheme() {
        let problems = SmallCasebook()
            .replacing("notice:", with: "base_url: example.jp/a?b\nnotice:", in: "casebook.yml")
            .replacing("  name: 編集部", with: "  name: 編集部\n  url: \"http://\"", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "bad-address", "casebook.yml:6:8",
                    ja: "「アドレス」（url）の「http://」は「https://」で始まるアドレスではありません。`https://example.org/` のように書いてください",
                    en:
                        "“http://” for “url” is not an address that starts with “https://”: write it like `https://example.org/`"
                ),
                ReportedProblem(
                    "bad-address", "casebook.yml:9:11",
                    ja: "「公開する場所のアドレス」（base_url）の「example.jp/a?b」は「https://」で始まるアドレスではありません。"
                        + "`https://example.org/` のように書いてください",
                    en:
                        "“example.jp/a?b” for “base_url” is not an address that starts with “https://”: write it like `https://example.org/`"
                ),
            ])
    }
}
