@testable import CasebookModel
import TestSupport
import Testing

@Suite struct UselessTermListTests {
    @Test func warns() {
        let told = MiniCollection()
            .replacing("order: number\n", with: "order: number\n    terms: [information]\n", in: "casebook.yml")
            .told()
        #expect(
            told == [
                Told(
                    "useless-term-list", "casebook.yml:19:5",
                    ja: "「order: number」では「terms」を使いません。取り除くか「order: listed」にしてください",
                    en: "“order: number” does not use “terms”: remove it, or write “order: listed”")
            ])
    }
}
