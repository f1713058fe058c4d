// Builds the elements of the results. All text is inserted as text, never as HTML.
(function () {
  "use strict";

  const { address, said } = window.knowhowFinder;
  const PAGE_SIZE = 10;
  // The number of pages around the current one with their own link.
  const NEAR = 2;

  // Returns an element with attributes and content: elements and texts.
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  const hidden = (text) => make("span", { class: "hidden" }, text);

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
    const named = (words.length > 0 ? words.map(({ text }) => text) : [asked.text]).map((word) => `「${word}」`).join("");
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

  function pageCount(found) {
    return Math.max(1, Math.ceil(found.total / PAGE_SIZE));
  }

  // Returns the current page of the results in words; empty if there is only one page.
  function place(asked, found) {
    const about = found.exact ? "" : "およそ";
    return pageCount(found) > 1 ? `${about}${said(pageCount(found))}ページのうち${said(asked.page)}ページ目` : "";
  }

  function alternatives(words) {
    const lines = words
      .filter((word) => word.alternatives.length > 0)
      .map((word) => `「${word.text}」のほかに、${word.alternatives.map((other) => `「${other}」`).join("")}も探しました。`);
    return lines.length > 0 ? make("p", { class: "about" }, lines.join("")) : null;
  }

  function chips(asked, named) {
    if (named.length === 0) return null;
    const items = named.map(({ key, value, facet, label }) =>
      make("li", {}, go(address.without(asked, key, value), `${facet}：${label}`, hidden("を外す"))));
    return make("div", { class: "chosen" }, make("p", { id: "page-chosen" }, "選んでいる条件", make("span", { class: "how" }, "（選ぶと外れます）")),
      make("ul", { "aria-labelledby": "page-chosen" }, ...items));
  }

  function reset(asked) {
    const isFiltered = Object.keys(asked.filters).length > 0;
    const words = asked.text === "" ? "条件をすべて外す" : isFiltered ? "検索の言葉と条件をすべて消す" : "検索の言葉を消す";
    return make("p", { class: "reset" }, go({ text: "", filters: {}, page: 1 }, words));
  }

  // Returns the cases that a filter leaves out because they have no term: {key, label, count}.
  function leftOut(asked, facets) {
    return facets.map(({ key, label, count }) => {
      const wider = { ...asked, page: 1, filters: { ...asked.filters, [key]: [...asked.filters[key], ""] } };
      return make("p", { class: "left-out" }, `このほかに、${label}事例が${said(count)}件あります。`,
        go(wider, `${label}事例も含めて探す`));
    });
  }

  function hit(root, shown, { address: path, title, titleParts, terms, excerpt }) {
    const link = make("a", { href: root + path }, ...(titleParts ? marked(titleParts) : [title]));
    const text = excerpt.length > 0 ? make("p", {}, ...excerpt.flatMap(marked)) : null;
    const named = shown.flatMap((key) => terms[key] || []);
    // Other terms are shown if they alone contain a word.
    const others = Object.keys(terms).filter((key) => !shown.includes(key)).flatMap((key) => terms[key]).filter(({ isReason }) => isReason);
    const labels = [...named, ...others].map(({ parts }) => make("li", {}, ...marked(parts)));
    return make("li", { class: "case-card" }, make("h3", {}, link), text, make("ul", { class: "case-terms" }, ...labels));
  }

  function pagination(asked, found) {
    const last = pageCount(found);
    if (last === 1) return null;
    const { page } = asked;
    const to = (number, ...children) => go({ ...asked, page: number }, ...children);
    const items = [];
    if (page > 1) items.push(make("li", { class: "previous" }, to(page - 1, "前のページ")));
    for (let number = 1; number <= last; number += 1) {
      const isNear = Math.abs(number - page) <= NEAR;
      if (number !== 1 && number !== last && !isNear) {
        items.push(make("li", { class: "gap" }, "…"));
        number = number < page ? page - NEAR - 1 : last - 1;
      } else if (number === page) {
        items.push(make("li", {}, make("span", { "aria-current": "page" }, hidden("いまのページ："), said(number))));
      } else {
        items.push(make("li", {}, to(number, hidden("ページ"), said(number))));
      }
    }
    if (page < last) items.push(make("li", { class: "next" }, to(page + 1, "次のページ")));
    const first = (page - 1) * PAGE_SIZE + 1;
    const about = found.exact ? "全" : "およそ";
    const range = `${about}${said(found.total)}件のうち${said(first)}〜${said(first + found.hits.length - 1)}件目を表示しています。`;
    return make("nav", { class: "pagination", "aria-label": "ページ送り" }, make("p", {}, range), make("ul", {}, ...items));
  }

  // Returns the list of the results.
  function list(asked, found, { root, shown }) {
    const start = (asked.page - 1) * PAGE_SIZE + 1;
    const items = found.hits.map((each) => hit(root, shown, each));
    return [make("ol", { class: "case-cards", role: "list", start }, ...items), pagination(asked, found)];
  }

  // Returns the way on where a part of the search is missing or has another version than the page.
  function failure() {
    return make("p", { class: "reset" }, make("a", { href: location.search || location.pathname, "data-reload": "" }, "ページを読み込み直す"));
  }

  window.knowhowFinder.results = {
    PAGE_SIZE, make, go, said, isVain, headline, place, pageCount, alternatives, chips, reset, leftOut, list, failure,
  };
})();
