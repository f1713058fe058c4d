import Basics
import CasebookLoading
import Diagnostics

/// Finds cases whose text is nearly that of another one: the same case, sent twice.
///
/// Texts are compared by their pairs of letters, without headings, comments, blanks and punctuation. What two texts have in common is the
/// number of pairs that are in both, as a share of the longer text. So a few changed words make little difference, wherever they are.
struct NearCopies {
    /// From this share on, a text is a copy, in percent.
    private static let share = 90
    /// A text with fewer letters says too little.
    private static let shortest = 40

    private let texts: [Text]
    /// By sample: the numbers of the texts that have it.
    private var numbers: [UInt64: [Int32]] = [:]

    /// Compares texts of case files, which are numbered in their order.
    init(_ texts: [String]) {
        self.texts = texts.map(Text.init)
        for (number, text) in self.texts.enumerated() {
            for sample in text.samples { numbers[sample, default: []].append(Int32(number)) }
        }
    }

    /// Returns the numbers of the texts that are nearly another one, ascending.
    func copies(of markdown: String) -> [Int] { copies(of: Text(markdown), before: texts.count) }

    /// Returns the number of the first text of which the text with a number is nearly a copy; nil if there is none before it.
    func original(ofNumber number: Int) -> Int? { copies(of: texts[number], before: number).first }

    private func copies(of text: Text, before end: Int) -> [Int] {
        guard text.pairs.count >= Self.shortest else { return [] }
        var counts: [Int32: Int] = [:]
        for sample in text.samples {
            for number in numbers[sample] ?? [] { counts[number, default: 0] += 1 }
        }
        // Of two texts that are alike, at least a quarter of the samples are the same, however the changes are spread. A text with few
        // samples is compared with all.
        let isShort = text.samples.count < 12
        let candidates =
            isShort ? Array(0..<end) : counts.filter { $0.value * 4 > text.samples.count }.map { Int($0.key) }.sorted()
        return candidates.filter { $0 < end && Self.areAlike(text.pairs, texts[$0].pairs) }
    }

    /// Whether two sorted lists are nearly the same. O(length).
    private static func areAlike(_ one: [UInt64], _ other: [UInt64]) -> Bool {
        let longest = max(one.count, other.count)
        guard min(one.count, other.count) * 100 >= longest * share else { return false }
        var (left, right, common) = (0, 0, 0)
        while left < one.count, right < other.count {
            if one[left] == other[right] {
                (left, right, common) = (left + 1, right + 1, common + 1)
            } else if one[left] < other[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return common * 100 >= longest * share
    }
}

extension NearCopies {
    /// What is compared of the text of a case file. Front matter is no part of it.
    private struct Text {
        /// The pairs of letters, sorted.
        let pairs: [UInt64]
        /// A part of the runs of five letters, as hashes, each once: by these, texts that may be alike are found.
        let samples: Set<UInt64>

        init(_ markdown: String) {
            let letters = Self.letters(of: markdown)
            pairs = zip(letters, letters.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }.sorted()
            guard letters.count >= 5 else {
                samples = []
                return
            }
            // One of eight, by FNV-1a, whose result is mixed so that the low bits are even.
            samples = Set(
                (0...letters.count - 5).lazy.map { start in
                    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
                    for letter in letters[start..<start + 5] { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
                    return hash ^ (hash >> 29)
                }.filter { $0 % 8 == 0 })
        }

        private static func letters(of markdown: String) -> [UInt32] {
            var letters: [UInt32] = []
            var isInFrontMatter = false
            for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if line.hasPrefix("---"), index == 0 || isInFrontMatter {
                    isInFrontMatter = index == 0
                    continue
                }
                if isInFrontMatter || line.hasPrefix("#") || line.hasPrefix("<!--") { continue }
                for scalar in line.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    letters.append(scalar.value)
                }
            }
            return letters
        }
    }
}

extension CaseImport {
    /// Takes out new cases whose text is nearly that of an existing case or of another new one, and reports both places.
    ///
    /// - Parameter existing: The files of existing cases.
    public mutating func rejectCopies(of existing: [SourceFile]) {
        guard !cases.isEmpty else { return }
        let texts = NearCopies(cases.map(\.text))
        var paths: [Int: String] = [:]
        for file in existing {
            for number in texts.copies(of: String(decoding: file.bytes, as: UTF8.self)) where paths[number] == nil {
                paths[number] = file.path
            }
        }
        var kept: [ImportedCase] = []
        var found: [Diagnostic] = []
        for (number, entry) in cases.enumerated() {
            if let path = paths[number] {
                let problem = ImportProblem.copiedCase(title: entry.title, path: path)
                found.append(Diagnostic(problem, path: entry.place.path, range: entry.place.range))
            } else if let first = texts.original(ofNumber: number).map({ cases[$0] }) {
                let message = Message(ja: "1つ目はここにあります", en: "The first one is here")
                let note = Diagnostic.Note(message, path: first.place.path, range: first.place.range)
                let problem = ImportProblem.repeatedText(title: entry.title, other: first.title)
                found.append(Diagnostic(problem, path: entry.place.path, range: entry.place.range, notes: [note]))
            } else {
                kept.append(entry)
            }
        }
        reject(keeping: kept, reporting: found)
    }
}
