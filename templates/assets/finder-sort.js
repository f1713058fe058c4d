// Sorts the results. This is loaded after the first answer; until then, and without a choice, the best results are first.
(function () {
  "use strict";

  const { finder, results: { make } } = window.knowhowFinder;
  // The numbers of cases are in the order of their ids.
  const byNumber = (numbers) => [...numbers].sort((left, right) => left - right);
  let order = "";
  // Whether the reader has just chosen an order.
  let isChosen = false;

  // Returns the orders of a query: {value: label}.
  function orders({ text }) {
    return { "": text === "" ? "一覧の順" : "関連の深い順", number: "番号順" };
  }

  // Adds the choice of an order before a list of several results.
  function offer() {
    const list = finder.found.querySelector("ol.case-cards");
    if (!list || list.childElementCount < 2 || finder.found.querySelector(".sort")) return;
    const labels = orders(finder.stated());
    const options = Object.entries(labels).map(([value, label]) => make("option", { value }, label));
    const select = make("select", { id: "page-sort" }, ...options);
    select.value = order;
    select.addEventListener("change", () => choose(select.value));
    list.before(make("p", { class: "sort" }, make("label", { for: "page-sort" }, "並び順"), select));
    if (!isChosen) return;
    isChosen = false;
    select.focus();
    finder.status.textContent += `${labels[order]}に並べました。`;
  }

  async function choose(value) {
    order = value;
    isChosen = true;
    (await finder.index()).order = value === "number" ? byNumber : null;
    finder.ask({ ...finder.asked, page: 1 });
  }

  new MutationObserver(offer).observe(finder.found, { childList: true });
  offer();
})();
