import CasebookModel
import Diagnostics
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

    @Test(arguments: [
        ("https://example.org/k/index.html", "https://example.org/k/"), ("https://日本語.jp/", "https://xn--wgv71a119e.jp/"),
        ("https://example.org/?a", "https://example.org/"), ("\"https://example.org/#a\"", "https://example.org/"),
        ("https://example.org/事例/", "https://example.org/%E4%BA%8B%E4%BE%8B/"),
    ])
    func theFormThatWasMeant(_ value: String, _ meant: String) {
        let problems = SmallCasebook().replacing("notice:", with: "base_url: \(value)\nnotice:", in: "casebook.yml").problems()
        #expect(problems.map(\.id) == ["bad-address"])
        #expect(problems.first?.suggestions == [meant] && problems.first?.ja.contains("「\(meant)」") == true)
        #expect(problems.first?.fix?.hasSuffix("→ \(meant)") == true)
    }

    @Test func addressesOfPagesMayBeAnyPage() {
        let problems = SmallCasebook()
            .replacing("  name: 編集部", with: "  name: 編集部\n  url: https://example.jp/index.html?a#b", in: "casebook.yml")
            .problems()
        #expect(problems == [])
    }

    @Test(arguments: ["base_url: https://user:SECRET@example.org/", "base_url: \"https://SECRET@example.org/index.html\""])
    func passwordsAreInNoOutput(_ line: String) {
        let diagnostics = SmallCasebook().replacing("notice:", with: line + "\nnotice:", in: "casebook.yml").read().diagnostics
        #expect(diagnostics.map(\.id) == ["bad-address"])
        for format in DiagnosticFormat.allCases {
            for language in Language.allCases { #expect(!format.format(diagnostics, in: language).contains("SECRET")) }
        }
    }
}
