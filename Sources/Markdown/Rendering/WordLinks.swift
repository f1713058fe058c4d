import HTML

/// Links each word where it is first used on a page.
///
/// An instance belongs to one page and one thread: it remembers which words have been linked in everything rendered with it.
public final class WordLinks {
    private let finder: WordFinder
    private let address: String
    private var isLinked: [Bool]

    /// Creates links for one page.
    ///
    /// - Parameters:
    ///   - finder: Finds the words.
    ///   - address: The start of each link's address; the finder's target of the word follows.
    public init(_ finder: WordFinder, address: String) {
        self.finder = finder
        self.address = address
        isLinked = [Bool](repeating: false, count: finder.targets.count)
    }

    /// Appends text, escaped, with a link for each word that has not been linked before.
    func append(_ text: UnsafeBufferPointer<UInt8>, into buffer: inout HTMLBuffer) {
        var links: [(range: Range<Int>, word: Int)] = []
        finder.find(in: text) { range, word in
            guard !isLinked[word] else { return }
            isLinked[word] = true
            links.append((range, word))
        }
        var end = 0
        for (range, word) in links {
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
