import Basics
import Diagnostics

extension Rules {
    static let aboutReadings: [any CheckedRule.Type] = [
        MissingReadingColumn.self,
        MalformedReadingRow.self,
        EmptyReading.self,
        BadReadingWord.self,
        ReadingNotKana.self,
        OkuriganaDiffer.self,
        ContradictoryReading.self,
        RepeatedReading.self,
        UncheckedReading.self,
        YomiDiffers.self,
        MissingReading.self,
    ]
}

/// `readings.csv` has no column for words or for readings.
struct MissingReadingColumn: ReadingRule {
    static let id = "missing-reading-column"
    static let guide = GuideEntry(meaning: "最初の行に、`語` か `読み` の列の名前がありません。", remedy: "最初の行に `語,読み,備考` と書きます。")
    static let examples = [MissingReadingColumn(columns: ["語", "読み"])]

    let columns: [String]

    var message: Message {
        let names = columns.map { "「\($0)」" }.joined()
        let english = columns.map { $0 == ReadingList.heads[0] ? "word" : "reading" }.joined(separator: ", ")
        return Message(
            ja: "最初の行に\(names)の列がありません。最初の行に「語,読み,備考」と書いてください",
            en: "The first row does not name these columns: \(english). Write `word,reading,note` there")
    }

    static func check(_ list: ReadingList, report: inout Report) {
        guard !list.missingColumns.isEmpty else { return }
        report.add(MissingReadingColumn(columns: list.missingColumns), in: list.text, list.head)
    }
}

/// The quotation marks of a row are not in pairs.
struct MalformedReadingRow: ReadingRule {
    static let id = "malformed-reading-row"
    static let guide = GuideEntry(meaning: "引用符 `\"` の使い方が合っていません。", remedy: "引用符を消します。表計算のソフトで保存し直してもかまいません。")
    static let examples = [MalformedReadingRow(isUnclosed: true), MalformedReadingRow(isUnclosed: false)]

    let isUnclosed: Bool

    var message: Message {
        isUnclosed
            ? Message(
                ja: "ここで始まる引用符「\"」が閉じられていません。引用符を取り除いてください", en: "This quotation mark has no closing mark: remove it")
            : Message(
                ja: "閉じる引用符「\"」の後に文字があります。引用符を取り除いてください",
                en: "There is text after the closing quotation mark: remove the quotation marks")
    }

    static func check(_ list: ReadingList, report: inout Report) {
        for (mistake, bytes) in list.mistakes {
            report.add(MalformedReadingRow(isUnclosed: mistake == .unclosedCell), in: list.text, bytes)
        }
    }
}

/// A row has a word without a reading, or a reading without a word.
struct EmptyReading: ReadingRule {
    static let id = "empty-reading"
    static let guide = GuideEntry(meaning: "語か読みが空です。", remedy: "両方を書くか、行を消します。")
    static let examples = [EmptyReading(word: "支援"), EmptyReading(word: nil)]

    /// The word; nil if it is missing.
    let word: String?

    var message: Message {
        if let word {
            return Message(
                ja: "「\(word)」の読みが空です。ひらがなで書いてください（例：支援,しえん）",
                en: "“\(word)” has no reading: write it in hiragana, like `支援,しえん`")
        }
        return Message(
            ja: "語が空です。漢字の入った語を書くか、行を消してください（例：支援,しえん）",
            en: "The word is missing: write one with kanji, like `支援,しえん`, or remove the row")
    }

    static func check(_ list: ReadingList, report: inout Report) {
        for row in list.rows where row.word.value.isEmpty || row.reading.value.isEmpty {
            let isWord = !row.word.value.isEmpty
            report.add(
                EmptyReading(word: isWord ? row.word.value : nil), in: list.text, isWord ? row.word.bytes : row.reading.bytes)
        }
    }
}

