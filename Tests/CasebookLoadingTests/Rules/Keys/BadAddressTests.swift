import CasebookModel
import TestSupport
import Testing

@Suite struct BadAddressTests {
    @Test func withoutAScheme() {
        let problems = SmallCasebook()
            .replacing("notice:", with: "base_url: example.jp/a?b\nnotice:", in: "casebook.yml")
            .replacing("  name: 編集部", with: "  name: 編集部\n  url: \"http://\"", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "bad-address", "casebook.yml:6:8",
                    ja: "「url」の「http://」は「https://」で始まるアドレスではありません",
                    en: "“http://” for “url” is not an address that starts with “https://”"),
                ReportedProblem(
                    "bad-address", "casebook.yml:9:11",
                    ja: "「base_url」の「example.jp/a?b」は「https://」で始まるアドレスではありません",
                    en: "“example.jp/a?b” for “base_url” is not an address that starts with “https://”"),
            ])
    }
}
