import Basics
import Diagnostics

/// A byte of a file is not UTF-8. The decoder finds it.
package struct UnreadableBytes: Rule, FixableRule {
    package static let id = "unreadable-bytes"
    package static let guide = GuideEntry(meaning: "文字コードが UTF-8 ではありません。", remedy: "UTF-8 で保存し直します。")
    package static let fixSummary = Message(ja: "文字コードをUTF-8に変えました", en: "Converted the file to UTF-8")
    package static let examples = [UnreadableBytes(byte: 0x8E, encoding: .cp932)]

    let byte: UInt8
    let encoding: EncodingGuess?

    package var message: Message {
        Message(
            ja: (encoding.map { "文字コードが \($0 == .cp932 ? "Shift_JIS（ANSI）" : $0.rawValue + " ")です。" }
                ?? "文字コードが UTF-8 ではありません（読めないバイト: \(String.hexadecimal(byte))）。")
                + "メモ帳の「名前を付けて保存」で UTF-8 を選んでください",
            en: "The file is not UTF-8 (byte \(String.hexadecimal(byte)))"
                + (encoding.map { "; it looks like \($0 == .cp932 ? "CP932 (Shift_JIS)" : $0.rawValue)" } ?? "")
                + ": save it as UTF-8")
    }
}

/// A file contains U+0000. The decoder finds it.
package struct NullCharacter: Rule {
    package static let id = "null-character"
    package static let guide = GuideEntry(
        meaning: "文字として扱えないもの（U+0000）が入っています。",
        remedy: "示された場所のものを消します。壊れたファイルでないかも確かめます。")
    package static let examples = [NullCharacter()]

    package var message: Message {
        Message(
            ja: "文字として扱えない文字（U+0000）があります。取り除いてください",
            en: "The file contains a null character (U+0000): remove it")
    }
}
