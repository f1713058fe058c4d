// Builds the elements of the results. All text is inserted as text, never as HTML.
(function () {
  "use strict";

  const { address, said } = window.knowhowFinder;
  const PAGE_SIZE = 10;

  // Returns an element with attributes and content: elements and texts.
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  // Returns a link to another query on this page.
  function go(asked, ...children) {
    return make("a", { href: address.write(asked), "data-go": "" }, ...children);
  }

  // Returns texts of which some are marked.
  function marked(parts) {
    return parts.map(({ text, marked: isMarked }) => (isMarked ? make("mark", {}, text) : text));
  }

  // Returns the query in words.
  function subject(asked, words) {
    const named = words.map(({ text }) => `「${text}」`).join("");
    const isFiltered = Object.keys(asked.filters).length > 0;
    if (asked.text === "") return "条件に合う事例";
    return isFiltered ? `${named}を含み、条件に合う事例` : `${named}を含む事例`;
  }

  // Whether the typed text contains nothing that can be searched for.
  function isVain(asked, found) {
    return asked.text !== "" && found.words.length === 0;
  }

  // Returns the heading of the results.
  function headline(asked, found) {
    if (isVain(asked, found)) return `「${asked.text}」では探せません`;
    if (found.total === 0) return `${subject(asked, found.words)}は見つかりませんでした`;
    return `${subject(asked, found.words)}：${found.exact ? "" : "およそ"}${said(found.total)}件`;
  }

  function alternatives(words) {
    const lines = words
      .filter((word) => word.alternatives.length > 0)
      .map((word) => `「${word.text}」のほかに、${word.alternatives.map((other) => `「${other}」`).join("")}も探しました。`);
    return lines.length > 0 ? make("p", { class: "about" }, lines.join("")) : null;
  }

  // Returns links to the terms and the words of the glossary that the query names.
  function answers(found, root) {
    const items = found.map(({ facet, label, address: path, count, meaning }) => make("li", {},
      make("a", { href: root + path }, `${facet || "用語集"}「${label}」`),
      meaning === undefined ? make("span", { class: "count" }, count > 0 ? `${said(count)}件の事例` : "まだ事例がありません") : make("p", {}, meaning)));
    return items.length > 0 ? make("ul", { class: "answers" }, ...items) : null;
  }

  function reset(asked) {
    const isFiltered = Object.keys(asked.filters).length > 0;
    const words = asked.text === "" ? "条件をすべて外す" : isFiltered ? "検索の言葉と条件をすべて消す" : "検索の言葉を消す";
    return make("p", { class: "reset" }, go({ text: "", filters: {}, page: 1 }, words));
  }

  function hit(root, shown, { address: path, titleParts, terms, excerpt }) {
    const link = make("a", { href: root + path }, ...marked(titleParts));
    const reason = Object.values(terms).flat().find(({ isReason }) => isReason);
    const text = make("p", {}, reason ? `「${reason.label}」の事例です。` : null, ...excerpt.flatMap(marked));
    const named = shown.flatMap((key) => terms[key] || []);
    // Other terms are shown if they alone contain a word.
    const others = Object.keys(terms).filter((key) => !shown.includes(key)).flatMap((key) => terms[key]).filter(({ isReason }) => isReason);
    const labels = [...named, ...others].map(({ parts }) => make("li", {}, ...marked(parts)));
    return make("li", { class: "case-card" }, make("h3", {}, link), text, make("ul", { class: "case-terms" }, ...labels));
  }

  // Returns the list of the results.
  function list(asked, found, { root, shown }) {
    const start = (asked.page - 1) * PAGE_SIZE + 1;
    const items = found.hits.map((each) => hit(root, shown, each));
    return make("ol", { class: "case-cards", role: "list", start }, ...items);
  }

  window.knowhowFinder.results = {
    PAGE_SIZE, make, go, isVain, headline, answers, alternatives, reset, list,
  };
})();
