// The search page: keeps the form, the address and the results consistent.
(function () {
  "use strict";

  const { address, Filters, results } = window.knowhowFinder;
  // The pause in typing after which the search starts, in milliseconds.
  const PAUSE = 350;
  // The time after which a running search is shown, in milliseconds.
  const PATIENCE = 1000;
  const WAITING = "{{strings.finder.waiting}}";
  // The time after which a page says that files of the search do not arrive, in milliseconds.
  const LATE = 2000;
  // The time after the answer before further scripts are loaded, in milliseconds.
  const LATER = 1000;
  // On touch screens, the keyboard and the form leave no room for the results.
  const byTouch = matchMedia("(pointer: coarse)");

  class Finder {
    constructor(element) {
      this.form = document.getElementById("finder");
      // The text field; null on a page that only has filters.
      this.words = this.form.querySelector("[data-words]");
      this.panel = element.querySelector("[data-filters]");
      this.filters = new Filters(this.panel);
      this.status = element.querySelector("[data-status]");
      this.found = element.querySelector("[data-results]");
      this.rest = element.querySelector("[data-rest]");
      this.unready = element.querySelector("[data-unready]");
      this.sayUnready(false);
      this.setting = {
        root: element.dataset.root || "./",
        shown: element.dataset.shown.split(" "),
        invitation: element.querySelector("[data-invitation]"),
      };
      this.title = document.title;
      // The address of the latest history entry that is kept.
      this.kept = location.search;
      // Counts the queries, so that a late answer is not shown.
      this.turn = 0;
      this.listen();
    }

    listen() {
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.ask(this.stated(), { keep: true, moveFocus: byTouch.matches });
      });
      if (this.words) {
        const typed = (event) => {
          clearTimeout(this.pause);
          if (!event.isComposing) this.pause = setTimeout(() => this.ask(this.stated()), PAUSE);
        };
        this.words.addEventListener("input", typed);
        this.words.addEventListener("compositionend", () => typed({ isComposing: false }));
        this.words.addEventListener("focus", () => this.index().catch(() => {}), { once: true });
      }
      this.panel.addEventListener("change", () => this.ask(this.stated(), { keep: true }));
      this.panel.addEventListener("click", () => this.index().catch(() => {}), { once: true });
      // Facets also send this event.
      this.panel.addEventListener("toggle", () => this.count(), true);
      this.found.addEventListener("click", (event) => this.follow(event));
      for (const event of ["knowhow-late-arrival", "online"]) addEventListener(event, () => this.tryAgain());
      addEventListener("popstate", () => {
        this.kept = location.search;
        this.restore();
      });
    }

    // Returns the query in the form.
    stated() {
      return { text: this.words ? address.clean(this.words.value) : "", filters: this.filters.chosen, page: 1 };
    }

    // Returns the query in the address.
    addressed(query) {
      const asked = address.read(query, this.filters.values);
      return this.words ? asked : { ...asked, text: "" };
    }

    // Shows the query in the address.
    restore() {
      clearTimeout(this.pause);
      const asked = this.addressed(location.search);
      this.fill(asked);
      this.filters.open(asked.filters);
      return this.show(asked, false);
    }

    // Shows the query in the address when the page opens, unless the reader has already typed another one or scrolled on. Browsers do not
    // fill in forms with autocomplete="off" again.
    async arrive() {
      const typed = this.stated();
      if (!address.isEmpty(typed)) {
        this.ask(typed);
        return;
      }
      const isNew = performance.getEntriesByType("navigation")[0]?.type === "navigate";
      await this.restore();
      if (isNew && byTouch.matches && scrollY === 0) this.found.querySelector("h2")?.scrollIntoView();
    }

    fill({ text, filters }) {
      if (this.words && address.clean(this.words.value) !== text) this.words.value = text;
      this.filters.choose(filters);
    }

    // Follows a link to another query without leaving the page.
    follow(event) {
      const link = event.target.closest("a");
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if ("reload" in link.dataset) {
        event.preventDefault();
        location.reload();
      } else if ("go" in link.dataset) {
        event.preventDefault();
        const asked = this.addressed(link.search);
        this.fill(asked);
        this.ask(asked, { keep: true, moveFocus: true });
      }
    }

    // Writes a query to the address and shows its results.
    //
    // keep: whether the back button leads to the query before.
    ask(asked, { keep = false, moveFocus = false } = {}) {
      clearTimeout(this.pause);
      this.filters.choose(asked.filters);
      const wanted = address.write(asked);
      const query = wanted.startsWith("?") ? wanted : "";
      try {
        if (keep && query !== this.kept) {
          // An address written while the reader was typing is not a history entry of its own.
          history.replaceState(null, "", this.kept || location.pathname);
          history.pushState(null, "", wanted);
          this.kept = query;
        } else if (query !== location.search) {
          history.replaceState(null, "", wanted);
        }
      } catch {
        // Some browsers do not let pages on disk change their address. Only links to results do not work then.
      }
      this.show(asked, moveFocus);
    }

    index() {
      if (!this.opening) this.open({ anew: false });
      return this.opening;
    }

    // anew: whether files are requested from the host even if the browser has them in its cache.
    open({ anew }) {
      const opening = this.opened(anew);
      this.opening = opening;
      opening.catch(() => { if (this.opening === opening) this.opening = null; });
    }

    // Says that files of the search do not arrive. Until this script runs, the style sheet does so.
    sayUnready(isUnready) {
      this.unready.hidden = !isUnready;
      this.unready.classList.toggle("late", isUnready);
      if (isUnready) this.rest.hidden = false;
    }

    // Searches again after files have arrived that were missing.
    tryAgain() {
      if (this.failed) this.show(this.failed, false);
    }

    async opened(anew) {
      const index = await window.knowhowSearch.open(this.setting.root, { anew });
      if (!this.filters.fit(index.facets)) throw new Error("another page");
      return index;
    }

    async show(asked, moveFocus) {
      const turn = (this.turn += 1);
      this.failed = null;
      if (address.isEmpty(asked)) {
        this.clear(moveFocus);
        return;
      }
      this.wait();
      const patience = setTimeout(() => { if (turn === this.turn) this.tellOfWaiting(); }, PATIENCE);
      const late = setTimeout(() => {
        if (turn !== this.turn) return;
        this.sayUnready(true);
        this.status.textContent = this.unready.textContent;
      }, LATE);
      try {
        const answer = await this.answer(asked).catch((error) => {
          if (turn !== this.turn || error.kind === "late") throw error;
          // The browser may have the root file from before the last update of the site in its cache.
          this.open({ anew: true });
          return this.answer(asked);
        });
        if (turn !== this.turn) return;
        this.tell(answer, moveFocus);
        this.asked = asked;
        this.filters.hide(true);
        this.count();
      } catch {
        if (turn === this.turn) this.fail(asked, moveFocus);
      } finally {
        clearTimeout(patience);
        clearTimeout(late);
      }
    }

    // Counts the cases that each visible choice would leave. This loads more files than the results, so it comes after them.
    count() {
      if (!this.panel.querySelector("[data-facet][open]")) return;
      // If files do not arrive, the numbers stay hidden. A reader who makes a choice sees the error.
      this.index().then((index) => index.filtering()).then((filtering) => filtering.show(this)).catch(() => {});
    }

    // Shows the page for an empty query.
    clear(moveFocus) {
      const wasShown = !this.found.hidden;
      this.sayUnready(false);
      this.found.hidden = true;
      this.found.replaceChildren();
      this.rest.hidden = false;
      this.filters.hide(false);
      document.title = this.title;
      if (!wasShown) return;
      this.status.textContent = this.words ? "{{strings.finder.cleared}}" : "{{strings.finder.cleared_filters}}";
      if (!moveFocus) return;
      const heading = document.querySelector("h1");
      heading.tabIndex = -1;
      heading.focus();
    }

    wait() {
      if (!this.found.hidden) return;
      this.rest.hidden = true;
      this.found.hidden = false;
      this.found.replaceChildren(results.make("p", { class: "waiting" }, WAITING));
    }

    // Says that the search is still running, in place of the heading of older results.
    tellOfWaiting() {
      const heading = this.found.querySelector("h2");
      if (heading) heading.textContent = WAITING;
      this.status.textContent = WAITING;
    }

    // Returns everything that is shown for a query.
    async answer(asked) {
      const index = await this.index();
      const { text, filters } = asked;
      const search = (page) => index.search({ text, filters, first: (page - 1) * results.PAGE_SIZE, limit: results.PAGE_SIZE });
      let [page, found] = [asked.page, await search(asked.page)];
      const paging = found.total > results.PAGE_SIZE || page > 1 ? await index.script(2).then(() => window.knowhowFinder.paging) : null;
      if (paging) [page, found] = await paging.last(page, found, search);
      const isFiltered = Object.keys(filters).length > 0;
      return {
        asked: { ...asked, page }, found, paging,
        choices: isFiltered ? await (await index.filtering()).choices(index, asked, this.filters.facets) : null,
        none: found.total === 0 ? await index.more().then(() => window.knowhowFinder.none(index, asked, found, this)) : null,
      };
    }

    // Returns terms with the labels of their facets.
    named(terms) {
      return terms.map((term) => ({ ...term, facet: this.filters.facets.find(({ key }) => key === term.facet)?.label }));
    }

    tell({ asked, found, paging, choices, none }, moveFocus) {
      const heading = none ? none.heading : results.headline(asked, found);
      const place = paging ? paging.place(asked, found) : "";
      document.title = `${heading}${place ? `{{strings.finder.title_place place=place}}` : ""} | ${this.title}`;
      const parts = [
        asked.page > 1 ? null : results.answers(this.named(found.answers), this.setting.root),
        results.alternatives(found.words),
        ...(choices ? choices.parts : []),
        results.reset(asked),
        ...(none ? [none.content] : [results.list(asked, found, this.setting), paging && paging.links(asked, found)]),
      ];
      this.put(heading, parts, `{{strings.finder.sentence text=heading}}${place ? `{{strings.finder.place_sentence place=place}}` : ""}${choices ? choices.notes : ""}`, moveFocus);
    }

    fail(asked, moveFocus) {
      this.failed = asked;
      const heading = "{{strings.finder.failed}}";
      document.title = `${heading} | ${this.title}`;
      this.put(heading, [
        // A part of the search is missing or has another version than the page.
        results.make("p", { class: "reset" }, results.make("a", { href: location.search || location.pathname, "data-reload": "" }, "{{strings.page.reload}}")),
      ], `{{strings.finder.failed_sentence text=heading}}`, moveFocus);
      this.sayUnready(true);
    }

    // Shows content under its heading, and announces it once: by moving the focus, or else in the status region.
    put(heading, parts, status, moveFocus) {
      const title = results.make("h2", { tabindex: "-1", id: "page-result" }, heading);
      this.found.replaceChildren(title, ...parts.filter((part) => part !== null));
      this.found.hidden = false;
      this.rest.hidden = true;
      this.sayUnready(false);
      if (moveFocus) {
        this.status.textContent = "";
        title.focus();
        title.scrollIntoView({ block: "start" });
      } else {
        this.status.textContent = status;
      }
    }
  }

  const element = document.querySelector("[data-finder]");
  if (element) {
    const finder = new Finder(element);
    if (matchMedia("(min-width: 64rem)").matches) finder.panel.open = true;
    window.knowhowFinder.finder = finder;
    // Scripts that offer to sort and to mark cases can wait until the answer is there.
    const more = () => element.dataset.later.split(" ").forEach((src) => document.head.append(results.make("script", { src })));
    finder.arrive().finally(() => setTimeout(more, location.hash ? 0 : LATER));
  }
})();
