import Testing

@testable import Casebook

@Suite struct ChoiceCheckerTests {
    @Test func anOrderAndAFlag() {
        let told = MiniCollection()
            .replacing("order: number", with: "order: numbers", in: "casebook.yml")
            .replacing("multiple: true", with: "multiple: yes", in: "casebook.yml")
            .told()
        #expect(
            told == [
                Told(
                    "missing-term-list", "casebook.yml:14:13",
                    ja: "「categories」は「order: listed」なので、「terms」か「groups」に並びを書いてください",
                    en: "“categories” has “order: listed”: list its terms in “terms” or “groups”"),
                Told(
                    "bad-choice", "casebook.yml:18:12",
                    ja: "項目「order」に「numbers」は使えません",
                    en: "The key “order” cannot be “numbers”",
                    suggestions: ["number"]),
                Told(
                    "bad-choice", "casebook.yml:28:15",
                    ja: "項目「multiple」に「yes」は使えません",
                    en: "The key “multiple” cannot be “yes”",
                    fix: "28:15-28:18 → true"),
            ])
    }
}
