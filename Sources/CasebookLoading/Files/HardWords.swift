import Markdown

/// The words of the glossary, to find them in easy-language versions.
package struct HardWords: Sendable {
    private let finder: WordFinder?
    /// For each word, the start of its meaning in one line.
    let meanings: [String]

    /// How many characters of a meaning a message quotes.
    private static let longest = 80

    /// - Parameter words: The files of the glossary, in its order.
    init(_ words: [ContentFile]) {
        let names = words.map { file in
            let term = file.record.text("term").map { [$0.string(in: file.text)] } ?? []
            return term + file.record.list("aliases", in: file.text).map(\.value)
        }
        finder = words.isEmpty ? nil : WordFinder(names, targets: names.map { _ in "" })
        meanings = words.map { file in
            var text = file.document.plainText().split(whereSeparator: \.isNewline).first ?? ""
            if text.hasSuffix("。") || text.hasSuffix(".") { text.removeLast() }
            return text.count > Self.longest ? text.prefix(Self.longest) + "…" : String(text)
        }
    }

    var isEmpty: Bool { finder == nil }

    /// Returns the ranges of all words in UTF-8 text, each with the index of its word.
    func all(in text: [UInt8]) -> [(range: Range<Int>, word: Int)] {
        guard let finder else { return [] }
        var found: [(range: Range<Int>, word: Int)] = []
        text.withUnsafeBufferPointer { text in
            finder.find(in: text) { found.append(($0, $1)) }
        }
        return found
    }
}
