// Sorts the results. This is loaded after the first answer; until then, and without a choice, the best results are first.
(function () {
  "use strict";

  const { finder, results: { make } } = window.knowhowFinder;
  let order = "";
  // Whether the reader has just chosen an order.
  let isChosen = false;
  let isDated = false;

  // Returns the orders of a query: {value: label}.
  function orders({ text }) {
    return { "": text === "" ? "{{strings.sort.list}}" : "{{strings.sort.relevance}}", ...(isDated ? { date: "{{strings.sort.date}}" } : {}), number: "{{strings.sort.number}}" };
  }

  // Adds the choice of an order before a list of several results.
  function offer() {
    const list = finder.found.querySelector("ol.case-cards");
    if (!list || list.childElementCount < 2 || finder.found.querySelector(".sort")) return;
    const labels = orders(finder.stated());
    const options = Object.entries(labels).map(([value, label]) => make("option", { value }, label));
    const select = make("select", { id: "page-sort" }, ...options);
    select.value = order;
    select.addEventListener("change", () => choose(select.value).catch(() => finder.fail(finder.asked, true)));
    list.before(make("p", { class: "sort" }, make("label", { for: "page-sort" }, "{{strings.sort.label}}"), select));
    if (!isChosen) return;
    isChosen = false;
    select.focus();
    finder.status.textContent += `{{strings.sort.sorted order=labels[order]}}`;
  }

  // Returns what sorts the numbers of cases, which are in the order of their ids; null for the order of relevance.
  async function sorting({ source, data }, value) {
    if (value === "") return null;
    if (value === "number") return (numbers) => [...numbers].sort((left, right) => left - right);
    const days = await source.file("d", 0, data.dates);
    return (numbers) => [...numbers].sort((left, right) => days[right] - days[left]);
  }

  async function choose(value) {
    const index = await finder.index();
    index.order = await sorting(index, value);
    order = value;
    isChosen = true;
    finder.ask({ ...finder.asked, page: 1 });
  }

  // Without files of the search there are no results to sort.
  finder.index().catch(() => ({ data: {} })).then(({ data }) => {
    isDated = data.dates !== undefined;
    new MutationObserver(offer).observe(finder.found, { childList: true });
    offer();
  });
})();
