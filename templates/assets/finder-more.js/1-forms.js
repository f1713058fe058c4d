// The forms in which kanji and radicals are searched. This file and the others of its folder are only loaded when a query needs them.
(function () {
  "use strict";

  // Pairs of a kanji and its form (Sources/Search/Folding/KanjiForms.swift).
  const KANJI =
    "亞亜惡悪壓圧圍囲爲為醫医壹壱稻稲飮飲隱隠營営榮栄衞衛驛駅悅悦閱閲圓円緣縁艷艶鹽塩奧奥應応橫横歐欧毆殴黃黄溫温穩穏" +
    "假仮價価畫画會会囘回壞壊懷懐繪絵槪概擴拡殼殻覺覚學学嶽岳樂楽勸勧卷巻寬寛歡歓罐缶觀観關関陷陥巖巌顏顔歸帰氣気龜亀" +
    "僞偽戲戯犧犠卻却舊旧據拠擧挙虛虚峽峡挾挟敎教狹狭鄕郷堯尭曉暁區区驅駆勳勲薰薫羣群徑径惠恵揭掲攜携溪渓經経繼継莖茎" +
    "螢蛍輕軽鷄鶏雞鶏藝芸擊撃缺欠儉倹劍剣圈圏檢検權権獻献縣県硏研險険顯顕驗験嚴厳效効恆恒廣広鑛鉱號号國国黑黒濟済碎砕" +
    "齋斎劑剤櫻桜册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処" +
    "緖緒敍叙奬奨將将燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄疊畳穰穣讓譲釀醸囑嘱觸触寢寝愼慎晉晋眞真盡尽圖図粹粋醉酔隨随" +
    "髓髄數数樞枢瀨瀬淸清靑青聲声靜静齊斉攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双壯壮搜捜插挿爭争總総聰聡莊荘裝装" +
    "騷騒增増藏蔵臟臓屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁聽聴" +
    "敕勅鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当德徳獨独讀読屆届繩縄貳弐惱悩腦脳廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘" +
    "濱浜甁瓶拂払佛仏竝並邊辺變変辨弁辯弁瓣弁舖舗寶宝豐豊襃褒沒没飜翻槇槙萬万滿満默黙彌弥藥薬譯訳豫予餘余與与譽誉搖揺" +
    "樣様謠謡來来賴頼亂乱覽覧龍竜兩両獵猟綠緑壘塁勵励禮礼隸隷靈霊齡齢戀恋爐炉勞労樓楼郞郎祿禄灣湾歷歴曆暦步歩每毎巢巣" +
    "內内戶戸戾戻稅税說説銳鋭鬭闘歲歳產産彥彦絕絶脫脱卽即旣既强強尙尚淚涙姬姫吳呉娛娯吿告晚晩畧略峯峰髙高濵浜邉辺桒桑" +
    "栁柳槗橋嶋島嶌島冨富渕淵舘館埜野檜桧遙遥瑤瑶凜凛曻昇嵜崎篭籠蘆芦鷗鴎頰頬剝剥塡填麵麺麴麹蔣蒋搔掻摑掴噓嘘俠侠屛屏" +
    "繫繋曾曽餠餅嚙噛囊嚢瀆涜禱祷簞箪顚顛醱醗醬醤鹼鹸焰焔蟬蝉礙碍﨑崎𠮷吉𠮟叱";
  // The kanji that the radicals from U+2E80 look like; 0 where there is none (Sources/Basics/Characters/CJKRadicals.swift).
  const RADICALS =
    "0厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵0旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂" +
    "肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

  const { addForms } = window.knowhowSearch.text;
  addForms(KANJI);
  const form = new Map([...KANJI].map((kanji, place, all) => [kanji, all[place + 1]]).filter((_, place) => place % 2 === 0));
  for (const [place, kanji] of [...RADICALS].entries()) {
    if (kanji !== "0") addForms(String.fromCharCode(0x2E80 + place) + (form.get(kanji) || kanji));
  }
})();
