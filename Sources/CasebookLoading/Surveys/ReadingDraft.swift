import Basics

/// Proposals for the words of a casebook that have no reading, made from what a program for morphological analysis says.
///
/// Every proposal is marked as unchecked: programs read 一日, 人 and 方 as they come.
package struct ReadingDraft: Sendable {
    /// A part of a text as the program divides it, with its reading in katakana if the program knows one.
    package struct Token: Sendable {
        package let text: String
        package let reading: String?

        package init(text: String, reading: String?) {
            (self.text, self.reading) = (text, reading)
        }
    }

    /// A row for the list.
    package struct Row: Sendable, Hashable {
        package let word: String
        package let reading: String
        package let note: String
    }

    /// The rows in the order of the texts.
    package let rows: [Row]

    /// Proposes rows.
    ///
    /// - Parameters:
    ///   - lines: The texts with missing words.
    ///   - tokens: The parts of each text.
    package init(_ lines: [ReadingSurvey.Line], tokens: [[Token]]) {
        var rows: [Row] = []
        var readings: [String: String] = [:]
        for (line, tokens) in zip(lines, tokens) {
            var offset = 0
            for token in tokens {
                guard let range = line.text.range(of: token.text, from: offset) else { continue }
                offset = range.upperBound
                guard line.missing.contains(where: { $0.overlaps(range) }), let word = Self.word(token, range, in: line.text),
                    readings[word.text] == nil
                else { continue }
                readings[word.text] = word.reading
                let others = AmbiguousWords.readings(of: token.text)?.filter { $0 != word.reading } ?? []
                let note = ReadingList.uncheckedMark + (others.isEmpty ? "" : "（ほかに「\(others.joined(separator: "」「"))」）")
                rows.append(Row(word: word.text, reading: word.reading, note: note))
            }
        }
        self.rows = rows
    }

    /// The word of a row for a token; `nil` if there is none.
    private static func word(_ token: Token, _ range: Range<Int>, in text: ReadableText) -> (text: String, reading: String)? {
        guard let katakana = token.reading, !katakana.isEmpty else { return nil }
        let scalars = katakana.unicodeScalars.compactMap { Unicode.Scalar($0.value.asHiragana) }
        let reading = String(String.UnicodeScalarView(scalars))
        guard reading.unicodeScalars.allSatisfy({ $0.value.isHiragana || $0.value.isKatakana }) else { return nil }
        var word = token.text
        let isAlone = word.unicodeScalars.count == 1 || word.unicodeScalars.dropFirst().first?.value.isHiragana == true
        let previous = range.lowerBound > 0 ? text.scalars[range.lowerBound - 1] : 0
        if isAlone, previous.isKanji || word.unicodeScalars.count == 1 && previous.isKatakana {
            word = "～" + word
        } else if word.unicodeScalars.count == 1, range.upperBound < text.count, text.scalars[range.upperBound].isKanji {
            word += "～"
        }
        guard (try? ReadingPattern.read(word, reading: reading).get()) != nil else { return nil }
        return (word, reading)
    }
}

extension ReadableText {
    /// The range of the first occurrence of a text from an offset on; `nil` if there is none.
    fileprivate func range(of text: String, from start: Int) -> Range<Int>? {
        let searched = text.unicodeScalars.map(\.value)
        guard let first = searched.first else { return nil }
        var index = start
        while index + searched.count <= count {
            if scalars[index] == first, scalars[index..<index + searched.count].elementsEqual(searched) {
                return index..<index + searched.count
            }
            index += 1
        }
        return nil
    }
}

// MARK: Writing

extension ReadingDraft {
    /// Appends the rows to the file of a list. Everything that is in the file stays as it is, byte for byte.
    ///
    /// - Parameters:
    ///   - file: The bytes of the file; `nil` if there is none. A new file has a byte order mark, so that Excel reads it as UTF-8.
    ///   - list: The list in the file.
    package func appended(to file: [UInt8]?, list: ReadingList?) -> [UInt8] {
        var bytes = file ?? Array("\u{FEFF}".utf8) + Array((ReadingList.heads.joined(separator: ",") + "\n").utf8)
        let hasReturns = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
        let lineEnd: [UInt8] = hasReturns ? [0x0D, 0x0A] : [0x0A]
        if let last = bytes.last, last != 0x0A { bytes += lineEnd }
        let columns = list?.columns ?? ReadingList.Columns(word: 0, reading: 1, note: 2, count: 3)
        for row in rows {
            var cells = [String](repeating: "", count: columns.count)
            cells[columns.word] = row.word
            cells[columns.reading] = row.reading
            if let note = columns.note { cells[note] = row.note }
            bytes += Array(cells.joined(separator: ",").utf8) + lineEnd
        }
        return bytes
    }
}
