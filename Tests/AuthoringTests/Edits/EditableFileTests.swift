@testable import Authoring
@testable import CasebookLoading
import Diagnostics
import Foundation
import TestSupport
import Testing

/// What an edit changes in a file, to the byte.
@Suite struct EditableFileTests {
    let form: CaseForm

    init() throws {
        form = try #require(SmallCasebook().readForm().form)
    }

    /// The text after an edit of a case.
    private func edited(_ text: String, _ edit: FileEdit) throws -> String {
        let file = try EditableFile(
            SourceFile(path: "content/cases/c001.md", text: text), location: "cases/c001.md", form: form)
        return String(decoding: try file.applying(edit), as: UTF8.self)
    }

    private func title(_ line: String, _ title: String) throws -> String {
        let edited = try edited("---\n\(line)\ncategory: 1 # 分野\n---\n", FileEdit(values: ["title": .text(title)]))
        #expect(edited.hasSuffix("\ncategory: 1 # 分野\n---\n"))
        return String(edited.dropFirst(4).dropLast("\ncategory: 1 # 分野\n---\n".count))
    }

    @Test func valuesKeepTheirForm() throws {
        #expect(try title("title: 旧", "新") == "title: 新")
        #expect(try title("title:   旧   # 題名", "新") == "title:   新   # 題名")
        #expect(try title("title: \"旧\" # 題名", "新") == "title: \"新\" # 題名")
        #expect(try title("title: \"旧 # \\\"い\\\"\" # 題名", "新\"") == "title: \"新\\\"\" # 題名")
        #expect(try title("title: '旧'", "it's") == "title: 'it''s'")
        #expect(try title("title:旧", "新") == "title:新")
        #expect(try title("title：旧", "新") == "title：新")
        #expect(try title("  title: 旧", "新") == "  title: 新")
        #expect(try title("title:", "新") == "title: 新")
        #expect(try title("title: ", "新") == "title: 新")
        #expect(try title("title:   # 題名", "新") == "title: 新   # 題名")
        #expect(try title("title: ~", "新") == "title: 新")
        #expect(try title("title: |\n  旧\n  二行目", "新") == "title: |\n  新")
        #expect(try title("title: |- # 題名\n    旧\n\n    二行目", "新\n\n新2") == "title: |- # 題名\n    新\n\n    新2")
        #expect(try title("title: >\n  旧\n  二行目", "新") == "title: 新")
        #expect(try title("title: 旧\n  続き", "新") == "title: 新")
        #expect(try title("title:\n  旧", "新") == "title: 新")
        #expect(try title("title: &a 旧 # x", "新") == "title: 新")
        #expect(try title("title: \"閉じていない", "新") == "title: 新")
        #expect(try title("title: 旧\ntitle: もう一つ", "新") == "title: 新\ntitle: もう一つ")
    }

    @Test(arguments: [
        ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("- a", "\"- a\""), ("*a", "\"*a\""), ("&a", "\"&a\""), ("yes", "\"yes\""),
        ("2026-04-01", "\"2026-04-01\""), ("12", "\"12\""), (" a", "\" a\""), ("a\nb", "\"a\\nb\""), ("「題」名", "「題」名"),
        ("ａ：ｂ", "ａ：ｂ"), ("\\", "'\\'"), ("[a]", "\"[a]\""), ("null", "\"null\""), ("---", "\"---\""),
        ("private: x", "\"private: x\""),
    ])
    func valuesGetTheQuotesThatTheyNeed(_ text: String, _ written: String) throws {
        #expect(try title("title: 旧", text) == "title: \(written)")
    }

