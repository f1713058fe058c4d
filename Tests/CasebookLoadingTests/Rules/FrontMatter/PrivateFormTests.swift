import Authoring
import Diagnostics
import TestSupport
import Testing

@testable import CasebookLoading

/// What is private is in no output, however it is written.
@Suite struct PrivateFormTests {
    private static let secret = "03-9876-5432"

    /// Each form replaces the lines of a case between its category and its organization. Each has something wrong in its form.
    private static let wrong: [String] = [
        "private：\n  電話: S", "private:\n　電話: S", "private:\n\u{A0} 電話: S", "private:\n電話: S", "private:\n\n電話 S",
        "private:\n・電話 S", "private:\n\t電話: S", "private:\n- 電話: S", "private:\n  住所: 東京\n電話: S", "private: S",
        "private:S", "private:　電話: S", "private: [S]", "private: \"S", "private: 'S'", "private: &a S", "private\n  電話: S",
        "private S", "private\u{3000}電話 S", "ｐｒｉｖａｔｅ:\n  電話: S", "ｐｒｉｖａｔｅ：S", "PRIVATE:\n  電話: S", "Private:\n  電話: S",
        "'private':\n  電話: S", "\"private\": S", "“private”: S", "「private」：S", "? private\n: 電話: S", "? private\n:\n  S",
        "  private:\n    電話: S", "\tprivate:\n\t\t電話: S", "　private：\n　　電話：S", "pri\u{200B}vate:\n  電話: S",
        "\u{FEFF}private:\n  電話: S", "\u{200E}private: S", "p r i v a t e: S", "private\u{A0}:\n  電話: S", "private∶\n  電話: S",
        "private︓ S", "非公開:\n  電話: S", "非公開：S", "【非公開】\n電話 S", "非公開情報：\n　電話：S", "プライベート: S",
        "privat:\n  電話: S", "privte: S", "prvate:\n電話 S", "pirvate: S", "privates:\n  電話: S", "private_notes: S", "privat S",
        "рrivate: S", "prívate: S", "{private: S}", "{ private: { 電話: S } }", "- private: S", "・private：S", "**private**: S",
        "--- private: S", "<private>: S", "private = S", "private; S", "# private:\n  電話: S", "private:\n  電話: \"S\n住所: S",
        "private:\n  電話: [S\n番号 S", "private: {電話: S\nS", "private:\n  a: b\nａｃｔｏｒ: S", "private:\n状態: S", "private:\n題名: S",
        "private:\n　status: S", "private:\n電話: S\u{0}",
    ]

    @Test(arguments: wrong)
    func whatIsPrivateIsInNoOutputAndOneMessageSaysWhatIsWrong(_ form: String) throws {
        let collection = casebook(form)
        let diagnostics = collection.read().diagnostics
        expectHidden(diagnostics)
        let others = diagnostics.filter { !["missing-key", "null-character"].contains($0.id) }
        #expect(others.count == 1, "\(others.map(\.message.ja))")
        #expect(others.first?.range?.start.line ?? 0 >= 4)
        try expectFixesHide(collection)
    }

    @Test(
        arguments: wrong,
        [
            // The title is not text, an unknown term follows, the file has no end of its front matter, or no start.
            ("title: 一つ目の事例", "title: [a"), ("organization: ハローワーク", "organization: なし"),
            ("家族]\n---\n", "家族]\n"), ("---\ntitle", "title"), ("---\ntitle", "－－\ntitle"),
            ("家族]\n---\n\n## 必要性・きっかけ\n\n必要でした。", "家族]\n必要"), ("title: 一つ目の事例\n", ""),
        ])
    func nothingElseThatIsWrongShowsIt(_ form: String, _ change: (String, String)) throws {
        let collection = casebook(form).replacing(change.0, with: change.1, in: "cases/c001.md")
        let diagnostics = collection.read().diagnostics
        #expect(!diagnostics.isEmpty)
        expectHidden(diagnostics)
        try expectFixesHide(collection)
    }

    /// Forms below a closing `---` that is too early, or as the last of the front matter before it.
    @Test(arguments: [
        "---\nprivate:\n  電話: S\n---", "---\nprivate: S", "---\n\n　private：\n電話 S", "---\n非公開：\n電話 S\n",
        "---\n\nprivate: S", "---\n---\nPrivate: S", "---\n---\n非公開：S", "---\nｐｒｉｖａｔｅ：S",
        "private:\n  住所: 東京\n------\n  電話: S\n---", "ーーー\nprivate:\n電話: S\n---\n",
    ])
    func whatIsPrivateInTheBodyIsReportedAndHidden(_ form: String) throws {
        let collection = SmallCasebook()
            .replacing("家族]\n---\n", with: "家族]\n" + secretIn(form) + "\n", in: "cases/c001.md")
            .replacing("必要でした。", with: "[a](nowhere.md)", in: "cases/c001.md")
        let diagnostics = collection.read().diagnostics
        expectHidden(diagnostics)
        #expect(diagnostics.contains { $0.id == "private-form" && $0.message.ja.contains("本文") })
    }

