// Builds the elements of the results. All text is inserted as text, never as HTML.
(function () {
  "use strict";

  const { address, said } = window.knowhowFinder;
  const GLOSSARY = "{{strings.links.glossary}}";
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

  // Returns texts in quotation marks.
  function quoted(texts) {
    return texts.map((text) => `{{strings.finder.quoted text=text}}`).join("{{strings.finder.quote_gap}}");
  }

  // Returns the query in words.
  function subject(asked, words) {
    const named = quoted(words.map(({ text }) => text));
    const isFiltered = Object.keys(asked.filters).length > 0;
    if (asked.text === "") return "{{strings.finder.matching}}";
    return isFiltered ? `{{strings.finder.matching_with words=named}}` : `{{strings.finder.with words=named}}`;
  }

  // Returns the heading of the results.
  function headline(asked, found) {
    const [what, count] = [subject(asked, found.words), said(found.total)];
    return found.exact ? `{{strings.finder.total subject=what count=count}}` : `{{strings.finder.total_about subject=what count=count}}`;
  }

  function alternatives(words) {
    const lines = words
      .filter((word) => word.alternatives.length > 0)
      .map((word) => `{{strings.finder.also word=word.text others=quoted(word.alternatives)}}`);
    return lines.length > 0 ? make("p", { class: "about" }, lines.join("")) : null;
  }

  // Returns links to the terms and the words of the glossary that the query names.
  function answers(found, root) {
    const items = found.map(({ facet, label, address: path, count, meaning }) => make("li", {},
      make("a", { href: root + path }, `{{strings.finder.answer kind=facet || GLOSSARY label=label}}`),
      meaning === undefined ? make("span", { class: "count" }, count > 0 ? `{{strings.finder.answer_count count=said(count)}}` : "{{strings.finder.answer_none}}") : make("p", {}, meaning)));
    return items.length > 0 ? make("ul", { class: "answers" }, ...items) : null;
  }

  function reset(asked) {
    const isFiltered = Object.keys(asked.filters).length > 0;
    const words = asked.text === "" ? "{{strings.finder.reset_filters}}" : isFiltered ? "{{strings.finder.reset_all}}" : "{{strings.finder.reset_words}}";
    return make("p", { class: "reset" }, go({ text: "", filters: {}, page: 1 }, words));
  }

  function hit(root, shown, { address: path, titleParts, terms, details, excerpt }) {
    const link = make("a", { href: root + path }, ...marked(titleParts));
    const reason = Object.values(terms).flat().find(({ isReason }) => isReason);
    const text = make("p", {}, reason ? `{{strings.finder.reason label=reason.label}}` : null, ...excerpt.flatMap(marked));
    // Terms of other taxonomies are shown if they alone contain a word.
    const named = Object.entries(terms).flatMap(([key, all]) => all.filter(({ isReason }) => isReason || shown.includes(key)));
    const labels = named.map(({ parts }) => make("li", {}, ...marked(parts)));
    // The label of a field that only pages show is in an array.
    const values = details.filter(({ kind }) => kind.trim).map(({ kind, text: value }) => make("li", {}, `${kind} ${value}`));
    return make("li", { class: "case-card" }, make("h3", {}, link), text, make("ul", { class: "case-terms" }, ...labels, ...values));
  }

  // Returns the list of the results.
  function list(asked, found, { root, shown }) {
    const start = (asked.page - 1) * PAGE_SIZE + 1;
    const items = found.hits.map((each) => hit(root, shown, each));
    return make("ol", { class: "case-cards", role: "list", start }, ...items);
  }

  window.knowhowFinder.results = {
    PAGE_SIZE, make, go, subject, headline, answers, alternatives, reset, list,
  };
})();
