// The form: what happens when one types, leaves a field, makes the file, prints, keeps a draft, and forgets.
(function () {
  "use strict";

  const { Adviser, Question, csv, fileName, make } = window.knowhowSubmit;
  const SAVE_AFTER = 400;
  const NOTE = "\u203B";

  class Form {
    constructor(element) {
      this.element = element;
      this.rules = JSON.parse(element.dataset.rules);
      const names = element.querySelector("[data-names]");
      const isJapanese = /^ja\b/i.test(element.dataset.language);
      this.adviser = new Adviser(names ? names.dataset : isJapanese ? {} : null, element.dataset.adviceOff);
      this.questions = [...element.querySelectorAll("[data-question]")].map((each) => new Question(each, this));
      for (const name of ["problems", "restored", "keeping", "keep", "make", "print", "forget", "status", "done", "file"]) {
        this[name] = element.querySelector(`[data-${name}]`);
      }
      this.title = document.title;
      this.draft = `knowhow-case ${location.pathname}`;
      this.isComposing = false;
      this.isPressed = false;
      this.leftQuestions = new Set();
      this.listen();
      this.start();
    }

    question(target) {
      const element = target.closest?.("[data-question]");
      return element ? this.questions.find((question) => question.element === element) : undefined;
    }

    listen() {
      const on = (type, act) => this.element.addEventListener(type, act);
      on("submit", (event) => event.preventDefault());
      on("compositionstart", () => { this.isComposing = true; });
      on("compositionend", ({ target }) => {
        this.isComposing = false;
        this.typed(target);
      });
      on("input", ({ target, isComposing }) => {
        this.question(target)?.mirror();
        if (!isComposing && !this.isComposing) this.typed(target);
      });
      on("focusout", ({ target, relatedTarget }) => {
        const question = this.question(target);
        if (this.isComposing || !question || question.element.contains(relatedTarget)) return;
        // What is said may move the page, and what is being pressed has to stay under the pointer until it is released.
        this.leftQuestions.add(question);
        if (!this.isPressed) setTimeout(() => this.leave());
      });
      addEventListener("pointerdown", () => { this.isPressed = true; }, true);
      for (const type of ["pointerup", "pointercancel"]) {
        addEventListener(type, () => {
          this.isPressed = false;
          setTimeout(() => this.leave());
        }, true);
      }
      this.make.addEventListener("click", () => this.send());
      this.print.addEventListener("click", () => print());
      this.forget.addEventListener("click", () => {
        if (confirm("{{strings.submit.forget_question}}")) this.empty();
      });
      this.keep.addEventListener("change", () => {
        if (this.keep.checked) this.save();
        else this.remove();
      });
      addEventListener("beforeunload", (event) => {
        if (this.isDirty && !this.keep.checked) event.preventDefault();
      });
      // The next person at the machine goes back to an empty page.
      addEventListener("pagehide", () => {
        clearTimeout(this.timer);
        if (this.keep.checked) this.save();
        this.clear();
      });
      addEventListener("pageshow", ({ persisted }) => { if (persisted) this.start(); });
    }

    // Empties the form, and fills it in from a draft if there is one. Browsers may have filled it in themselves.
    start() {
      this.clear();
      try {
        const values = JSON.parse(localStorage.getItem(this.draft));
        if (!values) return;
        for (const question of this.questions) {
          const texts = values[question.heading];
          if (question.part !== "consent" && Array.isArray(texts) && texts.every((text) => typeof text === "string")) question.texts = texts;
        }
        this.keep.checked = true;
        this.restored.hidden = false;
      } catch {
        // Without a place to keep it there is no draft.
        this.remove();
      }
    }

    leave() {
      if (this.isPressed) return;
      for (const question of this.leftQuestions) question.left();
      this.leftQuestions.clear();
    }

    typed(target) {
      const question = this.question(target);
      if (!question) return;
      question.mirror();
      question.changed();
      this.isDirty = true;
      this.done.hidden = true;
      clearTimeout(this.timer);
      if (this.keep.checked) this.timer = setTimeout(() => this.save(), SAVE_AFTER);
    }

    save() {
      const values = this.questions.filter((question) => question.part !== "consent" && !question.isEmpty).map((question) => [question.heading, question.texts]);
      try {
        localStorage.setItem(this.draft, JSON.stringify(Object.fromEntries(values)));
      } catch {
        this.keep.checked = false;
        this.say("{{strings.submit.cannot_keep}}");
      }
    }

    remove() {
      try {
        localStorage.removeItem(this.draft);
      } catch {
        // There is none.
      }
    }

    say(text) {
      this.status.classList.remove("hidden");
      this.status.textContent = text;
    }

    clear() {
      clearTimeout(this.timer);
      this.leftQuestions.clear();
      for (const question of this.questions) question.clear();
      this.problems.hidden = true;
      this.done.hidden = true;
      this.restored.hidden = true;
      this.keep.checked = false;
      this.isDirty = false;
      this.status.textContent = "";
      document.title = this.title;
    }

    empty() {
      this.remove();
      this.clear();
      this.say("{{strings.submit.forgotten}}");
      document.querySelector("main").focus();
      scrollTo(0, 0);
    }

    // Checks everything, and makes the file or says what is missing.
    send() {
      const found = this.questions.map((question) => ({ question, text: question.check() })).filter(({ text }) => text);
      for (const question of this.questions) if (question.counter) question.advise();
      this.done.hidden = true;
      this.problems.hidden = found.length === 0;
      document.title = this.title;
      if (found.length > 0) this.report(found);
      else this.write();
    }

    report(found) {
      const title = `{{strings.submit.problems count=found.length}}`;
      this.problems.querySelector("h2").textContent = title;
      this.problems.querySelector("ul").replaceChildren(...found.map(({ question, text }) => {
        const link = make("a", { href: `#${question.controls[0].id}` }, text);
        link.addEventListener("click", (event) => {
          event.preventDefault();
          question.focus();
        });
        return make("li", {}, link);
      }));
      document.title = `{{strings.submit.title_problems count=found.length title=this.title}}`;
      this.problems.focus();
      this.problems.scrollIntoView();
    }

    // The rows of the table.
    get rows() {
      const columns = this.questions
        .filter((question) => !["hidden", "consent"].includes(question.part) || question.cell !== "")
        .map((question) => [`${question.heading}${question.hasLists ? this.element.dataset.lists : ""}`, question.cell]);
      // A row that starts with ※ would be a note.
      if (columns[0][1].startsWith(NOTE)) columns.unshift(columns.pop());
      return [columns.map(([heading]) => heading), columns.map(([, cell]) => cell)];
    }

    write() {
      const name = fileName(this.questions[0].texts[0]);
      const address = URL.createObjectURL(new Blob([csv(this.rows)], { type: "text/csv" }));
      make("a", { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      this.file.textContent = `{{strings.submit.saved name=name}}`;
      this.isDirty = false;
      this.done.hidden = false;
      this.done.focus();
      this.done.scrollIntoView();
    }
  }

  const element = document.querySelector("[data-submission]");
  if (element) window.knowhowSubmit.form = new Form(element);
})();
