import Markdown
import Foundation
import Site
import Testing

@Suite struct TableTextTests {
    @Test(arguments: [
        ("分野①", "分野1"), ("㈱ｶﾞｽ", "(株)ガス"), ("㌔ ℡ № Ⅳ", "キロ TEL No IV"), ("20℃", "20℃"), ("髙﨑", "髙﨑"),
        ("一行目\n二行目", "一行目 二行目"), ("a\r\n\u{2028}b", "a b"), ("２時間", "２時間"), ("", ""), ("\na\n", " a "),
        ("a \n b", "a  b"), ("\u{85}\u{2029}\u{B}\u{C}\ta", " a"), ("🄰🈁↉㏿", "Aココ0\u{2044}3gal"), ("ﾊﾟ\nﾞ", "パ \u{3099}"),
        ("Å\u{212B}ㇿ㐀～（", "Å\u{212B}ㇿ㐀～（"),
    ])
    func aCellHasOneLineOfCommonCharacters(text: String, expected: String) {
        #expect(TableText.cell(text) == Array(expected.utf8))
    }

    @Test func earlierTextChangesNothing() {
        var bytes = Array("a ".utf8)
        TableText.append(Array("\nb".utf8), to: &bytes)
        #expect(bytes == Array("a  b".utf8))
    }

    @Test func anyTextFollowsTheRules() {
        for text in TrickyText.texts(20_000) {
            #expect(TableText.cell(text) == Array(Self.cell(text).utf8), "\(text.debugDescription)")
        }
    }

    /// The rules, applied one character at a time.
    private static func cell(_ text: String) -> String {
        var result = ""
        var run = String.UnicodeScalarView()
        func endRun() {
            result += String(run).precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
            run.removeAll()
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2103, 0x212B:
                endRun()
                result.unicodeScalars.append(scalar)
            case 0x2100...0x214F, 0x2150...0x218B, 0x2460...0x24FF, 0x3200...0x33FF, 0xFF61...0xFF9F, 0x1F100...0x1F2FF:
                run.append(scalar)
            case 0x09...0x0D, 0x85, 0x2028, 0x2029:
                endRun()
                if result.unicodeScalars.last != " " { result.append(" ") }
            default:
                endRun()
                result.unicodeScalars.append(scalar)
            }
        }
        endRun()
        return result
    }
}
