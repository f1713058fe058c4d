import Basics
import Diagnostics

extension Rules {
    static let aboutGlossary: [any CheckedRule.Type] = [
        DuplicateWord.self,
        EmptyMeaning.self,
    ]
}

/// Two words of the glossary share a name, compared after folding.
struct DuplicateWord: ContentRule {
    static let id = "duplicate-word"
    static let guide = GuideEntry(
        meaning: "二つの言葉に、同じ名前（`term` や `aliases`）があります。",
        remedy: "どちらかを変えます。")
    static let examples = [DuplicateWord(name: "A型")]

    let name: String

    var message: Message {
        Message(
            ja: "「\(name)」は用語集の別の言葉の名前としても使われています。どちらかを変えてください",
            en: "“\(name)” is also the name of another word of the glossary: change one of them")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        report.addSharedNames(of: content.glossary, in: content, key: "term") { DuplicateWord(name: $0) }
    }
}

/// A word of the glossary has no meaning.
struct EmptyMeaning: FileRule {
    static let id = "empty-meaning"
    static let guide = GuideEntry(meaning: "言葉の意味が書かれていません。", remedy: "先頭の項目の下に書きます。")
    static let examples = [EmptyMeaning()]

    var message: Message {
        Message(
            ja: "言葉の意味が書かれていません。先頭の項目の下に、一文か数文で書いてください",
            en: "The word has no meaning: write it in one or a few sentences after the front matter")
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard file.role == .glossary, file.frontMatter.opening != nil, file.document.plainText().isEmpty else { return }
        report.add(EmptyMeaning(), path: file.text.path)
    }
}
