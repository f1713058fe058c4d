@testable import Authoring
import CasebookModel
import Diagnostics
import TestSupport
import Testing

@Suite struct EditConflictTests {
    private let form: CaseForm

    init() throws {
        form = try #require(SmallCasebook().readForm().form)
    }

    private func file(_ text: String) throws -> EditableFile {
        try EditableFile(SourceFile(path: "content/cases/c001.md", text: text), location: "cases/c001.md", form: form)
    }

    private static let text =
        "---\ntitle: 題\nsummary: 要約 # 注\nactors: [本人]\nstatus: draft\n---\n\n## 必要性・きっかけ\n\n必要\n\n## 取組・工夫の概要\n\n工夫\n"

    @Test func eachPartIsCompared() throws {
        let loaded = try file(Self.text)
        let onDisk = try file(
            Self.text.replacing("要約", with: "ほかの要約").replacing("draft", with: "published").replacing(
                "\n必要\n", with: "\nほかの必要\n"))
        let edit = FileEdit(
            values: ["title": .text("新"), "summary": .text("私の要約"), "actors": .list(["本人"]), "status": .text("published")],
            sections: ["background": "必要\r\n", "approach": "私の工夫"])
        let conflict = EditConflict(loaded: loaded, onDisk: onDisk, edit: edit)
        #expect(conflict.needsChoice)
        #expect(
            conflict.fields.map(\.field) == [
                .key("title"), .key("status"), .key("summary"), .section("background"), .section("approach"),
            ])
        #expect(conflict.fields.map(\.kind) == [.onlyEdited, .same, .mustChoose, .onlyOnDisk, .onlyEdited])
        let summary = conflict.fields[2]
        #expect(summary.label.ja == "要約" && summary.loaded == "要約" && summary.onDisk == "ほかの要約" && summary.edited == "私の要約")
        let theirs = String(decoding: try onDisk.applying(conflict.merged(takingEdited: [])), as: UTF8.self)
        #expect(theirs.contains("title: 新\nsummary: ほかの要約 # 注\n") && theirs.contains("ほかの必要\n\n## 取組・工夫の概要\n\n私の工夫\n"))
        let mine = String(decoding: try onDisk.applying(conflict.merged(takingEdited: [.key("summary")])), as: UTF8.self)
        #expect(mine == theirs.replacing("ほかの要約", with: "私の要約"))
    }

    @Test func withoutTheLoadedVersionEachDifferenceIsAChoice() throws {
        let onDisk = try file(Self.text)
        let conflict = EditConflict(
            loaded: nil, onDisk: onDisk, edit: FileEdit(values: ["title": .text("新"), "status": .text("draft")]))
        #expect(conflict.fields.map(\.field) == [.key("title")] && conflict.needsChoice)
        #expect(!EditConflict(loaded: onDisk, onDisk: onDisk, edit: FileEdit(values: ["title": .text("新")])).needsChoice)
    }

    @Test func copiesAndStates() throws {
        let old = try file(
            Self.text.replacing(
                "status: draft",
                with: "status: published\npublished: 2026-04-01\naliases: [old/a.html]\nprivate:\n  連絡先: SECRET"))
        #expect(
            String(decoding: try old.draftCopy(title: "写し"), as: UTF8.self)
                == Self.text.replacing("title: 題", with: "title: 写し"))
        let withdrawn = String(decoding: try old.changing(to: .withdrawn, on: "2026-05-01"), as: UTF8.self)
        #expect(withdrawn.contains("status: withdrawn\npublished: 2026-04-01\nupdated: 2026-05-01\naliases"))
        let restored = try file(withdrawn).changing(to: .published)
        #expect(restored == Array(withdrawn.replacing("withdrawn", with: "published").utf8))
        let explained = try file(withdrawn.replacing("status:", with: "withdrawn: 古くなったためです。\nstatus:"))
        #expect(try explained.changing(to: .published) == restored)
        #expect(try explained.changing(to: .withdrawn) == explained.file.bytes)
        #expect(try explained.draftCopy(title: "写し") == old.draftCopy(title: "写し"))
        let plain = try file("---\ntitle: 題\n---\n")
        #expect(try plain.changing(to: .published) == plain.file.bytes)
    }

    @Test func settingsAreText() {
        let old = Array("\u{FEFF}title: 題\r\n# か\u{3099}\r\nlanguage: ja\nnotice: 注".utf8)
        #expect(
            WholeText.text(of: old).map { $0.utf8.elementsEqual("title: 題\n# か\u{3099}\nlanguage: ja\nnotice: 注".utf8) } == true
        )
        let new = WholeText.bytes("title: 題\r\n# か\u{3099}\r\n# 新\r\nlanguage: en\r\nnotice: 注", replacing: old)
        #expect(new == Array("\u{FEFF}title: 題\r\n# か\u{3099}\r\n# 新\r\nlanguage: en\r\nnotice: 注".utf8))
        #expect(WholeText.bytes("title: 題\n# か\u{3099}\nlanguage: ja\nnotice: 注", replacing: old) == old)
        #expect(WholeText.bytes("", replacing: old) == [0xEF, 0xBB, 0xBF] && WholeText.bytes("a", replacing: []) == [0x61])
        #expect(WholeText.text(of: [0x8E, 0x96]) == nil)
    }
}
