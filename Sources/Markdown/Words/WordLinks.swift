import HTML

/// Links words where they are first used, over all that is rendered with it: for one page, on one thread.
public final class WordLinks {
    private let finder: WordFinder
    private let address: String
    private var isLinked: [Bool]

    /// - Parameter address: The start of each link's address, which what the finder has for the word follows.
    public init(_ finder: WordFinder, address: String) {
        self.finder = finder
        self.address = address
        isLinked = [Bool](repeating: false, count: finder.targets.count)
    }

    /// Appends text, escaped, with the words in it linked that were not before.
    func append(_ text: UnsafeBufferPointer<UInt8>, into buffer: inout HTMLBuffer) {
        // A word's place stays within the text, so the stretches between are what is left of it.
        var places: [(range: Range<Int>, word: Int)] = []
        finder.find(in: text) { range, word in
            guard !isLinked[word] else { return }
            isLinked[word] = true
            places.append((range, word))
        }
        var end = 0
        for (range, word) in places {
            buffer.append(plain: UnsafeBufferPointer(rebasing: text[end..<range.lowerBound]))
            buffer.append(markup: "<a class=\"glossary\" href=\"")
            buffer.append(plain: address)
            buffer.append(plain: finder.targets[word])
            buffer.append(markup: "\">")
            buffer.append(plain: UnsafeBufferPointer(rebasing: text[range]))
            buffer.append(markup: "</a>")
            end = range.upperBound
        }
        buffer.append(plain: UnsafeBufferPointer(rebasing: text[end...]))
    }
}
