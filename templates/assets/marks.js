// Offers to put cases on the reader's own list. What happens then is in list-marks.js, which is loaded when it is needed.
(function () {
  "use strict";

  const LABEL = "{{strings.marks.add}}";
  const { dataset } = document.querySelector("[data-marks]");
  const results = document.querySelector("[data-results]");

  function make(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  // Loads the script that keeps the list, and passes it a mark that was pressed.
  function load(mark) {
    const pass = () => mark && window.knowhowMarks.toggle(mark);
    if (window.knowhowMarks) pass();
    else document.head.append(make("script", { src: dataset.marks, onload: pass }));
  }

  // Adds a mark to each case on the page that has none.
  function offer() {
    for (const card of document.querySelectorAll(".case-card, [data-case]")) {
      if (card.querySelector(".mark-case")) continue;
      const title = card.querySelector("h3 a, h1");
      const mark = make("button", { type: "button", className: "mark-case", ariaPressed: "false", onclick: () => load(mark) });
      mark.dataset.id = card.dataset.case || title.pathname.match(/([^/]+)\.html$/)[1];
      mark.append(LABEL, make("span", { className: "hidden", textContent: `{{strings.marks.title title=title.textContent}}` }));
      (card.querySelector(".page-tools li") || card).append(mark);
    }
    window.knowhowMarks?.show();
  }

  offer();
  if (results) new MutationObserver(offer).observe(results, { childList: true });
  try {
    if (sessionStorage.length > 0) load();
  } catch {
    load();
  }
})();
