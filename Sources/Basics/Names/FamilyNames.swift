/// Whether a word of kanji looks like a Japanese family name, alone or with a given name.
///
/// The lists are also given to the page of a site on which people write a case.
package enum FamilyNames {
    /// The most common ones, separated by blanks and line ends.
    package static let list = """
        佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 清水 山崎 池田 阿部 橋本 山下 石川 中島 前田 藤田
        後藤 小川 岡田 長谷川 村上 近藤 石井 齊藤 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 藤原
        石田 上田 森田 原口 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 平野 大塚 千葉 久保 松井
        小島 岩崎 桜井 野口 松尾 野村 木下 菊地 菊池 佐野 大西 杉本 新井 浜田 市川 古川 水野 小松 島田 小山 服部 高野 山内 西田 岩田 久保田 西川 東 安田
        川口 土屋 中田 荒木 五十嵐 本田 川崎 吉川 永井 飯田 松村 吉村 馬場 石原 川村 矢野 広瀬 浅野 渡部 樋口 河野 秋山 須藤 大橋 飯塚 関根 尾崎 片山
        早川 小池 田辺 望月 横田 川上 大島 荒井 鎌田 成田 宮田 大谷 黒田 堀 小西 中西 平田 内藤 福島 吉岡 大久保 栗原 辻 永田 奥村 小沢 松岡 桑原 松下
        関口 松浦 熊谷 土井 岸本 吉野 星野 大石 北村 岡崎 森本 西山 荒川 甲斐 岩本 今村 川島 平井 大川 小田 田口 川田 富田 津田 児玉 古賀 宮下 三宅 篠原
        坂口 萩原 本間 堀内 平山 大山 落合 白石 竹田 上原 徳永 根本 大森 梅田 安部 榎本 松永 小倉 八木 岩井 須田 山中 坂井 小泉 福井 米田 堀田 柳田 西野
        神田 青山 石橋 秋元 町田 三上 滝沢 榊原 桜田 柏木 戸田 水谷 河合 川合 黒川 加納 竹中 竹下 中尾 中井 牧野 小笠原 長田 長尾 丹羽 塚本 細川 武藤 白井
        須賀 島崎 笠原 寺田 相沢 相馬 河村 河原 松原 大竹 大場 大木 三好 村井 村山 村松 北川 北野 南 緒方 土田 椎名 日高 早坂 桐生 羽生 麻生 諸橋 磯部
        長谷部 岡部 古屋 守屋 井手 宮内 神谷 熊田 天野 荻野 畠山 阪本 嶋田 中嶋 濱田 澤田 廣瀬 髙橋 髙木 髙田 齋藤 渡邊 渡邉 邊見 櫻井 國分 濵田 黒沢 黒澤
        小澤 大澤 大沢 宮沢 宮澤 金沢 矢島 矢部 向井 及川 笹川 浦田 有田 有馬 江口 江藤 進藤 新藤 真田 桑田 桑野 沼田 染谷 相川 芦田 粕谷 臼井 梶原 勝又 倉田
        """
    private static let known = Set(list.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Single kanji that are names, and no word for a person or a place of work.
    package static let singles = "林森原堀辻関岡谷堤柳菅岸星泉畑沢島浜李朴陳"
    private static let single = Set(singles.map(String.init))

    /// What many family names of two kanji end with, and next to no word for a person or a place of work.
    package static let lastKanji = "田藤川河村野井島嶋崎﨑沢澤谷橋林岡池塚松坂辺邊邉浦津倉瀬沼尾"
    private static let endings = Set(lastKanji)

    /// Words that end like names.
    package static let words: Set<String> = [
        "農村", "漁村", "分野", "視野", "在野", "水田", "河川", "山林", "農林", "半島", "列島", "全島", "広島", "福島県", "電池", "天井", "市井", "周辺", "官林",
        "地域", "仲田", "出島", "離島", "山村", "全村", "同村", "本村", "当村", "各村", "町村", "市町村",
    ]

    /// Whether this word, which is before さん, 氏 or 様, is a name.
    package static func isName(_ word: Substring) -> Bool {
        let text = String(word)
        guard !words.contains(text) else { return false }
        switch text.count {
        case 1: return single.contains(text)
        case 2: return known.contains(text) || isLikely(word)
        case 3...6:
            // With a given name after it, or a role before it: 山田太郎, 担当山田.
            let ends = [text, String(word.suffix(2)), String(word.suffix(3))]
            if ends.contains(where: known.contains) { return true }
            return text.count <= 5 && (known.contains(String(word.prefix(2))) || known.contains(String(word.prefix(3))))
                && !endsLikeRole(word)
        default: return false
        }
    }

    private static func isLikely(_ word: Substring) -> Bool {
        word.last.map(endings.contains) == true
    }

    /// What longer words for people and places end with: 山口県民, 千葉支店, 松下社員.
    package static let roles = "者員師士長手生客方民社業店所院校園課部係室局県市町区村国人組会団隊家職司輩童児番主任学寮館省庁署棟"
    private static let roleEndings = Set(roles)

    private static func endsLikeRole(_ word: Substring) -> Bool {
        word.last.map(roleEndings.contains) == true
    }
}
