import Basics
import CasebookModel
import Templates

/// The page on which people write a case: it makes a table that `knowhow import` reads, and says whom to send it to. It sends nothing.
///
/// It exists where `casebook.yml` has a `contact`.
struct SubmissionPage: HTMLPage {
    let site: RenderContext

    var frame: PageFrame {
        PageFrame(
            title: site.links.submission.label, documentTitle: site.links.submission.label,
            description: site.words[.submitDescription], breadcrumbs: [site.links.home], menu: .submission)
    }

    var view: SubmissionView {
        let (casebook, words) = (site.casebook, site.words)
        // What people came to write is first, and what they choose for it after that.
        let asked = casebook.questions.filter(isText) + casebook.questions.filter { !isText($0) && hasAnswers($0) }
        let headings = headings(of: asked)
        let questions = zip(asked, headings).enumerated().map { question($1.0, heading: $1.1, id: "ask-\($0 + 1)") }
        // Only editors can add a document: contributors name the one that they send.
        let documents = casebook.fields.filter { $0.kind == .file && !$0.isRequired }.enumerated().map { number, field in
            hidden(
                field.label, hints: [field.hint, words[.submitFileHint]].compactMap { $0 }, id: "ask-document-\(number + 1)")
        }
        let statements = casebook.settings.submission.consent
        let confirmed = statements.isEmpty ? [words[.submitConsentPrivacy], words[.submitConsentPeople]] : statements
        return SubmissionView(
            questions: questions + documents,
            unpublished: [
                hidden(words[.submitSender], hints: [words[.submitSenderHint]], id: "ask-sender"),
                hidden(words[.submitReach], hints: [words[.submitReachHint]], id: "ask-reach"),
            ],
            consent: confirmed.enumerated().map { ConsentView(id: "ask-consent-\($0 + 1)", text: $1) },
            consentHeading: hiddenHeading(words[.submitConsent]),
            listsMark: site.language.isJapanese ? CaseQuestion.listsMark : CaseQuestion.englishListsMark,
            sendLink: casebook.settings.contact?.mail?.link(subject: words[.submitMailSubject, casebook.settings.title]),
            adviceOff: casebook.settings.submission.adviceOff.joined(separator: " "),
            rules: casebook.rules.json(of: Set(asked.map(\.key)), inJapanese: site.language.isJapanese),
            names: site.language.isJapanese ? NameListsView() : nil)
    }

    private func isText(_ question: CaseQuestion) -> Bool {
        switch question.subject {
        case .title, .section, .summary: true
        case .terms, .field: false
        }
    }

    private func hasAnswers(_ question: CaseQuestion) -> Bool {
        if case .terms(let index) = question.subject { !site.casebook.taxonomies[index].terms.isEmpty } else { true }
    }

    /// The headings of the columns: the names, and for a second question of the same name its key.
    private func headings(of questions: [CaseQuestion]) -> [String] {
        var taken: Set<String> = []
        return questions.map { question in
            let label = label(of: question)
            return taken.insert(foldedName(label)).inserted ? label : question.key
        }
    }

    private func label(of question: CaseQuestion) -> String {
        if let label = question.label { return label }
        return site.words[question.subject == .title ? .columnsTitle : .columnsSummary]
    }

    private func question(_ question: CaseQuestion, heading: String, id: String) -> QuestionView {
        var view = QuestionView(
            id: id, key: question.key, heading: heading, label: label(of: question), isRequired: question.isRequired)
        view.hints = [question.hint].compactMap { $0 }
        switch question.subject {
        case .title:
            view.hints = [site.words[.submitTitleHint]]
            view.hasAdvice = true
            view.kind = .line
        case .summary:
            view.hints = [site.words[.submitSummaryHint]]
            view.hasAdvice = true
            view.kind = .text
            view.isShort = true
        case .section:
            view.hasAdvice = true
            view.kind = .text
            view.part = "sections"
        case .terms(let index):
            let taxonomy = site.casebook.taxonomies[index]
            view.kind = .choice(isMultiple: taxonomy.isMultiple)
            view.groups = groups(of: taxonomy, id: id)
        case .field(let index): describe(site.casebook.fields[index], in: &view)
        }
        return view
    }

    private func describe(_ field: FieldDefinition, in view: inout QuestionView) {
        let words = site.words
        view.kind = .line
        switch field.kind {
        case .text: break
        case .url:
            view.hints.append(words[.submitUrlHint])
            view.mode = "url"
        case .date: view.hints.append(words[.submitDateHint])
        case .number:
            view.hints.append(words[.submitNumberHint])
            view.mode = "decimal"
            view.unit = field.unit
        case .yesNo:
            view.kind = .choice(isMultiple: false)
            let isJapanese = site.language.isJapanese
            view.groups = [
                ChoiceGroupView(
                    label: nil, id: "",
                    choices: [(true, words[.caseYes]), (false, words[.caseNo])].enumerated().map { number, choice in
                        ChoiceView(
                            id: "\(view.id)-\(number + 1)", value: YesNo.word(choice.0, inJapanese: isJapanese),
                            label: choice.1,
                            description: nil)
                    })
            ]
        case .file: view.hints.append(words[.submitFileHint])
        }
    }

    private func groups(of taxonomy: Taxonomy, id: String) -> [ChoiceGroupView] {
        let choices = taxonomy.terms.enumerated().map { number, term in
            let text = term.body.document.plainText()
            return ChoiceView(
                id: "\(id)-\(number + 1)", value: term.label, label: term.label,
                description: text.isEmpty ? nil : text.firstSentence)
        }
        guard !taxonomy.groups.isEmpty else { return [ChoiceGroupView(label: nil, id: "", choices: choices)] }
        return taxonomy.groups.enumerated().filter { !$1.terms.isEmpty }.map { number, group in
            ChoiceGroupView(label: group.label, id: "\(id)-group-\(number + 1)", choices: Array(choices[group.terms]))
        }
    }

    /// A question whose answer only the editors see.
    private func hidden(_ label: String, hints: [String], id: String) -> QuestionView {
        var view = QuestionView(id: id, key: "", heading: hiddenHeading(label), label: label, isRequired: false)
        view.part = "hidden"
        view.kind = .line
        view.hints = hints
        return view
    }

    private func hiddenHeading(_ label: String) -> String {
        site.language.isJapanese ? "\(CaseQuestion.hiddenMark)：\(label)" : "\(CaseQuestion.englishHiddenMark): \(label)"
    }
}
