// Words that are written in several ways: with more or fewer kana, with or without a long vowel mark at the end.
//
// These are lists and not rules, because a rule would take different words for one: 生物 and 生き物, 見方 and 見え方.
(function () {
  "use strict";

  const { normalize, places } = window.knowhowSearch.text;
  // Nouns of verbs, with all their kana. Those before the last kanji may be left out, then those at the end as well: 取り組み,
  // 取組み, 取組. An asterisk means that those at the end are needed: 組合 is another word than 組み合わせ.
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
  // Other words, all their spellings.
  const OTHERS = [
    ["締め切り", "締切り", "締切", "〆切り", "〆切"], ["気付き", "気づき"], ["片付け", "片づけ"], ["位置付け", "位置づけ"], ["裏付け", "裏づけ"],
    ["関連付け", "関連づけ"], ["動機付け", "動機づけ"], ["義務付け", "義務づけ"], ["名付け", "名づけ"], ["声掛け", "声かけ", "声がけ"],
    ["働き掛け", "働きかけ"], ["呼び掛け", "呼びかけ"], ["問い掛け", "問いかけ"], ["手掛かり", "手がかり"], ["心掛け", "心がけ"],
    ["取りまとめ", "取り纏め", "取纏め", "とりまとめ"], ["振り返り", "ふり返り", "ふりかえり"], ["子ども", "子供"], ["一人暮らし", "一人暮し"],
    ["インターフェース", "インターフェイス", "インタフェース"], ["デジタル", "ディジタル"],
    ["レポート", "リポート"], ["メンテナンス", "メインテナンス"], ["個所", "か所"],
  ];
  // Words in katakana that have the mark or not inside of longer words as well: サーバーエラー, サーバエラー.
  const INNER =
    "コンピュータ サーバ ユーザ プリンタ スキャナ ブラウザ フォルダ ドライバ モニタ センサ メモリ プロバイダ ルータ エディタ カウンタ パラメータ ヘッダ フッタ レイヤ " +
    "マネージャ オペレータ コーディネータ インストラクタ ファシリテータ カウンセラ アドバイザ トレーナ ヘルパ サポータ エレベータ モータ アダプタ コネクタ フィルタ バッテリ カテゴリ " +
    "セキュリティ ライブラリ ディレクトリ エントリ プロパティ アクセシビリティ ユーティリティ";
  // Words in katakana that are another word without the mark: ドラマー, ドラマ.
  const DIFFERENT = new Set(["ドラマー", "コーラー", "ローラー", "パーマー", "オペラー", "カメラー", "リズマー", "ソーダー", "タクシー", "コーヒー"]);
  // A word of katakana that may have the mark at its end: three kana, of which the last one is of the row of a, or as in メモリ.
  const MAY_BE_LONG = /[ァ-ヺー]{2}[アカガサザタダナハバパマヤャラワァリティジギ]$/;
  const KATAKANA = /[\u30A1-\u30FA\u30FC]/;
  const RUN = /[\u30A1-\u30FA\u30FC]+/g;
  // The most spellings of a query that are looked up.
  const MOST = 12;
  // Kana of the same row, in which the end of a verb changes: 引き継ぎ, 引き継ぐ.
  const ROWS = ["いうわえおっ", "きかくけこい", "ぎがぐげごい", "しさすせそ", "ちたつてとっ", "にぬなねの", "びばぶべぼん", "みまむめもん", "りらるれろっ"];

  // Returns the spellings of a noun with all kana: {stems, ends}.
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

  // Returns the spellings of a noun: all kana at the end need all before.
  function nounForms({ stems, ends, isShort }) {
    const forms = stems.flatMap((stem) => ends.map((end) => stem + end));
    return isShort ? [...forms, stems[stems.length - 1]] : forms;
  }

  // Returns a text with each of some spellings replaced by each other one.
  function replaced(text, forms) {
    const found = forms.filter((form) => text.includes(form)).sort((left, right) => right.length - left.length)[0];
    return found === undefined ? [] : forms.filter((form) => form !== found).map((form) => text.replace(found, form));
  }

  // Returns a text with another spelling of a noun, or of the verb that it comes from.
  function withNoun(text, known) {
    const { stems, ends, isShort } = known;
    const stem = stems.find((each) => text.includes(each));
    if (stem === undefined) return [];
    const after = text.slice(text.indexOf(stem) + stem.length);
    const end = ends.find((each) => each !== "" && after.startsWith(each));
    const row = ROWS.find((kana) => ends[0] !== "" && kana.startsWith(ends[0].slice(-1)));
    const other = stems.filter((each) => each !== stem);
    // A verb: only the kana inside may be left out.
    if (end === undefined && row !== undefined && row.includes(after.charAt(0)) && after !== "") {
      return other.map((each) => text.replace(stem, each));
    }
    const isVerb = end !== undefined && /^[るたてらりれろまさずぬねっ]/.test(after.slice(end.length));
    // The kana at the end are missing, or are those of another word.
    if (end === undefined && ends[0] !== "" && (!isShort || stem !== stems[stems.length - 1])) {
      return isShort ? other.map((each) => text.replace(stem, each)) : [];
    }
    const forms = isVerb ? nounForms({ stems, ends, isShort: false }) : nounForms(known);
    return forms.filter((form) => form !== stem + (end || "")).map((form) => text.replace(stem + (end || ""), form));
  }

  // Returns a text with and without the marks at the ends of words in katakana: {text, isWhole}.
  //
  // isWhole: whether the text must not be followed by katakana, since it ends without a mark: カメラ is not in カメラマン.
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

  // Returns the other spellings of a normalized text: {text, isWhole}.
  function others(text) {
    const found = [{ text, isWhole: false }];
    const add = (form) => {
      if (found.length <= MOST && !found.some((known) => known.text === form.text)) found.push(form);
    };
    // Words of the text are replaced one after the other, so that all combinations are found.
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

  // Returns the other spellings of a word, {text, isWhole}: all, and those that are searched. Shorter ones find the longer ones.
  function otherSpellings(shown) {
    const text = normalize(shown);
    const forms = others(text).sort((left, right) => left.text.length - right.text.length);
    const searched = [];
    for (const form of forms) {
      if (![{ text }, ...searched].some((known) => !known.isWhole && form.text.includes(known.text))) searched.push(form);
    }
    // A word with a hyphen may be two words.
    const parted = normalize(shown.normalize("NFKC").replace(/([A-Za-z])[-\u2010](?=[A-Za-z])/g, "$1 "));
    if (parted !== text) searched.push({ text: parted, isWhole: false });
    return { searched, forms };
  }

  const narrow = (text) => text.normalize("NFKC").toLowerCase();

  // Whether a case contains a word as it was typed, and not only as a part of a longer spelling.
  function hasAsTyped(facets, entry, word) {
    const names = entry.terms.flatMap((numbers, facet) => numbers.map((number) => [facets[facet].terms[number].label, facets[facet].terms[number].aliases]));
    const written = narrow([entry.title, entry.body, names].join("\n"));
    const typed = narrow(word.text);
    const count = (text) => places(written, text).length;
    const longer = word.forms.filter(({ text }) => text.includes(typed));
    return count(typed) > longer.reduce((sum, { text }) => sum + count(text), 0);
  }

  Object.assign(window.knowhowSearch, { otherSpellings, hasAsTyped });
})();
