/// Random texts of characters that are hard to handle, the same in every run.
enum TrickyText {
    private static let pieces =
        ["\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "\t", " ", "  ", "\u{A0}", "\u{3000}"]
        + ["\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "&", "~", "|", "!", "^", "@", "?", "\"", "'", ",", "/", ";"]
        + [
            "-", "+", "=", ".", ")", "1", "12", "123456789", "1234567890", "0", "a", "bc", "Zz", "\u{0}", "\u{1}", "\u{1F}",
            "\u{7F}",
        ]
        + [
            "①", "㈱", "ｶﾞ", "ﾊﾟ", "ﾞ", "｡", "ﾟ", "～", "（", "Ａ", "ﾀ", "㌔", "㍻", "№", "℡", "℃", "Å", "Ⅳ", "½", "↉", "⑳", "㊤", "🄰",
            "🈁", "🅫",
        ]
        + ["か\u{3099}", "e\u{301}", "\u{301}", "\u{202A}", "\u{2027}", "\u{20A8}", "\u{C5}", "é", "…", "―", "㈀", "㏿", "ㇿ", "㐀"]
        + ["就労", "支援の", "ことばが長く続く文章です", "🙂", "👨‍👩‍👧", "🇯🇵", "\u{FFFD}", "\u{FEFF}", "𠮷", "\u{10FFFF}"]

    /// Returns a number of texts.
    static func texts(_ count: Int) -> [String] {
        var state: UInt64 = 20_261_124
        func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        return (0..<count).map { _ in
            (0..<next(below: 14)).map { _ in pieces[next(below: pieces.count)] }.joined()
        }
    }
}
