// The links to the pages of the results. Only loaded for more results than one page shows.
(function () {
  "use strict";

  const { said, results: { PAGE_SIZE, make, go } } = window.knowhowFinder;
  const pageCount = (found) => Math.max(1, Math.ceil(found.total / PAGE_SIZE));
  const hidden = (text) => make("span", { class: "hidden" }, text);
  // The number of pages around the current one with their own link.
  const NEAR = 2;

  // Returns the number and the results of a page, or of the last one if an address contains a page after it, which is only known when it
  // is reached. The steps grow, because each step loads texts.
  async function last(page, found, search) {
    for (let step = 1; found.hits.length === 0 && found.total > 0 && page > 1; step *= 2) {
      page = Math.max(1, Math.min(page - step, pageCount(found)));
      found = await search(page);
    }
    return [page, found];
  }

  // Returns the current page of the results in words; empty if there is only one page.
  function place(asked, found) {
    const about = found.exact ? "" : "およそ";
    return pageCount(found) > 1 ? `${about}${said(pageCount(found))}ページのうち${said(asked.page)}ページ目` : "";
  }

  function links(asked, found) {
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

  window.knowhowFinder.paging = { last, place, links };
  window.knowhow(window.knowhowSearch.VERSION, true);
})();
