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
    if (pageCount(found) === 1) return "";
    const [last, page] = [said(pageCount(found)), said(asked.page)];
    return found.exact ? `{{strings.finder.place last=last page=page}}` : `{{strings.finder.place_about last=last page=page}}`;
  }

  function links(asked, found) {
    const last = pageCount(found);
    if (last === 1) return null;
    const { page } = asked;
    const to = (number, ...children) => go({ ...asked, page: number }, ...children);
    const items = [];
    if (page > 1) items.push(make("li", { class: "previous" }, to(page - 1, "{{strings.pagination.previous}}")));
    for (let number = 1; number <= last; number += 1) {
      const isNear = Math.abs(number - page) <= NEAR;
      if (number !== 1 && number !== last && !isNear) {
        items.push(make("li", { class: "gap" }, "…"));
        number = number < page ? page - NEAR - 1 : last - 1;
      } else if (number === page) {
        items.push(make("li", {}, make("span", { "aria-current": "page" }, hidden("{{strings.pagination.current}}"), said(number))));
      } else {
        items.push(make("li", {}, to(number, hidden("{{strings.pagination.page}}"), said(number))));
      }
    }
    if (page < last) items.push(make("li", { class: "next" }, to(page + 1, "{{strings.pagination.next}}")));
    const place = (page - 1) * PAGE_SIZE;
    const [total, first, end] = [found.total, place + 1, place + found.hits.length].map(said);
    const range = found.exact
      ? `{{strings.finder.range total=total first=first end=end}}`
      : `{{strings.finder.range_about total=total first=first end=end}}`;
    return make("nav", { class: "pagination", "aria-label": "{{strings.pagination.label}}" }, make("p", {}, range), make("ul", {}, ...items));
  }

  window.knowhowFinder.paging = { last, place, links };
  window.knowhow(window.knowhowSearch.VERSION, true);
})();
