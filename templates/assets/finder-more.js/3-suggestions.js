// Suggests queries in place of one without results. All are words of the collection, or words as they were typed.
(function () {
  "use strict";

  const { text: { normalize, inKatakana }, words: { split }, partsOf } = window.knowhowSearch;
  const MOST = 3;
  // Kanji that input methods and readers take for each other, since they sound the same.
  const HOMOPHONES = (
    "障生渉傷章償 害外街該 就終修習周 労老郎 移以意異 行降向交校 支私資 援園縁 適的摘 性生正整制 職食触色飾 復複副福腹 配背 慮虜 雇湖 用要容様養 " +
    "継係携経 続属族 相想総 談断段 評表票 価化科課過 知地値 難南 脳能納農 機期気記器 高工講 次自時事 精生 神心真 達立 面綿 接説 特得 例礼 練連 訓勲 所書署 員因院 社者 会回").split(" ");
  // Characters of different scripts that look the same.
  const TWINS = ["ー一-", "ロ口", "カ力", "エ工", "ニ二", "ハ八", "タ夕", "ト卜", "へヘ", "べベ", "ぺペ", "りリ"];
  const SCRIPTS = [/[\u30A1-\u30FC]/, /[a-z]/];
  // Kanji that turn a word into its opposite, or into another word.
  const TURNING = /[非不未無反再被]/;
  const KANJI = /\p{Script=Han}/u;
  // Where a phrase is divided: particles between words in kanji, katakana or Latin letters.
  const BETWEEN = /(?<=[\p{Script=Han}\u30A1-\u30FCA-Za-z0-9])(?:への|との|での|からの|から|まで|より|のある|の|を|に|と|が|で|は|へ|や|も)(?=[\p{Script=Han}\u30A1-\u30FCA-Za-z0-9])/u;

  const isPair = (groups, one, other) => groups.some((group) => group.includes(one) && group.includes(other));

  // Whether a character is in a long word in kana or Latin letters: A型 and B型 differ in more than a mistake.
  function isInWord(text, place) {
    const is = (script, at) => script.test(text[at] || "");
    return SCRIPTS.some((script) => {
      let [first, last] = [place, place];
      while (is(script, first - 1)) first -= 1;
      while (is(script, last + 1)) last += 1;
      return is(script, place) && last - first >= 3;
    });
  }

  // Whether a text is a word with one mistake: a kana, a Latin letter or a kanji inside is missing or too many, two characters changed
  // places, a kana or a letter is another one, or kanji are others that sound the same.
  //
  // A kanji for any other one is another word: 視覚障害 and 聴覚障害, 就職 and 復職.
  function isMistyped(text, word) {
    if (Math.min(text.length, word.length) < 4 || Math.abs(text.length - word.length) > 1 || text === word) return false;
    let first = 0;
    while (text[first] === word[first]) first += 1;
    if (text.length !== word.length) {
      const [longer, shorter] = text.length > word.length ? [text, word] : [word, text];
      const added = longer[first];
      if (longer.slice(first + 1) !== shorter.slice(first)) return false;
      return isInWord(longer, first) || (KANJI.test(added) && longer.length > 5 && first > 0 && first < shorter.length && !TURNING.test(added));
    }
    if (text[first] === word[first + 1] && text[first + 1] === word[first]) return text.slice(first + 2) === word.slice(first + 2);
    const isSame = isPair(TWINS, text[first], word[first]) || (isInWord(text, first) && isInWord(word, first));
    if (isSame && text.slice(first + 1) === word.slice(first + 1)) return true;
    const differing = [...text].filter((character, place) => character !== word[place]).length;
    return differing <= 2 && [...text].every((character, place) => character === word[place] || isPair(HOMOPHONES, character, word[place]));
  }

  // Whether a word of the collection is in a text that is not one: 知的障害 in 知的障害者, but not 本人 in 日本人.
  function isHeld(text, word) {
    const place = text.indexOf(word);
    if (place < 0 || word.length < 2) return false;
    const isKanji = (character) => character !== undefined && KANJI.test(character);
    const goesOn = (script) => script.test(word[0]) && place > 0 && script.test(text[place - 1]);
    if (SCRIPTS.some(goesOn) || /[\u3041-\u3096]/.test(word[0])) return false;
    if (/[a-z0-9]$/.test(word) && /[a-z0-9]/.test(text[place + word.length] || "")) return false;
    if (SCRIPTS[0].test(word[word.length - 1]) && SCRIPTS[0].test(text[place + word.length] || "") && word.length < 5) return false;
    return word.length > 2 || (!isKanji(text[place - 1]) && isKanji(word[0]));
  }

  // Returns the names of a collection that could be meant by a word, best first: those with its reading, or with one mistake.
  function likeNames(names, text) {
    const reading = inKatakana(text);
    const read = reading === null ? [] : names.filter(({ yomi }) => yomi === reading);
    return [...read, ...names.filter((name) => isMistyped(text, name.text))];
  }

  // Returns the names of terms, words of the glossary and synonyms: {name, text, yomi}, of which yomi is in katakana.
  async function allNames({ source, data }) {
    return (await source.file("n", 0, data.names)).flatMap(([name, yomi]) => [
      { name, text: normalize(name), yomi: yomi && inKatakana(normalize(yomi)) }, ...partsOf(name).map((part) => ({ name: part, text: part })),
    ]);
  }

  // Returns suggestions for a query without results: {kind, text}, of which each has results, and {kind: "term", …} as the index names them.
  async function suggestions(index, query) {
    const words = split(query);
    const found = [];
    const total = async (text) => (await index.search({ text, limit: 1 })).total;
    const quoted = (word) => (/\s/.test(word) ? `「${word}」` : word);
    // Adds a query if it finds something.
    const add = async (kind, text) => {
      if (found.some((known) => known.text === text) || (await total(text)) === 0) return false;
      found.push({ kind, text });
      return true;
    };
    const terms = [];
    const addTerm = async (text) => {
      await index.know(text);
      for (const term of index.named([text], true)) {
        if (!terms.some((known) => known.address === term.address)) terms.push({ kind: "term", ...term });
      }
    };
    const names = await allNames(index);
    for (const [place, word] of words.entries()) {
      // A word of the collection is not a mistake.
      if (names.some((name) => word.texts.includes(name.text)) || (await total(quoted(word.shown))) > 0) continue;
      const like = likeNames(names, word.text).slice(0, MOST);
      for (const { name, text } of like) {
        await add("spelling", words.map((each, at) => quoted(at === place ? name : each.shown)).join(" "));
        await addTerm(text);
      }
      if (like.length > 0) continue;
      const held = names.filter(({ text }) => isHeld(word.text, text)).sort((left, right) => right.text.length - left.text.length);
      const longest = held.filter(({ text }, at) => !held.slice(0, at).some((longer) => longer.text.includes(text))).slice(0, MOST);
      for (const { text } of longest) await addTerm(text);
      const parts = word.shown.split(BETWEEN).filter((part) => [...part].length >= 2 || KANJI.test(part));
      if (parts.length > 1) await add("fewer", parts.join(" "));
      const alone = parts.length > 1 ? parts.filter((part) => [...part].length > 1) : longest.map(({ name }) => name);
      for (const part of alone.slice(0, MOST)) await add("fewer", part);
    }
    if (words.length > 1) {
      for (const left of words.keys()) await add("fewer", words.filter((_, place) => place !== left).map(({ shown }) => quoted(shown)).join(" "));
    }
    // A phrase in quotation marks was searched without its synonyms.
    for (const { isQuoted, text } of words) {
      if (!isQuoted) continue;
      for (const group of [...index.data.synonyms.values(), ...index.data.related.values()]) {
        const others = group.flat();
        if (!others.some((name) => normalize(name) === text)) continue;
        for (const other of others) if (normalize(other) !== text) await add("synonym", other);
      }
    }
    return [...found.slice(0, 6), ...terms.slice(0, MOST)];
  }

  Object.assign(window.knowhowSearch, { suggestions, isMistyped, isHeld });
})();
