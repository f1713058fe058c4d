// The filters of a page: the choices, and the number of cases that each choice would leave.
(function () {
  "use strict";

  const said = (number) => number.toLocaleString("{{strings.common.locale}}");

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
      return this.facets.every(({ key, choices }) => choices.every(({ value }) =>
        value === "" || facets.find((facet) => facet.key === key)?.terms.some(({ slug }) => slug === value)));
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
      element.querySelector("[data-chosen-count]").textContent = count > 0 ? `{{strings.finder.chosen count=count}}` : "";
    }

    // Hides all numbers until they are counted again, or shows those of all cases.
    hide(isAwaited) {
      for (const facet of this.facets) {
        facet.isAwaited = isAwaited;
        for (const choice of facet.choices) Filters.sayCount(choice, isAwaited ? "…" : choice.whole);
      }
    }

    static sayCount({ input, count }, number) {
      count.textContent = number;
      input.closest("label").classList.toggle("vacant", number === "0");
    }
  }

  Object.assign(window.knowhowFinder, { said, Filters });
})();
