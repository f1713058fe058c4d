import Basics

extension UnsupportedSyntaxFinder {
    /// The ranges of the formulas `$$…$$` and `$…$` among the dollar signs of raw text.
    ///
    /// A single sign opens a formula only if no space follows and no letter or digit precedes, and closes one only if no space
    /// precedes and no letter or digit follows. The text between must be ASCII on one line, at most 200 bytes long, and look like a
    /// formula: `$5 and $10`, `US$100`, `＄5` and `$HOME` do not.
    func formulas(at dollars: [Int]) -> [Range<Int>] {
        var formulas: [Range<Int>] = []
        var index = 0
        while index < dollars.count {
            let start = dollars[index]
            var run = 1
            while index + run < dollars.count, dollars[index + run] == start + run { run += 1 }
            if run == 2, let close = displayEnd(dollars, from: index + 2) {
                formulas.append(start..<dollars[close] + 1)
                index = close + 1
            } else if run == 1, index + 1 < dollars.count, isFormula(start, dollars[index + 1]) {
                formulas.append(start..<dollars[index + 1] + 1)
                index += 2
            } else {
                index += run
            }
        }
        return formulas
    }

    /// The index of the second sign of the next `$$`.
    private func displayEnd(_ dollars: [Int], from first: Int) -> Int? {
        guard first + 1 < dollars.count else { return nil }
        return dollars[first + 1] == dollars[first] + 1 ? first + 1 : nil
    }

    private func isFormula(_ start: Int, _ end: Int) -> Bool {
        let inner = bytes[(start + 1)..<end]
        guard let first = inner.first, let last = inner.last, inner.count <= 200, !first.isASCIISpace, !last.isASCIISpace,
            !(start > 0 && bytes[start - 1].isASCIIAlphanumeric),
            !(end + 1 < bytes.count && bytes[end + 1].isASCIIAlphanumeric), inner.allSatisfy({ (0x20..<0x80).contains($0) })
        else { return false }
        if inner.contains(where: { #"\^_={}"#.utf8.contains($0) }) { return true }
        return inner.contains { $0.isASCIILetter } && !inner.split { !$0.isASCIILetter }.contains { $0.count > 2 }
    }

    /// Turns each formula into one literal token, unless emphasis or a link crosses its border.
    func makeLiteral(_ formulas: [Range<Int>], in tokens: inout [InlineToken], _ builder: inout TreeBuilder) {
        var result: [InlineToken] = []
        var next = 0
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            let range = token.bytes.range
            while next < formulas.count, formulas[next].lowerBound < range.lowerBound { next += 1 }
            guard next < formulas.count, token.kind == .raw, range.contains(formulas[next].lowerBound),
                let last = lastToken(of: formulas[next], from: index, in: tokens)
            else {
                result.append(token)
                index += 1
                continue
            }
            let formula = formulas[next]
            result.append(token.part(range.lowerBound..<formula.lowerBound))
            let text = bytes[formula].withUnsafeBufferPointer { builder.store($0) }
            result.append(InlineToken(.literal, text: text, at: formula))
            let end = tokens[last].bytes.range.upperBound
            tokens[last] = tokens[last].part(formula.upperBound..<end)
            index = last
            next += 1
        }
        tokens = result
    }

    /// The index of the raw token that holds the end of a formula; nil if emphasis or a link crosses the formula's border.
    private func lastToken(of formula: Range<Int>, from first: Int, in tokens: [InlineToken]) -> Int? {
        var depth = 0
        for index in first..<tokens.count {
            let token = tokens[index]
            if token.isStart { depth += 1 }
            if token.isEnd { depth -= 1 }
            if depth < 0 { return nil }
            if token.kind == .raw, token.bytes.range.upperBound >= formula.upperBound { return depth == 0 ? index : nil }
        }
        return nil
    }
}

extension InlineToken {
    /// The part of a raw token that is at `range` in the leaf.
    fileprivate func part(_ range: Range<Int>) -> InlineToken {
        let offset = text.range.lowerBound - self.bytes.range.lowerBound
        return InlineToken(.raw, text: ByteRange(range.lowerBound + offset..<range.upperBound + offset), at: range)
    }
}
