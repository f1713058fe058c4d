/// What people call a character, for messages: its Japanese name and its code point.
package enum CharacterName {
    /// Returns the name of a character without a glyph of its own, or that looks like another one.
    package static func name(of scalar: Unicode.Scalar) -> (ja: String, en: String) {
        names[scalar.value] ?? kind(of: scalar)
    }

    /// Returns the script or the kind of a character: `カタカナ`, `漢字`.
    private static func kind(of scalar: Unicode.Scalar) -> (ja: String, en: String) {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: ("制御文字", "control character")
        case 0x30...0x39, 0xFF10...0xFF19: ("数字", "digit")
        case 0x41...0x5A, 0x61...0x7A: ("半角の英字", "Latin letter")
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: ("全角の英字", "full-width Latin letter")
        case 0x370...0x3FF: ("ギリシャ文字", "Greek letter")
        case 0x400...0x52F: ("キリル文字", "Cyrillic letter")
        case 0x2E80...0x2FD5: ("部首の記号", "radical")
        case 0x3041...0x309F: ("ひらがな", "hiragana")
        case 0x30FC: ("長音", "prolonged sound mark")
        case 0x30A0...0x30FF: ("カタカナ", "katakana")
        case 0xFF65...0xFF9F: ("半角カタカナ", "half-width katakana")
        case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: ("漢字", "kanji")
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: ("異体字セレクタ", "variation selector")
        default: ("記号", "symbol")
        }
    }

    private static let names: [UInt32: (ja: String, en: String)] = [
        0x07: ("ベル", "bell"), 0x08: ("後退", "backspace"), 0x0A: ("改行", "line feed"), 0x0B: ("垂直タブ", "vertical tab"),
        0x09: ("タブ", "tab"), 0x0C: ("改ページ", "form feed"), 0x1B: ("エスケープ", "escape"), 0x7F: ("削除", "delete"),
        0x85: ("改行", "next line"),
        0xA0: ("改行しない空白", "no-break space"), 0xAD: ("ソフトハイフン", "soft hyphen"),
        0x61C: ("アラビア文字の方向指定", "Arabic letter mark"), 0x180E: ("モンゴル文字の区切り", "Mongolian vowel separator"),
        0x2007: ("数字幅の空白", "figure space"), 0x200B: ("ゼロ幅スペース", "zero-width space"),
        0x200C: ("ゼロ幅非接合子", "zero-width non-joiner"), 0x200D: ("ゼロ幅接合子", "zero-width joiner"),
        0x200E: ("左から右への方向指定", "left-to-right mark"), 0x200F: ("右から左への方向指定", "right-to-left mark"),
        0x2010: ("ハイフン", "hyphen"), 0x2011: ("改行しないハイフン", "no-break hyphen"), 0x2012: ("ダッシュ", "figure dash"),
        0x2013: ("ダッシュ", "en dash"), 0x2014: ("ダッシュ", "em dash"), 0x2015: ("ダッシュ", "horizontal bar"),
        0x2028: ("行区切り", "line separator"), 0x2029: ("段落区切り", "paragraph separator"),
        0x202A: ("左から右への埋め込み", "left-to-right embedding"), 0x202B: ("右から左への埋め込み", "right-to-left embedding"),
        0x202C: ("方向指定の終わり", "pop directional formatting"), 0x202D: ("左から右への上書き", "left-to-right override"),
        0x202E: ("右から左への上書き", "right-to-left override"), 0x202F: ("狭い改行しない空白", "narrow no-break space"),
        0x2060: ("単語結合子", "word joiner"), 0x2066: ("左から右への分離", "left-to-right isolate"),
        0x2067: ("右から左への分離", "right-to-left isolate"), 0x2068: ("最初の文字による分離", "first strong isolate"),
        0x2069: ("分離の終わり", "pop directional isolate"), 0x2212: ("マイナス記号", "minus sign"), 0x2500: ("罫線", "box drawing line"),
        0x301C: ("波ダッシュ", "wave dash"), 0xFEFF: ("バイト順マーク", "byte order mark"),
        0xFF0D: ("全角ハイフン", "full-width hyphen"), 0xFF5E: ("全角チルダ", "full-width tilde"),
        0xFFFD: ("置換文字", "replacement character"),
    ]
}
