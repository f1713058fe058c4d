import Diagnostics

/// There are no words of the interface in the language of a casebook.
package struct MissingLanguage: ExplainedProblem {
    /// The language of the casebook (BCP 47).
    let language: String
    /// The languages for which there are words.
    let languages: [String]

    package var id: String { "missing-language" }
    package var severity: Severity { .error }
    package var allowed: [String] { languages }

    package var message: Message {
        Message(
            ja: "「language」は「\(language)」ですが、この言語の画面の文言がありません。"
                + "「language: ja」のように、ある言語を書いてください。ほかの言語で作るには、「knowhow templates templates」で写した"
                + "テンプレートの「strings/en.yml」を「strings/\(language).yml」として訳してください",
            en:
                "The language in casebook.yml is “\(language)”, and there are no texts of the interface in it; write one that there is,"
                + " such as “language: en”. For another language, copy the templates with “knowhow templates templates” and translate"
                + " strings/en.yml to strings/\(language).yml")
    }

    /// The value of `language` in `casebook.yml`.
    static func place(in settings: SourceText) -> Range<Int> {
        let key = Array("language:".utf8)
        var start = 0
        for line in settings.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.starts(with: key) {
                let value = line.dropFirst(key.count).drop { $0 == UInt8(ascii: " ") }
                let word = value.prefix { $0 != UInt8(ascii: " ") }
                return start + word.startIndex - line.startIndex..<start + word.endIndex - line.startIndex
            }
            start += line.count + 1
        }
        return 0..<0
    }

    package var guide: GuideEntry {
        GuideEntry(
            meaning: "`casebook.yml` の `language` の言語で書かれた画面の文言がありません。",
            remedy: "`ja` か `en` を書きます。ほかの言語は、テンプレートを写して、`strings` の文言を訳すと使えます。")
    }

    package static let examples = [MissingLanguage(language: "fr", languages: ["en", "ja"])]
}
