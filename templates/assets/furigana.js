// The search of the pages with furigana: its results lead to such pages. It runs before finder.js, on pages with a search or filters.
(function () {
  "use strict";

  const finder = document.querySelector("[data-finder]");
  if (!finder) return;
  const { root } = finder.dataset;
  // Cases, terms and the glossary, as the search names them.
  const FOUND = /^(?!furigana\/)(?:[a-z0-9-]+\/[^/]+|glossary\.html.*)$/;

  // The search says the names of filters, so it has to read them without their readings.
  const labels = [...finder.querySelectorAll(".facet-label, [data-choice]")].map((label) => {
    const nodes = [...label.childNodes];
    const plain = label.cloneNode(true);
    for (const reading of plain.querySelectorAll("rt, rp")) reading.remove();
    label.replaceChildren(plain.textContent);
    return () => label.replaceChildren(...nodes);
  });
  addEventListener("DOMContentLoaded", () => labels.forEach((restore) => restore()), { once: true });

  function lead() {
    for (const link of finder.querySelectorAll("[data-results] a[href]")) {
      const address = link.getAttribute("href");
      if (address.startsWith(root) && FOUND.test(address.slice(root.length))) {
        link.setAttribute("href", `${root}furigana/${address.slice(root.length)}`);
      }
    }
  }

  new MutationObserver(lead).observe(finder.querySelector("[data-results]"), { childList: true, subtree: true });
})();
