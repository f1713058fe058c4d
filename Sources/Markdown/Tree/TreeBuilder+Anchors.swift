import Basics

extension TreeBuilder {
    /// Derives the id of a heading from its text, and appends it to the tree's text.
    ///
    /// Letters, marks and digits of any script are kept, ASCII letters in lower case. A run of spaces and hyphens becomes one
    /// hyphen. All other characters are dropped. A heading without any kept character gets the id `section`.
    mutating func storeAnchor(ofNode node: Int) -> ByteRange {
        let start = tree.text.count
        for index in node..<Int(tree.nodes[node].end) {
            let inline = tree.nodes[index]
            switch inline.kind {
            case .text, .code, .rubyPair: storeAnchor(of: inline.text.range, start: start)
            case .softBreak where !inline.flags.contains(.joined), .lineBreak: storeHyphen(start: start)
            default: break
            }
        }
        if tree.text.count > start, tree.text.last == UInt8(ascii: "-") { tree.text.removeLast() }
        if tree.text.count == start { return store("section") }
        return ByteRange(start..<tree.text.count)
    }

    private mutating func storeAnchor(of range: Range<Int>, start: Int) {
        var index = range.lowerBound
        var kept = index
        while index < range.upperBound, let scalar = tree.text.scalar(at: index) {
            let next = min(index + UTF8.width(scalar), range.upperBound)
            if !isKept(scalar) {
                storeBytes(kept..<index)
                if scalar.isMarkdownSpace || scalar == "-" {
                    storeHyphen(start: start)
                } else if ("A"..."Z").contains(scalar) {
                    tree.text.append(tree.text[index].lowercasedASCII)
                }
                kept = next
            }
            index = next
        }
        storeBytes(kept..<min(index, range.upperBound))
    }

    private mutating func storeBytes(_ range: Range<Int>) {
        for index in range { tree.text.append(tree.text[index]) }
    }

    private mutating func storeHyphen(start: Int) {
        guard tree.text.count > start, tree.text.last != UInt8(ascii: "-") else { return }
        tree.text.append(UInt8(ascii: "-"))
    }

    /// Whether ids keep a scalar unchanged.
    private func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isKanaOrIdeograph { return true }
        if scalar.isCommonJapanesePunctuation { return false }
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_" }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
