// Converts a query from and to an address: {text, filters: {key: [value, …]}, page}.
(function () {
  "use strict";

  const LONGEST_TEXT = 200;

  // Returns the text without spaces around it, cut to the maximum length.
  function clean(text) {
    return [...text.replace(/\s+/gu, " ").trim()].slice(0, LONGEST_TEXT).join("").trim();
  }

  // Reads the part of an address after its path. Unknown choices are left out.
  function read(query, choices) {
    const parameters = new URLSearchParams(query);
    const filters = {};
    for (const [key, values] of choices) {
      const asked = new Set(parameters.getAll(key));
      const chosen = values.filter((value) => asked.has(value));
      if (chosen.length > 0) filters[key] = chosen;
    }
    const page = Number(parameters.get("page"));
    return { text: clean(parameters.get("q") || ""), filters, page: Number.isSafeInteger(page) && page > 0 ? page : 1 };
  }

  // Returns the address of a query on this page, for links.
  function write({ text, filters, page }) {
    const parameters = new URLSearchParams();
    if (text !== "") parameters.append("q", text);
    for (const [key, values] of Object.entries(filters)) for (const value of values) parameters.append(key, value);
    const query = parameters.toString();
    if (query === "") return location.pathname;
    return `?${query}${page > 1 ? `&page=${page}` : ""}`;
  }

  // Whether the query is empty.
  function isEmpty({ text, filters }) {
    return text === "" && Object.keys(filters).length === 0;
  }

  window.knowhowFinder = { address: { clean, read, write, isEmpty } };
})();
