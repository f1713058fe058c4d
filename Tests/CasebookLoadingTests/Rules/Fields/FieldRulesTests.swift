import TestSupport
import Testing

@Suite struct FieldRulesTests {
    private func problems(_ fields: String...) -> [ReportedProblem] {
        let text = String(decoding: SmallCasebook().files["casebook.yml"] ?? [], as: UTF8.self)
        return SmallCasebook().adding("casebook.yml", text + "fields:\n" + fields.map { "  - { \($0) }\n" }.joined()).problems()
    }

    @Test func rightDeclarations() {
        #expect(problems("key: place, label: 場所, type: text") == [])
        #expect(
            problems("key: place_2, label: 場所, type: yes-no, required: true, show: data").map(\.id) == [
                "missing-key", "missing-key",
            ])
        #expect(problems("key: a, label: 分野名, type: text", "key: b, label: 公開の場所, type: text") == [])
        // Nothing is declared.
        let text = String(decoding: SmallCasebook().files["casebook.yml"] ?? [], as: UTF8.self)
        #expect(SmallCasebook().adding("casebook.yml", text + "fields:\n").problems() == [])
    }

    @Test(arguments: [
        ("key: title, label: あ, type: text", "「key」の「title」は、はじめからある項目「題名」（title）を表す名前です。別の名前にしてください"),
        ("key: private, label: あ, type: text", "「key」の「private」は、はじめからある項目「非公開」（private）を表す名前です。別の名前にしてください"),
        ("key: category, label: あ, type: text", "「key」の「category」は、分類の名前と同じです。別の名前にしてください"),
        ("key: effect, label: あ, type: text", "「key」の「effect」は、見出しの名前と同じです。別の名前にしてください"),
        ("key: a, label: 分 野, type: text", "「label」の「分 野」は、分類の名前と同じです。別の名前にしてください"),
        ("key: a, label: 効果, type: text", "「label」の「効果」は、見出しの名前と同じです。別の名前にしてください"),
        ("key: a, label: 概要, type: text", "「label」の「概要」は、はじめからある項目「要約」（summary）を表す名前です。別の名前にしてください"),
        (
            "key: a, label: 非公開メモ, type: text",
            "「非公開」で始まる「非公開メモ」は、表では公開しない列になります。公開する項目には別の名前を付け、公開しないことは「private:」の下に書いてください"
        ),
    ])
    func takenNames(field: String, message: String) {
        let found = problems(field)
        #expect(found.map(\.id) == ["taken-field-name"] && found.first?.ja == message, "\(found)")
        #expect(found.first?.location.hasPrefix("casebook.yml:35:") == true, "\(found)")
    }

    @Test func equalFields() {
        let found = problems("key: a, label: 場所, type: text", "key: a, label: 場　所, type: text")
        #expect(found.map(\.id) == ["taken-field-name", "taken-field-name"])
        #expect(found.map(\.notes) == [["casebook.yml:35:12"], ["casebook.yml:35:22"]], "\(found)")
    }

    @Test func unknownTypes() {
        for (type, meant) in [("数値", "number"), ("boolean", "yes-no"), ("yes_no", "yes-no"), ("URL", "url"), ("日付", "date")] {
            let found = problems("key: a, label: あ, type: \(type)")
            #expect(found.map(\.id) == ["bad-choice"] && found.first?.fix?.hasSuffix("→ \(meant)") == true, "\(found)")
        }
        let found = problems("key: a, label: あ, type: colour")
        #expect(found.map(\.ja) == ["「種類」（type）に「colour」は使えません"])
        #expect(problems("key: a, label: あ").map(\.id) == ["missing-key"])
        #expect(problems("key: a, label: あ, type: text, show: pages").first?.suggestions == ["page"])
        #expect(problems("key: Ａ, label: あ, type: text").map(\.id) == ["unfit-name"])
        #expect(problems("key: a, label: あ, type: text, requierd: true").first?.suggestions == ["required"])
    }

    @Test func unitsOfWhatIsNoNumber() {
        let found = problems("key: a, label: あ, type: date, unit: 日")
        #expect(found.map(\.id) == ["useless-unit"])
        #expect(problems("key: a, label: あ, type: number, unit: 日") == [])
    }
}
