import CasebookLoading
import Diagnostics
import Publishing

/// The file `readings.csv` of a content folder: what it lacks, and drafts that are added to it.
public struct ReadingsFile: Sendable {
    /// The path of the file.
    public let path: String
    let content: String
    package let survey: ReadingSurvey
    private let bytes: [UInt8]?

    /// Looks up all texts of a content folder in its list of readings.
    ///
    /// - Returns: The file, nil if `casebook.yml` or the list has an error; and the problems of both.
    /// - Throws: Any error of reading.
    public static func survey(content: String) throws(PublishingError) -> (file: ReadingsFile?, diagnostics: [Diagnostic]) {
        let folder = try ContentFolder.list(content)
        let path = "\(folder.root)/\(ReadingList.fileName)"
        let index = folder.paths.firstIndex(of: path)
        let bytes = try index.map { (index) throws(PublishingError) in try folder.bytes(at: index) }
        let (survey, diagnostics) = try CasebookReader.surveyReadings(paths: folder.paths, root: folder.root) {
            (index) throws(PublishingError) in
            try folder.bytes(at: index)
        }
        guard let survey, !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
        return (ReadingsFile(path: path, content: content, survey: survey, bytes: bytes), diagnostics)
    }

    /// The texts with words that have no reading, one per line, for a program that divides them into words.
    public var textsToRead: [String] { survey.lines.map { $0.text.string(0..<$0.text.count) } }

    /// Adds proposals for missing readings to the file.
    ///
    /// - Parameter words: For each of ``textsToRead``, its words with their readings in katakana.
    /// - Returns: How many rows were added, and the path of the folder with the file as it was before, if there was one.
    /// - Throws: `changedMeanwhile`; any error of reading and writing.
    public func addDraft(
        _ words: [[(text: String, reading: String?)]]
    ) throws(PublishingError) -> (added: Int, backup: String?) {
        let draft = ReadingDraft(
            survey.lines, tokens: words.map { $0.map { ReadingDraft.Token(text: $0.text, reading: $0.reading) } })
        guard !draft.rows.isEmpty else { return (0, nil) }
        let new = draft.appended(to: bytes, list: survey.list)
        guard let bytes else {
            try Disk.create(path, with: new)
            return (draft.rows.count, nil)
        }
        return (draft.rows.count, try FixedContent.replace([(path, bytes, new)], in: content))
    }

    /// The listing for people.
    ///
    /// - Parameters:
    ///   - language: The language of the text.
    ///   - showsAll: Whether to list all locations of a word, not only the first ones.
    public func text(in language: Language, showsAll: Bool) -> String {
        var text = ""
        func add(_ line: String) { text += line + "\n" }
        func add(_ words: [ReadingSurvey.Word], _ heading: Message) {
            guard !words.isEmpty else { return }
            add(heading.text(in: language))
            for word in words {
                let choices = word.choices.isEmpty ? "" : "（\(word.choices.joined(separator: "・"))）"
                add("  \(word.text)\(word.reading.map { "＝\($0)" } ?? "")\(choices)")
                let shown = showsAll ? word.places.count : 3
                for place in word.places.prefix(shown) {
                    add("    \(place.path):\(place.position.line):\(place.position.column) \(place.excerpt)")
                }
                if word.places.count > shown {
                    let rest = word.places.count - shown
                    add(
                        "    "
                            + (language == .ja
                                ? "ほか\(rest)か所（--all を付けると、すべて示します）" : "and \(rest) more (--all lists them)"))
                }
            }
        }
        let places = survey.missing.reduce(0) { $0 + $1.places.count }
        add(
            survey.missing,
            Message(
                ja: "読みのない語：\(survey.missing.count)語、\(places)か所",
                en: "Words without a reading: \(survey.missing.count), at \(places) locations"))
        add(
            survey.undecided,
            Message(
                ja: "読み方がいくつもある語：\(survey.undecided.count)語。前後に来る文字で分けるか、確かめて備考に書いてください",
                en:
                    "Words that are read in several ways: \(survey.undecided.count). Say what comes before or after them, or check them and "
                    + "write a note"))
        let unused = survey.unused
        if !unused.isEmpty {
            add(language == .ja ? "どこにも使われていない行：\(unused.count)行" : "Rows that no text uses: \(unused.count)")
            for row in unused { add("  \(path):\(survey.line(of: row)) \(row.word.value)") }
        }
        let isComplete = survey.missing.isEmpty && survey.undecided.isEmpty && unused.isEmpty
        if isComplete { add(language == .ja ? "すべての漢字に読みがあります。" : "All kanji have readings.") }
        return text
    }

    /// All texts with the readings after their words, for reading them through.
    public var bracketedText: String { survey.bracketed.map { $0 + "\n" }.joined() }

    /// How many words have no reading.
    public var missingCount: Int { survey.missing.count }
}
