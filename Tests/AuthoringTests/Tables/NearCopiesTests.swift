@testable import Authoring
import Diagnostics
import TestSupport
import Testing

/// The same case, sent twice.
@Suite struct NearCopiesTests {
    private static let text = (1...30).map { "取組の\($0)番目は、作業台の高さを\($0 * 7)センチにそろえたことです。" }.joined()

    /// The text of a case file with a body.
    private func file(_ body: String, title: String = "題") -> String {
        "---\ntitle: \(title)\n---\n\n## 概要\n\n\(body)\n"
    }

    private func areAlike(_ one: String, _ other: String) -> Bool {
        let result = NearCopies([file(one)]).copies(of: file(other, title: "ほか")) == [0]
        #expect((NearCopies([file(other), file(one)]).original(ofNumber: 1) == 0) == result)
        return result
    }

    /// The text with the first letters replaced.
    private func changed(_ count: Int) -> String {
        let start = String((0..<count).map { Character(Unicode.Scalar(0x4E00 + UInt32($0) * 3) ?? "一") })
        return start + Self.text.dropFirst(count)
    }

    @Test func nineTenthsAreTheLimit() {
        let length = Self.text.count { $0.isLetter || $0.isNumber }
        #expect(areAlike(Self.text, Self.text))
        #expect(areAlike(Self.text, changed(length / 20)))
        #expect(areAlike(Self.text, changed(length * 8 / 100)))
        #expect(!areAlike(Self.text, changed(length * 12 / 100)))
        #expect(!areAlike(Self.text, changed(length / 2)))
        // A text that has the whole of a shorter one.
        #expect(areAlike(Self.text, Self.text + Self.text.prefix(length / 15)))
        #expect(!areAlike(Self.text, Self.text + Self.text))
    }

    @Test func marksBlanksAndHeadingsMakeNoDifference() {
        let marked = Self.text.replacing("。", with: "。\n\n- ").replacing("取組", with: "**取組**")
        #expect(areAlike(Self.text, "<!-- 説明 -->\n\(marked)\n\n### 小さな見出し\n"))
    }

    @Test func shortTextsAreNotCompared() {
        #expect(!areAlike("作業台の高さをそろえた。", "作業台の高さをそろえた。"))
    }

    @Test func theTermsOfACollectionAreNoCopies() {
        // Two cases in the same words of a form, about different things.
        let one = (1...12).map { "第\($0)の工夫として、支援者が本人と一緒に机の配置を考えた。" }.joined()
        let other = (1...12).map { "第\($0)の取組では、上司が朝の会議の後に予定表を配った。" }.joined()
        #expect(!areAlike(one, other))
    }

    @Test func rowsThatAreCopiesAreReportedWithBothPlaces() throws {
        let form = try #require(SmallCasebook().readForm().form)
        let head = "題名,分野,取組主体,必要性・きっかけ,取組・工夫の概要\n"
        let rows = "一つ目,1,企業,必要,\(Self.text)\n二つ目,1,企業,必要,\(Self.text)。\n三つ目,1,企業,必要,\(changed(300))\n"
        var result = CaseImport.read([SourceFile(path: "a.csv", bytes: Array((head + rows).utf8))], form: form)
        #expect(result.cases.map(\.title) == ["一つ目", "二つ目", "三つ目"])
        result.rejectCopies(of: [])
        #expect(result.cases.map(\.title) == ["一つ目", "三つ目"] && result.failedRowCount == 1)
        #expect(result.diagnostics.map(\.id) == ["repeated-text"])
        #expect(result.diagnostics.first?.range?.start.line == 3)
        #expect(result.diagnostics.first?.notes.map { $0.range?.start.line } == [2])
        let existing = SourceFile(path: "content/cases/c009.md", text: file(Self.text))
        result.rejectCopies(of: [existing])
        #expect(result.cases.map(\.title) == ["三つ目"])
        #expect(result.diagnostics.map(\.id).sorted() == ["copied-case", "repeated-text"])
        #expect(result.diagnostics.contains { $0.message.ja.contains("content/cases/c009.md") })
    }
}
