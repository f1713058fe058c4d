// Builds the message for a search without results.
(function () {
  "use strict";

  const { said, results } = window.knowhowFinder;
  const { make, go } = results;

  function part(title, items) {
    return items.length > 0 ? [make("h3", {}, title), make("ul", { class: "tries" }, ...items.map((item) => make("li", {}, item)))] : [];
  }

  // Returns what is shown for a search without results: {heading, content}.
  async function none(index, asked, found, finder) {
    const { text, filters } = asked;
    const { root, invitation } = finder.setting;
    const suggestions = text === "" ? [] : finder.named(await window.knowhowSearch.suggestions(index, text));
    // The number of cases that the words alone find.
    const isNarrowed = text !== "" && Object.keys(filters).length > 0;
    const unfiltered = isNarrowed ? (await index.search({ text, limit: 1 })).total : 0;
    const anew = (text, ...children) => go({ text, filters: {}, page: 1 }, ...children);
    const of = (kind) => suggestions.filter((suggestion) => suggestion.kind === kind);
    const search = ({ text }) => anew(text, `{{strings.none.search text=text}}`);
    const without = unfiltered > 0 ? [anew(text, `{{strings.none.without_filters count=said(unfiltered)}}`)] : [];
    const terms = results.answers(suggestions.filter(({ kind }) => kind === "term"), root);
    const all = make("a", { href: `${root}cases/index.html` }, "{{strings.none.all}}");
    const shown = (heading, ...content) => ({ heading, content: make("div", { class: "none-found" }, ...content) });
    // The typed text contains nothing that can be searched for.
    if (text !== "" && found.words.length === 0) {
      return shown(`{{strings.finder.vain text=text}}`, make("p", {}, "{{strings.none.vain}}"), ...part("{{strings.none.lists}}", [all]));
    }
    const advice = text === "" ? "{{strings.none.fewer_filters}}" : "{{strings.none.other_words}}";
    return shown(`{{strings.finder.nothing subject=results.subject(asked, found.words)}}`,
      found.answers.length > 0 ? null : make("p", {}, advice),
      ...part("{{strings.none.perhaps}}", of("spelling").map(search)),
      ...(terms ? [make("h3", {}, "{{strings.none.terms}}"), terms] : []),
      ...part("{{strings.none.remove_filters}}", without),
      ...part("{{strings.none.fewer_words}}", of("fewer").map(search)),
      ...part("{{strings.none.synonyms}}", of("synonym").map(search)),
      ...part("{{strings.none.lists}}", [all]),
      // A collection without a page that asks for cases has no such link.
      ...(invitation.content.firstElementChild ? [make("p", {}, "{{strings.none.invitation}}"), invitation.content.cloneNode(true)] : []));
  }

  window.knowhowFinder.none = none;
  // The last file of the folder says that all have arrived.
  window.knowhow(window.knowhowSearch.VERSION, true);
})();
