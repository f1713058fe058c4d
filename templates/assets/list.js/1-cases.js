// The cases of a list: which ones its address names, and their texts, from the files of the search.
(function () {
  "use strict";

  // Returns the names in a fragment, each one once.
  function named(fragment) {
    return [...new Set(fragment.slice(1).split("."))].filter((name) => name !== "");
  }

  // Returns a function from an id to the number of its case, or to undefined (Sources/Site/Pages/List/ListPage.swift).
  function numbering(text) {
    const ranges = [];
    let next = 0;
    for (const part of text.split(" ")) {
      const [first, last = first] = part.split("..");
      const count = first === last ? 1 : Number(last.match(/[0-9]+$/)[0]) - Number(first.match(/[0-9]+$/)[0]) + 1;
      ranges.push({ first, next, count });
      next += count;
    }
    const singles = new Map(ranges.map((range) => [range.first, range.next]));
    return (id) => {
      if (singles.has(id)) return singles.get(id);
      const digits = (id.match(/[0-9]+$/) || [""])[0];
      for (const range of ranges) {
        if (range.count === 1 || range.first.length !== id.length) continue;
        const own = range.first.match(/[0-9]+$/)[0];
        const stem = range.first.slice(0, -own.length);
        const offset = Number(digits.slice(-own.length)) - Number(own);
        if (digits.length >= own.length && id.startsWith(stem) && offset > 0 && offset < range.count) return range.next + offset;
      }
      return undefined;
    };
  }

  // Returns the cases with some ids: {id, title, terms: the labels of each taxonomy, sections: the paragraphs of each,
  // values: those of declared fields, by label}.
  async function load(root, ids, numberOf, isAgain = false) {
    const index = await window.knowhowSearch.open(root, { anew: isAgain });
    const entries = await index.source.cases(ids.map(numberOf));
    if (entries.some((entry, place) => entry?.id !== ids[place])) {
      // The browser may have a file from before the last update of the site in its cache.
      if (isAgain) throw new Error("the files of the search are not those of the page");
      return load(root, ids, numberOf, true);
    }
    return entries.map(({ id, title, terms, body, details }) => ({
      id, title,
      values: new Map(details.map(({ kind, text }) => [String(kind), text])),
      terms: terms.map((numbers, place) => numbers.map((number) => index.facets[place].terms[number].label)),
      sections: body.split("\n\n").map((section) => section.split("\n").filter((line) => line !== "")),
    }));
  }

  window.knowhowList = { named, numbering, load };
})();
