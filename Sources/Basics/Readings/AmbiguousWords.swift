/// Words that are read in several ways, depending on what is meant. Nobody but a person can decide.
public enum AmbiguousWords {
    /// The readings of each word, the most frequent first.
    public static let all: [String: [String]] = [
        "今日": ["きょう", "こんにち"], "一日": ["いちにち", "ついたち"], "1日": ["いちにち", "ついたち"], "明日": ["あした", "あす"],
        "昨日": ["きのう", "さくじつ"], "今朝": ["けさ", "こんちょう"], "人": ["ひと", "にん", "じん"], "方": ["かた", "ほう"],
        "生": ["せい", "なま"], "上": ["うえ", "じょう", "かみ"], "下": ["した", "もと", "げ"], "中": ["なか", "ちゅう", "じゅう"],
        "間": ["あいだ", "かん", "ま"], "時": ["とき", "じ"], "後": ["あと", "のち", "ご", "うしろ"], "前": ["まえ", "ぜん"],
        "年数回": ["ねんすうかい", "ねんにすうかい"], "行った": ["おこなった", "いった"], "行って": ["おこなって", "いって"], "何": ["なに", "なん"],
        "市場": ["しじょう", "いちば"], "上手": ["じょうず", "うわて", "かみて"], "下手": ["へた", "したて"],
        "他": ["ほか", "た"], "家": ["いえ", "うち", "け"], "主": ["おも", "ぬし", "しゅ"], "入る": ["はいる", "いる"], "入った": ["はいった", "いった"],
        "開く": ["ひらく", "あく"], "開いた": ["ひらいた", "あいた"], "止める": ["とめる", "やめる"], "辛い": ["つらい", "からい"], "辛く": ["つらく", "からく"],
        "表": ["ひょう", "おもて"], "空": ["そら", "から"], "一時": ["いちじ", "いっとき"], "十分": ["じゅうぶん", "じゅっぷん"],
        "一行": ["いちぎょう", "いっこう"],
        "最中": ["さいちゅう", "さなか"], "一目": ["ひとめ", "いちもく"], "一言": ["ひとこと", "いちげん"], "経緯": ["けいい", "いきさつ"],
        "日本": ["にほん", "にっぽん"],
        "風": ["かぜ", "ふう"], "体": ["からだ", "たい"], "際": ["さい", "きわ"],
        "数": ["かず", "すう"], "力": ["ちから", "りょく"], "場": ["ば", "じょう"], "目": ["め", "もく"], "本": ["ほん", "もと"],
        "月": ["つき", "がつ", "げつ"], "日": ["ひ", "にち", "か"], "分": ["ぶん", "ふん", "ぷん"], "一部": ["いちぶ", "いっぷ"],
        "来る": ["くる", "きたる"], "通った": ["とおった", "かよった"], "通って": ["とおって", "かよって"],
        "注ぐ": ["そそぐ", "つぐ"], "額": ["がく", "ひたい"], "頭": ["あたま", "とう", "かしら"],
        "訳": ["やく", "わけ"], "末": ["まつ", "すえ"], "良い": ["よい", "いい"],
        "得る": ["える", "うる"], "避ける": ["さける", "よける"], "被る": ["こうむる", "かぶる"], "臭い": ["におい", "くさい"],
        "抱く": ["いだく", "だく"], "難い": ["がたい", "にくい"],
    ]
}

extension AmbiguousWords {
    /// The readings of a word that has several; nil if it is not known to have.
    package static func readings(of word: String) -> [String]? { all[word] }

    /// The word with several readings at a range of kanji without a reading: with its okurigana, and a number before it. The range itself
    /// and no readings if none is known.
    package static func word(in text: ReadableText, at range: Range<Int>) -> (range: Range<Int>, readings: [String]) {
        var start = range.lowerBound
        while start > 0, text.folded[start - 1].isDigit, !text.isRead(start - 1) { start -= 1 }
        for first in start < range.lowerBound ? [start, range.lowerBound] : [start] {
            for end in stride(from: min(text.count, range.upperBound + 3), through: range.upperBound, by: -1) {
                let word = String(String.UnicodeScalarView(text.folded[first..<end].compactMap(Unicode.Scalar.init)))
                if let readings = all[word] { return (first..<end, readings) }
            }
        }
        return (start..<range.upperBound, [])
    }
}
