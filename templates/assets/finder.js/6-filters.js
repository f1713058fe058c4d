// The filters of a page: what is chosen, and how many cases each choice would leave.
(function () {
  "use strict";

  const said = (number) => number.toLocaleString("ja-JP");

  class Filters {
    // panel: the element that holds the facets.
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

    // The key of each facet with the values of its choices.
    get values() {
      return this.facets.map(({ key, choices }) => [key, choices.map(({ value }) => value)]);
    }

    // Whether a search knows each choice.
    fit(facets) {
      return this.facets.every(({ key, choices }) => {
        const { terms } = facets.find((facet) => facet.key === key) || { terms: [] };
        return choices.every(({ value }) => value === "" || terms.some(({ slug }) => slug === value));
      });
    }

    // What is chosen in the form.
    get chosen() {
      const filters = {};
      for (const { key, choices } of this.facets) {
        const values = choices.filter(({ input }) => input.checked).map(({ value }) => value);
        if (values.length > 0) filters[key] = values;
      }
      return filters;
    }

    // Makes the form say what is chosen.
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

    // Opens the facets in which something is chosen.
    open(filters) {
      for (const { element, key } of this.facets) if (filters[key]) element.open = true;
    }

    static say(element, count) {
      element.querySelector("[data-chosen-count]").textContent = count > 0 ? `（${count}つ選択中）` : "";
    }

    // Says how many cases each choice would leave, of the facets that counts name.
    count(counts) {
      for (const { key, choices } of this.facets) {
        if (counts[key]) for (const choice of choices) Filters.sayCount(choice, said(counts[key][choice.value] || 0));
      }
    }

    // Says how many of all cases have each choice.
    countAll() {
      for (const facet of this.facets) {
        facet.isAwaited = false;
        for (const choice of facet.choices) Filters.sayCount(choice, choice.whole);
      }
    }

    // Leaves out all numbers until they are counted anew.
    forget() {
      for (const facet of this.facets) {
        facet.isAwaited = true;
        for (const choice of facet.choices) Filters.sayCount(choice, "…");
      }
    }

    // The keys of the facets in sight whose numbers are left out, each told once.
    takeAwaited() {
      const awaited = this.panel.open ? this.facets.filter(({ element, isAwaited }) => isAwaited && element.open) : [];
      for (const facet of awaited) facet.isAwaited = false;
      return awaited.map(({ key }) => key);
    }

    static sayCount({ input, count }, number) {
      count.textContent = number;
      input.closest("label").classList.toggle("vacant", number === "0");
    }

    // What the facet with a key is called.
    label(key) {
      return this.facets.find((facet) => facet.key === key)?.label ?? "";
    }

    // The choices that filters name, in the order of the page: {key, value, facet, label}.
    named(filters) {
      return this.facets.flatMap(({ key, label: facet, choices }) =>
        choices
          .filter(({ value }) => (filters[key] || []).includes(value))
          .map(({ value, label }) => ({ key, value, facet, label })));
    }

    // The facets that filters narrow and whose cases without a term they leave out: {key, label}.
    leavingOut(filters) {
      return this.facets
        .filter(({ key }) => filters[key] && !filters[key].includes(""))
        .flatMap(({ key, choices }) => choices.filter(({ value }) => value === "").map(({ label }) => ({ key, label })));
    }
  }

  Object.assign(window.knowhowFinder, { said, Filters });
})();
