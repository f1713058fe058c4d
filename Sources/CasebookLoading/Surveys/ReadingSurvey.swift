import Basics
import Diagnostics
import Markdown
import Synchronization

/// How the list of readings and the texts of a casebook fit: which words have no reading, which rows no text uses, and which words
/// somebody has to decide about.
package struct ReadingSurvey: Sendable {
    /// A word with every location of it.
    package struct Word: Sendable {
        /// The kanji without a reading, or the whole word about which to decide.
        package let text: String
        /// The reading that the list gives it; `nil` for a word without one.
        package let reading: String?
        /// The readings among which to decide; empty if nothing is known.
        package let choices: [String]
        package fileprivate(set) var places: [Place]
    }

    /// A location with the words around it.
    package struct Place: Sendable {
        package let path: String
        package let position: SourcePosition
        /// The words around, with the word in 【】.
        package let excerpt: String
    }

    /// A text with words that have no reading.
    package struct Line: Sendable {
        package let text: ReadableText
        package let missing: [Range<Int>]
    }

    /// The list; `nil` if there is none.
    package let list: ReadingList?
    /// The words without a reading, in the order of their first locations.
    package private(set) var missing: [Word] = []
    /// The words that are read in several ways, for which a row without context or note decides.
    package private(set) var undecided: [Word] = []
    /// The texts with missing words, in order.
    package private(set) var lines: [Line] = []
    /// All texts that readers see, each with the readings after its words. For reading them through.
    package private(set) var bracketed: [String] = []
    /// For each row of the list, whether a text uses it.
    private var isUsed: [Bool]
    private var missingIndices: [String: Int] = [:]
    private var undecidedIndices: [String: Int] = [:]
    private let finder: ReadingFinder

    /// The rows that no text uses. Rows with a mistake are left out.
    package var unused: [ReadingList.Row] {
        (list?.rows ?? []).enumerated().filter { $1.pattern != nil && !isUsed[$0] }.map(\.element)
    }

    fileprivate init(_ list: ReadingList?) {
        self.list = list
        isUsed = [Bool](repeating: false, count: list?.rows.count ?? 0)
        finder = list?.finder ?? ReadingFinder([])
    }

    /// Looks up a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - location: Returns the location of a byte of the file.
    ///   - bytes: Returns where a range of the text is in the file.
    fileprivate mutating func look(
        up text: ReadableText, location: (Int) -> (path: String, position: SourcePosition), at bytes: (Range<Int>) -> Range<Int>
    ) {
        func place(_ offset: Int) -> (path: String, position: SourcePosition) {
            location(bytes(offset..<offset + 1).lowerBound)
        }
        guard text.needsReadings else { return }
        let (found, missing) = finder.read(text)
        bracketed.append(finder.bracketed(text))
        for word in found {
            guard let list else { break }
            for pattern in word.patterns { isUsed[list.row(ofPattern: pattern)] = true }
            guard word.patterns.count == 1, let pattern = word.patterns.first else { continue }
            let row = list.row(ofPattern: pattern)
            let core = finder.patterns[pattern].core
            guard word.range.lowerBound == word.word.lowerBound, !finder.patterns[pattern].hasContext,
                list.rows[row].note.value.isEmpty, let choices = AmbiguousWords.readings(of: core)
            else { continue }
            let (path, position) = place(word.word.lowerBound)
            let location = Place(path: path, position: position, excerpt: Self.excerpt(text, word.word))
            let entry = Word(text: core, reading: finder.patterns[pattern].reading, choices: choices, places: [])
            Self.add(entry, location, to: &undecided, &undecidedIndices)
        }
        guard !missing.isEmpty else { return }
        lines.append(Line(text: text, missing: missing))
        for range in missing {
            let word = AmbiguousWords.word(in: text, at: range)
            let (path, position) = place(word.range.lowerBound)
            let location = Place(path: path, position: position, excerpt: Self.excerpt(text, word.range))
            let entry = Word(text: text.string(word.range), reading: nil, choices: word.readings, places: [])
            Self.add(entry, location, to: &self.missing, &missingIndices)
        }
    }

    private static func add(_ word: Word, _ place: Place, to words: inout [Word], _ indices: inout [String: Int]) {
        if let index = indices[word.text] {
            words[index].places.append(place)
        } else {
            indices[word.text] = words.count
            words.append(word)
            words[words.count - 1].places.append(place)
        }
    }

    /// How many characters an excerpt has on each side of the word.
    private static let excerptLength = 8

    private static func excerpt(_ text: ReadableText, _ word: Range<Int>) -> String {
        let start = max(0, word.lowerBound - excerptLength)
        let end = min(text.count, word.upperBound + excerptLength)
        return (start > 0 ? "…" : "") + text.string(start..<word.lowerBound) + "【" + text.string(word) + "】"
            + text.string(word.upperBound..<end) + (end < text.count ? "…" : "")
    }
}

extension CasebookReader {
    /// Looks up the words of all texts that readers see in the list of readings: those of published cases, terms, the glossary, pages and
    /// the settings.
    ///
    /// - Parameters:
    ///   - paths: The paths of the text files in the content folder, as messages show them.
    ///   - root: The content folder, with which `paths` start.
    ///   - bytes: Returns the bytes of the file whose path is at an index.
    /// - Returns: The survey, `nil` if `casebook.yml` has an error; and the problems of `casebook.yml` and of the list.
    /// - Throws: What `bytes` throws.
    package static func surveyReadings<Failure: Error>(
        paths: [String], root: String, bytes: @escaping @Sendable (Int) throws(Failure) -> [UInt8]
    ) throws(Failure) -> (survey: ReadingSurvey?, diagnostics: [Diagnostic]) {
        let failure = Mutex<Failure?>(nil)
        var reader = CasebookReader(
            paths: paths.enumerated().map { (path: $1, index: $0) }.sorted { $0.path < $1.path }, images: [], links: [],
            root: root, includingDrafts: false, jobs: 1, cache: nil, listing: nil
        ) { index in
            do throws(Failure) {
                return try bytes(index)
            } catch {
                failure.withLock { first in first = first ?? error }
                return []
            }
        }
        let survey = reader.surveyReadings()
        if let error = failure.withLock({ $0 }) { throw error }
        return (survey, reader.report.diagnostics.sorted())
    }

    private mutating func surveyReadings() -> ReadingSurvey? {
        let list = readReadings()
        guard let schema = readSchema(list), schema.isUsable else { return nil }
        var survey = ReadingSurvey(list)
        schema.forEachReadableText { text, bytes in
            survey.look(up: text, location: { (schema.source.path, schema.source.position(ofByte: $0)) }, at: bytes)
        }
        var ignored = Report()
        swap(&ignored, &report)
        let sources = sources(schema: schema)
        swap(&ignored, &report)
        for source in sources {
            let decoded = SourceDecoder.decode(SourceFile(path: source.path, bytes: bytes(source.index)))
            guard let text = decoded.text else { continue }
            let file = ParsedFile(
                role: source.role, location: source.location, name: source.name, text: text,
                fields: Field.all(ofFile: source.role, in: schema), sections: schema.sections)
            file.forEachReadableText(schema) { readable, bytes in
                survey.look(up: readable, location: { (text.path, text.position(ofByte: $0)) }, at: bytes)
            }
        }
        return survey
    }
}

extension ReadingSurvey {
    /// The line of a row of the list.
    package func line(of row: ReadingList.Row) -> Int {
        list?.text.position(ofByte: row.word.bytes.lowerBound).line ?? 0
    }
}