    /// A private key on a line of another key, where it cannot be read as one.
    @Test(arguments: [
        "status: published private: S", "published: 2026-04-01 private: {電話: S}", "memo: a, private: S",
        "aliases: [a, private: S]",
        "yomi: |\n  private: S", "related:\n  - c001\n  private:\n    S", "summary: a\n  private: S\nbad S",
        "status:\n  private: S", "status:\n  ｐｒｉｖａｔｅ：\n    電話 S",
    ])
    func linesWithPrivateAfterOtherTextAreNotQuoted(_ form: String) throws {
        let collection = casebook(form)
        expectHidden(collection.read().diagnostics)
        try expectFixesHide(collection)
        expectHidden(collection.replacing("---\n", with: "", in: "cases/c001.md").read().diagnostics)
    }

    @Test(arguments: [
        "private:\n  電話: S", "private:", "private:\n", "private: # 注記\n  電話: S", "private :\n  電話: S",
        "private: {電話: S}",
        "private: {\n  電話: S\n}", "private: ~", "private: null\n", "private:\n  - S",
        "private:\n  電話: S\n\n  # 注記\n# 注記\n  住所: S",
        "private:\n  S", "private: |\n  S", "# private:\n#   電話: S", "# private:", "published: 2026-04-01", "summary: 非公開の会議",
        "summary: |\n  非公開：会議の\n  話", "summary: Keeping it private: how",
    ])
    func rightFormsAndNearMissesAreNotReported(_ form: String) {
        let (casebook, diagnostics) = casebook(form).read()
        #expect(diagnostics.map(\.message.ja) == [])
        #expect(casebook != nil)
    }

    @Test(arguments: [
        ("private：\n　電話: S\n", "private:\n  電話: S\n"), ("private:\n電話: S\n\n\t住所: S\n", "private:\n  電話: S\n\n  住所: S\n"),
        ("ｐｒｉｖａｔｅ：S\n", "private:\n  S\n"), ("  private: # 注記\n    電話: S\n", "private: # 注記\n    電話: S\n"),
        ("非公開：{電話: S}\n", "private: {電話: S}\n"),
    ])
    func fixes(_ form: String, _ fixed: String) throws {
        let result = fix(casebook(form))
        let text = String(decoding: try #require(result.files.first?.after), as: UTF8.self)
        #expect(text.contains(secretIn(fixed)))
        #expect(SmallCasebook().adding("cases/c001.md", text).problems() == [])
    }

    /// A line that may be a key by another name is hidden, but not moved below what is private.
    @Test func whatMayBeAnotherKeyStays() throws {
        let text = "非公開:\n  電話: S\n公開: 2026-04-01"
        let diagnostics = casebook(text).read().diagnostics
        expectHidden(diagnostics)
        #expect(diagnostics.map(\.id) == ["private-form"] && diagnostics.first?.fixIt == nil)
    }

    @Test(arguments: ["Private: not for the public.", "非公開：求人のこと", "プライベートの話"])
    func textsOfBodiesThatStartWithTheWord(_ text: String) {
        let problems = SmallCasebook().adding("glossary/word.md", "---\nterm: 語\nyomi: ご\n---\n\n\(text)\n").problems()
        #expect(problems == [])
    }

    @Test func eachMistakeHasItsMessage() {
        let problems = casebook("private:\n\n電話 S").problems()
        #expect(
            problems.map { "\($0.id) \($0.location) \($0.ja)" } == [
                "private-form cases/c001.md:6:1 「private:」（公開しない情報）の下の行が、半角の空白で字下げされていません。"
                    + "半角の空白2つを入れてから「連絡先: …」のように書いてください"
            ])
        #expect(casebook("privat: S").problems().map(\.suggestions) == [["private"]])
        let twice = casebook("private:\n  a: S\n? private\n: S")
        #expect(twice.problems().map { "\($0.id) \($0.location)" } == ["private-form cases/c001.md:6:1"])
        expectHidden(twice.read().diagnostics)
        let repeated = casebook("private:\n  a: S\nｐｒｉｖａｔｅ: S")
        #expect(repeated.problems().map(\.id) == ["duplicate-key"])
    }

    /// A page, a term and a word of the glossary have no such key.
    @Test(
        arguments: ["pages/about.md", "categories/information.md", "casebook.yml"],
        ["private:\n  a: S", "private：S", "privat: S"])
    func filesThatCannotHaveIt(_ location: String, _ form: String) {
        let first = location == "casebook.yml" ? "title: 事例集\n" : "---\n"
        let collection = SmallCasebook().replacing(first, with: first + secretIn(form) + "\n", in: location)
        let diagnostics = collection.read().diagnostics
        #expect(diagnostics.map(\.id).contains("unknown-key"))
        expectHidden(diagnostics)
    }

    private func secretIn(_ form: String) -> String { form.replacing("S", with: Self.secret) }

    private func casebook(_ form: String) -> SmallCasebook {
        SmallCasebook().replacing(
            "就労情報提供\n", with: "就労情報提供\n" + secretIn(form) + "\n", in: "cases/c001.md")
    }

    private func expectHidden(_ diagnostics: [Diagnostic]) {
        for format in DiagnosticFormat.allCases {
            for language in Language.allCases {
                let text = format.format(diagnostics, in: language)
                #expect(!text.contains("9876") && !text.contains("電話:"), "\(text)")
            }
        }
    }

    private func expectFixesHide(_ collection: SmallCasebook) throws {
        for fix in fix(collection).fixes { #expect(!fix.text(in: .ja).contains("9876"), "\(fix.text(in: .ja))") }
    }

    private func fix(_ collection: SmallCasebook) -> ContentFixes {
        let files = collection.files.sorted { $0.key < $1.key }.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
        return ContentFixer.fix(files: files, images: collection.images, jobs: 1)
    }
}
