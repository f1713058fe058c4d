// The source of a search among few cases: the texts of all of them.
(function () {
  "use strict";

  const { normalize, places, placesOf, has } = window.knowhowSearch.text;
  // Added to the scores of cases with a word as typed, if others have only another spelling of it.
  const AS_TYPED = 1000;
  // The weight of a word in each field.
  const IN_TITLE = 3;
  const IN_LABEL = 1.5;
  const IN_ALIAS = 0.5;
  // The usual parameters of BM25.
  const SATURATION = 1.2;
  const LENGTH_PART = 0.75;

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

  const narrow = (text) => text.normalize("NFKC").toLowerCase();

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

    // Returns a case from its entry in a file with texts.
    entry([id, title, terms, body]) {
      return { id, title: original(title), terms, body: original(body) };
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

    // Returns all cases by number; those that are not searchable are missing.
    async entries() {
      if (!this.known) {
        const entries = await this.file("t", 0, this.data.texts);
        this.known = entries.map((entry) => (entry === 0 ? null : this.entry(entry)));
      }
      return this.known;
    }

    // Whether a case contains a word as it was typed, and not only as a part of a longer spelling.
    hasAsTyped(entry, word) {
      const names = entry.terms.flatMap((numbers, facet) =>
        numbers.map((number) => [this.facets[facet].terms[number].label, this.facets[facet].terms[number].aliases]));
      const written = narrow([entry.title, entry.body, names].join("\n"));
      const typed = narrow(word.text);
      const count = (text) => places(written, text).length;
      const longer = word.forms.filter(({ text }) => text.includes(typed));
      return count(typed) > longer.reduce((sum, { text }) => sum + count(text), 0);
    }

    // Returns the score of each case that contains a word.
    async scores(word) {
      const scores = new Map();
      // The cases that contain the word, in any spelling.
      const holding = new Set();
      const entries = await this.entries();
      const texts = entries.map((entry) => (entry ? this.fields(entry) : []));
      const lengths = texts.map((fields) => fields.reduce((sum, [, text]) => sum + text.length, 0));
      const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.data.count);
      for (const [place, form] of word.alternatives.entries()) {
        const counts = texts.map((fields) =>
          fields.reduce((sum, [value, field]) => sum + value * placesOf(field, form).length, 0));
        const holders = counts.filter((count) => count > 0).length;
        const rarity = Math.log(1 + (this.data.count - holders + 0.5) / (holders + 0.5));
        for (const [number, count] of counts.entries()) {
          if (count === 0) continue;
          const relative = 1 - LENGTH_PART + (LENGTH_PART * lengths[number]) / meanLength;
          const score = (form.weight * rarity * count * (SATURATION + 1)) / (count + SATURATION * relative);
          scores.set(number, Math.max(scores.get(number) || 0, score));
          if (place === 0 || form.isSpelling) holding.add(number);
        }
      }
      const typed = [...holding].filter((number) => this.hasAsTyped(entries[number], word));
      return preferred(scores, typed, holding);
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

    // Whether the ranked cases need no further check.
    isExact() {
      return true;
    }

    // Returns the numbers of all cases in the order of the page of all cases: by primary term.
    async all() {
      const { terms, unstated } = await this.facet(this.data.primary);
      return { numbers: [...terms, unstated].flatMap((numbers) => [...numbers]), exact: true };
    }

    // Returns the numbers of the cases with each term of a facet, and of those without one.
    async facet(place) {
      const entries = await this.entries();
      const terms = this.facets[place].terms.map(() => []);
      const unstated = [];
      for (const [number, entry] of entries.entries()) {
        if (entry === null) continue;
        for (const term of entry.terms[place]) terms[term].push(number);
        if (entry.terms[place].length === 0) unstated.push(number);
      }
      return { terms, unstated };
    }

    // For each case, 1 if it has one of some terms of a facet. A negative number means the cases without a term.
    async membership(place, chosen) {
      const { terms, unstated } = await this.facet(place);
      const has = new Uint8Array(this.data.end);
      for (const term of chosen) for (const number of term < 0 ? unstated : terms[term]) has[number] = 1;
      return has;
    }

    async cases(numbers) {
      const entries = await this.entries();
      return numbers.map((number) => entries[number]);
    }
  }

  Source.preferred = preferred;
  Object.assign(window.knowhowSearch, { Source });
})();
