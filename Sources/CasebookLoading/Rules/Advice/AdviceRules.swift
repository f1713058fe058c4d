import Diagnostics

/// A rule of advice: what is worth a second look, although nothing is wrong. `casebook.yml` can switch it off by its id.
///
/// ``ProseScanner`` finds what is in running text, in one pass for all rules; ``AdviceCheck`` finds the rest.
package protocol AdviceRule: Rule {
    /// Whether the rule keeps what is private out of cases. Pages and terms may name an office's telephone.
    static var isAboutPrivacy: Bool { get }
}

extension AdviceRule {
    package static var severity: Severity { .warning }
    static var isAboutPrivacy: Bool { false }
}

enum AdviceRules {
    /// All rules of advice, in the order of the guide.
    static let all: [any AdviceRule.Type] = ofTexts + ofFolders.map { $0 } + ofEasyTexts.map { $0 }

    /// The rules about other things than texts, which have checks of their own.
    static let ofFolders: [any (AdviceRule & CheckedRule).Type] = [
        PhotographWithPlace.self,
        LargePhotograph.self,
        UnusedImage.self,
        UnusedReason.self,
    ]

    /// The rules about easy-language versions of cases.
    static let ofEasyTexts: [any (AdviceRule & CheckedRule).Type] = [
        LongEasySentence.self,
        SeveralIdeas.self,
        KanjiRun.self,
        HardWord.self,
    ]

    /// The rules about texts.
    static let ofTexts: [any AdviceRule.Type] = [
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
        DateToCome.self,
        ReviewDue.self,
    ]

    static let ids = all.map { $0.id }
}

/// A set of rules of advice: those to check a file for.
package struct AdviceSet: Sendable {
    /// The rules by their indices in `AdviceRules.all`.
    private var bits: UInt64

    private init(bits: UInt64) {
        self.bits = bits
    }

    package init(_ rules: [any AdviceRule.Type]) {
        bits = rules.reduce(0) { $0 | Self.bit(of: $1) }
    }

    var isEmpty: Bool { bits == 0 }

    func contains(_ rule: any AdviceRule.Type) -> Bool {
        bits & Self.bit(of: rule) != 0
    }

    /// The set without one rule.
    package func without(_ rule: any AdviceRule.Type) -> AdviceSet {
        AdviceSet(bits: bits & ~Self.bit(of: rule))
    }

    /// The set without the rules of some ids.
    package func without(ids: Set<String>) -> AdviceSet {
        ids.reduce(self) { set, id in
            AdviceRules.ids.firstIndex(of: id).map { AdviceSet(bits: set.bits & ~(1 << $0)) } ?? set
        }
    }

    private static func bit(of rule: any AdviceRule.Type) -> UInt64 {
        let index = AdviceRules.all.firstIndex { ObjectIdentifier($0) == ObjectIdentifier(rule) }
        return index.map { 1 << $0 } ?? 0
    }
}

/// A sentence is too long.
struct LongSentence: AdviceRule {
    static let id = "long-sentence"
    static let guide = GuideEntry(
        meaning: "100文字を超える文があります。",
        remedy: "意味の切れ目で、二つか三つの文に分けます。引用（`>`）の中の文は数えません。")
    static let examples = [LongSentence(characters: 123)]

    let characters: Int

    /// How many characters a sentence may have.
    static let limit = 100

    var message: Message {
        Message(
            ja: "文が長くなっています（\(characters)文字）。読みやすいように、\(Self.limit)文字くらいまでの文に分けてください",
            en:
                "The sentence is long (\(characters) characters): split it into sentences of at most about \(Self.limit) characters,"
                + " which are easier to read")
    }
}

/// A title is too long.
struct LongTitle: AdviceRule {
    static let id = "long-title"
    static let guide = GuideEntry(
        meaning: "題名が60文字（日本語でないときは120文字）を超えています。",
        remedy: "短くします。詳しいことは `summary` に書けます。")
    static let examples = [LongTitle(characters: 72, limit: 60)]

    let characters: Int
    /// How many characters a title should have at most (``ValueRule/longest``).
    let limit: Int

    var message: Message {
        Message(
            ja: "題名が長くなっています（\(characters)文字）。一覧で見分けやすいように、\(limit)文字くらいまでにしてください",
            en: "The title is long (\(characters) characters): titles of at most about \(limit) characters are easier to"
                + " distinguish in lists")
    }
}

/// A section is far shorter than another one.
struct UnevenSections: AdviceRule {
    static let id = "uneven-sections"
    static let guide = GuideEntry(
        meaning: "ほかに比べて、とても短い見出しがあります。",
        remedy: "書き足すことがないかを確かめます。なければ、そのままでかまいません。")
    static let examples = [UnevenSections(heading: "必要性・きっかけ", characters: 20, longest: "取組・工夫の概要", most: 400)]

    let heading: String
    let characters: Int
    /// The heading of the longest section.
    let longest: String
    /// How many characters the longest section has.
    let most: Int

