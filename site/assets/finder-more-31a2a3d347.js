(function () {
"use strict";
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
(function () {
"use strict";
const { normalize } = window.knowhowSearch.text;
const NOUNS =
"明け渡し 預かり* 言い渡し 入れ替え 入れ換え 植え付け 受け入れ 受け皿 受け取り 受け付け 受け持ち 受け渡し 受け答え* 受け止め* 受け継ぎ " +
"打ち合わせ 打ち切り 打ち込み 打ち消し 打ち出し 打ち明け* 埋め立て 埋め込み 売り上げ 売り切れ 売り出し 売り場 売り渡し 売り込み 売れ行き " +
"追い越し 追い込み 追い付き* 置き場 置き換え 送り先 送り出し 送り迎え* 押し付け 落ち着き* 落ち込み* 思い込み 思い付き 折り合い* 折り返し 折り畳み " +
"買い上げ 買い入れ 買い換え 買い替え 買い取り 買い戻し 買い物 書き換え 書き込み 書き出し 書き取り 掛け合い* 掛け金 貸し切り 貸し出し 貸し付け " +
"語り合い* 借り入れ 借り受け 借り換え 聞き取り 聞き込み 切り上げ 切り替え 切り換え 切り下げ 切り捨て 切り取り 切り離し 切り分け 切り口 " +
"組み合わせ* 組み入れ 組み替え 組み立て 組み込み 繰り上げ 繰り入れ 繰り返し 繰り越し 繰り下げ 繰り延べ 繰り戻し " +
"差し押さえ 差し止め 差し引き 差し戻し 差し替え 差し込み 差し入れ 仕分け 締め切り 締め付け 知り合い* 据え置き 据え付け 座り込み 擦り合わせ* " +
"備え付け 染め物 立ち上げ 立ち会い 立ち入り 立ち寄り 立ち直り 立て替え 立て札 助け合い* 建て替え 使い分け 付き合い* 付き添い 付け加え* " +
"積み替え 積み込み 積み出し 積み立て 積み重ね 積み上げ 釣り合い* 手続き 手引き 手掛かり 届け出 届け先 飛び込み 取り上げ " +
"取り扱い 取り入れ 取り替え 取り換え 取り決め 取り崩し 取り消し 取り組み 取り壊し 取り下げ 取り締まり 取り調べ 取り立て 取り次ぎ 取り付け 取り戻し 取り外し 取り引き " +
"取り出し 取り込み 取り寄せ 取り残し 取り除き* 投げ入れ* 問い合わせ 問い掛け 成り立ち* 似合い* 抜き取り 乗り換え 乗り越え* 乗り場 飲み物 " +
"働き掛け* 払い込み 払い下げ 払い出し 払い戻し 話し合い 張り付け 貼り付け 引き上げ 引き揚げ 引き受け 引き起こし 引き換え 引き込み 引き下げ 引き締め 引き継ぎ " +
"引き取り 引き渡し 引き出し 引き止め 引き続き* 振り替え 振り返り 振り込み 振り出し 振り分け 振る舞い 巻き付け 巻き取り 見合わせ* 見積もり 見習い " +
"申し合わせ 申し入れ 申し込み 申し立て 申し出 申し送り 持ち家 持ち込み 持ち帰り 持ち運び 持ち物 戻し入れ 催し物 " +
"盛り込み 焼き付け 雇い入れ 譲り受け 譲り渡し 呼び出し 呼び掛け 呼び名 読み替え 読み上げ 読み取り 割り当て 割り増し 割り戻し 割り引き 割り振り 割り込み " +
"支払い 期限付き 条件付き 位置付け 裏付け 関連付け 義務付け 動機付け 名付け* 片付け 声掛け 行き先 行き違い* 勤め先 入り口 出入り 出入り口 " +
"待ち合い 待ち合わせ* 日雇い 前払い 後払い 未払い 分割払い 月払い 下請け 元請け 請け負い 踏み切り 書き留め 消し印 小包み 切り符 作り替え 作り直し 植え替え";
const OTHERS = [
["締め切り", "締切り", "締切", "〆切り", "〆切"], ["気付き", "気づき"], ["片付け", "片づけ"], ["位置付け", "位置づけ"], ["裏付け", "裏づけ"],
["関連付け", "関連づけ"], ["動機付け", "動機づけ"], ["義務付け", "義務づけ"], ["名付け", "名づけ"], ["声掛け", "声かけ", "声がけ"],
["働き掛け", "働きかけ"], ["呼び掛け", "呼びかけ"], ["問い掛け", "問いかけ"], ["手掛かり", "手がかり"], ["心掛け", "心がけ"],
["取りまとめ", "取り纏め", "取纏め", "とりまとめ"], ["振り返り", "ふり返り", "ふりかえり"], ["子ども", "子供"], ["一人暮らし", "一人暮し"],
["インターフェース", "インターフェイス", "インタフェース"], ["デジタル", "ディジタル"],
["レポート", "リポート"], ["メンテナンス", "メインテナンス"], ["個所", "か所"],
];
const INNER =
"コンピュータ サーバ ユーザ プリンタ スキャナ ブラウザ フォルダ ドライバ モニタ センサ メモリ プロバイダ ルータ エディタ カウンタ パラメータ ヘッダ フッタ レイヤ " +
"マネージャ オペレータ コーディネータ インストラクタ ファシリテータ カウンセラ アドバイザ トレーナ ヘルパ サポータ エレベータ モータ アダプタ コネクタ フィルタ バッテリ カテゴリ " +
"セキュリティ ライブラリ ディレクトリ エントリ プロパティ アクセシビリティ ユーティリティ";
const DIFFERENT = new Set(["ドラマー", "コーラー", "ローラー", "パーマー", "オペラー", "カメラー", "リズマー", "ソーダー", "タクシー", "コーヒー"]);
const MAY_BE_LONG = /[ァ-ヺー]{2}[アカガサザタダナハバパマヤャラワァリティジギ]$/;
const KATAKANA = /[\u30A1-\u30FA\u30FC]/;
const RUN = /[\u30A1-\u30FA\u30FC]+/g;
const MOST = 12;
const ROWS = ["いうわえおっ", "きかくけこい", "ぎがぐげごい", "しさすせそ", "ちたつてとっ", "にぬなねの", "びばぶべぼん", "みまむめもん", "りらるれろっ"];
function noun(written) {
const needsEnd = written.endsWith("*");
const [, first, between, last, end] = written.replace("*", "").match(/^(\p{Script=Han}+)(\p{Script=Hiragana}*)(\p{Script=Han}*)(\p{Script=Hiragana}*)$/u) || [];
if (first === undefined) return null;
const [stems, kana] = last === "" ? [[first], between] : [[...new Set([first + between + last, first + last])], end];
const ends = kana.length === 2 ? [kana, kana[1]] : [kana];
return { stems, ends, isShort: !needsEnd && kana !== "" };
}
const KNOWN = NOUNS.split(" ").map(noun).filter((known) => known !== null);
const GROUPS = OTHERS.map((group) => group.map(normalize));
const STEMS = INNER.split(" ").map(normalize);
function nounForms({ stems, ends, isShort }) {
const forms = stems.flatMap((stem) => ends.map((end) => stem + end));
return isShort ? [...forms, stems[stems.length - 1]] : forms;
}
function replaced(text, forms) {
const found = forms.filter((form) => text.includes(form)).sort((left, right) => right.length - left.length)[0];
return found === undefined ? [] : forms.filter((form) => form !== found).map((form) => text.replace(found, form));
}
function withNoun(text, known) {
const { stems, ends, isShort } = known;
const stem = stems.find((each) => text.includes(each));
if (stem === undefined) return [];
const after = text.slice(text.indexOf(stem) + stem.length);
const end = ends.find((each) => each !== "" && after.startsWith(each));
const row = ROWS.find((kana) => ends[0] !== "" && kana.startsWith(ends[0].slice(-1)));
const other = stems.filter((each) => each !== stem);
if (end === undefined && row !== undefined && row.includes(after.charAt(0)) && after !== "") {
return other.map((each) => text.replace(stem, each));
}
const isVerb = end !== undefined && /^[るたてらりれろまさずぬねっ]/.test(after.slice(end.length));
if (end === undefined && ends[0] !== "" && (!isShort || stem !== stems[stems.length - 1])) {
return isShort ? other.map((each) => text.replace(stem, each)) : [];
}
const forms = isVerb ? nounForms({ stems, ends, isShort: false }) : nounForms(known);
return forms.filter((form) => form !== stem + (end || "")).map((form) => text.replace(stem + (end || ""), form));
}
function withMarks(text) {
const found = [];
for (const stem of STEMS) {
for (const match of text.matchAll(new RegExp(`${stem}(ー?)(?=[\\u30A1-\\u30FA])`, "g"))) {
const end = match.index + match[0].length;
found.push({ text: text.slice(0, match.index) + stem + (match[1] === "" ? "ー" : "") + text.slice(end), isWhole: false });
}
}
for (const { 0: run, index } of text.matchAll(RUN)) {
const rest = text.slice(index + run.length);
const short = run.endsWith("ー") ? run.slice(0, -1) : run;
if (DIFFERENT.has(`${short}ー`) || !MAY_BE_LONG.test(short)) continue;
found.push({ text: text.slice(0, index) + (run === short ? `${short}ー` : short) + rest, isWhole: run !== short && rest === "" });
}
return found;
}
function others(text) {
const found = [{ text, isWhole: false }];
const add = (form) => {
if (found.length <= MOST && !found.some((known) => known.text === form.text)) found.push(form);
};
const isKanji = /\p{Script=Han}|か所|とりまとめ|ふりかえり/u.test(text);
if (isKanji) {
for (const known of KNOWN) for (const form of [...found]) for (const other of withNoun(form.text, known)) add({ text: other, isWhole: false });
}
for (const group of GROUPS) for (const form of [...found]) for (const other of replaced(form.text, group)) add({ text: other, isWhole: false });
if (KATAKANA.test(text)) {
for (let place = 0; place < found.length && place <= MOST; place += 1) {
for (const other of withMarks(found[place].text)) add({ ...other, isWhole: other.isWhole || found[place].isWhole });
}
}
return found.slice(1);
}
function otherSpellings(shown) {
const text = normalize(shown);
const forms = others(text).sort((left, right) => left.text.length - right.text.length);
const searched = [];
for (const form of forms) {
if (![{ text }, ...searched].some((known) => !known.isWhole && form.text.includes(known.text))) searched.push(form);
}
const parted = normalize(shown.normalize("NFKC").replace(/([A-Za-z])[-\u2010](?=[A-Za-z])/g, "$1 "));
if (parted !== text) searched.push({ text: parted, isWhole: false });
return { searched, forms };
}
window.knowhowSearch.otherSpellings = otherSpellings;
})();
(function () {
"use strict";
const { text: { normalize }, words: { parse, isIn } } = window.knowhowSearch;
const LONGEST_PART = 20;
const LATIN = /[a-z0-9\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/i;
const KATAKANA = /[\u30A1-\u30FA\u30FC\uFF66-\uFF9F]/;
const SCRIPTS = [/\p{Script=Han}/u, /\p{Script=Hiragana}/u, KATAKANA, LATIN];
const NEVER_FIRST = /[\u30FC\uFF70ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶｧ-ｯ々ゝゞヽヾﾞﾟ]/;
function pairs(text) {
const found = new Set();
for (let place = 0; place + 1 < text.length; place += 1) found.add(text.slice(place, place + 2));
return found;
}
function likeTerms(facets, text) {
const wanted = pairs(normalize(text));
const found = [];
for (const facet of facets) {
for (const term of facet.terms) {
let likeness = 0;
for (const name of [term.label, ...term.aliases]) {
const own = pairs(normalize(name));
const common = [...own].filter((pair) => wanted.has(pair)).length;
if (own.size > 0) likeness = Math.max(likeness, (2 * common) / (own.size + wanted.size));
}
if (term.count > 0 && likeness >= 0.25) {
found.push({ kind: "term", text: term.label, facet: facet.key, label: term.label, address: `${facet.folder}/${term.slug}.html`, likeness });
}
}
}
found.sort((left, right) => right.likeness - left.likeness);
return found.slice(0, 3).map(({ likeness, ...suggestion }) => suggestion);
}
function core(part) {
const word = part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
const left = word.replace(/^[\u3041-\u3096]+|[\u3041-\u3096]+$/g, "");
return left.length >= 2 ? left : word;
}
function isCut(before, after) {
return !(LATIN.test(before) && LATIN.test(after)) && !NEVER_FIRST.test(after);
}
function cuts(word) {
const characters = [...word];
const lengths = Array.from({ length: Math.min(characters.length - 1, LONGEST_PART) }, (_, place) => place + 1).reverse();
const isTorn = (place) => KATAKANA.test(characters[place - 1]) && KATAKANA.test(characters[place]);
const isFit = (place) => isCut(characters[place - 1], characters[place]);
const kinds = characters.map((character) => SCRIPTS.findIndex((script) => script.test(character)));
const inRun = (place) => Number(kinds[place - 1] === kinds[place]);
const sorted = (places) => places.sort((left, right) => inRun(left) - inRun(right));
const beginnings = sorted(lengths.filter((length) => isFit(length) && (!isTorn(length) || 2 * length > characters.length)));
const ends = sorted(lengths.map((length) => characters.length - length).filter((place) => isFit(place) && !isTorn(place)));
const found = [beginnings.map((length) => characters.slice(0, length)), ends.map((place) => characters.slice(place))];
return found.map((parts) => parts.map((part) => core(part.join(""))).filter((part) => [...part].length >= 2));
}
async function suggestions(index, query) {
const words = parse(query, index.data, index.facets).map((word) => word.text);
const tried = [];
const isFruitful = async (text) => (await index.search({ text, limit: 1 })).total > 0;
const add = async (kind, text) => {
if (tried.some((known) => known.text === text) || !(await isFruitful(text))) return false;
tried.push({ kind, text });
return true;
};
const quoted = (word) => (/\s/.test(word) ? `「${word}」` : word);
if (words.length > 1) {
for (const left of words.keys()) {
await add("fewer", words.filter((_, place) => place !== left).map(quoted).join(" "));
}
} else if (words.length === 1) {
for (const parts of cuts(words[0])) for (const part of parts) if (await add("fewer", quoted(part))) break;
}
for (const [place, word] of words.entries()) {
const text = normalize(word);
for (const group of [...index.data.synonyms, ...index.data.related]) {
const known = group.map(normalize).find((name) => isIn(text, name));
if (known === undefined) continue;
for (const other of group.filter((name) => !text.includes(normalize(name)))) {
await add("synonym", words.map((kept, at) => quoted(at === place ? text.replace(known, other) : kept)).join(" "));
}
}
}
return [...tried.slice(0, 5), ...likeTerms(index.facets, query)];
}
window.knowhowSearch.suggestions = suggestions;
})();
(function () {
"use strict";
const { results } = window.knowhowFinder;
const { make, go, said } = results;
function part(title, items) {
return items.length > 0 ? [make("h3", {}, title), make("ul", { class: "tries" }, ...items.map((item) => make("li", {}, item)))] : [];
}
function none(asked, isVain, suggestions, unfiltered, { root, invitation }) {
const anew = (text, ...children) => go({ text, filters: {}, page: 1 }, ...children);
const of = (kind) => suggestions.filter((suggestion) => suggestion.kind === kind);
const search = ({ text }) => anew(text, `「${text}」で探す`);
const without = unfiltered > 0 ? [anew(asked.text, `条件を外して、言葉だけで探す（${said(unfiltered)}件）`)] : [];
const terms = of("term").map(({ facet, label, address: path }) => make("a", { href: root + path }, `${facet}「${label}」の事例を見る`));
const all = make("a", { href: `${root}cases/index.html` }, "すべての事例の一覧を見る");
if (isVain) {
return make("div", { class: "none-found" },
make("p", {}, "記号や絵文字だけでは探せません。探したい言葉を入れてください。"), ...part("一覧から探す", [all]));
}
const advice = asked.text === "" ? "条件を減らすと、見つかることがあります。" : "言葉を短くしたり、別の言い方に変えたりすると、見つかることがあります。";
return make("div", { class: "none-found" },
make("p", {}, advice),
...part("条件を外す", without),
...part("言葉を減らす", of("fewer").map(search)),
...part("言い換える", of("synonym").map(search)),
...part("近い項目から探す", terms),
...part("一覧から探す", [all]),
make("p", {}, "お探しのような取組や工夫をご存じでしたら、ぜひ事例をお寄せください。"),
invitation.content.cloneNode(true));
}
window.knowhowFinder.none = none;
window.knowhow(window.knowhowSearch.VERSION, true);
})();