/// A word has no kanji, other characters than words have, or marks that are not as they have to be.
struct BadReadingWord: ReadingRule {
    static let id = "bad-reading-word"
    static let guide = GuideEntry(
        meaning: "語に漢字がない、語に使えない文字がある、または（ ）や～の書き方が合っていません。",
        remedy: "漢字の入った語を書きます。前後に来る文字は `（を）行った` や `一日（に）`、漢字などに付く語は `～者` や `各～` のように書きます。")
    static let examples = [
        BadReadingWord(word: "しごと", mistake: .noKanji), BadReadingWord(word: "企業・職場", mistake: .unfit("・")),
        BadReadingWord(word: "一日（に", mistake: .notation),
    ]

    let word: String
    let mistake: ReadingPattern.Mistake

    var message: Message {
        switch mistake {
        case .unfit(let character):
            Message(
                ja: "「\(word)」に、読みを付けられない「\(character)」があります。漢字、かな、英数字だけの語に分けてください（例：企業,きぎょう）",
                en:
                    "“\(word)” has “\(character)”, which has no reading: write words of kanji, kana, letters and digits, like `企業,きぎょう`"
            )
        case .notation:
            Message(
                ja: "「\(word)」の（ ）か～の書き方が違います。前後に来る文字は「一日（に・の）」「（を）行った」、ほかの語に付く語は「～者」「各～」のように書いてください",
                en: "The brackets or `～` of “\(word)” are not as they should be: write `一日（に・の）`, `（を）行った`, `～者` or `各～`")
        case .noKanji, .okurigana:
            Message(
                ja: "「\(word)」には漢字がありません。漢字の入った語を書くか、行を消してください（例：支援,しえん）",
                en: "“\(word)” has no kanji: write a word with kanji, like `支援,しえん`, or remove the row")
        }
    }

    static func check(_ list: ReadingList, report: inout Report) {
        for row in list.rows {
            guard let mistake = row.mistake, mistake != .okurigana else { continue }
            report.add(BadReadingWord(word: row.word.value, mistake: mistake), in: list.text, row.word.bytes)
        }
    }
}

/// A reading has other characters than kana.
struct ReadingNotKana: ReadingRule {
    static let id = "reading-not-kana"
    static let guide = GuideEntry(meaning: "読みに、かなでない文字があります。", remedy: "ひらがなだけで書きます。")
    static let examples = [ReadingNotKana(reading: "しえん者")]

    let reading: String

    var message: Message {
        Message(
            ja: "読み「\(reading)」に、かなでない文字があります。ひらがなだけで書いてください（例：支援者,しえんしゃ）",
            en: "The reading “\(reading)” has characters that are not kana: write it in hiragana, like `支援者,しえんしゃ`")
    }

    static func check(_ list: ReadingList, report: inout Report) {
        for row in list.rows where !row.isKana {
            report.add(ReadingNotKana(reading: row.reading.value), in: list.text, row.reading.bytes)
        }
    }
}

/// The okurigana of a word are not in its reading.
struct OkuriganaDiffer: ReadingRule {
    static let id = "okurigana-differ"
    static let guide = GuideEntry(meaning: "語の送りがなが、読みと合っていません。", remedy: "送りがなまで同じ読みを書きます（例：`取り組み,とりくみ`）。")
    static let examples = [OkuriganaDiffer(word: "取り組み", reading: "とりくむ")]

    let word: String
    let reading: String

    var message: Message {
        Message(
            ja: "「\(word)」の送りがなが、読み「\(reading)」と合いません。送りがなまで書いてください（例：取り組み,とりくみ）",
            en: "The kana of “\(word)” are not in the reading “\(reading)”: write both with the same kana, like `取り組み,とりくみ`")
    }

    static func check(_ list: ReadingList, report: inout Report) {
        for row in list.rows where row.isKana && row.mistake == .okurigana {
            report.add(OkuriganaDiffer(word: row.word.value, reading: row.reading.value), in: list.text, row.reading.bytes)
        }
    }
}

