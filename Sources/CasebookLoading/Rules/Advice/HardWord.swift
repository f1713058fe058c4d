import Diagnostics

/// An easy-language version uses a word of the glossary without saying what it means.
struct HardWord: AdviceRule, ReferenceRule {
    static let id = "easy-hard-word"
    static let guide = GuideEntry(
        meaning: "やさしい日本語の文に、用語集の言葉が、意味の説明なしに使われています。",
        remedy: "やさしい言葉に言いかえるか、「ジョブコーチ（仕事を教える人）」のように意味を書くか、用語集へのリンクを付けます。"
            + "「ジョブコーチは…人です」のような説明の文があれば、そのままでかまいません。")
    static let examples = [
        HardWord(word: "ジョブコーチ", meaning: "職場で仕事のしかたを教え、働き続けられるように手伝う人。", address: "../glossary/job-coach.md")
    ]

    let word: String
    /// The start of what the glossary says.
    let meaning: String
    /// What a link to the word leads to.
    let address: String

    var message: Message {
        Message(
            ja: "「\(word)」は用語集の言葉です（意味：\(meaning)）。やさしい言葉に言いかえるか、「\(word)（…のこと）」のように意味を書くか、"
                + "`[\(word)](\(address))` とリンクしてください",
            en: "“\(word)” is a word of the glossary which means “\(meaning)”: use easier words, write what it means, like"
                + " “\(word) (…)”, or link to it: `[\(word)](\(address))`")
    }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        guard file.role == .easyText, !content.schema.adviceOff.contains(id) else { return }
        let words = content.hardWords.value
        guard !words.isEmpty else { return }
        var uses: [Int: (bytes: Range<Int>, text: String)] = [:]
        var explained: Set<Int> = []
        for outcome in references.links {
            if case .target(.glossary(let index?)) = outcome { explained.insert(index) }
        }
        for sentence in EasySentence.all(of: file) {
            for (range, word) in words.all(in: sentence.text) where !explained.contains(word) {
                let context = ExplainedWord(sentence: sentence.text, word: range, isJapanese: content.schema.isJapanese)
                if context.isExplained { explained.insert(word) }
                let bytes = sentence.bytes(of: range)
                let isInLink = file.links.contains { $0.source.overlaps(bytes) }
                if uses[word] == nil, !sentence.isHeading, !isInLink {
                    uses[word] = (bytes, String(decoding: sentence.text[range], as: UTF8.self))
                }
            }
        }
        for (word, use) in uses.sorted(by: { $0.value.bytes.lowerBound < $1.value.bytes.lowerBound })
        where !explained.contains(word) {
            let entry = content.files[content.glossary[word]]
            report.add(
                HardWord(
                    word: use.text, meaning: words.meanings[word],
                    address: LinkDestination.address(of: entry.location, from: file.folder)),
                in: file.text, use.bytes)
        }
    }
}

/// A word in a sentence, and whether the sentence says what it means.
struct ExplainedWord {
    private let before: String
    private let after: String
    private let isJapanese: Bool

    init(sentence: [UInt8], word: Range<Int>, isJapanese: Bool) {
        let text = { (bytes: ArraySlice<UInt8>) in
            let string = String(decoding: bytes, as: UTF8.self)
            return isJapanese ? string.filter { !$0.isWhitespace } : string.lowercased()
        }
        before = text(sentence[..<word.lowerBound])
        after = text(sentence[word.upperBound...])
        self.isJapanese = isJapanese
    }

    /// Whether a meaning follows, or the word is given as the name of something.
    var isExplained: Bool {
        let closing = ["」", "』", "”", "\""].first(where: self.after.hasPrefix)
        let after = self.after.dropFirst(closing?.count ?? 0)
        if ["（", "(", " ("].contains(where: after.hasPrefix) || ["（", "("].contains(where: before.hasSuffix) { return true }
        return isJapanese ? isDefined(after) : isDefinedInEnglish(after)
    }

    private func isDefined(_ after: Substring) -> Bool {
        let names = ["といいます", "と言います", "とよびます", "と呼びます", "という", "と言う", "とは", "というのは"]
        if names.contains(where: after.hasPrefix) { return true }
        let kinds = ["人", "ひと", "こと", "ところ", "もの", "所", "場所", "会社", "仕事", "しくみ", "仕組み", "決まり", "きまり", "制度", "意味"]
        let sentence = after.hasSuffix("。") ? after.dropLast() : after
        return after.hasPrefix("は") && kinds.contains { sentence.hasSuffix($0 + "です") || sentence.hasSuffix($0 + "のことです") }
    }

    private func isDefinedInEnglish(_ after: Substring) -> Bool {
        let definitions =
            [
                " is a ", " is an ", " is the ", " is someone ", " is when ", " is what ", " is where ", " means ",
                " are people ",
            ]
            + [" are plants ", " are places ", " are things ", " are small ", ", which is ", ", which are ", ", that is"]
        if definitions.contains(where: after.hasPrefix) { return true }
        return ["called", "called a", "called an", "called the", "call it", "named"].contains { before.hasSuffix($0 + " ") }
    }
}
