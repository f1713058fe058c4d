import Diagnostics

/// A sentence of an easy-language version is too long.
struct LongEasySentence: AdviceRule, ReferenceRule {
    static let id = "easy-long-sentence"
    static let guide = GuideEntry(
        meaning: "やさしい日本語の文に、50文字（日本語でないときは15語）を超える文があります。",
        remedy: "二つの文に分けます。空白と、引用（`>`）の中の文は数えません。")
    static let examples = [LongEasySentence(length: 62, isInWords: false), LongEasySentence(length: 21, isInWords: true)]

    let length: Int
    let isInWords: Bool

    /// How many characters a Japanese sentence may have, and how many words any other one.
    static let (characters, words) = (50, 15)

    var message: Message {
        isInWords
            ? Message(
                ja: "文が長くなっています（\(length)語）。やさしく読めるように、\(Self.words)語くらいまでの文に分けてください",
                en: "The sentence is long for easy reading (\(length) words): split it into sentences of at most about"
                    + " \(Self.words) words")
            : Message(
                ja: "文が長くなっています（\(length)文字）。やさしく読めるように、\(Self.characters)文字くらいまでの文に分けてください",
                en: "The sentence is long for easy reading (\(length) characters): split it into sentences of at most about"
                    + " \(Self.characters) characters")
    }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        guard file.role == .easyText, !content.schema.adviceOff.contains(id) else { return }
        let isInWords = !content.schema.isJapanese
        for sentence in EasySentence.all(of: file) {
            let length = isInWords ? sentence.wordCount : sentence.characterCount
            guard length > (isInWords ? words : characters) else { continue }
            report.add(LongEasySentence(length: length, isInWords: isInWords), in: file.text, sentence.bytes)
        }
    }
}
