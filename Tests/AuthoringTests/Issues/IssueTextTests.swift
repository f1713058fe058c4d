@testable import Authoring
@testable import CasebookLoading
import Diagnostics
import Foundation
import TestSupport
import Testing

/// The text of an issue becomes a case by the same rules as a row of a table.
@Suite struct IssueTextTests {
    private static let consent = """
        ### 送る前の確認

        - [x] 個人や勤め先が分かること（名前、連絡先、写真など）を書いていません
        - [X] 公開してよいことを、事例に出てくる人や機関に確かめました

        """

    /// An issue as GitHub makes it, with other answers by their headings; an empty text is no answer.
    private func issue(_ changes: KeyValuePairs<String, String> = [:], consent: String = Self.consent) -> String {
        var answers = [
            "題名": "新しい事例", "分野": "就労情報提供", "取組主体": "企業", "関わる人": "本人, 家族", "必要性・きっかけ": "必要でした。",
            "取組・工夫の概要": "工夫しました。", "効果": "", "要約": "",
        ]
        for (label, answer) in changes { answers[label] = answer }
        let labels = ["題名", "分野", "取組主体", "関わる人", "必要性・きっかけ", "取組・工夫の概要", "効果", "要約"]
        let parts = labels.map { "### \($0)\n\n\(answers[$0].flatMap { $0.isEmpty ? nil : $0 } ?? "_No response_")\n\n" }
        return parts.joined() + consent
    }

    private func read(_ text: String, _ casebook: SmallCasebook = SmallCasebook()) throws -> CaseImport {
        let form = try #require(casebook.readForm().form)
        return CaseImport.readIssue(SourceFile(path: "issue.md", text: text), form: form)
    }

    /// Line, id and message of each problem.
    private func problems(_ text: String, _ casebook: SmallCasebook = SmallCasebook()) throws -> [String] {
        try read(text, casebook).diagnostics.map { "\($0.range?.start.line ?? 0) \($0.id) \($0.message.ja)" }
    }

    @Test(arguments: ["\n", "\r\n"])
    func anIssueBecomesADraft(lineEnd: String) throws {
        let text = issue(["必要性・きっかけ": "一つ目の段落。\n\n- 点\n- **太字**"]).replacing("\n", with: lineEnd)
        let result = try read(text)
        #expect(result.diagnostics.map(\.message.ja) == [])
        let expected = """
            ---
            title: 新しい事例
            category: 就労情報提供
            organization: 企業
            actors: [本人, 家族]
            status: draft
            ---

            ## 必要性・きっかけ

            一つ目の段落。

            - 点
            - **太字**

            ## 取組・工夫の概要

            工夫しました。

            """
        #expect(result.cases.map(\.text) == [expected])
        #expect(SmallCasebook().adding("cases/c003.md", expected).problems() == [])
    }