    var message: Message {
        Message(
            ja: "「\(heading)」（\(characters)文字）が「\(longest)」（\(most)文字）に比べてとても短くなっています。書き足すことがないか確かめてください",
            en:
                "“\(heading)” (\(characters) characters) is very short compared with “\(longest)” (\(most)): check whether something"
                + " is missing")
    }
}

/// What looks like a person's name: `田中さん`.
struct PersonalName: AdviceRule {
    static let id = "personal-name"
    static let guide = GuideEntry(
        meaning: "「さん」「氏」「様」の付いた、人の名前のような言葉があります。",
        remedy: "公開の承諾がなければ、「Aさん」「担当者」などにします。")
    static let examples = [PersonalName(name: "田中さん")]
    static let isAboutPrivacy = true

    let name: String

    var message: Message {
        Message(
            ja: "「\(name)」は人の名前のようです。公開してよい名前でなければ、「Aさん」「担当者」などにしてください",
            en: "“\(name)” looks like a person's name: unless it may be published, write a role or an initial")
    }
}

/// A telephone number.
struct PhoneNumber: AdviceRule {
    static let id = "phone-number"
    static let guide = GuideEntry(
        meaning: "電話番号のような数字があります。",
        remedy: "公開してよい番号でなければ、消すか `private:` の下に移します。")
    static let examples = [PhoneNumber(number: "03-0000-0000")]
    static let isAboutPrivacy = true

    let number: String

    var message: Message {
        Message(
            ja: "「\(number)」は電話番号のようです。公開してよい番号でなければ、消すか「private:」の下に移してください",
            en: "“\(number)” looks like a telephone number: unless it may be published, remove it or move it under “private:”")
    }
}

/// A mail address.
struct MailAddress: AdviceRule {
    static let id = "mail-address"
    static let guide = GuideEntry(
        meaning: "メールアドレスのような文字があります。",
        remedy: "公開してよいアドレスでなければ、消すか `private:` の下に移します。")
    static let examples = [MailAddress(address: "tanaka@example.jp")]
    static let isAboutPrivacy = true

    let address: String

    var message: Message {
        Message(
            ja: "「\(address)」はメールアドレスのようです。公開してよいアドレスでなければ、消すか「private:」の下に移してください",
            en: "“\(address)” looks like a mail address: unless it may be published, remove it or move it under “private:”")
    }
}

/// A company's name: `株式会社…`.
struct CompanyName: AdviceRule {
    static let id = "company-name"
    static let guide = GuideEntry(
        meaning: "「株式会社」「（株）」などの付いた、会社の名前のような言葉があります。",
        remedy: "公開の承諾がなければ、「製造業の会社」などにします。")
    static let examples = [CompanyName(name: "株式会社さくら")]
    static let isAboutPrivacy = true

    let name: String

    var message: Message {
        Message(
            ja: "「\(name)」は会社の名前のようです。公開の承諾がなければ、「製造業の会社」などにしてください",
            en: "“\(name)” looks like a company's name: unless it may be published, write what kind of company it is")
    }
}

/// Characters that not every machine shows alike: `①`, `㈱`.
struct MachineDependentCharacter: AdviceRule {
    static let id = "machine-dependent-character"
    static let guide = GuideEntry(
        meaning: "`①` や `㈱` のような、機種依存文字があります。",
        remedy: "「もしかして」を見て、`1` や `（株）` のように書きます。")
    static let examples = [MachineDependentCharacter(text: "①", common: "1")]

    let text: String
    /// What to write instead.
    let common: String?

    var message: Message {
        Message(
            ja: "「\(text)」は機種依存文字です。表示や読み上げで正しく伝わらないことがあるので、ふつうの文字で書いてください",
            en: "“\(text)” depends on the machine and may be shown or read out wrongly: use common characters")
    }

    var suggestions: [String] { common.map { [$0] } ?? [] }
}

/// Katakana of half width.
struct HalfWidthKana: AdviceRule {
    static let id = "half-width-kana"
    static let guide = GuideEntry(meaning: "半角のカタカナがあります。", remedy: "全角にします。")
    static let examples = [HalfWidthKana(text: "ｼﾞｮﾌﾞ", wide: "ジョブ")]

    let text: String
    /// The same in full width.
    let wide: String

    var message: Message {
        Message(
            ja: "「\(text)」は半角のカタカナです。検索や読み上げで正しく扱われないことがあるので、全角で書いてください",
            en: "“\(text)” is half-width katakana, which is sometimes searched and read out wrongly: write it full-width")
    }

    var suggestions: [String] { [wide] }
}

/// A comma of another sort than most commas in the file.
struct MixedCommas: AdviceRule {
    static let id = "mixed-commas"
    static let guide = GuideEntry(
        meaning: "`、` と `，` など、種類の違う読点が混じっています。",
        remedy: "どちらかにそろえます。かぎ括弧や引用の中は数えません。")
    static let examples = [MixedCommas(found: "，", usual: "、")]

    let found: String
    let usual: String

    var message: Message {
        Message(
            ja: "「\(usual)」と「\(found)」が混じっています。読みやすいように、どちらかにそろえてください",
            en: "“\(usual)” and “\(found)” are both used as commas: use one of them throughout")
    }

    var suggestions: [String] { [usual] }
}
