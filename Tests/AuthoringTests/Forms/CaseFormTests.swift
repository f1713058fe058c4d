@testable import CasebookModel
@testable import Authoring
import Diagnostics
import TestSupport
import Testing

@Suite struct CaseFormTests {
    @Test func asksByTheSchema() throws {
        let form = try #require(SmallCasebook().readForm().form)
        #expect(form.questions.map(\.key) == ["category", "organization", "actors"])
        #expect(form.order == [0, 1, 2])
        #expect(form.questions.map(\.isRequired) == [true, true, false])
        #expect(form.questions[0].choices.map(\.number) == [1, 2])
        #expect(form.questions[2].choices.map(\.label) == ["家族", "本人"])
        #expect(form.titles == ["一つ目の事例": "content/cases/c001.md", "二つ目の事例": "content/cases/c002.md"])
    }

    @Test func aFlawInACaseDoesNotMatter() {
        let spoilt = SmallCasebook().replacing("category: 就労情報提供", with: "category：就労", in: "cases/c001.md")
        #expect(spoilt.readForm().form != nil && spoilt.readForm().diagnostics == [])
    }

    @Test func oneInTheSettingsOrATermDoes() {
        let settings = SmallCasebook().replacing("order: number", with: "order: size", in: "casebook.yml").readForm()
        #expect(settings.form == nil && settings.diagnostics.map(\.id) == ["bad-choice"])
        let term = SmallCasebook().replacing("label: 企業", with: "label：企業", in: "organizations/employer.md").readForm()
        #expect(term.form == nil && term.diagnostics.map(\.id) == ["wide-colon"])
    }

    @Test func answers() throws {
        let question = try #require(SmallCasebook().readForm().form).questions
        #expect(question[0].answer("２") == .terms(["個性・強み・興味の把握"]))
        #expect(question[1].answer("職安") == .terms(["ハローワーク"]))
        #expect(question[1].answer("ﾊﾛｰﾜｰｸ") == .terms(["ハローワーク"]))
        #expect(question[1].answer("1、2") == .tooMany)
        #expect(question[2].answer("1, 本人、家族") == .terms(["家族", "本人"]))
        #expect(question[1].answer("ハローワー") == .unknown("ハローワー", near: [question[1].choices[0]]))
        #expect(question[1].answer("3") == .unknown("3", near: []))
    }

    @Test func aScaffoldLacksNothingButWords() throws {
        for language in Language.allCases {
            let form = try #require(SmallCasebook().in(language).readForm().form)
            let scaffold = CaseScaffold(form: form, title: "題名: 「一つ」", terms: [["就労情報提供"], ["企業"], []])
            #expect(scaffold.text.contains("# 題名（必要）") == (language == .ja))
            #expect(scaffold.missing == [] && scaffold.diagnostics == [])
            let problems = SmallCasebook().adding("cases/c003.md", scaffold.text).problems()
            #expect(problems.map(\.id) == ["unwritten-section", "unwritten-section", "unwritten-section"])
            let empty = CaseScaffold(form: form, title: "", terms: [[], [], []])
            #expect(empty.missing == ["title", "category", "organization"] && empty.diagnostics == [])
            let toldOfEmpty = SmallCasebook().adding("cases/c003.md", empty.text).problems().map(\.id)
            #expect(toldOfEmpty.filter { $0 != "unwritten-section" } == ["empty-value", "empty-value", "empty-value"])
        }
    }

    @Test func aHintEndsNoComment() throws {
        let collection = SmallCasebook().replacing(
            "required: true }", with: "required: true, hint: \"何--を--> <b>書く\" }", in: "casebook.yml")
        let form = try #require(collection.readForm().form)
        let scaffold = CaseScaffold(form: form, title: "題", terms: [["就労情報提供"], ["企業"], []])
        #expect(scaffold.diagnostics == [])
        #expect(collection.adding("cases/c003.md", scaffold.text).problems().map(\.id).allSatisfy { $0 == "unwritten-section" })
    }
}