    /// Each case of the repository, written as an issue, gives the same file, as a draft.
    @Test func everyCaseOfTheRepositoryComesBack() throws {
        let root = FixtureFolder.repository.appending(path: "content")
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
            ($0.hasSuffix(".md") || $0 == "casebook.yml") && $0.contains("/") == ($0 != "casebook.yml")
        }
        let form = try #require(
            CaseForm.read(paths: files.map { "content/\($0)" }, root: "content", readsTitles: false) { index in
                let data = FileManager.default.contents(atPath: root.appending(path: files[index]).path) ?? Data()
                return [UInt8](data)
            }.form)
        let cases = files.filter { $0.hasPrefix("cases/") }.sorted()
        #expect(cases.count == 17)
        for name in cases {
            let original = try String(contentsOf: root.appending(path: name), encoding: .utf8)
            let result = CaseImport.readIssue(SourceFile(path: "issue.md", text: Self.issue(of: original, form)), form: form)
            #expect(result.diagnostics.map(\.message.ja) == [], "\(name)")
            #expect(result.cases.first?.text == original.replacing("status: published", with: "status: draft"), "\(name)")
        }
    }

    /// What GitHub would make of a case.
    private static func issue(of text: String, _ form: CaseForm) -> String {
        let parts = text.components(separatedBy: "\n---\n")
        var values: [String: String] = [:]
        for line in parts[0].split(separator: "\n").dropFirst() {
            guard let colon = line.firstRange(of: ": ") else { continue }
            var value = String(line[colon.upperBound...])
            if value.hasPrefix("[") { value = String(value.dropFirst().dropLast()) }
            values[String(line[..<colon.lowerBound])] = value
        }
        for section in parts[1].components(separatedBy: "\n## ").dropFirst() {
            let lines = section.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            values[String(lines[0])] = lines[1].trimmingCharacters(in: .newlines)
        }
        return IssueElement.all(form).map { element in
            var answer = values[element.id] ?? values[element.label] ?? "_No response_"
            if case .consent(let options) = element.kind { answer = options.map { "- [x] \($0)" }.joined(separator: "\n") }
            if case .boxes(let options) = element.kind {
                let chosen = answer.components(separatedBy: ", ")
                answer = options.map { "- [\(chosen.contains($0) ? "x" : " ")] \($0)" }.joined(separator: "\n")
            }
            return "### \(element.label)\n\n\(answer)"
        }.joined(separator: "\n\n") + "\n"
    }

    /// Headings in a text divide nothing unless they are headings of the form, and not in code.
    @Test(arguments: [
        "### 小見出し\n\n文。", "### 小見出し\n\n#### 分野\n\n文。", "文。\n\n###分野", "文。\n\n ### 分野の話", "### 分野の話\n\n文。", "```\n### 分野\n```",
        "~~~ text\n### 分野\n\n### 題名\n~~~",
        "````\n```\n### 分野\n````", "文中の ### 分野",
    ])
    func headingsInATextDivideNothing(answer: String) throws {
        let result = try read(issue(["必要性・きっかけ": answer]))
        #expect(result.diagnostics.map(\.message.ja) == [])
        #expect(result.cases.first?.text.contains("## 必要性・きっかけ\n\n\(answer)\n") == true)
    }

    @Test func aHeadingOfTheFormInATextIsReported() throws {
        #expect(
            try problems(issue(["必要性・きっかけ": "文。\n\n### 分野\n\n続き。"])) == [
                "21 repeated-issue-heading 見出し「分野」が2つあります（1つ目は5行目）。文の中の見出しなら、ほかの言葉に変えてください"
            ])
        // A fence that is not closed hides no heading.
        #expect(try read(issue(["必要性・きっかけ": "```\n文。"])).diagnostics.allSatisfy { !$0.id.contains("issue") })
    }

    @Test func problemsOfTheTextAreReportedAtTheirLines() throws {
        #expect(
            try problems("こんにちは\n\n" + issue()) == [
                "1 text-above-headings 初めの見出し「題名」より上の文は、どの項目にも入りません。見出しの下に移すか、消してください"
            ])
        #expect(
            try problems(issue().replacing("### 分野\n", with: "### 分 野\n")) == [
                "0 missing-issue-heading 見出し「分野」がありません。「### 分野」の行を書き、一行あけて、その下に内容を書いてください"
            ])
        #expect(try problems("ただの文です。\n").map { $0.prefix(19) } == ["0 no-issue-headings"])
        #expect(try problems("").map { $0.prefix(19) } == ["0 no-issue-headings"])
        let unticked = Self.consent.replacing("[X]", with: "[ ]")
        #expect(
            try problems(issue(consent: unticked)) == [
                "35 missing-consent 「公開してよいことを、事例に出てくる人や機関に確かめました」に印がありません。"
                    + "確かめてから、「- [x] 公開してよいことを、事例に出てくる人や機関に確かめました」と書いてください"
            ])
        let bytes = SourceFile(path: "issue.md", bytes: [0x23, 0x83, 0x5C])
        let form = try #require(SmallCasebook().readForm().form)
        #expect(CaseImport.readIssue(bytes, form: form).diagnostics.map(\.id) == ["unreadable-issue"])
    }

    @Test func problemsOfTheCaseAreReportedAtTheirLines() throws {
        #expect(
            try problems(issue(["題名": "", "分野": "就労情報堤供", "取組主体": "企業, ハローワーク", "関わる人": "隣人"])) == [
                "3 empty-cell 「題名」が空です。文を書いてください",
                "7 unknown-term 分野「就労情報堤供」はありません",
                "11 too-many-values 「取組主体」に書けるのは1つだけです。どれか1つにしてください",
                "15 unknown-term 関わる人「隣人」はありません",
            ])
        #expect(try problems(issue(["題名": "一つ目の事例"])).map { $0.prefix(13) } == ["3 taken-title"])
        // At the line inside a text.
        let wrong = try read(issue(["取組・工夫の概要": "一行目。\n\n## 知らない見出し\n\n文。"]))
        #expect(wrong.diagnostics.map { $0.range?.start.line } == [25], "\(wrong.diagnostics.map(\.message.ja))")
    }

    /// Names with commas, the reserved word, and boxes.
    @Test func answersOfMenusAndBoxes() throws {
        let casebook = SmallCasebook()
            .adding("organizations/employer.md", "---\nlabel: None\n---\n")
            .adding("actors/family.md", "---\nlabel: 家族, 親族\nyomi: かぞく\n---\n")
            .replacing("[本人, 家族]", with: "[本人]", in: "cases/c001.md")
        func actors(_ answer: String, organization: String = "「None」") throws -> String? {
            let result = try read(issue(["取組主体": organization, "関わる人": answer]), casebook)
            return result.cases.first?.text.split(separator: "\n").filter {
                $0.hasPrefix("actors") || $0.hasPrefix("organization")
            }
            .joined(separator: "; ")
        }
        #expect(try actors("家族, 親族, 本人") == "organization: None; actors: [\"家族, 親族\", 本人]")
        #expect(try actors("- [x] 家族, 親族\n- [ ] 本人") == "organization: None; actors: [\"家族, 親族\"]")
        #expect(try actors("- [ ] 家族, 親族\n- [ ] 本人") == "organization: None")
        #expect(try actors("None") == "organization: None")
        #expect(try actors("_No response_", organization: "None") == nil)
    }

    /// Declared fields are questions of the form too.
    @Test func declaredFields() throws {
        let casebook = SmallCasebook().replacing(
            "sections:\n",
            with:
                "fields:\n  - { key: people, label: 人数, type: number, unit: 人 }\n  - { key: open, label: 見学, type: yes-no }\nsections:\n",
            in: "casebook.yml")
        let form = try #require(casebook.readForm().form)
        let formText = IssueForm(form).text
        #expect(formText.contains("    id: people\n    attributes:\n      label: 人数\n"))
        let choices = try #require(form.fields.last?.choices)
        #expect(choices.count == 2 && choices.allSatisfy { formText.contains("        - \($0)\n") })
        let text = issue().replacing("### 要約", with: "### 人数\n\n12\n\n### 見学\n\n\(choices[0])\n\n### 要約")
        let result = try read(text, casebook)
        #expect(result.diagnostics.map(\.message.ja) == [])
        #expect(result.cases.first?.text.contains("people: 12\nopen: ") == true, "\(result.cases.map(\.text))")
        #expect(try read(text.replacing("12", with: "多い"), casebook).diagnostics.map { $0.range?.start.line } == [31])
    }

    @Test func whatIsAnIssue() throws {
        let form = try #require(SmallCasebook().readForm().form)
        func isIssue(_ path: String, _ text: String) -> Bool {
            CaseImport.isIssue(SourceFile(path: path, text: text), form: form)
        }
        #expect(isIssue("a.md", "題名,分野") && isIssue("A.MD", "") && isIssue("a.txt", "\n### 題名\r\n\r\nx"))
        #expect(!isIssue("a.csv", "題名,分野\n### 題名,x\n") && !isIssue("a.csv", "### 題,x") && !isIssue("a.csv", ""))
    }

    @Test func everyProblemHasWordsInBothLanguages() {
        for problem in IssueProblem.examples {
            #expect(!problem.message.ja.hasSuffix("。") && !problem.message.en.hasSuffix("."))
        }
    }
}
