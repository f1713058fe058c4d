/// The reading of a number with its counter: 2時間, 一人, ３か月, 第1, 4月1日.
///
/// Numbers are in Arabic figures of either width, with commas and decimals, or in kanji. How the sounds of a number and its counter
/// change where they meet follows the first sound of the counter. Days, hours, months and people have readings of their own. What can be
/// read in several ways is not read: 1日 outside a date.
struct NumberReading {
    /// The offset after the counter.
    let end: Int
    /// The offset after the last character that needs a reading, such as 一 in 一つ; the start if none does.
    let base: Int
    let reading: String
    /// Whether it is the day of a date, after a month.
    let isDay: Bool
    let length: Int

    /// Whether numbers start with a character.
    static func canStart(with scalar: UInt32) -> Bool {
        scalar.isDigit || scalar.isKanji && (scalar == ordinal || kanjiDigits[scalar] != nil)
    }

    /// Reads the number at an offset of a text; nil if there is none that can be read.
    static func match(_ text: ReadableText, at start: Int) -> NumberReading? {
        let scalars = text.folded
        let isOrdinal = scalars[start] == ordinal
        let first = isOrdinal ? start + 1 : start
        guard first < scalars.count,
            scalars[first].isDigit || scalars[first].isKanji && kanjiDigits[scalars[first]] != nil
        else { return nil }
        guard start == 0 || !text.folded[start].isDigit || !joinsNumber(scalars, before: start) else { return nil }
        guard let number = Number(scalars, at: first) else { return nil }
        if !isOrdinal, number.isKanji, start > 0, scalars[start - 1].isKanji || scalars[start - 1].isDigit { return nil }
        var (end, reading) = (number.end, number.reading)
        var isDay = false
        let isFirstOfMonth = start > 0 && scalars[start - 1] == month
        let counter = Counter.longest(scalars, at: number.end) { counter in
            counter.reading(number, in: scalars, end: number.end + counter.scalars.count, isDate: isFirstOfMonth)
        }
        if let counter {
            (end, reading) = (number.end + counter.counter.scalars.count, counter.reading)
            isDay = isFirstOfMonth && counter.counter.scalars == [day]
        } else if !isOrdinal {
            return nil
        }
        // 一人 is one word and 一人前 another.
        if number.isKanji, end < scalars.count, scalars[end].isKanji, scalars[end - 1].isKanji { return nil }
        for index in start..<end where text.isRead(index) || index > start && text.isBoundary(index) { return nil }
        if isOrdinal { reading = "だい" + reading }
        var base = end
        while base > start, scalars[base - 1].isHiragana {
            base -= 1
            reading.removeLast()
        }
        if !scalars[start..<base].contains(where: \.isKanji) { base = start }
        return NumberReading(end: end, base: base, reading: reading, isDay: isDay, length: end - start)
    }

    /// Whether the character before belongs to the same number: another digit, or a point or comma after one.
    private static func joinsNumber(_ scalars: [UInt32], before start: Int) -> Bool {
        let previous = scalars[start - 1]
        if previous.isDigit || previous.isLatin { return true }
        return (previous == 0x2E || previous == 0x2C) && start > 1 && scalars[start - 2].isDigit
    }

    static func values(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    private static let ordinal = values("第")[0]
    private static let month = values("月")[0]
    static let day = values("日")[0]

    /// The kanji of numbers with their values.
    static let kanjiDigits: [UInt32: Int] = Dictionary(
        uniqueKeysWithValues: zip(
            values("〇一二三四五六七八九十百千万"), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1_000, 10_000]))
}

/// A number and how it is said.
struct Number {
    let value: Int
    let end: Int
    let isKanji: Bool
    /// The digits after the point.
    let decimals: [Int]

    /// Reads the number at an offset; nil if there is none, or a larger one than are said here.
    init?(_ scalars: [UInt32], at start: Int) {
        var index = start
        var value = 0
        var decimals: [Int] = []
        isKanji = !scalars[start].isDigit
        if isKanji {
            guard let (number, end) = Self.kanji(scalars, at: start) else { return nil }
            (value, index) = (number, end)
        } else {
            while index < scalars.count, value < 100_000_000 {
                if scalars[index].isDigit {
                    value = value * 10 + Int(scalars[index] - 0x30)
                } else if scalars[index] != 0x2C || !Self.hasThreeDigits(scalars, after: index) {
                    break
                }
                index += 1
            }
            if index + 1 < scalars.count, scalars[index] == 0x2E, scalars[index + 1].isDigit {
                index += 1
                while index < scalars.count, scalars[index].isDigit {
                    decimals.append(Int(scalars[index] - 0x30))
                    index += 1
                }
            }
            // 5万人 is five times ten thousand.
            if index < scalars.count, decimals.isEmpty, scalars[index] == NumberReading.values("万")[0], value < 10_000 {
                value *= 10_000
                index += 1
            }
        }
        guard value < 100_000_000, index == scalars.count || !scalars[index].isDigit else { return nil }
        (self.value, end, self.decimals) = (value, index, decimals)
    }

