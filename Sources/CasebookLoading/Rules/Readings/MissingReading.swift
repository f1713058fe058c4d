import Basics
import Diagnostics

/// A kanji has no reading, and the furigana edition needs one.
struct MissingReading: FileRule, SettingsRule {
    static let id = "missing-reading"
    static let guide = GuideEntry(
        meaning: "`editions` に `furigana` があるのに、読みのない漢字があります。",
        remedy: "`readings.csv` に、語と読みの行を書き足します（例：`就労支援,しゅうろうしえん`）。その場所だけの読みは、本文に `{今日|きょう}` のように書きます。")
    static let examples = [
        MissingReading(word: "就労", readings: []), MissingReading(word: "今日", readings: ["きょう", "こんにち"]),
    ]

    /// The kanji without a reading, or the word that they are in.
    let word: String
    /// The readings of the word, if it has several.
    let readings: [String]

    var message: Message {
        guard let reading = readings.first else {
            return Message(
                ja: "「\(word)」の読みが「readings.csv」にありません。ふりがなを付けるために、語と読みの行を書き足してください（例：\(word),よみがな）",
                en:
                    "The furigana edition needs a reading of “\(word)” in readings.csv: add a row such as `\(word),よみがな`"
            )
        }
        let choices = readings.map { "「\($0)」" }.joined(separator: "か")
        return Message(
            ja: "「\(word)」の読みが決まっていません（\(choices)）。「readings.csv」に行を書き足すか（例：\(word),\(reading)）、"
                + "本文に「{\(word)|\(reading)}」と書いてください",
            en:
                "“\(word)” can be read \(readings.map { "“\($0)”" }.joined(separator: " or ")): add a row to readings.csv, such as `\(word),\(reading)`, "
                + "or write `{\(word)|\(reading)}` in the text")
    }

    static func add(to lists: inout RuleLists) {
        lists.ofFiles.append(self)
        lists.ofSettings.append(self)
    }

    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        guard let finder = schema.readings, file.role != .settings else { return }
        var check = Check(finder: finder, source: file.text, report: report)
        file.forEachReadableText(schema) { check.look(at: $0, bytes: $1) }
        report = check.report
    }

    static func check(_ schema: Schema, report: inout Report) {
        guard let finder = schema.readings else { return }
        var check = Check(finder: finder, source: schema.source, report: report)
        schema.forEachReadableText { check.look(at: $0, bytes: $1) }
        report = check.report
    }

    /// Reports each word of a file once.
    private struct Check {
        let finder: ReadingFinder
        let source: SourceText
        var report: Report
        private var known: Set<String> = []

        init(finder: ReadingFinder, source: SourceText, report: Report) {
            (self.finder, self.source, self.report) = (finder, source, report)
        }

        mutating func look(at text: ReadableText, bytes: (Range<Int>) -> Range<Int>) {
            guard text.needsReadings else { return }
            for range in finder.read(text).missing {
                let (whole, readings) = AmbiguousWords.word(in: text, at: range)
                let word = text.string(whole)
                guard known.insert(word).inserted else { continue }
                report.add(MissingReading(word: word, readings: readings), in: source, bytes(whole))
            }
        }
    }
}
