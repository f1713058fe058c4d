/// Makes a heading's id of its text.
///
/// Letters, marks and digits of any script are kept, ASCII in lower case; a run of blanks and hyphens becomes one hyphen; all
/// else is dropped. A heading of nothing but signs is called `section`.
enum HeadingAnchor {
    static func anchor(of tree: Tree, node: Int) -> String {
        var result: [UInt8] = []
        for inline in tree.nodes[node..<Int(tree.nodes[node].end)] {
            switch inline.kind {
            case .text, .code, .rubyPair: append(tree.text, inline.text.range, to: &result)
            case .softBreak where !inline.flags.contains(.joined), .lineBreak: appendHyphen(to: &result)
            default: break
            }
        }
        if result.last == UInt8(ascii: "-") { result.removeLast() }
        return result.isEmpty ? "section" : String(decoding: result, as: UTF8.self)
    }

    private static func append(_ text: [UInt8], _ range: Range<Int>, to result: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound, let scalar = text.scalar(at: index) {
            let next = min(index + UTF8.width(scalar), range.upperBound)
            if scalar.isASCII {
                let byte = text[index]
                if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") {
                    result.append(byte.lowercasedASCII)
                } else if byte.isASCIISpace || byte == UInt8(ascii: "-") {
                    appendHyphen(to: &result)
                }
            } else if scalar.isMarkdownSpace {
                appendHyphen(to: &result)
            } else if isKept(scalar) {
                result.append(contentsOf: text[index..<next])
            }
            index = next
        }
    }

    private static func appendHyphen(to result: inout [UInt8]) {
        if let last = result.last, last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: return true
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
