// Where a search looks: in the texts of all cases.
(function () {
  "use strict";

  const { normalize, places } = window.knowhowSearch.text;
  // What a word counts for by where it stands.
  const IN_TITLE = 3;
  const IN_LABEL = 1.5;
  const IN_ALIAS = 0.5;
  // BM25's usual values.
  const SATURATION = 1.2;
  const LENGTH_PART = 0.75;

  class Source {
    // load: gives a promise of what a file holds, by its path below the folder of the search.
    constructor(data, facets, load) {
      this.data = data;
      this.facets = facets;
      this.load = load;
    }

    // What a file holds, by what it is for and its hash (Sources/Search/SearchFile.swift).
    file(kind, number, hash) {
      return this.load(`${hash.slice(0, 2)}/${kind}${number}-${hash.slice(2)}`);
    }

    // A case as a file of texts has it.
    entry([id, title, terms, body]) {
      return { id, title, terms, body };
    }

    // The texts of a case as they are searched: [what an occurrence counts for, text].
    fields(entry) {
      if (!entry.fields) {
        const names = entry.terms.flatMap((numbers, facet) => numbers.flatMap((number) => this.names(facet, number)));
        entry.fields = [[IN_TITLE, normalize(entry.title)], ...names, [1, normalize(entry.body)]];
      }
      return entry.fields;
    }

    // The same of a term.
    names(facet, number) {
      const term = this.facets[facet].terms[number];
      if (!term.fields) {
        term.fields = [
          [IN_LABEL, normalize(term.label)], ...term.aliases.map((alias) => [IN_ALIAS, normalize(alias)]),
        ];
      }
      return term.fields;
    }

    // Whether a case holds each of some words, under one of its names.
    holds(entry, words) {
      return words.every((word) =>
        word.alternatives.some(({ text }) => this.fields(entry).some(([, field]) => field.includes(text))));
    }

    // All cases by number, with gaps where one is not found.
    async entries() {
      if (!this.known) {
        const entries = await this.file("t", 0, this.data.texts);
        this.known = entries.map((entry) => (entry === 0 ? null : this.entry(entry)));
      }
      return this.known;
    }

    // How much each case that holds a word counts.
    async scores(word) {
      const scores = new Map();
      const texts = (await this.entries()).map((entry) => (entry ? this.fields(entry) : []));
      const lengths = texts.map((fields) => fields.reduce((sum, [, text]) => sum + text.length, 0));
      const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.data.count);
      for (const { text, weight } of word.alternatives) {
        const counts = texts.map((fields) =>
          fields.reduce((sum, [value, field]) => sum + value * places(field, text).length, 0));
        const holders = counts.filter((count) => count > 0).length;
        const rarity = Math.log(1 + (this.data.count - holders + 0.5) / (holders + 0.5));
        for (const [number, count] of counts.entries()) {
          if (count === 0) continue;
          const relative = 1 - LENGTH_PART + (LENGTH_PART * lengths[number]) / meanLength;
          const score = (weight * rarity * count * (SATURATION + 1)) / (count + SATURATION * relative);
          scores.set(number, Math.max(scores.get(number) || 0, score));
        }
      }
      return scores;
    }

    // The numbers of the cases that hold all words, best first.
    //
    // wantsAll: whether to spare nothing to leave out those that do not hold them.
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

    // Whether what is ranked needs no further check.
    isExact() {
      return true;
    }

    // The numbers of all cases, as the page of all cases lists them: by primary term.
    async all() {
      const { terms, unstated } = await this.facet(this.data.primary);
      return { numbers: [...terms, unstated].flatMap((numbers) => [...numbers]), exact: true };
    }

    // The numbers of the cases that have each term of a facet, and of those that state none.
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

    // For each case, 1 where it has one of some terms of a facet; a number below 0 stands for none stated.
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

  Object.assign(window.knowhowSearch, { Source });
})();
