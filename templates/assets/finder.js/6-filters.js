// The filters of a page: the choices, and the number of cases that each choice would leave.
(function () {
  "use strict";

  const said = (number) => number.toLocaleString("ja-JP");

  class Filters {
    // panel: the element that contains the facets.
    constructor(panel) {
      this.panel = panel;
      this.facets = [...panel.querySelectorAll("[data-facet]")].map((element) => ({
        element,
        key: element.dataset.facet,
        label: element.querySelector(".facet-label").textContent,
        choices: [...element.querySelectorAll("input")].map((input) => {
          const label = input.closest("label");
          const count = label.querySelector("[data-count]");
          return { input, value: input.value, label: label.querySelector("[data-choice]").textContent, count, whole: count.textContent };
        }),
      }));
    }

    // Returns the key of each facet with the values of its choices.
    get values() {
      return this.facets.map(({ key, choices }) => [key, choices.map(({ value }) => value)]);
    }

    // Whether the search has every choice.
    fit(facets) {
      return this.facets.every(({ key, choices }) => {
        const { terms } = facets.find((facet) => facet.key === key) || { terms: [] };
        return choices.every(({ value }) => value === "" || terms.some(({ slug }) => slug === value));
      });
    }

    // Returns the choices in the form.
    get chosen() {
      const filters = {};
      for (const { key, choices } of this.facets) {
        const values = choices.filter(({ input }) => input.checked).map(({ value }) => value);
        if (values.length > 0) filters[key] = values;
      }
      return filters;
    }

    // Shows choices in the form.
    choose(filters) {
      let total = 0;
      for (const { element, key, choices } of this.facets) {
        const values = filters[key] || [];
        for (const { input, value } of choices) input.checked = values.includes(value);
        Filters.say(element, values.length);
        total += values.length;
      }
      Filters.say(this.panel, total);
    }

    // Opens the facets that have a choice.
    open(filters) {
      for (const { element, key } of this.facets) if (filters[key]) element.open = true;
    }

    static say(element, count) {
      element.querySelector("[data-chosen-count]").textContent = count > 0 ? `（${count}つ選択中）` : "";
    }

    // Shows the number of cases that each choice would leave, in the facets that counts contains.
    count(counts) {
      for (const { key, choices } of this.facets) {
        if (counts[key]) for (const choice of choices) Filters.sayCount(choice, said(counts[key][choice.value] || 0));
      }
    }

    // Shows the number of all cases with each choice.
    countAll() {
      for (const facet of this.facets) {
        facet.isAwaited = false;
        for (const choice of facet.choices) Filters.sayCount(choice, choice.whole);
      }
    }

    // Hides all numbers until they are counted again.
    forget() {
      for (const facet of this.facets) {
        facet.isAwaited = true;
        for (const choice of facet.choices) Filters.sayCount(choice, "…");
      }
    }

    // Returns the keys of the visible facets whose numbers are hidden, each one only once.
    takeAwaited() {
      const awaited = this.panel.open ? this.facets.filter(({ element, isAwaited }) => isAwaited && element.open) : [];
      for (const facet of awaited) facet.isAwaited = false;
      return awaited.map(({ key }) => key);
    }

    static sayCount({ input, count }, number) {
      count.textContent = number;
      input.closest("label").classList.toggle("vacant", number === "0");
    }

    // Returns the label of a facet.
    label(key) {
      return this.facets.find((facet) => facet.key === key)?.label ?? "";
    }

    // Returns the choices in filters, in the order of the page: {key, value, facet, label}.
    named(filters) {
      return this.facets.flatMap(({ key, label: facet, choices }) =>
        choices
          .filter(({ value }) => (filters[key] || []).includes(value))
          .map(({ value, label }) => ({ key, value, facet, label })));
    }

    // Returns the facets in filters whose cases without a term are left out: {key, label}.
    leavingOut(filters) {
      return this.facets
        .filter(({ key }) => filters[key] && !filters[key].includes(""))
        .flatMap(({ key, choices }) => choices.filter(({ value }) => value === "").map(({ label }) => ({ key, label })));
    }
  }

  Object.assign(window.knowhowFinder, { said, Filters });
})();
