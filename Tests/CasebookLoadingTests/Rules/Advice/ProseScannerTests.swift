@testable import CasebookModel
@testable import CasebookLoading
import Testing

/// Whatever the text, the scanner comes to its end and finds stretches of whole characters in it.
@Suite struct ProseScannerTests {
    private static let pieces = [
        "0", "0", "９", "-", "－", "+81", "@", "＠", ".", "a", "会社", "株式会社", "（株）", "(株)", "㈱", "①", "ｶ", "ﾞ", "さん", "氏", "様", "田",
        "中", "名", "あ", "、", "，", ",", " ",
        "。", "\n", "\n\n", "`", "```", "<", ">", "<!--", "-->", "[", "]", "(", ")", "](", "{", "|", "}", "#", "- ", "1. ", "\\",
        "://", "🈁", "é", "「", "」",
    ]

    @Test(arguments: 0..<400)
    func anyText(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(below limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(limit))
        }
        let words = (0..<1 + next(below: 60)).map { _ in Self.pieces[next(below: Self.pieces.count)] }
        let bytes = Array(words.joined().utf8)
        let boundaries = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
        let first = next(below: boundaries.count)
        let last = first + next(below: boundaries.count - first)
        for range in [0..<bytes.count, boundaries[first]..<boundaries[last]] {
            for isMarkdown in [true, false] {
                let findings = bytes.withUnsafeBufferPointer { buffer in
                    var scanner = ProseScanner(buffer, range, rules: AdviceSet(AdviceRules.all), isMarkdown: isMarkdown)
                    let isSuspected = scanner.maySuspect()
                    scanner.walk()
                    // What is quickly seen to hold nothing holds nothing.
                    #expect(isSuspected || scanner.findings.isEmpty && !scanner.commas.isMixed)
                    return scanner.findings
                }
                for finding in findings {
                    #expect(finding.bytes.lowerBound >= 0 && finding.bytes.upperBound <= range.upperBound)
                    #expect(boundaries.contains(finding.bytes.lowerBound) && boundaries.contains(finding.bytes.upperBound))
                    #expect(!finding.bytes.isEmpty)
                }
            }
        }
    }
}
