// Reads a query: its words, their other spellings and their synonyms.
(function () {
  "use strict";

  const { normalize, inKatakana } = window.knowhowSearch.text;
  // The length at which queries are cut. No reader needs a longer one.
  const LONGEST_QUERY = 200;
  const MOST_WORDS = 8;
  const MOST_ALTERNATIVES = 10;
  // The weight of a word that was not typed.
  const SPELLED = 0.9;
  const SAME = 0.8;
  const RELATED = 0.3;
  // A phrase in quotation marks, or the text between spaces.
  const WORD = /"([^"]*)"|“([^”]*)”|「([^」]*)」|[^\s\u3000"“「]+|["“「]/g;
  // What readers add to a word to ask for it: ジョブコーチとは, うつ病の事例, テレワークって何ですか.
  const ASKING = /(?!^)(とは|って(?=[何など])|の(意味|事例|例|こと)|について|に関する)[何なんにどうい意味こと事例知りた教えてくださですかはのをがも?？。]*$/;

  // Whether a query needs the forms and spellings of finder-more.js.
  function needsMore(query) {
    return window.knowhowSearch.MAY_BE_SPELLED.test(query.normalize("NFKC"));
  }

  // Whether a text contains a word. A word in Latin letters or kana must not be a part of a longer one; particles may follow it.
  function isIn(text, word) {
    const place = text.indexOf(word);
    const end = place + word.length;
    const goesOn = (one, other) => [/[a-z0-9]/, /[\u30A1-\u30FC]/, /[\u3041-\u3096]/].some((script) => script.test(one) && script.test(other));
    return place >= 0 && !goesOn(text.charAt(place - 1), word[0]) &&
      (!goesOn(word[word.length - 1], text.charAt(end)) || /^[のをにとがでは]/.test(text.slice(end)));
  }

  // A text that says something twice: 支援 if 定着支援 stands for 職場定着 in 職場定着支援.
  const TWICE = /(..+)\1/;

  // Returns the words of a query that can be searched for: {shown, isQuoted, text, searched, forms, texts}.
  //
  // forms: all other spellings of the word; searched: those that find others. texts: the word in each spelling, normalized.
  function split(query) {
    const words = [];
    for (const match of String(query).slice(0, LONGEST_QUERY).replace(ASKING, "").matchAll(WORD)) {
      const quoted = match[1] || match[2] || match[3];
      const shown = (quoted || match[0]).trim();
      const text = normalize(shown);
      if (text === "" || words.length >= MOST_WORDS || words.some((word) => word.text === text)) continue;
      const word = { shown, isQuoted: Boolean(quoted), text, searched: [], forms: [], texts: [text] };
      // A phrase in quotation marks has one spelling.
      if (!quoted) {
        if (window.knowhowSearch.otherSpellings) Object.assign(word, window.knowhowSearch.otherSpellings(shown));
        word.katakana = inKatakana(text);
        word.texts.push(...word.forms.map((form) => form.text), ...(word.katakana ? [word.katakana] : []));
      }
      words.push(word);
    }
    return words;
  }

  // Returns what is searched for a word, with weights: the word, its other spellings and its synonyms; same: all synonyms.
  function alternatives({ shown, text, searched, texts, katakana }, { synonyms, related }, facets) {
    const found = [{ shown, text, weight: 1 }];
    const same = [];
    const add = (other, weight, form = normalize(other)) => {
      same.push(form);
      // A text that contains an existing alternative is found by that one.
      if (form === "" || found.length >= MOST_ALTERNATIVES + searched.length || found.some((known) => !known.isWhole && form.includes(known.text))) return;
      found.push({ shown: other, text: form, weight });
    };
    found.push(...searched.map((form) => ({ shown: form.text, weight: SPELLED, isSpelling: true, ...form })));
    if (katakana) add(katakana, 1);
    const isNamed = (name) => texts.includes(normalize(name));
    const later = [];
    for (const group of synonyms.values()) {
      const words = group.filter((word) => typeof word === "string");
      const also = group.slice(words.length).flat();
      const isWhole = words.some(isNamed);
      for (const word of words) {
        const own = normalize(word);
        const whole = texts.find((each) => own !== "" && (isWhole ? each === own : isIn(each, own)));
        if (whole === undefined) continue;
        const [before, after] = [whole.slice(0, whole.indexOf(own)), whole.slice(whole.indexOf(own) + own.length)];
        for (const other of words) {
          const form = normalize(other);
          if (form === "" || form === own || (form.includes(own) && isIn(whole, form)) || (TWICE.test(before + form + after) && !TWICE.test(whole))) continue;
          add(shown.includes(word) ? shown.replace(word, other) : before + other + after, SAME, before + form + after);
        }
        if (isWhole) later.push(...also);
      }
    }
    for (const facet of facets) {
      for (const term of facet.terms) {
        const names = [term.label, ...term.aliases];
        if (names.some(isNamed)) for (const name of names) add(name, SAME);
      }
    }
    for (const group of related.values()) if (group.some(isNamed)) later.push(...group);
    for (const word of later) add(word, RELATED);
    return { same, alternatives: found };
  }

  // Returns the words of a query: {text, texts, same, alternatives: [{shown, text, weight, isSpelling, isWhole}], forms}, first the word as typed.
  //
  // isSpelling: whether it is the same word. isWhole: whether no katakana may follow.
  function parse(query, data, facets) {
    return split(query).map((word) => ({
      text: word.shown, texts: word.texts, forms: word.forms,
      ...(word.isQuoted ? { same: [], alternatives: [{ shown: word.shown, text: word.text, weight: 1 }] } : alternatives(word, data, facets)),
    }));
  }

  Object.assign(window.knowhowSearch, { words: { split, parse, needsMore } });
})();
