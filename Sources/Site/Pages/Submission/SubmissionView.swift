import Basics
import Templates

/// The names of the layout `submit`.
struct SubmissionView: TemplateContext {
    let questions: [QuestionView]
    /// The questions whose answers are not published.
    let unpublished: [QuestionView]
    let consent: [ConsentView]
    /// The heading of the column that keeps what was confirmed.
    let consentHeading: String
    /// The end of the headings of texts with lists.
    let listsMark: String
    /// The address at which a mail with the file is written; nil without a mail address.
    let sendLink: String?
    /// The ids of the rules of advice that are switched off, separated by blanks.
    let adviceOff: String
    /// What the answers may be, as JSON.
    let rules: String
    /// Nil in languages without them.
    let names: NameListsView?

    static let fields = ContextFields<SubmissionView>([
        .list("questions", QuestionView.self) { $0.questions },
        .list("unpublished", QuestionView.self) { $0.unpublished },
        .list("consent", ConsentView.self) { $0.consent },
        .text("consent_heading") { $0.consentHeading },
        .text("lists_mark") { $0.listsMark },
        .optionalText("send_link") { $0.sendLink },
        .text("rules") { $0.rules },
        .text("advice_off") { $0.adviceOff },
        .optional("names", NameListsView.self) { $0.names },
    ])
}

/// A question with what is filled in.
struct QuestionView: TemplateContext {
    enum Kind: Equatable {
        case line
        case text
        case choice(isMultiple: Bool)
    }

    /// The id of its element, with which those of its parts start.
    let id: String
    /// The key of its rule; empty where there is none.
    let key: String
    /// The heading of its column.
    let heading: String
    let label: String
    let isRequired: Bool
    /// Where its rule is: `keys`, `sections`, or `hidden` for none.
    var part = "keys"
    var kind = Kind.line
    var hints: [String] = []
    /// Whether the rules of advice about texts are for it.
    var hasAdvice = false
    /// Whether a text has only one or two sentences.
    var isShort = false
    /// The keyboard that phones show.
    var mode: String?
    /// What a number counts.
    var unit: String?
    var groups: [ChoiceGroupView] = []

    private var isChoice: Bool { if case .choice = kind { true } else { false } }

    static let fields = ContextFields<QuestionView>([
        .text("id") { $0.id },
        .text("key") { $0.key },
        .text("heading") { $0.heading },
        .text("label") { $0.label },
        .text("part") { $0.part },
        .flag("required") { $0.isRequired },
        .texts("hints") { $0.hints },
        .flag("has_hint") { !$0.hints.isEmpty },
        .flag("advice") { $0.hasAdvice },
        .flag("line") { $0.kind == .line },
        .flag("text") { $0.kind == .text },
        .flag("short") { $0.isShort },
        .flag("choice") { $0.isChoice },
        .flag("multiple") { $0.kind == .choice(isMultiple: true) },
        .flag("single") { $0.kind == .choice(isMultiple: false) },
        .optionalText("mode") { $0.mode },
        .optionalText("unit") { $0.unit },
        .list("groups", ChoiceGroupView.self) { $0.groups },
    ])
}

/// Choices, of which those of a taxonomy with groups have a heading.
struct ChoiceGroupView: TemplateContext {
    let label: String?
    let id: String
    let choices: [ChoiceView]

    static let fields = ContextFields<ChoiceGroupView>([
        .optionalText("label") { $0.label },
        .text("group_id") { $0.id },
        .list("choices", ChoiceView.self) { $0.choices },
    ])
}

/// Something to choose.
struct ChoiceView: TemplateContext {
    let id: String
    /// What the table says.
    let value: String
    let label: String
    let description: String?

    static let fields = ContextFields<ChoiceView>([
        .text("choice_id") { $0.id },
        .text("value") { $0.value },
        .text("label") { $0.label },
        .optionalText("about") { $0.description },
    ])
}

/// A sentence that contributors confirm.
struct ConsentView: TemplateContext {
    let id: String
    let text: String

    static let fields = ContextFields<ConsentView>([
        .text("consent_id") { $0.id },
        .text("statement") { $0.text },
    ])
}

/// Lists of words by which the script finds the names of people and companies (``FamilyNames``, ``CompanyWords``), separated by blanks.
struct NameListsView: TemplateContext {
    static let fields = ContextFields<NameListsView>([
        .text("families") { _ in FamilyNames.list.split(whereSeparator: \.isWhitespace).joined(separator: " ") },
        .text("single_families") { _ in FamilyNames.singles },
        .text("last_kanji") { _ in FamilyNames.lastKanji },
        .text("no_families") { _ in FamilyNames.words.sorted().joined(separator: " ") },
        .text("roles") { _ in FamilyNames.roles },
        .text("after_company") { _ in CompanyWords.followers.joined(separator: " ") },
        .text("before_company") { _ in CompanyWords.leaders.sorted().joined(separator: " ") },
    ])
}
