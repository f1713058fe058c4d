import Diagnostics

/// An easy-language version has many kanji in a row.
struct KanjiRun: AdviceRule, ReferenceRule {
    static let id = "easy-kanji-run"
    static let guide = GuideEntry(
        meaning: "やさしい日本語の文に、漢字が4文字以上つづく言葉があります。",
        remedy: "かなを交ぜて言いかえます。用語集の言葉は数えません。")
    static let examples = [KanjiRun(text: "合理的配慮")]

    let text: String

    /// From how many kanji in a row a word is hard to read.
    static let limit = 4

    var message: Message {
        Message(
            ja: "「\(text)」は漢字が\(text.count)文字つづいています。「職場体験」を「会社で ためしに 働くこと」とするように、かなを交ぜて言いかえてください",
            en: "“\(text)” has \(text.count) kanji in a row: say it in easier words with kana between them")
    }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        guard file.role == .easyText, content.schema.isJapanese, !content.schema.adviceOff.contains(id) else { return }
        for sentence in EasySentence.title(of: file) + EasySentence.all(of: file) {
            let words = content.hardWords.value.all(in: sentence.text).map(\.range)
            for run in runs(in: sentence.text) {
                guard !words.contains(where: { $0.lowerBound <= run.lowerBound && run.upperBound <= $0.upperBound }) else {
                    continue
                }
                let text = String(decoding: sentence.text[run], as: UTF8.self)
                report.add(KanjiRun(text: text), in: file.text, sentence.bytes(of: run))
            }
        }
    }

    /// Returns the ranges of long runs of kanji in UTF-8 text. Numbers with counters at the start of a run, such as 三十二人, do not count.
    private static func runs(in text: [UInt8]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var run: [Unicode.Scalar] = []
        var (start, index) = (0, 0)
        func end() {
            if run.count >= limit, withoutNumbers(run[...]).count >= limit { runs.append(start..<index) }
            run = []
        }
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if isKanji(scalar.value) {
                if run.isEmpty { start = index }
                run.append(scalar)
            } else {
                end()
            }
            index += UTF8.width(scalar)
        }
        end()
        return runs
    }

    private static let numerals = Set("〇一二三四五六七八九十百千万億".unicodeScalars)
    private static let counters = Set("年月日人回件円名台歳週本枚個度時分間号番階目".unicodeScalars)

    private static func withoutNumbers(_ run: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var rest = run
        while let end = rest.firstIndex(where: { !numerals.contains($0) }), end > rest.startIndex, counters.contains(rest[end])
        {
            rest = rest[(end + 1)...]
        }
        return rest
    }

    private static func isKanji(_ value: UInt32) -> Bool {
        switch value {
        case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
