import Authoring
import CasebookLoading
import Desk
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct TakenCasesTests {
    private let casebook = SmallCasebook()
    private let form: CaseForm

    init() throws {
        form = try #require(SmallCasebook().readForm().form)
    }

    /// The case with an id as it is in the content.
    private func file(_ id: String) throws -> SourceFile {
        SourceFile(path: "content/cases/\(id).md", bytes: try #require(casebook.files["cases/\(id).md"]))
    }

    private func taken(_ csv: String, _ existing: [String: SourceFile] = [:]) -> TakenCases {
        let table = SourceFile(path: "a.csv", bytes: Array("\u{FEFF}\(csv)".utf8))
        return TakenCases(
            CaseImport.readAll([table], form: form, encoding: nil, changing: existing), form: form, in: .ja)
    }

    @Test func whatIsTheSameHasTheSameNameAndNothingElseHas() throws {
        let head = "題名,分野,取組主体,関わる人,必要性・きっかけ,取組・工夫の概要,効果\n"
        let rows = ["甲", "乙"].map { "\($0),就労情報提供,企業,本人,必要,工夫,効果\n" }.joined()
        let first = taken(head + rows)
        #expect(first.new.map(\.imported.title) == ["甲", "乙"] && Set(first.new.map(\.key)).count == 2)
        // The names are the same when the file is read again, whatever else is in it.
        #expect(taken(head + rows).new.map(\.key) == first.new.map(\.key))
        #expect(taken(head + "丙,就労情報提供,企業,本人,必要,工夫,効果\n" + rows).new.dropFirst().map(\.key) == first.new.map(\.key))
        #expect(
            taken(head + rows.replacing("効果", with: "別の効果")).new.allSatisfy { new in !first.new.contains { $0.key == new.key } }
        )
    }

    @Test func aChangeIsTakenFieldByField() throws {
        let csv = "番号,題名,取組・工夫の概要\nc001,新しい題名,新しい工夫です。\n"
        let original = try file("c001")
        let text = String(decoding: original.bytes, as: UTF8.self)
        let change = try #require(taken(csv, ["c001": original]).changed.first)
        #expect(change.name == "c001" && change.fields.map(\.field) == [.key("title"), .section("approach")])
        #expect(change.fields.map(\.before) == ["一つ目の事例", "工夫しました。"])
        #expect(change.fields.map(\.after) == ["新しい題名", "新しい工夫です。"])
        let renamed = text.replacing("title: 一つ目の事例", with: "title: 新しい題名")
        let approached = text.replacing("工夫しました。", with: "新しい工夫です。")
        func bytes(_ fields: Set<EditField>) -> String? {
            change.bytes(taking: fields).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(bytes([.key("title")]) == renamed)
        #expect(bytes([.section("approach")]) == approached)
        #expect(bytes([.key("title"), .section("approach")]) == renamed.replacing("工夫しました。", with: "新しい工夫です。"))
        #expect(bytes([]) == nil && bytes([.key("category")]) == nil)
    }

    @Test func aChangeOfAnotherVersionHasAnotherName() throws {
        let csv = "番号,題名\nc001,新しい題名\n"
        let original = try file("c001")
        let edited = SourceFile(path: original.path, bytes: original.bytes + Array("\n".utf8))
        let keys = [original, edited].map { taken(csv, ["c001": $0]).changed.map(\.key) }
        #expect(keys[0].count == 1 && keys[0] != keys[1])
        #expect(taken("番号,題名\nc001,一つ目の事例\n", ["c001": original]).changed.isEmpty)
    }

    @Test func filesAreKeptForALimitedTimeAndSize() throws {
        let tables = ReadTables()
        let start = Date(timeIntervalSince1970: 1_800_000_000)
        let file = [SourceFile(path: "a.csv", text: "a")]
        let id = tables.add(file, encoding: nil, at: start)
        #expect(id.count == 64 && tables.entry(id, at: start + 7_000)?.id == id && tables.entry(id, at: start - 60)?.id == id)
        for forged in ["", "0", String(id.dropLast()), id + "0", String(id.reversed()), id.uppercased() + " "] {
            #expect(tables.entry(forged, at: start) == nil)
        }
        tables.note([.init(key: "n", name: "c001", title: "t", place: nil)], of: id)
        tables.note([.init(key: "x", name: "c001", title: "t", place: nil)], of: "0")
        #expect(tables.entry(id, at: start)?.taken.count == 1)
        #expect(tables.entry(id, at: start + 7_300) == nil && tables.entry(id, at: start) == nil)

        let ids = (0..<9).map { _ in tables.add(file, encoding: nil, at: start) }
        #expect(Set(ids).count == 9)
        #expect(ids.map { tables.entry($0, at: start) != nil } == [false] + [Bool](repeating: true, count: 8))
        let large = [SourceFile(path: "a.csv", bytes: [UInt8](repeating: 0, count: ReadTables.longest))]
        let many = (0..<5).map { _ in tables.add(large, encoding: nil, at: start) }
        #expect(many.map { tables.entry($0, at: start) != nil } == [false, true, true, true, true])
    }
}