    private static func hasThreeDigits(_ scalars: [UInt32], after comma: Int) -> Bool {
        comma + 3 < scalars.count && scalars[comma + 1...comma + 3].allSatisfy(\.isDigit)
    }

    private static func kanji(_ scalars: [UInt32], at start: Int) -> (Int, Int)? {
        var (total, part, digit) = (0, 0, 0)
        var index = start
        var digits = 0
        while index < scalars.count, let value = NumberReading.kanjiDigits[scalars[index]] {
            switch value {
            case 0..<10:
                digit = digit * 10 + value
                digits += 1
                if digits > 4 { return nil }
            case 10_000:
                total += max(1, part + digit) * 10_000
                (part, digit, digits) = (0, 0, 0)
            default:
                part += max(1, digit) * value
                (digit, digits) = (0, 0)
            }
            index += 1
        }
        return (total + part + digit, index)
    }

    /// The number alone.
    var reading: String { decimals.isEmpty ? Self.reading(value) : Self.reading(value, decimals) }

    private static let ones = ["", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"]

    static func reading(_ value: Int) -> String {
        guard value > 0 else { return "ぜろ" }
        var text = ""
        if value >= 10_000 { text += reading(value / 10_000) + "まん" }
        let rest = value % 10_000
        switch rest / 1_000 {
        case 0: break
        case 1: text += "せん"
        case 3: text += "さんぜん"
        case 8: text += "はっせん"
        case let digit: text += ones[digit] + "せん"
        }
        switch rest / 100 % 10 {
        case 0: break
        case 1: text += "ひゃく"
        case 3: text += "さんびゃく"
        case 6: text += "ろっぴゃく"
        case 8: text += "はっぴゃく"
        case let digit: text += ones[digit] + "ひゃく"
        }
        switch rest / 10 % 10 {
        case 0: break
        case 1: text += "じゅう"
        case let digit: text += ones[digit] + "じゅう"
        }
        return text + ones[rest % 10]
    }

    private static func reading(_ value: Int, _ decimals: [Int]) -> String {
        var text = value == 0 ? "れい" : reading(value)
        // いってん, はってん, じゅってん
        if text.hasSuffix("いち") || text.hasSuffix("はち") { text = text.dropLast() + "っ" }
        if text.hasSuffix("じゅう") { text = text.dropLast() + "っ" }
        return text + "てん" + decimals.map { $0 == 0 ? "ぜろ" : ones[$0] }.joined()
    }

    /// The part of the number that meets the counter: 1 to 9, 10, 100, 1000 or 10000; 0 for decimals and nought.
    var last: Int {
        guard decimals.isEmpty else { return decimals[decimals.count - 1] }
        if value % 10 != 0 { return value % 10 }
        for unit in [10, 100, 1_000] where value % (unit * 10) != 0 { return unit }
        return value == 0 ? 0 : 10_000
    }
}

/// A counter with its reading after each number.
struct Counter {
    /// How the number and the counter change where they meet.
    enum Sound {
        /// Nothing changes.
        case plain
        /// か行: いっかい, ろっかい, はっかい, じゅっかい, ひゃっかい.
        case k
        /// さ行, た行: いっさい, はっさい, じゅっさい.
        case st
        /// は行: いっぽん, さんぼん, ろっぽん, はっぽん, じゅっぽん, ひゃっぽん.
        case h
        /// ふん, はく: as は行, but さんぷん, よんぷん.
        case p
        /// かい of a building: as か行, but さんがい.
        case floors
        /// A reading for some numbers, which others do not share.
        case special([Int: String])
        /// Days of a month and numbers of days.
        case days
        /// 一つ to 九つ.
        case things
    }

    let scalars: [UInt32]
    let kana: String
    let sound: Sound
    /// Whether the counter is also read after kanji: not where it makes another word, as 十分.
    let isAfterKanji: Bool

    private init(_ word: String, _ kana: String, _ sound: Sound = .plain, kanji isAfterKanji: Bool = true) {
        scalars = NumberReading.values(word)
        (self.kana, self.sound, self.isAfterKanji) = (kana, sound, isAfterKanji)
    }

