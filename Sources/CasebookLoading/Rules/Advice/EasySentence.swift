import Basics

/// A sentence of an easy-language version: its words as readers see them, and where each character is in the file.
struct EasySentence {
    /// The characters as UTF-8, with a space where blanks or a line break are.
    let text: [UInt8]
    /// For each byte of ``text``, the offset in the file.
    let offsets: [Int]
    /// How many characters the sentence has, without blanks.
    let characterCount: Int
    /// The range in the file.
    let bytes: Range<Int>
    let isHeading: Bool

    private init(_ sentence: ProseSentence, in file: UnsafeBufferPointer<UInt8>) {
        var text: [UInt8] = []
        var offsets: [Int] = []
        var last: Int?
        for start in sentence.characters {
            if let last, last < start,
                file[last..<start].contains(where: { $0 == 0x20 || $0 == 0x0A }) || hasWideSpace(file, last, start)
            {
                text.append(0x20)
                offsets.append(start)
            }
            let end = min(start + length(file[start]), file.count)
            for offset in start..<end {
                text.append(file[offset])
                offsets.append(offset)
            }
            last = end
        }
        self.text = text
        self.offsets = offsets
        characterCount = sentence.characters.count
        bytes = sentence.bytes
        isHeading = sentence.isHeading
    }

    /// The text as a string.
    var string: String { String(decoding: text, as: UTF8.self) }

    /// The words between spaces.
    var wordCount: Int {
        text.split(separator: 0x20).count { word in
            word.contains { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 }
        }
    }

    /// Returns the range in the file of a range of ``text``.
    func bytes(of range: Range<Int>) -> Range<Int> {
        guard let last = range.last else { return bytes.lowerBound..<bytes.lowerBound }
        return offsets[range.lowerBound]..<offsets[last] + 1
    }

    /// Returns the sentences of the body of a file that are its own, without quotations.
    static func all(of file: ContentFile) -> [EasySentence] {
        sentences(of: file, file.body, isMarkdown: true)
    }

    /// Returns the title of a file as sentences.
    static func title(of file: ContentFile) -> [EasySentence] {
        file.record.text("title").map { sentences(of: file, $0.content, isMarkdown: false) } ?? []
    }

    private static func sentences(of file: ContentFile, _ range: Range<Int>, isMarkdown: Bool) -> [EasySentence] {
        file.text.utf8.withUnsafeBufferPointer { bytes in
            guard range.upperBound <= bytes.count else { return [] }
            var scanner = ProseScanner(bytes, range, rules: AdviceSet([]), isMarkdown: isMarkdown)
            scanner.keepsSentences = true
            scanner.walk()
            return scanner.sentences.filter { !$0.isQuote }.map { EasySentence($0, in: bytes) }
        }
    }
}

/// The length of the UTF-8 sequence that starts with a byte.
private func length(_ first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

/// Whether there is U+3000 between two offsets.
private func hasWideSpace(_ file: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    end - start >= 3
        && (start...end - 3).contains { file[$0] == 0xE3 && file[$0 + 1] == 0x80 && file[$0 + 2] == 0x80 }
}
