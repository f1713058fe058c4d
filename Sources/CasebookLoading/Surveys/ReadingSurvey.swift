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
    ///   - place: Returns the location of the character at an offset of the text.
    fileprivate mutating func look(up text: ReadableText, at place: (Int) -> (path: String, position: SourcePosition)) {
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
        guard let schema = readSchema(), schema.isUsable else { return nil }
        var survey = ReadingSurvey(list)
        survey.lookUp(schema.readableTexts, in: schema.source)
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
            guard file.role != .caseFile || file.status != .draft else { continue }
            survey.lookUp(file.readableTexts(schema), in: text)
            // The page of a withdrawn case does not show its text.
            if file.status != .withdrawn { survey.lookUp(file.document, in: text, body: file.frontMatter.body) }
        }
        return survey
    }
}

extension ReadingSurvey {
    fileprivate mutating func lookUp(_ texts: [FieldText], in source: SourceText) {
        for text in texts {
            let string = text.string(in: source)
            look(up: ReadableText(string)) { offset in
                let before =
                    text.corrected == nil
                    ? String(String.UnicodeScalarView(string.unicodeScalars.prefix(offset))).utf8.count : 0
                return (source.path, source.position(ofByte: text.content.lowerBound + before))
            }
        }
    }

    fileprivate mutating func lookUp(_ document: MarkdownDocument, in source: SourceText, body: Range<Int>) {
        var cursor = body.lowerBound
        for block in document.readableBlocks {
            // Where each run is in the file. Runs with escapes are not there as they are read.
            let starts = block.runs.map { run in
                let bytes = Array(run.text.utf8)
                cursor = max(cursor, min(run.after, body.upperBound))
                guard let start = source.utf8.firstRange(of: bytes, from: cursor, to: body.upperBound) else {
                    return (at: cursor, isExact: false)
                }
                cursor = start + bytes.count
                return (at: start, isExact: true)
            }
            look(up: block.text) { offset in
                let index = block.runs.lastIndex { $0.start <= offset } ?? 0
                let (run, start) = (block.runs[index], starts[index])
                let before = run.text.unicodeScalars.prefix(offset - run.start)
                let bytes = start.isExact ? String(String.UnicodeScalarView(before)).utf8.count : 0
                return (source.path, source.position(ofByte: start.at + bytes))
            }
        }
    }
}

extension [UInt8] {
    /// The offset of the first range that is equal to some bytes; `nil` if there is none.
    fileprivate func firstRange(of bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        guard let first = bytes.first else { return start }
        var index = start
        while index + bytes.count <= end {
            if self[index] == first, self[index..<index + bytes.count].elementsEqual(bytes) { return index }
            index += 1
        }
        return nil
    }
}

extension Schema {
    /// The values of `casebook.yml` that pages show.
    fileprivate var readableTexts: [FieldText] {
        func texts(_ keys: [String], of records: [Record]) -> [FieldText] {
            records.flatMap { record in keys.compactMap { record.text($0) } }
        }
        let taxonomies = record.records("taxonomies")
        return texts(["title", "description"], of: [record]) + texts(["name"], of: record.records("publisher"))
            + texts(["name", "department", "hours"], of: record.records("contact"))
            + texts(["title"], of: record.records("source")) + texts(["name"], of: record.records("license"))
            + texts(["notice"], of: [record])
            + taxonomies.flatMap { taxonomy in
                texts(["label", "description"], of: [taxonomy]) + texts(["label"], of: taxonomy.records("groups"))
                    + texts(["unstated"], of: [taxonomy])
            } + texts(["heading"], of: record.records("sections")) + texts(["label", "unit"], of: record.records("fields"))
    }
}

extension ParsedFile {
    /// The values of the front matter that pages show.
    fileprivate func readableTexts(_ schema: Schema) -> [FieldText] {
        let keys: [String]
        switch role {
        case .caseFile:
            keys = ["title", "summary"] + schema.fields.filter { $0.definition.kind == .text }.map(\.definition.key)
        case .easyText, .page: keys = ["title"]
        case .term: keys = ["label"]
        case .glossary: keys = ["term"]
        case .settings: keys = []
        }
        let hasNames = ![.caseFile, .easyText, .page].contains(role)
        let names = !hasNames ? [] : (record.value("aliases")?.items ?? []).compactMap(\.text)
        return keys.compactMap { record.text($0) } + names
    }
}

extension ReadingSurvey {
    /// The line of a row of the list.
    package func line(of row: ReadingList.Row) -> Int {
        list?.text.position(ofByte: row.word.bytes.lowerBound).line ?? 0
    }
}