    @Test func datesAndWordsNeedNone() throws {
        let edit = FileEdit(values: ["published": .text("2026-04-01"), "status": .text("draft"), "summary": .text("draft: x")])
        #expect(
            try edited("---\ntitle: 題\n---\n", edit)
                == "---\ntitle: 題\nstatus: draft\nsummary: \"draft: x\"\npublished: 2026-04-01\n---\n")
    }

    private func actors(_ lines: String, _ items: [String]) throws -> String {
        let edited = try edited("---\n\(lines)\nstatus: draft\n---\n", FileEdit(values: ["actors": .list(items)]))
        #expect(edited.hasSuffix("status: draft\n---\n"))
        return String(edited.dropFirst(4).dropLast("status: draft\n---\n".count))
    }

    @Test func listsKeepWhatStays() throws {
        #expect(try actors("actors: [本人]", ["本人", "家族"]) == "actors: [本人, 家族]\n")
        #expect(try actors("actors: [ \"本人\" ,家族 ]  # 人", ["本人", "企業", "家族"]) == "actors: [ \"本人\", 企業, 家族 ]  # 人\n")
        #expect(try actors("actors: [ \"本人\" ,家族 ]  # 人", ["本人", "家族", "a, b"]) == "actors: [ \"本人\" ,家族, \"a, b\" ]  # 人\n")
        #expect(try actors("actors:\n  - 本人 # 一\n  # 二\n  - '家族'", ["家族"]) == "actors:\n  # 二\n  - '家族'\n")
        #expect(try actors("actors:\n- 本人\n- 家族", ["本人", "企業", "家族"]) == "actors:\n- 本人\n- 企業\n- 家族\n")
        #expect(try actors("actors:\n- 本人", ["企業", "本人", "家族"]) == "actors:\n- 企業\n- 本人\n- 家族\n")
        #expect(try actors("actors:\n- 本人\n- 家族", ["企業"]) == "actors:\n- 企業\n")
        #expect(
            try actors("actors: [\n  本人, # 一\n  家族, # 二\n]", ["本人", "家族", "企業"]) == "actors: [\n  本人, # 一\n  家族, 企業, # 二\n]\n")
        #expect(try actors("actors: 本人", ["家族"]) == "actors: 家族\n")
        #expect(try actors("actors: 本人", ["本人", "家族"]) == "actors: [本人, 家族]\n")
        #expect(try actors("actors: ［本人、家族］", ["家族"]) == "actors: [家族]\n")
        #expect(try actors("actors: [本人]", []) == "")
        #expect(try actors("actors:\n  - 本人\n\n# 次", []) == "\n# 次\n")
    }

    @Test func keysGoWhereTheOrderHasThem() throws {
        let text = "---\n# 説明\ntitle: 題\nactors: [本人]\n# 状態\nstatus: draft\nprivate:\n  連絡先: SECRET\n\n# 終わり\n---\n"
        #expect(
            try edited(text, FileEdit(values: ["category": .text("1"), "updated": .text("2026-05-01")]))
                == text.replacing("題\n", with: "題\ncategory: \"1\"\n").replacing(
                    "draft\n", with: "draft\nupdated: 2026-05-01\n"))
        #expect(try edited("本文\n", FileEdit(values: ["title": .text("題")])) == "---\ntitle: 題\n---\n\n本文\n")
        #expect(
            try edited("---\nstatus: draft\n---\n", FileEdit(values: ["title": .text("題")]))
                == "---\ntitle: 題\nstatus: draft\n---\n")
        // The line with which a new case shows where the key goes.
        #expect(
            try edited("---\ntitle: 題\n# 要約（任意）: 一文\n# summary: \n---\n", FileEdit(values: ["summary": .text("要約")]))
                == "---\ntitle: 題\n# 要約（任意）: 一文\nsummary: 要約\n---\n")
        #expect(
            try edited("---\ntitle: 題\n# summary: 例\n---\n", FileEdit(values: ["summary": .text("要約")]))
                == "---\ntitle: 題\nsummary: 要約\n# summary: 例\n---\n")
    }

    @Test func keysThatGo() throws {
        let text = "---\ntitle: 題 # 題名\nsummary: |\n  要約\n\n# 状態\nstatus: draft\n---\n"
        #expect(
            try edited(text, FileEdit(values: ["title": .text(""), "summary": .text("")]))
                == "---\ntitle: # 題名\n\n# 状態\nstatus: draft\n---\n".replacing("title: #", with: "title: #"))
    }

    @Test func whatIsPrivate() throws {
        let text = "---\ntitle: 題\nprivate:\n  連絡先: A\n  電話: B\n\n# 状態\nstatus: draft\n---\n"
        let file = try EditableFile(SourceFile(path: "a", text: text), location: "cases/c001.md", form: form)
        #expect(file.value(of: "private").items == ["連絡先: A\n電話: B"])
        #expect(
            try edited(text, FileEdit(values: ["private": .text("連絡先: C\n\nstatus: x")]))
                == text.replacing("連絡先: A\n  電話: B", with: "連絡先: C\n\n  status: x"))
        #expect(try edited(text, FileEdit(values: ["private": .text("")])) == "---\ntitle: 題\n\n# 状態\nstatus: draft\n---\n")
        #expect(
            try edited("---\ntitle: 題\nprivate: { a: b }\n---\n", FileEdit(values: ["private": .text("a: c")]))
                == "---\ntitle: 題\nprivate:\n  a: c\n---\n")
        #expect(
            try edited("---\ntitle: 題\n---\n", FileEdit(values: ["private": .text("a: c")]))
                == "---\ntitle: 題\nprivate:\n  a: c\n---\n")
    }

    private static let sections = "---\ntitle: 題\n---\n\n前\n\n## 必要性・きっかけ\n\n必要\n\n## 知らない見出し\n\n文\n\n## 取組・工夫の概要\n\n工夫\n"

    @Test func sectionsChange() throws {
        let ids = form.schema.sections.map(\.definition.id)
        let text = Self.sections
        #expect(
            try edited(text, FileEdit(sections: [ids[0]: "新しい\r\n\r\n### 小見出し\r\n"]))
                == text.replacing("\n必要\n", with: "\n新しい\n\n### 小見出し\n"))
        #expect(
            try edited(text, FileEdit(sections: [ids[1]: "    字下げ  "]))
                == text.replacing("工夫\n", with: "    字下げ  \n").replacing("取組・    字下げ  \n", with: "取組・工夫\n"))
        // A section that is missing goes after the one before it.
        let without = text.replacing("## 取組・工夫の概要\n\n工夫\n", with: "")
        #expect(
            try edited(without, FileEdit(sections: [ids[1]: "工夫"]))
                == without.replacing("必要\n\n", with: "必要\n\n## 取組・工夫の概要\n\n工夫\n\n"))
        #expect(
            try edited("---\ntitle: 題\n---", FileEdit(sections: [ids[1]: "工夫"]))
                == "---\ntitle: 題\n---\n\n## 取組・工夫の概要\n\n工夫\n")
        // The comment of a new case is no text.
        let scaffold = "---\ntitle: 題\n---\n\n## 必要性・きっかけ\n\n<!-- ここに文を書きます。 -->\n\n## 取組・工夫の概要\n"
        let file = try EditableFile(SourceFile(path: "a", text: scaffold), location: "cases/c001.md", form: form)
        #expect(file.sections.prefix(2).map(\.text) == ["", ""])
        #expect(
            try edited(scaffold, FileEdit(sections: [ids[0]: "必要", ids[1]: "工夫"]))
                == "---\ntitle: 題\n---\n\n## 必要性・きっかけ\n\n必要\n\n## 取組・工夫の概要\n\n工夫\n")
        #expect(try edited(scaffold, FileEdit(sections: [ids[0]: "", ids[1]: ""])) == scaffold)
    }

    @Test(arguments: [
        ("文\n\n## 見出し", "3行目"), ("# 見出し", "1行目"), ("一\n二\n---", "1行目"), ("```\nコード", "1行目の「```」"), ("文\n<!-- 注", "2行目の「<!--」"),
        ("<script>\n", "「<」で始まる行"), ("## 取組・工夫の概要", "1行目"),
    ])
    func textsThatWouldBreakTheCaseAreRefused(_ text: String, _ part: String) throws {
        let id = form.schema.sections[0].definition.id
        let refusal = #expect(throws: EditRefusal.self) { try edited(Self.sections, FileEdit(sections: [id: text])) }
        #expect(refusal?.message.ja.contains(part) == true && refusal?.field == .section(id))
    }

    @Test(arguments: [
        "### 見出し", "\\## 見出し", "```\n## コード\n```", "文\n\n---\n\n文", "> ## 引用", "- ## 点", "    ## 字下げ", "＃＃ 全角", "<!-- 注 -->文",
        "a<!--b",
    ])
    func textsThatOnlyLookLikeThat(_ text: String) throws {
        let id = form.schema.sections[0].definition.id
        #expect(
            try edited(Self.sections, FileEdit(sections: [id: text])) == Self.sections.replacing("\n必要\n", with: "\n\(text)\n"))
    }

    @Test func howTheFileIsStoredStays() throws {
        let text = "\u{FEFF}---\r\ntitle: 旧\r\n# か\u{3099}\nsummary: 要\n---\r\n\r\n## 必要性・きっかけ\r\n\r\n必要\r\n文"
        let id = form.schema.sections[0].definition.id
        #expect(
            try edited(text, FileEdit(values: ["title": .text("新"), "status": .text("draft")], sections: [id: "一\n二"]))
                == "\u{FEFF}---\r\ntitle: 新\r\nstatus: draft\r\n# か\u{3099}\nsummary: 要\n---\r\n\r\n## 必要性・きっかけ\r\n\r\n一\r\n二")
        let returns = "---\rtitle: 旧\r---\r"
        #expect(
            try edited(returns, FileEdit(values: ["title": .text("新"), "status": .text("draft")]))
                == "---\rtitle: 新\rstatus: draft\r---\r")
        // A kanji of names is not replaced by the usual one, and typing the other one is a change.
        #expect(
            try edited("---\ntitle: 福\n---\n", FileEdit(values: ["title": .text("福")])).utf8.elementsEqual(
                "---\ntitle: 福\n---\n".utf8))
        #expect(
            try edited("---\ntitle: 福\n---\n", FileEdit(values: ["title": .text("福")])).utf8.elementsEqual(
                "---\ntitle: 福\n---\n".utf8))
    }

    @Test func filesThatAreNoText() throws {
        let bytes: [UInt8] = Array("---\ntitle: ".utf8) + [0x8E, 0x96, 0x97, 0xE1] + Array("\n---\n".utf8)
        let refusal = #expect(throws: EditRefusal.self) {
            try EditableFile(SourceFile(path: "content/cases/c001.md", bytes: bytes), location: "cases/c001.md", form: form)
        }
        #expect(refusal?.message.ja.contains("Shift_JIS（ANSI）") == true)
        #expect(EditableFile.converted(bytes).map { String(decoding: $0.bytes, as: UTF8.self) } == "---\ntitle: 事例\n---\n")
        #expect(EditableFile.converted(Array("あ".utf8)) == nil)
        for location in [
            "casebook.yml", "cases/../c001.md", "cases/.c001.md", "cases/_c001.md", "other/a.md", "cases/a/b.md", "README.md",
            "/etc/passwd",
        ] {
            #expect(throws: EditRefusal.self) {
                try EditableFile(SourceFile(path: location, text: ""), location: location, form: form)
            }
        }
    }

    @Test func otherFiles() throws {
        let text = "---\nlabel: 家族 # 名前\n---\n\n家族の説明。\n"
        let term = try EditableFile(SourceFile(path: "a", text: text), location: "actors/family.md", form: form)
        #expect(term.title == "家族" && term.body == "家族の説明。")
        #expect(
            String(
                decoding: try term.applying(
                    FileEdit(values: ["label": .text("親族"), "aliases": .list(["家族", "a、b"])], body: "## 見出し\n\n文")),
                as: UTF8.self)
                == "---\nlabel: 親族 # 名前\naliases: [家族, \"a、b\"]\n---\n\n## 見出し\n\n文\n")
        #expect(String(decoding: try term.applying(FileEdit(body: "")), as: UTF8.self) == "---\nlabel: 家族 # 名前\n---\n\n")
        let empty = try EditableFile(
            SourceFile(path: "a", text: "---\ntitle: 頁\n---\n"), location: "pages/about.md", form: form)
        #expect(String(decoding: try empty.applying(FileEdit(body: "文")), as: UTF8.self) == "---\ntitle: 頁\n---\n\n文\n")
        #expect(throws: EditRefusal.self) { try empty.applying(FileEdit(body: "private:\n  a: b")) }
    }
}
