import HTML

extension HTMLFragment {
    /// Creates the markup of a case's title as a heading or a link shows it.
    ///
    /// Browsers that break lines at phrases also break inside 「…によって」, after 「に」. The whole of 「によって」, 「により」 and
    /// 「による」 is kept on one line here, and a line may end before it.
    init(title: String) {
        var title = title
        self = title.withUTF8 { text in
            var buffer = HTMLBuffer(reservingCapacity: text.count + 64)
            var start = 0
            var next = 0
            while let phrase = Self.nextPhrase(in: text, from: next) {
                next = phrase.upperBound
                guard phrase.lowerBound > 0 else { continue }
                buffer.append(escaping: UnsafeBufferPointer(rebasing: text[start..<phrase.lowerBound]))
                buffer.append(markup: #"<wbr><span class="phrase">"#)
                buffer.append(escaping: UnsafeBufferPointer(rebasing: text[phrase]))
                buffer.append(markup: "</span>")
                start = phrase.upperBound
            }
            buffer.append(escaping: UnsafeBufferPointer(rebasing: text[start...]))
            return buffer.finish()
        }
    }

    private static let stem = Array("によ".utf8)
    private static let endings = ["って", "り", "る"].map { Array($0.utf8) }

    /// Returns the first of the phrases at or after `start`.
    private static func nextPhrase(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        var place = start
        while place + stem.count < text.count {
            if text[place] == stem[0], text[place...].starts(with: stem) {
                let end = place + stem.count
                if let ending = endings.first(where: { text[end...].starts(with: $0) }) { return place..<end + ending.count }
            }
            place += 1
        }
        return nil
    }
}
