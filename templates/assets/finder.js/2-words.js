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
  // What may have other spellings (finder-more.js/2-spellings.js): kanji, words of katakana that may end in a long vowel mark, and
  // words with a hyphen. For many cases, search-index.js knows better.
  const MAY_BE_SPELLED = window.knowhowSearch.MAY_BE_SPELLED ||
    /\p{Script=Han}|[ァ-ヺー]{2}[アカガサザタダナハバパマヤャラワァリティジギ]|[レリ]ポ|とり|ふり|\w[-\u2010]/u;
  // A phrase in quotation marks, or the text between spaces.
  const WORD = /"([^"]*)"|“([^”]*)”|「([^」]*)」|[^\s\u3000"“「]+|["“「]/g;

  // Whether a query needs the forms and spellings of finder-more.js.
  function needsMore(query) {
    return MAY_BE_SPELLED.test(query.normalize("NFKC"));
  }

  // Returns each word of a group with each other one, normalized.
  function twos(group) {
    const forms = group.map(normalize).filter((form) => form !== "");
    return forms.flatMap((one) => forms.filter((other) => other !== one).map((other) => [one, other]));
  }

  // Whether a text contains a word. A word in Latin letters must not be a part of a longer one.
  function isIn(text, word) {
    const place = text.indexOf(word);
    if (place < 0 || !/^[a-z0-9 ]+$/.test(word)) return place >= 0;
    return !/[a-z0-9]/.test(text.charAt(place - 1)) && !/[a-z0-9]/.test(text.charAt(place + word.length));
  }

  // Returns what is searched for a word, with weights: the word, its other spellings and its synonyms.
  function alternatives(shown, data, facets) {
    const text = normalize(shown);
    const found = [{ shown, text, weight: 1 }];
    const { searched, forms } = (window.knowhowSearch.otherSpellings || (() => ({ searched: [], forms: [] })))(shown);
    const add = (other, weight) => {
      const form = normalize(other);
      // A text that contains an existing alternative is found by that one.
      if (form === "" || found.length >= MOST_ALTERNATIVES + searched.length || found.some((known) => !known.isWhole && form.includes(known.text))) return;
      found.push({ shown: other, text: form, weight });
    };
    found.push(...searched.map((form) => ({ shown: form.text, weight: SPELLED, isSpelling: true, ...form })));
    const katakana = inKatakana(text);
    if (katakana !== null) add(katakana, 1);
    const texts = [text, ...forms.map((form) => form.text)];
    for (const group of data.synonyms) {
      for (const [word, other] of twos(group)) {
        const form = texts.find((each) => isIn(each, word));
        if (form === undefined || (other.includes(word) && isIn(form, other))) continue;
        add(form.replace(word, other), SAME);
      }
    }
    const isNamed = (name) => texts.includes(normalize(name));
    for (const facet of facets) {
      for (const term of facet.terms) {
        const names = [term.label, ...term.aliases];
        if (names.some(isNamed)) for (const name of names) add(name, SAME);
      }
    }
    for (const group of data.related) if (group.some(isNamed)) for (const word of group) add(word, RELATED);
    return { found, forms };
  }

  // Returns the words of a query that can be searched for: {text, alternatives: [{shown, text, weight, isSpelling, isWhole}], forms},
  // first the word as typed.
  //
  // isSpelling: whether it is the same word. isWhole: whether no katakana may follow. forms: all other spellings of the word.
  function parse(query, data, facets) {
    const words = [];
    for (const match of String(query).slice(0, LONGEST_QUERY).matchAll(WORD)) {
      const quoted = match[1] || match[2] || match[3];
      const shown = (quoted || match[0]).trim();
      const text = normalize(shown);
      if (text === "" || words.length >= MOST_WORDS || words.some((word) => word.alternatives[0].text === text)) continue;
      // A phrase in quotation marks has no synonyms.
      const { found, forms } = quoted ? { found: [{ shown, text, weight: 1 }], forms: [] } : alternatives(shown, data, facets);
      words.push({ text: shown, alternatives: found, forms });
    }
    return words;
  }

  Object.assign(window.knowhowSearch, { words: { parse, isIn, needsMore } });
})();
