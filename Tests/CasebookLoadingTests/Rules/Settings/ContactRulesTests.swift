import CasebookModel
import TestSupport
import Testing

@Suite struct ContactRulesTests {
    private func problems(_ lines: String...) -> [ReportedProblem] {
        SmallCasebook().replacing(
            "source:\n", with: "contact:\n  name: 窓口\n\(lines.map { "  \($0)\n" }.joined())source:\n", in: "casebook.yml"
        ).problems()
    }

    @Test func everythingIsRead() {
        #expect(
            problems(
                "department: 相談・案内係", "mail: info@jirei.test", "telephone: 03-5555-0123（代表）", "form: https://jirei.test/form",
                "hours: 平日9時から17時まで") == [])
        for way in ["mail: info@jirei.test", "telephone: 0120-444-113", "form: https://jirei.test/form"] {
            #expect(problems(way) == [], "\(way)")
        }
    }

    @Test func mail() {
        let found = problems("mail: info＠jirei.test")
        #expect(
            found == [
                ReportedProblem(
                    "bad-mail", "casebook.yml:8:9",
                    ja: "「メールアドレス」（mail）の「info＠jirei.test」はメールアドレスとして読めません。`info@jirei.test` のように、半角で一つだけ書いてください",
                    en: "“info＠jirei.test” for “mail” is not a mail address: write one address, like `info@jirei.test`",
                    suggestions: ["info@jirei.test"], fix: "8:9-8:24 → info@jirei.test")
            ])
        let two = problems("mail: a@jirei.test、b@jirei.test")
        #expect(two.map(\.id) == ["bad-mail"] && two.first?.suggestions == [] && two.first?.fix == nil)
        #expect(two.first?.ja.contains("`info@example.jp`") == true)
    }

    @Test func telephone() {
        let found = problems("telephone: 1234-5678")
        #expect(
            found == [
                ReportedProblem(
                    "bad-telephone", "casebook.yml:8:14",
                    ja: "「電話番号」（telephone）の「1234-5678」は電話番号として読めません。`03-1234-5678` のように、市外局番から半角で一つだけ書いてください",
                    en:
                        "“1234-5678” for “telephone” is not a telephone number: write one number with its area code, like `03-1234-5678`"
                )
            ])
        #expect(found.first?.fix == nil)
        #expect(problems("telephone: ０３－５５５５－０１２３").first?.suggestions == ["03-5555-0123"])
    }

    @Test func form() {
        #expect(problems("form: jirei.test/form").map(\.id) == ["bad-address"])
        #expect(problems("form: http://jirei.test/form").map(\.id) == ["insecure-form"])
        #expect(problems("form: http://jirei.test/form").first?.suggestions == ["https://jirei.test/form"])
    }

    @Test func noWay() {
        #expect(
            problems("hours: いつでも") == [
                ReportedProblem(
                    "unreachable-contact", "casebook.yml:6:1",
                    ja: "「問い合わせ先」（contact）に、連絡の方法がありません。`mail: info@example.jp` のように、「メールアドレス」（mail）、"
                        + "「電話番号」（telephone）、「フォームのアドレス」（form）のどれかを書いてください",
                    en:
                        "The key “contact” has no way to get in touch: add mail, telephone or form, like `mail: info@example.jp`"
                )
            ])
        #expect(problems("mail:").map(\.id) == ["unreachable-contact"])
    }

    @Test(arguments: [
        "mail: info@example.jp", "mail: info@www.example.co.jp", "mail: info@jirei.example", "telephone: 03-0000-0000",
        "telephone: 0120-000-000", "telephone: 03-1234-5678", "form: https://example.com/form",
        "mail: info@jirei.test\n  department: 〇〇課", "mail: info@jirei.test\n  hours: ○○時から",
    ])
    func placeholders(_ line: String) {
        #expect(problems(line).map(\.id) == ["placeholder-contact"])
    }

    @Test(arguments: [
        "mail: example@jirei.test", "mail: info@example-jirei.test", "mail: info@my.example.jirei.test",
        "telephone: 03-5000-0001",
        "telephone: 0570-000-123", "form: https://jirei.test/example.jp", "mail: info@jirei.test\n  department: 令和〇年度係",
    ])
    func noPlaceholders(_ line: String) {
        #expect(problems(line) == [])
    }

    @Test func anAddressAloneIsNoName() {
        let found = SmallCasebook().replacing("source:\n", with: "contact: info@jirei.test\nsource:\n", in: "casebook.yml")
            .problems()
        #expect(found.map(\.id) == ["wrong-kind"] && found.first?.fix == nil)
        #expect(found.first?.ja.contains("`contact: { name: 編集担当, mail: info@example.jp }`") == true)
    }
}