    /// Returns the longest counter at an offset that can be read there.
    static func longest(
        _ scalars: [UInt32], at start: Int, reading: (Counter) -> String?
    ) -> (counter: Counter, reading: String)? {
        guard start < scalars.count, let counters = byFirst[scalars[start]] else { return nil }
        for counter in counters where scalars[start...].starts(with: counter.scalars) {
            // A longer counter that has no reading here must not be read as a shorter one.
            return reading(counter).map { (counter, $0) }
        }
        return nil
    }

    /// The reading of a number with the counter; nil if there are several.
    func reading(_ number: Number, in text: [UInt32], end: Int, isDate: Bool) -> String? {
        if number.isKanji, !isAfterKanji { return nil }
        let next = end < text.count ? text[end] : 0
        switch sound {
        case .things:
            guard number.decimals.isEmpty, (1...9).contains(number.value) else { return nil }
            return Self.things[number.value] + kana
        case .days: return days(number, isDate: isDate)
        case .special(let readings):
            if kana == "にん", number.value <= 2, next == NumberReading.values("前")[0] { return nil }
            guard number.decimals.isEmpty else { return number.reading + kana }
            if let whole = readings[-number.value] { return whole }
            guard let ending = readings[number.last] else { return joined(number, .plain) }
            return start(of: number) + ending + kana
        case .p where scalars.count == 1 && isFraction(text, end): return number.reading + "ぶん"
        default: return joined(number, sound)
        }
    }

    /// Whether 分 belongs to a fraction: 3分の1.
    private func isFraction(_ text: [UInt32], _ end: Int) -> Bool {
        kana == "ふん" && end + 1 < text.count && text[end] == NumberReading.values("の")[0]
            && (text[end + 1].isDigit || NumberReading.kanjiDigits[text[end + 1]] != nil)
    }

    /// The number without its last part.
    private func start(of number: Number) -> String {
        let rest = number.value - number.last
        return rest > 0 ? Number.reading(rest) : ""
    }

    private func joined(_ number: Number, _ sound: Sound) -> String {
        var text = number.reading
        var kana = kana
        let last = number.last
        func shorten() { text = String(text.dropLast()) + "っ" }
        func half() {
            if let first = kana.first, let changed = Self.halfVoiced[first] { kana = String(changed) + kana.dropFirst() }
        }
        func voice() {
            if let first = kana.first, let changed = Self.voiced[first] { kana = String(changed) + kana.dropFirst() }
        }
        switch (sound, last) {
        case (.floors, 3): voice()
        case (.k, 1), (.k, 6), (.k, 8), (.k, 10), (.k, 100), (.floors, 1), (.floors, 6), (.floors, 8), (.floors, 10),
            (.floors, 100),
            (.st, 1), (.st, 8), (.st, 10):
            shorten()
        case (.h, 1), (.h, 6), (.h, 8), (.h, 10), (.h, 100), (.p, 1), (.p, 6), (.p, 8), (.p, 10), (.p, 100):
            shorten()
            half()
        case (.p, 3), (.p, 4): half()
        case (.h, 3), (.h, 1_000), (.h, 10_000): voice()
        case (.p, 1_000), (.p, 10_000): half()
        default: break
        }
        return text + kana
    }

    private func days(_ number: Number, isDate: Bool) -> String? {
        guard number.decimals.isEmpty else { return number.reading + "にち" + kana }
        switch number.value {
        case 1:
            if kana.isEmpty { return isDate ? "ついたち" : nil }
            return "いちにち" + kana
        case 2...10: return Self.dayNames[number.value] + kana
        case 14: return "じゅうよっか" + kana
        case 20: return "はつか" + kana
        case 24: return "にじゅうよっか" + kana
        default:
            var text = number.reading
            if number.last == 7 { text = text.dropLast(2) + "しち" }
            if number.last == 9 { text = text.dropLast(3) + "く" }
            return text + "にち" + kana
        }
    }

    private static let halfVoiced: [Character: Character] = ["ほ": "ぽ", "ふ": "ぷ", "は": "ぱ", "ひ": "ぴ", "へ": "ぺ"]
    private static let voiced: [Character: Character] = ["か": "が", "ほ": "ぼ", "ふ": "ぶ", "は": "ば", "ひ": "び", "へ": "べ"]
    private static let things = ["", "ひと", "ふた", "みっ", "よっ", "いつ", "むっ", "なな", "やっ", "ここの"]
    private static let dayNames = ["", "", "ふつか", "みっか", "よっか", "いつか", "むいか", "なのか", "ようか", "ここのか", "とおか"]

