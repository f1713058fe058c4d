// The search engine: finds cases by words and filters, without a server. Defines window.knowhowSearch.
//
//   const index = await knowhowSearch.open("./");
//   const { total, hits } = await index.search({ text: "ジョブコーチ", filters: {}, first: 0, limit: 10 });
(function () {
  "use strict";

  const VERSION = 6;
  const { text: texts, words: wordsOf, original } = window.knowhowSearch;
  // The number of characters that an excerpt shows on each side of a word.
  const MARGIN = 40;
  // The time after which a file is given up that a host does not send, in milliseconds. A phone may need long for a large file.
  const LONGEST_WAIT = 30000;

  // Returns an error: "late", "missing" or "version".
  const problem = (kind, address) => Object.assign(new Error(address), { kind });

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
        reject(problem("late", address));
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
        if (!file) reject(problem("missing", address));
        else if (file.version !== VERSION) reject(problem("version", address));
        else if (!isLate) resolve(file.data);
        else {
          loading.set(address, Promise.resolve(file.data));
          // A file that was given up.
          dispatchEvent(new Event("knowhow-late-arrival"));
        }
      });
      script.addEventListener("error", () => {
        end();
        reject(problem("missing", address));
      });
      document.head.append(script);
    });
    loading.set(address, promise);
    promise.catch(() => loading.delete(address));
    return promise;
  }

  // Returns the names in the label of several things, normalized: 上司, 同僚 and 従業員; 聴覚障害 and 言語障害 of 聴覚・言語障害.
  function partsOf(label) {
    const parts = /[のやを／]/.test(label) ? [] : label.split("・");
    const last = parts[parts.length - 1];
    return parts.length < 2 ? [] : [...parts, ...parts.map((part) => part + last.slice(part.length))].map(texts.normalize);
  }

  class SearchIndex {
    constructor(root, data) {
      this.root = root;
      this.data = data;
      // Sorts the numbers of cases; null for the order of relevance.
      this.order = null;
      this.facets = data.facets.map((facet) => ({
        ...facet, terms: facet.terms.map(([slug, label, count, ...aliases]) => ({ slug, label: original(label), count, aliases: aliases.map(original) })),
      }));
      const { Source, caseSource } = window.knowhowSearch;
      texts.addForms(data.forms || "");
      // What is known of the words (Sources/Search/Writing/WordFiles.swift): the entries of all loaded shards, which may be in several.
      this.lists = [new Map(), new Map(), new Map()];
      [data.synonyms, data.related] = this.lists;
      this.source = new (caseSource(Source))(data, this.facets, (name) => load(`${root}search/${name}.js`));
    }

    // Loads a script that few queries need, if the templates have it: 0 other spellings, and what is said if nothing is found;
    // 1 choices in filters; 2 links to further pages.
    async script(place) {
      const name = this.data.scripts[place];
      if (name) await load(this.root + name);
    }

    more() {
      return this.script(0);
    }

    async parse(query) {
      await Promise.all([wordsOf.needsMore(query) ? this.more() : null, this.know(texts.normalize(query))]);
      await this.know(wordsOf.split(query).flatMap((word) => word.texts).join(""));
      return wordsOf.parse(query, this.data, this.facets);
    }

    // Loads the synonyms and the words of the glossary that may be in a text.
    async know(text) {
      const { words, starts } = this.data;
      const places = original(starts).split(" ").flatMap((shard, place) => ([...shard].some((start) => text.includes(start)) ? [place] : []));
      for (const lists of await Promise.all(places.map((place) => this.source.file("w", place, words.slice(5 * place, 5 * place + 5))))) {
        for (const [list, entries] of lists.entries()) for (const entry of entries) this.lists[list].set(entry.join(), entry);
      }
    }

    // Returns what has one of some names: terms {facet, label, address, count} and words of the glossary {label, address, meaning}.
    //
    // hasParts: whether the names of parts of a label count.
    named(wanted, hasParts) {
      const isNamed = (names) => names.some((name) => wanted.includes(name));
      const terms = this.facets.flatMap((facet, place) => facet.terms
        .filter((term, number) => isNamed([...this.source.names(place, number).map(([, name]) => name), ...(hasParts ? partsOf(term.label) : [])]))
        .map(({ label, slug, count }) => ({ facet: facet.key, label, address: `${facet.folder}/${slug}.html`, count })));
      const explained = [...this.lists[2].values()]
        .filter(([, , ...names]) => isNamed(names.map(texts.normalize)))
        .map(([slug, meaning, label]) => ({ label, address: `glossary.html#word-${slug}`, meaning }));
      return [...terms, ...explained];
    }

    // Returns what the words of a query name, or else what their synonyms do. A question for a meaning is answered by the glossary first.
    answers(words, query) {
      const found = words.flatMap(({ texts: own, same }) => {
        const named = this.named(own, words.length === 1);
        return named.length > 0 ? named : this.named(same, words.length === 1);
      });
      return /とは|って|意味/.test(query) ? found.sort((one, other) => !one.meaning - !other.meaning) : found;
    }

    // Loads the scripts for choices in filters.
    async filtering() {
      await this.script(1);
      return window.knowhowSearch.filtering;
    }

    // Returns the numbers of the cases that contain all words of a query and have its terms, best first.
    async found(words, filters) {
      const isNarrowed = words.length === 0 || Object.keys(filters).length > 0;
      const found = await (isNarrowed ? (await this.filtering()).found(this, words, filters) : this.source.ranked(words));
      if (this.order) found.numbers = this.order(found.numbers);
      return found;
    }

    async search({ text = "", filters = {}, first = 0, limit = 10 } = {}) {
      const words = await this.parse(text);
      const said = words.map(({ text, alternatives: [, ...others] }) => ({ text, alternatives: others.map(({ shown }) => shown) }));
      if (words.length === 0 && text.trim() !== "") return { total: 0, exact: true, hits: [], words: said, answers: [] };
      const { numbers, exact } = await this.found(words, filters);
      const page = exact
        ? { shown: numbers.slice(first, first + limit), total: numbers.length, isExact: true }
        : await this.source.checked(numbers, words, first, limit);
      // Nothing may be found because of another form or spelling.
      if (page.total === 0 && this.data.scripts[0] && !window.knowhowSearch.otherSpellings) {
        await this.more();
        return this.search({ text, filters, first, limit });
      }
      const cases = await this.source.cases(page.shown);
      return {
        total: page.total,
        exact: page.isExact,
        hits: cases.map((entry) => this.hit(entry, words)),
        words: said,
        answers: this.answers(words, text),
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
        details: entry.details,
        excerpt: words.length === 0 && entry.details[0]?.kind === 0 ? [entry.details.slice(0, 1)] : texts.excerpts(entry.body, marked, MARGIN),
      };
    }

    // Returns a term of a case: its label in parts, with the alias that contains a word, and whether only the term contains one.
    term({ label, aliases }, marked, elsewhere) {
      const isFound = (name) => elsewhere.some((form) => texts.has(texts.normalize(name), form));
      const alias = isFound(label) ? undefined : aliases.find(isFound);
      const name = alias === undefined ? label : `{{strings.finder.alias label=label alias=alias}}`;
      return { label, parts: texts.marked(name, marked), isReason: alias !== undefined || isFound(label) };
    }
  }

  // anew: whether to request the root file even if the browser has it in its cache.
  async function open(root, { anew = false } = {}) {
    const index = new SearchIndex(root, await load(`${root}search/index.js${anew ? `?${Date.now()}` : ""}`));
    // Few cases have all texts in one file, which every query needs.
    if (index.data.texts) index.source.entries().catch(() => {});
    return index;
  }

  window.knowhow = receive;
  Object.assign(window.knowhowSearch, { open, partsOf, VERSION });
})();
