import Diagnostics
import Markdown

/// All rules about content.
package enum Rules {
    /// Every rule, in the order of the editors' guide, which also explains the problems of Markdown.
    ///
    /// The rules of a file are listed at its start, and the lists of the files here.
    package static let groups: [RuleGroup] = [
        RuleGroup("ファイル", others: foundByReader, rules: aboutFolders),
        RuleGroup("先頭の項目の書き方", rules: aboutFences + aboutLines + aboutSyntax + aboutPrivate),
        RuleGroup("先頭の項目の内容", rules: aboutKeys + aboutValues + aboutDeclaredValues),
        RuleGroup("分野や機関など", rules: aboutTermUses + aboutTermFiles),
        RuleGroup("用語集", rules: aboutGlossary),
        RuleGroup("漢字の読み（`readings.csv`）", rules: aboutReadings),
        RuleGroup("見出し", rules: aboutSections),
        RuleGroup("ファイルの名前とアドレス", rules: aboutFileNames + aboutAddresses + aboutPages),
        RuleGroup("リンクと画像", rules: aboutLinks + aboutImages + aboutRelatedCases),
        RuleGroup("本文の書き方", problems: MarkdownProblem.self),
        RuleGroup("本文の記号", rules: aboutMarks),
        RuleGroup("文字", rules: aboutCharacters),
        RuleGroup(
            "助言",
            introduction: "間違いではありませんが、読みやすさや、個人の情報を守るために、見直したほうがよいところです。"
                + "要らない助言は、`casebook.yml` の `advice` で出さないようにできます（「[全体の設定](#全体の設定)」を見てください）。",
            closing: "人の名前、電話番号、メールアドレス、会社の名前は、事例だけを調べます。"
                + "案内のページには、窓口の電話番号などを書いてかまいません。"
                + "名前は言葉の形から見つけるので、見落とすことも、名前でないものを示すこともあります。公開する前に、人の目でも確かめてください。",
            others: AdviceRules.ofTexts.map { $0 }, rules: AdviceRules.ofFolders.map { $0 }),
        RuleGroup(
            "やさしい日本語の文",
            introduction: "`easy` フォルダーの文だけを調べます。助言は、間違いではありません。要らないものは、`casebook.yml` の `advice` で出さないようにできます。",
            rules: aboutEasyTexts + AdviceRules.ofEasyTexts.map { $0 }),
        RuleGroup(
            "設定（`casebook.yml`）",
            rules: aboutNames + aboutTaxonomies + aboutFields + aboutContact + aboutOtherSettings + aboutTermLists),
    ]

    package static let all: [any Rule.Type] = groups.flatMap(\.rules)

    /// At least one problem of each rule.
    package static var examples: [any Rule] { all.flatMap { examples(of: $0) } }

    private static func examples<Kind: Rule>(of rule: Kind.Type) -> [any Rule] { rule.examples }

    /// The rules that have checks, by what they look at.
    static let lists = RuleLists(groups.flatMap(\.checkedRules))

    private static let adviceOnCases = AdviceSet(AdviceRules.ofTexts)
    private static let adviceOnEasyTexts = adviceOnCases.without(LongSentence.self).without(UnevenSections.self)
    private static let adviceOnPages = AdviceSet(AdviceRules.ofTexts.filter { !$0.isAboutPrivacy })
}

extension Rules {
    /// Checks one file. Without settings that can be used, only its form is checked.
    package static func check(_ file: ParsedFile, schema: Schema?, report: inout Report) {
        for rule in lists.ofForm { rule.check(file, report: &report) }
        guard let schema else { return }
        for rule in lists.ofFiles { rule.check(file, schema: schema, report: &report) }
        let advice =
            switch file.role {
            case .caseFile: adviceOnCases
            case .easyText: adviceOnEasyTexts
            default: adviceOnPages
            }
        AdviceCheck.check(
            file, for: advice.without(ids: schema.adviceOff), isJapanese: schema.isJapanese, report: &report)
    }

    /// Checks `casebook.yml` beyond what is checked of every file.
    package static func check(_ schema: Schema, report: inout Report) {
        for rule in lists.ofSettings { rule.check(schema, report: &report) }
    }

    /// Checks the terms that a case names.
    package static func check(
        _ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report
    ) {
        for rule in lists.ofTerms { rule.check(file, uses: uses, terms: terms, schema: schema, report: &report) }
    }
}

/// Rules of one kind, and the section of the editors' guide about them.
package struct RuleGroup: Sendable {
    let rules: [any Rule.Type]
    /// Those of the rules that have checks.
    let checkedRules: [any CheckedRule.Type]
    package let guide: GuideSection

    /// A group and its section.
    ///
    /// - Parameters:
    ///   - heading: The heading of the section.
    ///   - introduction: A paragraph before the table of the rules.
    ///   - closing: A paragraph after the table.
    ///   - others: Rules without checks of their own, which the guide explains first.
    ///   - rules: Rules with checks.
    init(
        _ heading: String, introduction: String? = nil, closing: String? = nil, others: [any Rule.Type] = [],
        rules: [any CheckedRule.Type]
    ) {
        checkedRules = rules
        self.rules = others + rules.map { $0 }
        guide = GuideSection(heading, introduction: introduction, closing: closing, rules: self.rules)
    }

    /// A section about problems that are no rules.
    init<Kind: ExplainedProblem>(_ heading: String, problems: Kind.Type) {
        rules = []
        checkedRules = []
        guide = GuideSection(heading, problems: problems)
    }
}
