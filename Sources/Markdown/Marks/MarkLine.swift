/// A line of a paragraph, in scalars with their offsets, in search of a mark at its start.
struct MarkLine {
    /// A mark at the start of a line.
    struct Mark {
        enum Family: Hashable {
            case heading(MeantHeading)
            case quote
            case bullet(Unicode.Scalar)
            case number(Int, delimiter: Unicode.Scalar)
            case sign(Unicode.Scalar)
        }

        let family: Family
        /// The number of scalars of the mark, with the spaces before and after it.
        let count: Int
        /// The number of full-width spaces before it.
        let indentation: Int
        /// The mark in ASCII, with one space.
        let written: String
        /// Whether a line alone shows what is meant.
        let isCertain: Bool
        /// Whether the mark itself is written as it should be.
        let isCorrect: Bool
    }

    let scalars: [Unicode.Scalar]
    /// The offset of each scalar, and the end.
    let offsets: [Int]

    /// Decodes a range of bytes without the spaces and the line end at its end. Offsets are those of `bytes`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1].isASCIISpace { end -= 1 }
        let text = String(
            decoding: UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<max(end, range.lowerBound)]), as: UTF8.self)
        scalars = Array(text.unicodeScalars)
        var offsets = [range.lowerBound]
        for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        self.offsets = offsets
    }

    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Whether a byte can start a line that has a mark.
    static func mayStart(_ byte: UInt8, _ next: UInt8, _ third: UInt8) -> Bool {
        switch byte {
        case 0x23, 0x28, 0x2A, 0x2B, 0x2D, 0x30...0x39, 0x3E, 0xC2, 0xE2, 0xEF: true
        // U+3000, ・ and ー
        case 0xE3: next == 0x80 && third == 0x80 || next == 0x83 && (third == 0xBB || third == 0xBC)
        default: false
        }
    }

    /// Finds the mark at the start of the line.
    ///
    /// - Parameter startsParagraph: Whether no text is directly before the line.
    func mark(startsParagraph: Bool) -> Mark? {
        let start = scalars.firstIndex { !$0.isMarkSpace } ?? scalars.count
        guard start < scalars.count else { return nil }
        let wide = scalars[..<start].count { !$0.isASCIIMarkSpace }
        if let heading = heading(from: start, wide, startsParagraph) { return heading }
        return quote(from: start, wide, startsParagraph) ?? bullet(from: start, wide, startsParagraph) ?? number(
            from: start, wide)
            ?? sign(from: start, wide)
    }

    private func heading(from start: Int, _ wide: Int, _ startsParagraph: Bool) -> Mark? {
        guard scalars[start].narrow == "#" else { return nil }
        guard let heading = MeantHeading(text, startsParagraph: startsParagraph, mayBeCorrect: !startsParagraph) else {
            return nil
        }
        return Mark(
            family: .heading(heading), count: scalars.count, indentation: wide, written: heading.line, isCertain: true,
            isCorrect: false)
    }

    private func quote(from start: Int, _ wide: Int, _ startsParagraph: Bool) -> Mark? {
        guard scalars[start] == "＞" || scalars[start] == ">" && (wide > 0 || !startsParagraph),
            let text = afterSpaces(start + 1)
        else { return nil }
        let isSpaced = text > start + 1
        guard isSpaced || scalars[text].isKanaOrKanji || "「『".unicodeScalars.contains(scalars[text]) else { return nil }
        return Mark(
            family: .quote, count: text, indentation: wide, written: "> ", isCertain: isSpaced || startsParagraph,
            isCorrect: scalars[start] == ">")
    }

    private func bullet(from start: Int, _ wide: Int, _ startsParagraph: Bool) -> Mark? {
        let mark = scalars[start]
        let isDash = "–—―−‐─ー".unicodeScalars.contains(mark)
        guard "-*+".unicodeScalars.contains(mark.narrow) || isDash, let text = afterSpaces(start + 1) else { return nil }
        let isASCII = mark.isASCII
        let spaces = scalars[(start + 1)..<text]
        let hasOnlyASCIISpaces = !spaces.isEmpty && spaces.allSatisfy(\.isASCIIMarkSpace)
        let isCorrect = isASCII && hasOnlyASCIISpaces
        // libcmark reads an item here, or too many spaces are before it.
        if isCorrect, wide == 0, startsParagraph { return nil }
        let first = scalars[text]
        guard first != mark, first.narrow != mark.narrow, scalars.last != mark, scalars.count - text > 0 else { return nil }
        if spaces.isEmpty {
            guard first.isKanaOrKanji || "「『（".unicodeScalars.contains(first), !isDash else { return nil }
            if isASCII, scalars[text...].contains(mark) { return nil }
        }
        if first.isAnyDigit, !isASCII { return nil }
        let isHyphen = mark.narrow == "-"
        let isCertain: Bool =
            if isCorrect { true } else if isDash || mark.narrow == "*" { false } else if spaces.isEmpty {
                mark == "-" && first.isKanaOrKanji && wide == 0
            } else { isHyphen || mark == "＋" }
        return Mark(
            family: .bullet(isDash ? mark : mark.narrow), count: text, indentation: wide, written: "- ", isCertain: isCertain,
            isCorrect: isCorrect)
    }

    private func number(from start: Int, _ wide: Int) -> Mark? {
        var index = start
        let isEnclosed = scalars[index].narrow == "("
        if isEnclosed { index += 1 }
        let digits = scalars[index...].prefix { $0.isAnyDigit }
        guard (1...3).contains(digits.count), index + digits.count < scalars.count else { return nil }
        let delimiter = scalars[index + digits.count].narrow
        guard isEnclosed ? delimiter == ")" : delimiter == "." || delimiter == ")" || delimiter == "、",
            let text = afterSpaces(index + digits.count + 1), !scalars[text].isAnyDigit
        else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1.narrow.value - 0x30) }
        let spaces = scalars[(index + digits.count + 1)..<text]
        let isCorrect =
            !isEnclosed && delimiter != "、" && scalars[start..<(text - spaces.count)].allSatisfy(\.isASCII) && !spaces.isEmpty
            && spaces.allSatisfy(\.isASCIIMarkSpace)
        let mark = delimiter == ")" && !isEnclosed ? ")" : "."
        return Mark(
            family: .number(number, delimiter: isEnclosed ? "(" : delimiter), count: text, indentation: wide,
            written: "\(number)\(mark) ",
            isCertain: isCorrect && (wide > 0 || number == 1 || (2...20).contains(number) && scalars[text].isKanaOrKanji),
            isCorrect: isCorrect
        )
    }

    private func sign(from start: Int, _ wide: Int) -> Mark? {
        let sign = scalars[start]
        guard "・･•‣◦·●○◯■□◆◇◎▪※".unicodeScalars.contains(sign), let text = afterSpaces(start + 1) else { return nil }
        let first = scalars[text]
        // ○○さん, ○月○日 and ※1 are text.
        guard first != sign, !(sign == "※" && first.isAnyDigit) else { return nil }
        if "○◯●◎".unicodeScalars.contains(sign), "月日年歳名市県人時分市区町村社".unicodeScalars.contains(first) { return nil }
        return Mark(
            family: .sign(sign), count: text, indentation: wide, written: "- ", isCertain: false, isCorrect: false)
    }

    /// The index of the first scalar from `start` on that is not a space; nil if there is none.
    private func afterSpaces(_ start: Int) -> Int? {
        scalars[min(start, scalars.count)...].firstIndex { !$0.isMarkSpace }
    }
}
