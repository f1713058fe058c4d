// Reads a query: its words, their synonyms, and suggestions for a query without results.
(function () {
  "use strict";

  const { normalize, inKatakana } = window.knowhowSearch.text;
  // The length at which queries are cut. No reader needs a longer one.
  const LONGEST_QUERY = 200;
  const MOST_WORDS = 8;
  const MOST_ALTERNATIVES = 10;
  // The number of characters of a word without results that are tried.
  const LONGEST_PART = 20;
  // The weight of a word that was not typed.
  const SAME = 0.8;
  const RELATED = 0.3;
  const LATIN = /[a-z0-9\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/i;
  const KATAKANA = /[\u30A1-\u30FA\u30FC\uFF66-\uFF9F]/;
  const SCRIPTS = [/\p{Script=Han}/u, /\p{Script=Hiragana}/u, KATAKANA, LATIN];
  // The long vowel mark, small kana, iteration marks and voicing marks.
  const NEVER_FIRST = /[\u30FC\uFF70ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶｧ-ｯ々ゝゞヽヾﾞﾟ]/;
  // A phrase in quotation marks, or the text between spaces.
  const WORD = /"([^"]*)"|“([^”]*)”|「([^」]*)」|[^\s\u3000"“「]+|["“「]/g;

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

  // Returns the synonyms of a word as they are shown and as they are searched, with their weights.
  function alternatives(shown, data, facets) {
    const text = normalize(shown);
    const found = [{ shown, text, weight: 1 }];
    const add = (other, weight) => {
      const form = normalize(other);
      // A text that contains an existing alternative is found by that one.
      if (form === "" || found.length >= MOST_ALTERNATIVES || found.some((known) => form.includes(known.text))) return;
      found.push({ shown: other, text: form, weight });
    };
    const katakana = inKatakana(text);
    if (katakana !== null) add(katakana, 1);
    for (const group of data.synonyms) {
      for (const [word, other] of twos(group)) {
        if (!isIn(text, word) || (other.includes(word) && isIn(text, other))) continue;
        add(text.replace(word, other), SAME);
      }
    }
    for (const facet of facets) {
      for (const term of facet.terms) {
        const names = [term.label, ...term.aliases];
        if (names.some((name) => normalize(name) === text)) for (const name of names) add(name, SAME);
      }
    }
    for (const group of data.related) {
      if (group.some((word) => normalize(word) === text)) for (const word of group) add(word, RELATED);
    }
    return found;
  }

  // Returns the words of a query that can be searched for: {text, alternatives: [{shown, text, weight}]}, first the word as typed.
  function parse(query, data, facets) {
    const words = [];
    for (const match of String(query).slice(0, LONGEST_QUERY).matchAll(WORD)) {
      const quoted = match[1] || match[2] || match[3];
      const shown = (quoted || match[0]).trim();
      const text = normalize(shown);
      if (text === "" || words.length >= MOST_WORDS || words.some((word) => word.alternatives[0].text === text)) continue;
      // A phrase in quotation marks has no synonyms.
      const found = quoted ? [{ shown, text, weight: 1 }] : alternatives(shown, data, facets);
      words.push({ text: shown, alternatives: found });
    }
    return words;
  }

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

  Object.assign(window.knowhowSearch, { words: { parse, suggestions } });
})();