/// Two rows give the same word different readings.
struct ContradictoryReading: ReadingRule {
    static let id = "contradictory-reading"
    static let guide = GuideEntry(
        meaning: "同じ語に、違う読みがあります。", remedy: "一つにするか、前後に来る文字を書いて分けます（例：`（の）方,かた` と `～方,ほう`）。")
    static let examples = [ContradictoryReading(word: "今日", readings: ["きょう", "こんにち"], line: 3)]

    let word: String
    let readings: [String]
    /// The line of the other row.
    let line: Int

    var message: Message {
        Message(
            ja:
                "「\(word)」の読みが、\(line)行目では「\(readings[0])」、ここでは「\(readings[1])」です。一つにするか、前後に来る文字で分けてください（例：\(word)（は）,\(readings[1])）",
            en:
                "“\(word)” is read “\(readings[0])” on line \(line) and “\(readings[1])” here: keep one, or say what comes before or after, like `\(word)（は）`"
        )
    }

    static func check(_ list: ReadingList, report: inout Report) {
        list.forEachRepetition { row, first in
            guard row.reading.value != first.reading.value else { return }
            let line = list.text.position(ofByte: first.word.bytes.lowerBound).line
            report.add(
                ContradictoryReading(word: row.word.value, readings: [first.reading.value, row.reading.value], line: line),
                in: list.text, row.reading.bytes)
        }
    }
}

/// Two rows say the same.
struct RepeatedReading: ReadingRule {
    static let id = "repeated-reading"
    static let severity = Severity.warning
    static let guide = GuideEntry(meaning: "同じ語が二度書いてあります。", remedy: "一つを消します。")
    static let examples = [RepeatedReading(word: "支援", line: 3)]

    let word: String
    let line: Int

    var message: Message {
        Message(
            ja: "「\(word)」は\(line)行目にもあります。どちらかの行を消してください", en: "“\(word)” is also on line \(line): remove one of the rows")
    }

    static func check(_ list: ReadingList, report: inout Report) {
        list.forEachRepetition { row, first in
            guard row.reading.value == first.reading.value else { return }
            let line = list.text.position(ofByte: first.word.bytes.lowerBound).line
            report.add(RepeatedReading(word: row.word.value, line: line), in: list.text, row.word.bytes)
        }
    }
}

/// Nobody has checked a reading yet.
struct UncheckedReading: ReadingRule {
    static let id = "unchecked-reading"
    static let severity = Severity.warning
    static let guide = GuideEntry(meaning: "備考に `未確認` とあります。", remedy: "読みを確かめて、`未確認` を消します。")
    static let examples = [UncheckedReading(word: "支援", reading: "しえん")]

    let word: String
    let reading: String

    var message: Message {
        Message(
            ja: "「\(word)」の読み「\(reading)」は未確認です。辞書などで確かめて、備考の「未確認」を消してください",
            en: "Nobody has checked the reading “\(reading)” of “\(word)”: check it, then remove “未確認” from the note")
    }

    static func check(_ list: ReadingList, report: inout Report) {
        for row in list.rows where row.isUnchecked {
            report.add(UncheckedReading(word: row.word.value, reading: row.reading.value), in: list.text, row.note.bytes)
        }
    }
}

extension ReadingList {
    /// What is wrong in the file.
    package var problems: [Diagnostic] {
        var report = Report()
        for rule in Rules.lists.ofReadings { rule.check(self, report: &report) }
        return report.diagnostics
    }

    /// Calls a function with each row whose word an earlier row has, and that row.
    fileprivate func forEachRepetition(_ found: (Row, Row) -> Void) {
        var firsts: [String: Int] = [:]
        for (index, row) in rows.enumerated() where !row.word.value.isEmpty && !row.reading.value.isEmpty {
            let word = foldedName(row.word.value)
            if let first = firsts[word] { found(row, rows[first]) } else { firsts[word] = index }
        }
    }
}
