// Finds cases by words and filters: keeps the form, the address and what is shown in step.
(function () {
  "use strict";

  const { address, Filters, results, none, failure } = window.knowhowFinder;
  // How long a reader's typing rests before the search starts, in milliseconds.
  const PAUSE = 350;
  // After how long a search that is still going on is told of, in milliseconds.
  const PATIENCE = 1000;
  const WAITING = "検索しています…";
  // Where fingers type, the keyboard and the form leave no room for what is found.
  const byTouch = matchMedia("(pointer: coarse)");

  class Finder {
    constructor(element) {
      this.form = document.getElementById("finder");
      // The words; null on a page that has filters alone.
      this.words = this.form.querySelector("[data-words]");
      this.panel = element.querySelector("[data-filters]");
      this.filters = new Filters(this.panel);
      this.status = element.querySelector("[data-status]");
      this.found = element.querySelector("[data-results]");
      this.rest = element.querySelector("[data-rest]");
      this.setting = {
        root: element.dataset.root || "./",
        shown: element.dataset.shown.split(" "),
        invitation: element.querySelector("[data-invitation]"),
      };
      this.title = document.title;
      // The address of the newest entry of the history that is to stay.
      this.kept = location.search;
      // Counts what was asked for, so that a late answer is not shown.
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
      // Facets tell of it as well.
      this.panel.addEventListener("toggle", () => this.count(), true);
      this.found.addEventListener("click", (event) => this.follow(event));
      addEventListener("popstate", () => {
        this.kept = location.search;
        this.restore();
      });
    }

    // What the form says.
    stated() {
      return { text: this.words ? address.clean(this.words.value) : "", filters: this.filters.chosen, page: 1 };
    }

    // What the address says.
    addressed(query) {
      const asked = address.read(query, this.filters.values);
      return this.words ? asked : { ...asked, text: "" };
    }

    // Shows what the address says.
    restore() {
      clearTimeout(this.pause);
      const asked = this.addressed(location.search);
      this.fill(asked);
      this.filters.open(asked.filters);
      return this.show(asked, false);
    }

    // Shows what the address says to a reader who comes with it; one who has gone on meanwhile is left where they are.
    async arrive() {
      const isNew = performance.getEntriesByType("navigation")[0]?.type === "navigate";
      await this.restore();
      if (isNew && byTouch.matches && scrollY === 0) this.found.querySelector("h2")?.scrollIntoView();
    }

    fill({ text, filters }) {
      if (this.words && address.clean(this.words.value) !== text) this.words.value = text;
      this.filters.choose(filters);
    }

    // Follows a link to something else asked for, without leaving the page.
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

    // Puts what is asked for into the address, and shows it.
    //
    // keep: whether the step back leads to what was asked for before.
    ask(asked, { keep = false, moveFocus = false } = {}) {
      clearTimeout(this.pause);
      this.filters.choose(asked.filters);
      const wanted = address.write(asked);
      const query = wanted.startsWith("?") ? wanted : "";
      try {
        if (keep && query !== this.kept) {
          // What stood in the address while the reader was typing is no step of its own.
          history.replaceState(null, "", this.kept || location.pathname);
          history.pushState(null, "", wanted);
          this.kept = query;
        } else if (query !== location.search) {
          history.replaceState(null, "", wanted);
        }
      } catch {
        // Some browsers let no page on disk change its address: everything works but the link.
      }
      this.show(asked, moveFocus);
    }

    index() {
      if (!this.opening) this.open({ anew: false });
      return this.opening;
    }

    // anew: whether the host is asked even for what the browser has kept.
    open({ anew }) {
      const opening = this.opened(anew);
      this.opening = opening;
      opening.catch(() => { if (this.opening === opening) this.opening = null; });
    }

    async opened(anew) {
      const index = await window.knowhowSearch.open(this.setting.root, { anew });
      if (!this.filters.fit(index.facets)) throw new Error("the search is not that of the page");
      return index;
    }

    async show(asked, moveFocus) {
      const turn = (this.turn += 1);
      if (address.isEmpty(asked)) {
        this.clear(moveFocus);
        return;
      }
      this.wait();
      const patience = setTimeout(() => { if (turn === this.turn) this.tellOfWaiting(); }, PATIENCE);
      try {
        const answer = await this.answer(asked).catch((error) => {
          if (turn !== this.turn) throw error;
          // The browser may have kept what led to the files before the site was updated.
          this.open({ anew: true });
          return this.answer(asked);
        });
        if (turn !== this.turn) return;
        this.tell(answer, moveFocus);
        this.asked = asked;
        this.filters.forget();
        this.count();
      } catch {
        if (turn === this.turn) this.fail(moveFocus);
      } finally {
        clearTimeout(patience);
      }
    }

    // Counts what each choice in sight would leave. This takes more to load than the results, so it comes behind them.
    async count() {
      const keys = this.filters.takeAwaited();
      if (keys.length === 0) return;
      const { turn, asked } = this;
      try {
        const counts = await (await this.index()).counts({ ...asked, keys });
        if (turn === this.turn && asked === this.asked) this.filters.count(counts);
      } catch {
        // The numbers stay unsaid; who makes a choice is told what is wrong.
      }
    }

    // Shows the page as it is when nothing is asked for.
    clear(moveFocus) {
      const wasShown = !this.found.hidden;
      this.found.hidden = true;
      this.found.replaceChildren();
      this.rest.hidden = false;
      this.filters.countAll();
      document.title = this.title;
      if (!wasShown) return;
      this.status.textContent = this.words ? "検索の言葉と条件を消しました。" : "条件を外しました。すべての事例の一覧に戻りました。";
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

    // Says that the search takes its time, in place of what stands over older results.
    tellOfWaiting() {
      const heading = this.found.querySelector("h2");
      if (heading) heading.textContent = WAITING;
      this.status.textContent = WAITING;
    }

    // All that is to be told about what is asked for.
    async answer(asked) {
      const index = await this.index();
      const { text, filters } = asked;
      const search = (page) => index.search({ text, filters, first: (page - 1) * results.PAGE_SIZE, limit: results.PAGE_SIZE });
      const leftOut = this.filters.leavingOut(filters);
      let [found, counts] = await Promise.all([
        search(asked.page), index.counts({ text, filters, keys: leftOut.map(({ key }) => key) }),
      ]);
      let page = asked.page;
      // An address may name a page after the last, and the last is only known for certain once it is reached: in steps that grow,
      // as each looks at texts.
      for (let step = 1; found.hits.length === 0 && found.total > 0 && page > 1; step *= 2) {
        page = Math.max(1, Math.min(page - step, results.pageCount(found)));
        found = await search(page);
      }
      const isNone = found.total === 0;
      const isNarrowed = text !== "" && Object.keys(filters).length > 0;
      return {
        asked: { ...asked, page }, found,
        leftOut: leftOut.map((facet) => ({ ...facet, count: counts[facet.key][""] })).filter(({ count }) => count > 0),
        suggestions: isNone && text !== "" ? this.named(await index.suggestions(text)) : [],
        unfiltered: isNone && isNarrowed ? (await index.search({ text, filters: {}, first: 0, limit: 1 })).total : 0,
      };
    }

    // Suggestions with what the facets of their terms are called.
    named(suggestions) {
      return suggestions.map((suggestion) => ({ ...suggestion, facet: this.filters.label(suggestion.facet) }));
    }

    tell({ asked, found, leftOut, suggestions, unfiltered }, moveFocus) {
      const heading = results.headline(asked, found);
      const place = found.total > 0 ? results.place(asked, found) : "";
      document.title = `${heading}${place ? `（${place}）` : ""} | ${this.title}`;
      const parts = [
        results.alternatives(found.words),
        results.chips(asked, this.filters.named(asked.filters)),
        ...results.leftOut(asked, leftOut),
        results.reset(asked),
        ...(found.total > 0 ? results.list(asked, found, this.setting) : [none(asked, results.isVain(asked, found), suggestions, unfiltered, this.setting)]),
      ];
      const notes = leftOut.map(({ label, count }) => `このほかに、${label}事例が${results.said(count)}件あります。`);
      this.put(heading, parts, [`${heading}。`, place ? `${place}です。` : "", ...notes].join(""), moveFocus);
    }

    fail(moveFocus) {
      const heading = "検索できませんでした";
      document.title = `${heading} | ${this.title}`;
      this.put(heading, [failure()], `${heading}。ページを読み込み直してください。`, moveFocus);
    }

    // Puts what is told under its heading, and says so once: by the focus, else in the status region.
    put(heading, parts, status, moveFocus) {
      const title = results.make("h2", { tabindex: "-1", id: "page-result" }, heading);
      this.found.replaceChildren(title, ...parts.filter((part) => part !== null));
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
    finder.arrive();
    // Browsers fill forms in again when a reader comes back.
    addEventListener("pageshow", (event) => { if (!event.persisted) finder.fill(finder.addressed(location.search)); });
  }
})();
