// The search engine: finds cases by words and filters, without a server. Defines window.knowhowSearch.
//
//   const index = await knowhowSearch.open("./");
//   const { total, hits } = await index.search({ text: "ジョブコーチ", filters: {}, first: 0, limit: 10 });
(function () {
  "use strict";

  const VERSION = 5;
  const { text: texts, words: wordsOf } = window.knowhowSearch;
  // The number of characters that an excerpt shows on each side of a word.
  const MARGIN = 40;
  // The time after which a file is given up that a host does not send, in milliseconds. A phone may need long for a large file.
  const LONGEST_WAIT = 30000;
  // The event of a file that arrives after it was given up.
  const LATE_ARRIVAL = "knowhow-late-arrival";
  // The value for cases without a term of a facet.
  const UNSTATED = -2;

  class SearchError extends Error {
    constructor(kind, message) {
      super(message);
      this.name = "SearchError";
      this.kind = kind;
    }
  }

  // The requested files by address. A file that cannot be loaded may be requested again.
  const loading = new Map();
  const received = new WeakMap();
  // When the last file arrived, in milliseconds.
  let lastArrival = 0;

  // Each file of the search calls this function.
  function receive(version, data) {
    received.set(document.currentScript, { version, data });
  }

  function load(address) {
    if (loading.has(address)) return loading.get(address);
    const promise = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      let isLate = false;
      const patience = setInterval(() => {
        // Of many files, the last ones wait for the others.
        if (performance.now() - lastArrival < LONGEST_WAIT) return;
        isLate = true;
        reject(new SearchError("late", `${address} cannot be loaded`));
        clearInterval(patience);
      }, LONGEST_WAIT);
      const end = () => {
        clearInterval(patience);
        lastArrival = performance.now();
        script.remove();
      };
      script.addEventListener("load", () => {
        end();
        const file = received.get(script);
        if (!file) reject(new SearchError("missing", `${address} cannot be loaded`));
        else if (file.version !== VERSION) reject(new SearchError("version", `${address} has version ${file.version}`));
        else if (!isLate) resolve(file.data);
        else {
          loading.set(address, Promise.resolve(file.data));
          dispatchEvent(new Event(LATE_ARRIVAL));
        }
      });
      script.addEventListener("error", () => {
        end();
        reject(new SearchError("missing", `${address} cannot be loaded`));
      });
      document.head.append(script);
    });
    loading.set(address, promise);
    promise.catch(() => loading.delete(address));
    return promise;
  }

  // Returns the terms in the filters of a query by facet: null if there is no choice, else the numbers of terms.
  function chosenTerms(facets, filters) {
    return facets.map((facet) => {
      const slugs = (filters || {})[facet.key];
      if (!Array.isArray(slugs) || slugs.length === 0) return null;
      const numbers = slugs.map((slug) => (slug === "" ? UNSTATED : facet.terms.findIndex((term) => term.slug === slug)));
      return numbers.filter((number) => number !== -1);
    });
  }

  class SearchIndex {
    constructor(root, data) {
      this.root = root;
      this.data = data;
      this.count = data.count;
      // Sorts the numbers of cases; null for the order of relevance.
      this.order = null;
      this.facets = data.facets.map((facet) => ({
        ...facet, terms: facet.terms.map(([slug, label, count, ...aliases]) => ({ slug, label, count, aliases })),
      }));
      const { Source, shardedSource } = window.knowhowSearch;
      texts.addForms(data.forms || "");
      this.source = new (data.index ? shardedSource(Source) : Source)(data, this.facets, (name) => load(`${root}search/${name}.js`));
    }

    // Loads the scripts that few queries need: other spellings, and what is said if nothing is found.
    more() {
      return this.data.more ? load(this.root + this.data.more) : Promise.resolve();
    }

    async parse(query) {
      if (wordsOf.needsMore(query)) await this.more();
      return wordsOf.parse(query, this.data, this.facets);
    }

    // Returns the numbers of the cases that contain all words of a query and have its terms, best first. A facet may be left out.
    async found(words, chosen, without) {
      const ranked = words.length > 0 ? await this.source.ranked(words) : await this.source.all();
      let numbers = this.order ? this.order(ranked.numbers) : ranked.numbers;
      for (const [facet, terms] of chosen.entries()) {
        if (terms === null || facet === without) continue;
        const has = await this.source.membership(facet, terms);
        numbers = numbers.filter((number) => has[number] === 1);
      }
      return { numbers, exact: ranked.exact };
    }

    async search({ text = "", filters = {}, first = 0, limit = 10 } = {}) {
      const words = await this.parse(text);
      const said = words.map(({ text, alternatives }) => ({
        text,
        alternatives: alternatives.slice(1).map((alternative) => alternative.shown),
      }));
      if (words.length === 0 && text.trim() !== "") return { total: 0, exact: true, hits: [], words: said };
      const { numbers, exact } = await this.found(words, chosenTerms(this.facets, filters), -1);
      const page = exact
        ? { shown: numbers.slice(first, first + limit), total: numbers.length, isExact: true }
        : await this.source.checked(numbers, words, first, limit);
      // Nothing may be found because of another form or spelling.
      if (page.total === 0 && this.data.more && !window.knowhowSearch.otherSpellings) {
        await this.more();
        return this.search({ text, filters, first, limit });
      }
      const cases = await this.source.cases(page.shown);
      return {
        total: page.total,
        exact: page.isExact,
        hits: cases.map((entry) => this.hit(entry, words)),
        words: said,
      };
    }

    hit(entry, words) {
      const all = (some) => some.flatMap((word) => [...word.alternatives, ...word.forms]);
      const marked = all(words);
      const fields = this.source.fields(entry);
      const own = [fields[0], fields[fields.length - 1]];
      const elsewhere = all(words.filter((word) => !all([word]).some((form) => own.some(([, field]) => texts.has(field, form)))));
      const terms = {};
      for (const [place, facet] of this.facets.entries()) {
        terms[facet.key] = entry.terms[place].map((term) => this.term(facet.terms[term], marked, elsewhere));
      }
      return {
        id: entry.id,
        address: `cases/${entry.id}.html`,
        title: entry.title,
        titleParts: texts.marked(entry.title, marked),
        terms,
        excerpt: texts.excerpts(entry.body, marked, MARGIN),
      };
    }

    // Returns a term of a case: its label in parts, with the alias that contains a word, and whether only the term contains one.
    term({ label, aliases }, marked, elsewhere) {
      const isFound = (name) => elsewhere.some((form) => texts.has(texts.normalize(name), form));
      const alias = isFound(label) ? undefined : aliases.find(isFound);
      const name = alias === undefined ? label : `${label}（別の呼び方：${alias}）`;
      return { label, parts: texts.marked(name, marked), isReason: alias !== undefined || isFound(label) };
    }

    // Returns the number of cases that each term would leave, by facet key and slug.
    async counts({ text = "", filters = {}, keys = this.facets.map(({ key }) => key) } = {}) {
      const words = await this.parse(text);
      const chosen = chosenTerms(this.facets, filters);
      // The typed text contains nothing to search for.
      const isVain = words.length === 0 && text.trim() !== "";
      const counts = {};
      for (const [place, facet] of this.facets.entries()) {
        if (!keys.includes(facet.key)) continue;
        const { numbers } = isVain ? { numbers: [] } : await this.found(words, chosen, place);
        const isFound = new Uint8Array(this.data.end);
        for (const number of numbers) isFound[number] = 1;
        const count = (postings) => postings.reduce((sum, number) => sum + isFound[number], 0);
        const postings = await this.source.facet(place);
        counts[facet.key] = { "": count(postings.unstated) };
        for (const [term, { slug }] of facet.terms.entries()) counts[facet.key][slug] = count(postings.terms[term]);
      }
      return counts;
    }

    async suggestions(text) {
      await this.more();
      return window.knowhowSearch.suggestions(this, text);
    }
  }

  // anew: whether to request the root file even if the browser has it in its cache.
  async function open(root, { anew = false } = {}) {
    return new SearchIndex(root, await load(`${root}search/index.js${anew ? `?${Date.now()}` : ""}`));
  }

  window.knowhow = receive;
  Object.assign(window.knowhowSearch, { open, VERSION, LATE_ARRIVAL });
})();
