import Diagnostics

/// A sentence of an easy-language version joins several clauses.
struct SeveralIdeas: AdviceRule, ReferenceRule {
    static let id = "easy-several-ideas"
    static let guide = GuideEntry(
        meaning: "やさしい日本語の一つの文に、いくつものことが書かれています。「…ので、」「…が、」「…て、」などのつなぎが二つ以上あります。",
        remedy: "「。」で区切り、一つの文には一つのことだけを書きます。")
    static let examples = [SeveralIdeas(joins: ["不安なので、", "見学して、"])]

    /// The ends of the clauses.
    let joins: [String]

    var message: Message {
        Message(
            ja: "一つの文に、いくつものことが書かれています（\(joins.map { "「…\($0)」" }.joined())）。「。」で区切り、一つの文には一つのことだけを書いてください",
            en: "The sentence joins several ideas (\(joins.map { "“…\($0)”" }.joined(separator: ", "))): write one idea per"
                + " sentence")
    }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        guard file.role == .easyText, content.schema.isJapanese, !content.schema.adviceOff.contains(id) else { return }
        for sentence in EasySentence.all(of: file) {
            let joins = ClauseJoin.all(in: sentence.string)
            if joins.count > 1 { report.add(SeveralIdeas(joins: joins), in: file.text, sentence.bytes) }
        }
    }
}

/// The end of a clause that goes on after 「、」.
///
/// Only ends that hardly anything else has are counted: 「ので」, 「が」 after a verb or an adjective, the て form. What looks like one is
/// left out: words that join sentences (そして、), and phrases (Aさんについて、). Conditions (…たら、) belong to their sentence.
enum ClauseJoin {
    /// What ends a clause.
    private static let ends =
        ["ので", "ですが", "ますが", "たが", "だが", "るが", "ないが", "しいが", "たいが", "けれど", "けれども", "けど"]
        + ["たから", "だから", "ですから", "ますから", "るから", "ないから", "しいから", "たいから"]
        + ["ため", "ために", "ながら", "て", "んで", "いで", "し"]

    /// Words and phrases with such an end that end no clause.
    private static let others =
        ["あなたが", "かたが", "あいだが", "からだが", "ともだちが", "あなたから", "かたから", "からだから", "あいだから"]
        + ["そのため", "このため", "そのために", "このために", "しかしながら", "残念ながら", "ざんねんながら"]
        + ["そして", "すべて", "全て", "初めて", "はじめて", "として", "について", "によって", "にとって", "において", "に対して", "にたいして"]
        + ["とともに", "あらためて", "改めて", "決して", "けっして", "かえって", "したがって", "せめて", "つづいて", "続いて", "それで"]
        + ["ぐらいで", "くらいで", "みたいで", "おかげで", "あいだで", "しかし", "ただし", "もし", "少し", "すこし", "むかし", "昔し", "もしもし"]
        + ["つぎに", "次に", "では", "ところで", "いちばんで", "いっしょで", "にかんして", "に関して", "をとおして", "を通して"]

    /// What comes before 「ため」 and 「し」 where they end a clause.
    private static let beforePurpose = Set("たるい")

    /// Returns the ends of all clauses but the last one of a sentence, each with what comes before it.
    static func all(in sentence: String) -> [String] {
        let characters = sentence.filter { !$0.isWhitespace }
        var joins: [String] = []
        var start = characters.startIndex
        while let comma = characters[start...].firstIndex(where: { "、，,".contains($0) }) {
            let clause = characters[start..<comma]
            if isClause(clause) { joins.append(String(clause.suffix(6)) + "、") }
            start = characters.index(after: comma)
        }
        return joins
    }

    /// Whether a text before a comma is a clause of its own.
    private static func isClause(_ text: Substring) -> Bool {
        guard !others.contains(where: text.hasSuffix), let end = ends.filter(text.hasSuffix).max(by: { $0.count < $1.count })
        else { return false }
        // Alone, such as 「ですが、」, it joins sentences.
        let before = text.dropLast(end.count)
        guard let last = before.last else { return false }
        switch end {
        case "ため", "ために": return beforePurpose.contains(last)
        case "し": return beforePurpose.contains(last) || "だす".contains(last) || isKanji(last)
        case "いで": return "なせしれけ".contains(last) || isKanji(last)
        default: return true
        }
    }

    private static func isKanji(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
    }
}
