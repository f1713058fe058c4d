import Basics
import Diagnostics

/// The reading of a word, a term or a title is not what `readings.csv` makes of it.
struct YomiDiffers: ReferenceRule {
    static let id = "yomi-differs"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "`yomi` の読みが、`readings.csv` の読みと違います。", remedy: "正しいほうに合わせます。")
    static let examples = [YomiDiffers(name: "親会社", yomi: "おやかいしゃ", reading: "おやがいしゃ")]

    let name: String
    let yomi: String
    let reading: String

    var message: Message {
        Message(
            ja: "「\(name)」の「読み」（yomi）は「\(yomi)」ですが、「readings.csv」では「\(reading)」です。正しいほうに合わせてください",
            en: "The reading (yomi) of “\(name)” is “\(yomi)”, but readings.csv makes it “\(reading)”: correct one of them")
    }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        guard let list = content.readings else { return }
        let key: String
        switch file.role {
        case .caseFile:
            guard file.caseValues?.yomi != nil else { return }
            key = "title"
        case .term: key = "label"
        case .glossary: key = "term"
        case .easyText, .page, .settings: return
        }
        guard let name = file.record.located(key, in: file.text), let yomi = file.record.located("yomi", in: file.text),
            ReadingKey.isReading(yomi.value),
            // A name with a kanji that is not on the list is not compared.
            let reading = list.finder.reading(of: name.value), !agrees(reading, yomi.value),
            // What is in brackets may be left out.
            !agrees(withoutBrackets(reading), yomi.value)
        else { return }
        report.add(YomiDiffers(name: name.value, yomi: yomi.value, reading: reading), in: file.text, yomi.bytes)
    }

    private static func withoutBrackets(_ text: String) -> String {
        guard let start = text.firstIndex(where: { "（(".contains($0) }), let end = text.lastIndex(where: { "）)".contains($0) }),
            start < end
        else { return text }
        return String(text[..<start] + text[text.index(after: end)...])
    }

    /// Whether a reading is one of a text in which words that have a reading are in kana. Letters and digits may be read in any way, and
    /// marks such as brackets are not read.
    private static func agrees(_ text: String, _ yomi: String) -> Bool {
        func isKana(_ scalar: Unicode.Scalar) -> Bool { scalar.value.isHiragana || scalar.value.isKatakana }
        let sounds = yomi.unicodeScalars.filter(isKana).map(\.value.asHiragana)
        // How many sounds of `yomi` the text before can be.
        var reached = Set([0])
        for scalar in text.unicodeScalars {
            if isKana(scalar) {
                reached = Set(reached.filter { $0 < sounds.count && sounds[$0] == scalar.value.asHiragana }.map { $0 + 1 })
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil, let first = reached.min() {
                reached = Set(first...sounds.count)
            }
            if reached.isEmpty { return false }
        }
        return reached.contains(sounds.count)
    }
}
