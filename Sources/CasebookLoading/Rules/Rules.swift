import Diagnostics
import Markdown

/// All rules about content.
package enum Rules {
    /// Every rule there is, in the order of the editors' guide, which also explains what is wrong with Markdown.
    package static let groups: [RuleGroup] = [
        RuleGroup(
            "ファイル",
            rules: [
                UnreadableBytes.self,
                NullCharacter.self,
                MisplacedFile.self,
                MissingSettings.self,
                NoCases.self,
            ]),
        RuleGroup(
            "先頭の項目の書き方",
            rules: [
                MissingFrontMatter.self,
                UnclosedFrontMatter.self,
                WrongFence.self,
                LinesBeforeFrontMatter.self,
                WideColon.self,
                OddSpace.self,
                WideKey.self,
                MissingSpace.self,
                MissingColon.self,
                IndentedKey.self,
                TabAtLineStart.self,
                WideListMarks.self,
                WideDigits.self,
                UnclosedQuote.self,
                InvalidYAML.self,
                HashInText.self,
            ]),
        RuleGroup(
            "先頭の項目の内容",
            rules: [
                UnknownKey.self,
                MissingKey.self,
                DuplicateKey.self,
                EmptyValue.self,
                WrongKind.self,
                TooManyValues.self,
                BadDate.self,
                BadNumber.self,
                BadStatus.self,
                BadChoice.self,
                BadAlias.self,
                BadYomi.self,
                UnsafeCharacter.self,
            ]),
        RuleGroup(
            "分野や機関など",
            rules: [
                UnknownTerm.self,
                DuplicateTerm.self,
                DuplicateTermName.self,
                DuplicateTermNumber.self,
                UnlistedTerm.self,
                MissingTermFile.self,
                RepeatedTerm.self,
            ]),
        RuleGroup(
            "用語集",
            rules: [
                DuplicateWord.self,
                EmptyMeaning.self,
            ]),
        RuleGroup(
            "見出し",
            rules: [
                MissingSection.self,
                UnknownSection.self,
                DuplicateSection.self,
                MisorderedSection.self,
                TextBeforeSections.self,
                EmptySection.self,
                UnwrittenSection.self,
                TakenAnchor.self,
            ]),
        RuleGroup(
            "ファイルの名前とアドレス",
            rules: [
                UnfitID.self,
                ReservedID.self,
                LongID.self,
                PageNumberID.self,
                DuplicateID.self,
                TakenAddress.self,
                DuplicateTitle.self,
            ]),
        RuleGroup(
            "リンクと画像",
            rules: [
                DeadLink.self,
                DeadAnchor.self,
                DeadImage.self,
                UnfitImage.self,
                UnfitImageName.self,
                LinkOutsideContent.self,
                LinkToDraft.self,
                UnknownRelatedCase.self,
                RelatedToItself.self,
                RepeatedRelatedCase.self,
            ]),
        RuleGroup("本文の書き方", problems: MarkdownProblem.self),
        RuleGroup(
            "助言",
            introduction: "間違いではありませんが、読みやすさや、個人の情報を守るために、見直したほうがよいところです。"
                + "要らない助言は、`casebook.yml` の `advice` で出さないようにできます（「[全体の設定](#全体の設定)」を見てください）。",
            closing: "人の名前、電話番号、メールアドレス、会社の名前は、事例だけを調べます。"
                + "案内のページには、窓口の電話番号などを書いてかまいません。"
                + "名前は言葉の形から見つけるので、見落とすことも、名前でないものを示すこともあります。公開する前に、人の目でも確かめてください。",
            rules: [
                LongSentence.self,
                LongTitle.self,
                UnevenSections.self,
                PersonalName.self,
                PhoneNumber.self,
                MailAddress.self,
                CompanyName.self,
                MachineDependentCharacter.self,
                HalfWidthKana.self,
                MixedCommas.self,
            ]),
        RuleGroup(
            "設定（`casebook.yml`）",
            rules: [
                UnfitName.self,
                DuplicateTaxonomy.self,
                DuplicateSectionDefinition.self,
                ReservedKey.self,
                ReservedFolder.self,
                UnknownTaxonomy.self,
                UnsuitableTaxonomy.self,
                SameTaxonomy.self,
                BadAddress.self,
                BadLanguage.self,
                UnknownPage.self,
                TermsAndGroups.self,
                MissingTermList.self,
                LoneWord.self,
                UselessTermList.self,
            ]),
    ]

    package static let all: [any Rule.Type] = groups.flatMap(\.rules)

    /// At least one problem of each rule.
    package static var examples: [any Rule] { all.flatMap { examples(of: $0) } }

    private static func examples<Kind: Rule>(of rule: Kind.Type) -> [any Rule] { rule.examples }

    // The rules of each kind, found once.
    package static let ofForm = all.compactMap { $0 as? any FormRule.Type }
    package static let ofFiles = all.compactMap { $0 as? any FileRule.Type }
    package static let ofTerms = all.compactMap { $0 as? any TermRule.Type }
    package static let ofReferences = all.compactMap { $0 as? any ReferenceRule.Type }
    package static let ofContent = all.compactMap { $0 as? any ContentRule.Type }
    package static let ofSettings = all.compactMap { $0 as? any SettingsRule.Type }
    package static let ofAdvice = all.compactMap { $0 as? any AdviceRule.Type }

    private static let adviceOnCases = AdviceSet(ofAdvice)
    private static let adviceOnPages = AdviceSet(ofAdvice.filter { !$0.isAboutPrivacy })
}

extension Rules {
    /// Checks one file. Without settings that can be used, only its form is checked.
    package static func check(_ file: ParsedFile, schema: Schema?, report: inout Report) {
        for rule in ofForm { rule.check(file, report: &report) }
        guard let schema else { return }
        for rule in ofFiles { rule.check(file, schema: schema, report: &report) }
        let advice = file.role == .caseFile ? adviceOnCases : adviceOnPages
        AdviceCheck.check(file, for: advice.without(ids: schema.adviceOff), report: &report)
    }

    /// Checks `casebook.yml` beyond what is checked of every file.
    package static func check(_ schema: Schema, report: inout Report) {
        for rule in ofSettings { rule.check(schema, report: &report) }
    }

    /// Checks the terms that a case names.
    package static func check(
        _ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report
    ) {
        for rule in ofTerms { rule.check(file, uses: uses, terms: terms, schema: schema, report: &report) }
    }
}

/// Rules of one kind, and the section of the editors' guide about them.
package struct RuleGroup: Sendable {
    package let rules: [any Rule.Type]
    package let guide: GuideSection

    package init(_ heading: String, introduction: String? = nil, closing: String? = nil, rules: [any Rule.Type]) {
        self.rules = rules
        guide = GuideSection(heading, introduction: introduction, closing: closing, rules: rules)
    }

    /// A section about problems that are no rules.
    package init<Kind: ExplainedProblem>(_ heading: String, problems: Kind.Type) {
        rules = []
        guide = GuideSection(heading, problems: problems)
    }
}