    /// よ for 4: 4年, 4円, 4人.
    private static let years: Sound = .special([4: "よ"])
    private static let people: Sound = .special([-1: "ひとり", -2: "ふたり", 4: "よ"])
    private static let hours: Sound = .special([4: "よ", 7: "しち", 9: "く"])

    private static let all: [Counter] =
        [
            Counter("年", "ねん", years), Counter("年間", "ねんかん", years), Counter("年度", "ねんど", years),
            Counter("年生", "ねんせい", years), Counter("年目", "ねんめ", years), Counter("年前", "ねんまえ", years),
            Counter("年後", "ねんご", years), Counter("年半", "ねんはん", years),
            Counter("月", "がつ", .special([4: "し", 7: "しち", 9: "く"]), kanji: false),
            Counter("日", "", .days), Counter("日間", "かん", .days), Counter("日目", "め", .days),
            Counter("週", "しゅう", .st), Counter("週間", "しゅうかん", .st), Counter("週目", "しゅうめ", .st),
            Counter("時", "じ", hours, kanji: false), Counter("時半", "じはん", hours, kanji: false),
            Counter("時間", "じかん", hours), Counter("時間半", "じかんはん", hours), Counter("時間目", "じかんめ", hours),
            Counter("分", "ふん", .p, kanji: false), Counter("分間", "ふんかん", .p), Counter("秒", "びょう"), Counter("秒間", "びょうかん"),
            Counter("人", "にん", people),
            Counter("人目", "にんめ", .special([-1: "ひとりめ", -2: "ふたりめ", 4: "よ"])),
            Counter("名", "めい"), Counter("件", "けん", .k), Counter("件目", "けんめ", .k), Counter("回", "かい", .k),
            Counter("回目", "かいめ", .k), Counter("個", "こ", .k), Counter("点", "てん", .st), Counter("度", "ど"), Counter("度目", "どめ"),
            Counter("割", "わり"), Counter("円", "えん", years), Counter("歳", "さい", .st), Counter("才", "さい", .st),
            Counter("階", "かい", .floors, kanji: false), Counter("級", "きゅう", .k), Counter("種類", "しゅるい", .st),
            Counter("社", "しゃ", .st), Counter("校", "こう", .k), Counter("台", "だい", kanji: false),
            Counter("本", "ほん", .h), Counter("枚", "まい"), Counter("冊", "さつ", .st), Counter("番", "ばん", kanji: false),
            Counter("番目", "ばんめ"), Counter("号", "ごう"), Counter("条", "じょう"), Counter("項", "こう", .k, kanji: false),
            Counter("項目", "こうもく", .k), Counter("章", "しょう", .st), Counter("節", "せつ", .st, kanji: false),
            Counter("部", "ぶ", kanji: false), Counter("版", "はん", .p, kanji: false), Counter("巻", "かん", kanji: false),
            Counter("位", "い", kanji: false), Counter("倍", "ばい"), Counter("次", "じ", years), Counter("組", "くみ", kanji: false),
            Counter("行", "ぎょう", kanji: false), Counter("列", "れつ", kanji: false), Counter("文字", "もじ"), Counter("字", "じ"),
            Counter("箇所", "かしょ", .k), Counter("か所", "かしょ", .k), Counter("ヶ所", "かしょ", .k), Counter("カ所", "かしょ", .k),
            Counter("ヵ所", "かしょ", .k), Counter("ケ所", "かしょ", .k), Counter("か国", "かこく", .k), Counter("カ国", "かこく", .k),
            Counter("世帯", "せたい", .st), Counter("世紀", "せいき", .st), Counter("周年", "しゅうねん", .st), Counter("泊", "はく", .p),
            Counter("単位", "たんい"), Counter("段階", "だんかい"), Counter("段", "だん", kanji: false), Counter("丁目", "ちょうめ", .st),
            Counter("期", "き", .k, kanji: false), Counter("代", "だい", kanji: false), Counter("万円", "まんえん"),
            Counter("通", "つう", .st),
            Counter("つ", "つ", .things), Counter("つ目", "つめ", .things),
        ]
        + ["か", "ヶ", "カ", "ヵ", "ケ", "箇"].flatMap { mark in
            [
                Counter(mark + "月", "かげつ", .k), Counter(mark + "月間", "かげつかん", .k), Counter(mark + "月目", "かげつめ", .k),
                Counter(mark + "月前", "かげつまえ", .k), Counter(mark + "月後", "かげつご", .k), Counter(mark + "年", "かねん", .k),
            ]
        }

    /// The counters by their first character, long ones first.
    private static let byFirst = Dictionary(grouping: all) { $0.scalars[0] }.mapValues {
        $0.sorted { $0.scalars.count > $1.scalars.count }
    }
}
