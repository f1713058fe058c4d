// Builds the elements of a list of cases. All text is inserted as text, never as HTML.
(function () {
  "use strict";

  const UNSTATED = "{{strings.common.unstated}}";

  // Returns an element with attributes and content: elements and texts.
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  // What the page says about the collection: {root, headings: elements, taxonomies: labels, fields: labels, secondary: the
  // place of a taxonomy}.
  class View {
    constructor(setting) {
      this.setting = setting;
    }

    // A line of the title may end before によって, never inside it (Sources/Site/Components/TitleMarkup.swift).
    link({ id, title }) {
      const parts = title.split(/(によ(?:って|り|る))/)
        .flatMap((part, place) => (place % 2 ? [make("wbr"), make("span", { class: "phrase" }, part)] : part));
      return make("a", { href: `${this.setting.root}cases/${id}.html` }, ...parts);
    }

    by({ terms }) {
      return make("span", { class: "by" }, (terms[this.setting.secondary] || []).join("{{strings.common.comma}}"));
    }

    // Returns cases side by side: a column for each, and a group of rows for each section.
    table(entries, caption) {
      const heads = entries.map((entry) => make("th", { scope: "col" }, this.link(entry), this.by(entry)));
      const group = (heading, marks, cells) => make("tbody", marks,
        make("tr", {}, make("th", { scope: "rowgroup", colspan: entries.length }, heading)),
        make("tr", {}, ...cells));
      const sections = this.setting.headings.map((heading, place) =>
        group(heading.cloneNode(true), { class: heading.dataset.field }, entries.map(({ sections: texts }) => {
          const lines = texts[place] || [];
          return make("td", {}, ...(lines.length > 0 ? lines : [UNSTATED]).map((line) => make("p", {}, line)));
        })));
      const terms = this.setting.taxonomies.map((label, place) =>
        group(label, { class: "named" }, entries.map((entry) => make("td", { "data-label": label }, entry.terms[place].join("{{strings.common.comma}}") || UNSTATED))));
      const values = this.setting.fields.filter((label) => entries.some((entry) => entry.values.has(label))).map((label) =>
        group(label, { class: "named" }, entries.map((entry) => make("td", { "data-label": label }, entry.values.get(label) || UNSTATED))));
      return make("table", { class: "case-columns" }, make("caption", {}, caption), make("thead", {}, make("tr", {}, ...heads)),
        ...sections, ...terms, ...values);
    }

    // Returns a case of the list with the buttons that move and remove it.
    item(entry, place, count) {
      const act = (name, label, isVain) => make("button",
        { type: "button", "data-act": name, ...(isVain ? { "aria-disabled": "true" } : {}) },
        label, make("span", { class: "hidden" }, `{{strings.marks.title title=entry.title}}`));
      return make("li", { "data-id": entry.id },
        make("div", {}, this.link(entry), this.by(entry)),
        make("div", { class: "acts" }, act("up", "{{strings.list.up}}", place === 0), act("down", "{{strings.list.down}}", place === count - 1), act("out", "{{strings.list.out}}", false)));
    }

    // Returns the rows of the list as a table.
    rows(entries, address) {
      const headings = this.setting.headings.map((heading) => heading.dataset.heading);
      const { taxonomies, fields } = this.setting;
      const head = ["{{strings.columns.id}}", "{{strings.columns.title}}", ...taxonomies, ...headings, ...fields, "{{strings.columns.address}}"];
      return [head, ...entries.map(({ id, title, terms, sections, values }) => [
        id, title, ...terms.map((labels) => labels.join("{{strings.common.comma}}")), ...headings.map((_, place) => (sections[place] || []).join("\n")),
        ...fields.map((label) => values.get(label) || ""), address(id),
      ])];
    }
  }

  Object.assign(window.knowhowList, { make, View });
})();
