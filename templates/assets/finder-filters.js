// Choices in filters: which cases they leave, and what the results say about them. Only loaded when a reader makes a choice or sees the
// numbers of choices.
(function () {
  "use strict";

  // The value for cases without a term of a facet.
  const UNSTATED = -2;

  // Returns the terms in the filters of a query by facet: null if there is no choice, else the numbers of terms.
  function chosenTerms(facets, filters) {
    return facets.map((facet) => {
      const slugs = filters[facet.key];
      if (!Array.isArray(slugs) || slugs.length === 0) return null;
      const numbers = slugs.map((slug) => (slug === "" ? UNSTATED : facet.terms.findIndex((term) => term.slug === slug)));
      return numbers.filter((number) => number !== -1);
    });
  }

  // Returns the numbers of the cases with each term of a facet, and of those without one.
  async function cases(source, place) {
    // Many cases have files for this (search-index.js).
    if (source.facet) return source.facet(place);
    const terms = source.facets[place].terms.map(() => []);
    const unstated = [];
    for (const [number, entry] of (await source.entries()).entries()) {
      if (entry === null) continue;
      for (const term of entry.terms[place]) terms[term].push(number);
      if (entry.terms[place].length === 0) unstated.push(number);
    }
    return { terms, unstated };
  }

  // Returns the numbers of the cases that contain all words and have the terms in filters, best first: without words, in the order of the
  // page of all cases, by primary term. A facet may be left out.
  async function found({ facets, data, source }, words, filters, without) {
    const all = async () => {
      const { terms, unstated } = await cases(source, data.primary);
      return { numbers: [...terms, unstated].flatMap((numbers) => [...numbers]), exact: true };
    };
    const ranked = words.length > 0 ? await source.ranked(words) : await all();
    let { numbers } = ranked;
    for (const [place, chosen] of chosenTerms(facets, filters).entries()) {
      if (chosen === null || place === without) continue;
      const { terms, unstated } = await cases(source, place);
      const has = new Uint8Array(data.end);
      for (const term of chosen) for (const number of term < 0 ? unstated : terms[term]) has[number] = 1;
      numbers = numbers.filter((number) => has[number] === 1);
    }
    return { numbers, exact: ranked.exact };
  }

  // Returns the number of cases that each term would leave, by facet key and slug.
  async function counts(index, { text = "", filters = {}, keys = index.facets.map(({ key }) => key) } = {}) {
    const words = await index.parse(text);
    // The typed text contains nothing to search for.
    const isVain = words.length === 0 && text.trim() !== "";
    const counted = {};
    for (const [place, facet] of index.facets.entries()) {
      if (!keys.includes(facet.key)) continue;
      const { numbers } = isVain ? { numbers: [] } : await found(index, words, filters, place);
      const isFound = new Uint8Array(index.data.end);
      for (const number of numbers) isFound[number] = 1;
      const count = (some) => some.reduce((sum, number) => sum + isFound[number], 0);
      const { terms, unstated } = await cases(index.source, place);
      counted[facet.key] = { "": count(unstated) };
      for (const [term, { slug }] of facet.terms.entries()) counted[facet.key][slug] = count(terms[term]);
    }
    return counted;
  }

  // Shows the number of cases that each choice of the visible facets would leave, each one only once for a query.
  async function show(finder) {
    const { said, Filters } = window.knowhowFinder;
    const { turn, asked, panel, filters } = finder;
    const awaited = panel.open ? filters.facets.filter(({ element, isAwaited }) => isAwaited && element.open) : [];
    if (awaited.length === 0) return;
    for (const facet of awaited) facet.isAwaited = false;
    const counted = await counts(await finder.index(), { ...asked, keys: awaited.map(({ key }) => key) });
    if (turn !== finder.turn || asked !== finder.asked) return;
    for (const { key, choices: all } of awaited) for (const choice of all) Filters.sayCount(choice, said(counted[key][choice.value] || 0));
  }

  // Returns what the results say about the choices of a query, in the order of the page: {parts, notes}.
  async function choices(index, asked, facets) {
    const { said, results: { make, go } } = window.knowhowFinder;
    const { text, filters } = asked;
    // Returns the query with other choices in a facet.
    const changed = (key, values) => {
      const { [key]: _, ...others } = filters;
      return { text, filters: values.length > 0 ? { ...filters, [key]: values } : others, page: 1 };
    };
    const chips = facets.flatMap(({ key, label, choices: all }) => all
      .filter(({ value }) => (filters[key] || []).includes(value))
      .map((choice) => make("li", {},
        go(changed(key, filters[key].filter((value) => value !== choice.value)), `{{strings.finder.choice facet=label choice=choice.label}}`, make("span", { class: "hidden" }, "{{strings.finder.remove_choice}}")))));
    // The facets whose cases without a term are left out.
    const leaving = facets.filter(({ key, choices: all }) => filters[key] && !filters[key].includes("") && all.some(({ value }) => value === ""));
    const counted = await counts(index, { text, filters, keys: leaving.map(({ key }) => key) });
    const leftOut = leaving.filter(({ key }) => counted[key][""] > 0).map(({ key, choices: all }) => {
      const { label } = all.find(({ value }) => value === "");
      const note = `{{strings.finder.left_out label=label count=said(counted[key][""])}}`;
      return { note, part: make("p", { class: "left-out" }, note, go(changed(key, [...filters[key], ""]), `{{strings.finder.include label=label}}`)) };
    });
    return {
      parts: [
        make("div", { class: "chosen" },
          make("p", { id: "page-chosen" }, "{{strings.finder.chosen_filters}}", make("span", { class: "how" }, "{{strings.finder.chosen_hint}}")),
          make("ul", { "aria-labelledby": "page-chosen" }, ...chips)),
        ...leftOut.map(({ part }) => part),
      ],
      notes: leftOut.map(({ note }) => note).join(""),
    };
  }

  window.knowhowSearch.filtering = { found, counts, choices, show };
  window.knowhow(window.knowhowSearch.VERSION, true);
})();
