// The page of the reader's own list. The fragment of its address names the cases (`list.html#c001.c014`).
(function () {
  "use strict";

  const { knowhowMarks: marks, knowhowList: list } = window;
  const { make } = list;
  const MOST_NAMES = 5;
  const LONGEST_NAME = 40;
  // How many cases are side by side, in wide and in other windows.
  const COLUMNS = [["(min-width: 64rem)", 4], ["(min-width: 48rem)", 3]];
  const FEWEST_COLUMNS = 2;

  class OwnList {
    constructor(element) {
      const { root, cases, withdrawn, secondary, address, title } = element.dataset;
      const part = (name) => element.querySelector(`[data-${name}]`);
      const taxonomies = [...part("taxonomies").content.children];
      this.root = root || "./";
      this.numberOf = list.numbering(cases);
      this.withdrawn = new Set(withdrawn.split(" "));
      this.address = address;
      this.title = title;
      this.view = new list.View({
        root: this.root, headings: [...part("headings").content.children], taxonomies: taxonomies.map(({ textContent }) => textContent),
        fields: [...part("fields").content.children].map(({ textContent }) => textContent),
        secondary: taxonomies.findIndex(({ dataset }) => dataset.key === secondary),
      });
      for (const name of ["status", "notes", "empty", "filled", "count", "items", "compared", "columns", "about", "pairs", "mail", "csv", "clear", "undo", "local", "waiting"]) {
        this[name] = part(name);
      }
      this.ids = [];
      // The cases whose texts are loaded, by id.
      this.known = new Map();
      // The list before it was emptied.
      this.former = [];
      // Counts the changes, so that late texts are not shown.
      this.turn = 0;
      this.listen();
    }

    listen() {
      this.items.addEventListener("click", ({ target }) => {
        const button = target.closest("[data-act]");
        if (button) this.act(button.dataset.act, button.closest("li").dataset.id);
      });
      this.csv.addEventListener("click", () => this.save());
      this.clear.addEventListener("click", () => {
        this.former = this.ids;
        this.change([], "{{strings.list.emptied}}");
        this.undo.hidden = false;
        this.undo.focus();
      });
      this.undo.addEventListener("click", async () => {
        await this.change(this.former, "{{strings.list.restored}}");
        this.clear.focus();
      });
      for (const [media] of COLUMNS) matchMedia(media).addEventListener("change", () => this.compare());
      addEventListener("hashchange", () => { if (location.hash !== this.fragment) this.open(); });
      addEventListener("pageshow", ({ persisted }) => { if (persisted && this.isOwn && marks.isKept) this.change(marks.ids, ""); });
    }

    get fragment() {
      return this.ids.length > 0 ? `#${this.ids.join(".")}` : "";
    }

    // Shows the list in the address, or else the reader's own.
    open() {
      const names = list.named(location.hash);
      const own = marks.ids;
      const isReturn = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
      const asked = names.slice(0, marks.MOST);
      const known = asked.filter((name) => this.numberOf(name) !== undefined && !this.withdrawn.has(name));
      this.notes.replaceChildren();
      if (names.length === 0 || (isReturn && own.length > 0 && !this.isOpen)) {
        this.ids = own.filter((id) => this.numberOf(id) !== undefined && !this.withdrawn.has(id));
        this.isOwn = true;
        this.tellOfMissing(own);
        this.write();
      } else {
        this.ids = known;
        this.isOwn = own.length === 0 || own.join(".") === known.join(".");
        this.tellOfMissing(asked);
        if (names.length > marks.MOST) {
          const count = names.length.toLocaleString("{{strings.common.locale}}");
          this.note(`{{strings.list.too_many most=marks.MOST count=count}}`);
        }
        if (this.isOwn) marks.set(known);
        else this.offerOwn(own);
      }
      this.isOpen = true;
      return this.show();
    }

    note(...content) {
      this.notes.append(make("p", {}, ...content));
    }

    // Names what an address names and the collection does not have.
    tellOfMissing(names) {
      const readable = (name) => {
        let text = name;
        try {
          text = decodeURIComponent(name);
        } catch {
          // It is shown as it is.
        }
        const characters = [...text];
        const shown = characters.slice(0, LONGEST_NAME).join("") + (characters.length > LONGEST_NAME ? "…" : "");
        return `{{strings.finder.quoted text=shown}}`;
      };
      const say = (missing, sentence) => {
        const others = missing.length - MOST_NAMES;
        const first = missing.slice(0, MOST_NAMES).map(readable).join("{{strings.finder.quote_gap}}");
        if (missing.length > 0) this.note(sentence(first + (others > 0 ? `{{strings.list.others count=others}}` : "")));
      };
      say(names.filter((name) => this.withdrawn.has(name)), (cases) => `{{strings.list.withdrawn cases=cases}}`);
      say(names.filter((name) => this.numberOf(name) === undefined), (cases) => `{{strings.list.unknown cases=cases}}`);
    }

    // Says that the list is another one than the reader's own.
    offerOwn(own) {
      const adopt = make("button", { type: "button", class: "button quiet" }, "{{strings.list.adopt}}");
      const back = make("button", { type: "button", class: "button quiet" }, `{{strings.list.back count=own.length}}`);
      const go = (ids) => {
        this.isOwn = true;
        this.notes.replaceChildren();
        this.change(ids, "");
        this.count.focus();
      };
      adopt.addEventListener("click", () => go(this.ids));
      back.addEventListener("click", () => go(marks.ids));
      this.note("{{strings.list.foreign}}");
      this.notes.append(make("p", { class: "ways" }, adopt, back));
    }

    // Changes the list.
    change(ids, message) {
      this.ids = ids;
      this.undo.hidden = true;
      if (this.isOwn) marks.set(ids);
      this.write();
      this.status.textContent = message;
      return this.show();
    }

    // Writes the list to the address.
    write() {
      if (location.hash === this.fragment) return;
      try {
        history.replaceState(null, "", this.fragment || location.pathname + location.search);
      } catch {
        // Some browsers do not let pages on disk do so.
        location.replace(this.fragment || "#");
      }
    }

    async act(name, id) {
      const place = this.ids.indexOf(id);
      const { title } = this.known.get(id);
      const ids = [...this.ids];
      const next = name === "up" ? place - 1 : place + 1;
      if (name === "out") {
        ids.splice(place, 1);
        await this.change(ids, `{{strings.list.removed title=title count=ids.length}}`);
        const near = ids[Math.min(place, ids.length - 1)];
        if (near) this.focus(near, name);
        else this.empty.focus();
      } else if (next < 0 || next >= ids.length) {
        this.status.textContent = name === "up" ? `{{strings.list.is_first title=title}}` : `{{strings.list.is_last title=title}}`;
      } else {
        [ids[place], ids[next]] = [ids[next], ids[place]];
        await this.change(ids, `{{strings.list.moved title=title place=next + 1}}`);
        this.focus(id, name);
      }
    }

    focus(id, act) {
      this.items.querySelector(`[data-id="${id}"] [data-act="${act}"]`).focus();
    }

    get entries() {
      return this.ids.map((id) => this.known.get(id));
    }

    async show() {
      const turn = (this.turn += 1);
      const missing = this.ids.filter((id) => !this.known.has(id));
      if (missing.length > 0) {
        this.waiting.hidden = false;
        try {
          for (const entry of await list.load(this.root, missing, this.numberOf)) this.known.set(entry.id, entry);
        } catch {
          if (turn === this.turn) this.fail();
          return;
        }
        if (turn !== this.turn) return;
      }
      this.waiting.hidden = true;
      this.empty.hidden = this.ids.length > 0;
      this.filled.hidden = this.ids.length === 0;
      this.count.textContent = `{{strings.finder.answer_count count=this.ids.length}}`;
      this.items.replaceChildren(...this.entries.map((entry, place) => this.view.item(entry, place, this.ids.length)));
      this.local.hidden = location.protocol !== "file:" || this.address !== "";
      this.mail.href = `mailto:?subject=${encodeURIComponent(this.title)}&body=${encodeURIComponent(`{{strings.list.mail_title title=this.title count=this.ids.length}}\r\n${this.where()}\r\n`)}`;
      this.compare();
    }

    // Says that the texts cannot be loaded. The address still names the cases.
    fail() {
      this.waiting.hidden = true;
      const ways = this.ids.map((id) => make("li", {}, make("a", { href: `${this.root}cases/${id}.html` }, id)));
      const again = make("a", { href: location.href }, "{{strings.page.reload}}");
      again.addEventListener("click", (event) => {
        event.preventDefault();
        location.reload();
      });
      this.notes.append(make("p", {}, "{{strings.list.unloaded}}", again), make("ul", {}, ...ways));
      this.status.textContent = "{{strings.list.unloaded}}";
    }

    // Shows the first cases side by side, and all of them in pairs on paper.
    compare() {
      const { entries } = this;
      const columns = (COLUMNS.find(([media]) => matchMedia(media).matches) || ["", FEWEST_COLUMNS])[1];
      const shown = entries.slice(0, columns);
      const pairs = [];
      for (let place = 0; place < entries.length; place += 2) {
        pairs.push(this.view.table(entries.slice(place, place + 2), `{{strings.list.pair title=this.title place=place + 1}}`));
      }
      this.pairs.replaceChildren(...pairs);
      this.compared.hidden = entries.length < 2;
      this.columns.replaceChildren(...(entries.length < 2 ? [] : [this.view.table(shown, "{{strings.list.compared}}")]));
      this.columns.dataset.count = shown.length;
      this.about.hidden = shown.length === entries.length;
      this.about.textContent = `{{strings.list.first_shown count=shown.length}}`;
    }

    // Returns the address of the list to share.
    where() {
      return location.protocol === "file:" && this.address !== "" ? this.address + this.fragment : location.href;
    }

    save() {
      const address = (id) => new URL(`${this.root}cases/${id}.html`, this.where().replace(/#.*/, "")).href;
      const file = new Blob([list.csv(this.view.rows(this.entries, address))], { type: "text/csv" });
      const way = make("a", { href: URL.createObjectURL(file), download: "list.csv" });
      way.click();
      setTimeout(() => URL.revokeObjectURL(way.href), 10000);
    }
  }

  const page = new OwnList(document.querySelector("[data-own-list]"));
  list.address = () => page.where();
  page.open();
})();
