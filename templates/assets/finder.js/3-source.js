// The source of a search: what few cases (search-texts.js) and many (search-index.js) have in common.
(function () {
  "use strict";

  const { normalize, has } = window.knowhowSearch.text;
  // Added to the scores of cases with a word as typed, if others have only another spelling of it.
  const AS_TYPED = 1000;
  // The weight of a word in each field.
  const IN_TITLE = 3;
  const IN_LABEL = 1.5;
  const IN_ALIAS = 0.5;

  // Texts are written with frequent characters in the places of ASCII, and other kanji in those of characters whose UTF-8 is shorter
  // (Sources/Search/Coding/CompactText.swift).
  const FREQUENT =
    "、。あいうえかがきくけこしじすせたっつてでとどなにのはまめもやよらりるれわをン・ー一上事人仕体作例分労取合向員場害就工当必性担援支方書本業機決理用療相組者職行要見解課談連間関障面題";
  // The first level of JIS X 0208 in EUC-JP.
  const kanji = Uint8Array.from({ length: 2 * 2965 }, (_, place) => (place % 2 ? 161 + ((place >> 1) % 94) : 176 + place / 188));
  const long = FREQUENT + new TextDecoder("euc-jp").decode(kanji).replace(new RegExp(`[${FREQUENT}]`, "g"), "");
  const run = (first, count) => String.fromCharCode(...Array.from({ length: count }, (_, place) => first + place));
  const short = run(32, 95).replace(/["\\<>&]/g, "") + run(160, long.length - FREQUENT.length);
  const others = new Map([...long].flatMap((each, place) => [[each, short[place]], [short[place], each]]));

  // Returns a text as it was before it was written so.
  const original = (text) => text.replace(/[^]/g, (character) => others.get(character) || character);

  // Returns scores by which the cases with a word as typed come first, if others have another spelling of it.
  function preferred(scores, typed, holding) {
    if (typed.length < holding.size) for (const number of typed) scores.set(number, scores.get(number) + AS_TYPED);
    return scores;
  }

  class Source {
    // load: returns a promise of the content of a file, given its path below the folder of the search.
    constructor(data, facets, load) {
      this.data = data;
      this.facets = facets;
      this.load = load;
    }

    // Returns the content of a file, given its kind, number and hash (Sources/Search/Writing/SearchFile.swift).
    file(kind, number, hash) {
      return this.load(`${hash[0]}/${kind}${number}-${hash.slice(1)}`);
    }

    // Returns a case from its entry in a file with texts (Sources/Search/Writing/TextFile.swift).
    entry([id, title, terms, written, kinds = []]) {
      const body = original(written);
      const details = kinds.map((kind, place) => ({ kind, text: body.split("\n").slice(place - kinds.length)[0] }));
      return { id, title: original(title), terms, body, details };
    }

    // Returns the texts of a case as they are searched: [weight of an occurrence, text].
    fields(entry) {
      if (!entry.fields) {
        const names = entry.terms.flatMap((numbers, facet) => numbers.flatMap((number) => this.names(facet, number)));
        entry.fields = [[IN_TITLE, normalize(entry.title)], ...names, [1, normalize(entry.body)]];
      }
      return entry.fields;
    }

    // Returns the same for a term.
    names(facet, number) {
      const term = this.facets[facet].terms[number];
      if (!term.fields) {
        term.fields = [
          [IN_LABEL, normalize(term.label)], ...term.aliases.map((alias) => [IN_ALIAS, normalize(alias)]),
        ];
      }
      return term.fields;
    }

    // Whether a case contains each of some words or one of its alternatives.
    holds(entry, words) {
      return words.every((word) =>
        word.alternatives.some((form) => this.fields(entry).some(([, field]) => has(field, form))));
    }

    // Returns the numbers of the cases that contain all words, best first.
    //
    // wantsAll: whether to do all the work needed to leave out cases that do not contain them.
    async ranked(words, wantsAll = false) {
      let sums = null;
      for (const word of words) {
        const scores = await this.scores(word, wantsAll);
        if (sums === null) sums = scores;
        else {
          const both = [...sums].filter(([number]) => scores.has(number));
          sums = new Map(both.map(([number, sum]) => [number, sum + scores.get(number)]));
        }
      }
      const numbers = [...sums.keys()].sort((left, right) => sums.get(right) - sums.get(left) || left - right);
      return { numbers, exact: this.isExact(words) };
    }
  }

  Source.preferred = preferred;
  Object.assign(window.knowhowSearch, { Source, original });
})();
