// Suggests queries in place of one without results.
(function () {
  "use strict";

  const { text: { normalize }, words: { parse, isIn } } = window.knowhowSearch;
  // The number of characters of a word without results that are tried.
  const LONGEST_PART = 20;
  const LATIN = /[a-z0-9\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/i;
  const KATAKANA = /[\u30A1-\u30FA\u30FC\uFF66-\uFF9F]/;
  const SCRIPTS = [/\p{Script=Han}/u, /\p{Script=Hiragana}/u, KATAKANA, LATIN];
  // The long vowel mark, small kana, iteration marks and voicing marks.
  const NEVER_FIRST = /[\u30FC\uFF70ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶｧ-ｯ々ゝゞヽヾﾞﾟ]/;

  // Returns the pairs of adjacent characters.
  function pairs(text) {
    const found = new Set();
    for (let place = 0; place + 1 < text.length; place += 1) found.add(text.slice(place, place + 2));
    return found;
  }

  // Returns the terms with a name similar to a text, the most similar first.
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

  // Returns a part of a word without the symbols and hiragana around it, which rarely belong to it, if it is long enough.
  function core(part) {
    const word = part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    const left = word.replace(/^[\u3041-\u3096]+|[\u3041-\u3096]+$/g, "");
    return left.length >= 2 ? left : word;
  }

  // Whether a word may be cut between two characters: not in a Latin word or number, and not before a character that starts no word.
  function isCut(before, after) {
    return !(LATIN.test(before) && LATIN.test(after)) && !NEVER_FIRST.test(after);
  }

  // Returns the beginnings and ends of a word that may be words: those at a change of script,
  // then the others, longest first. Of katakana, whose ends are rarely words, only beginnings of at least
  // half the word are returned.
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

  // Returns suggestions for a query without results. Each suggested query has results.
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
    // Returns the whole query with one word replaced.
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
