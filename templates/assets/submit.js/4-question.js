// A question of the form: its controls, and what is said about the answer.
(function () {
  "use strict";

  const { clean, safe, common } = window.knowhowSubmit;
  const { read } = window.knowhowRules;
  const WAIT = 600;

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  // What is wrong with a date, in words.
  function dateMessage(label, { value, why, likely }) {
    const meant = likely ? `{{strings.submit.perhaps likely=likely}}` : "";
    if (why === "noSuchDay" || why === "outsideEra") return `{{strings.submit.no_such_day label=label value=value}}${meant}`;
    if (why === "otherWeekday") return `{{strings.submit.other_weekday label=label value=value}}`;
    if (why === "noDay" || why === "noMonth" || why === "noYear") return `{{strings.submit.whole_date label=label}}${meant}`;
    return `{{strings.submit.bad_date label=label}}${meant}`;
  }

  // The messages for the ids of rules.js.
  function message({ id, values = {} }, label, isChoice, isMultiple) {
    switch (id) {
      case "empty-cell":
        if (isMultiple) return `{{strings.submit.choose_some label=label}}`;
        return isChoice ? `{{strings.submit.choose label=label}}` : `{{strings.submit.empty label=label}}`;
      case "error-cell": return `{{strings.submit.error_cell label=label error=values.error}}`;
      case "unsafe-character": return `{{strings.submit.unsafe label=label code=values.code}}`;
      case "lost-character": return `{{strings.submit.lost label=label}}`;
      case "private-use-character": return `{{strings.submit.private_use label=label code=values.code}}`;
      case "unknown-term": return `{{strings.submit.unknown label=label name=values.name}}`;
      case "too-many-values": return `{{strings.submit.too_many label=label}}`;
      case "bad-date": return dateMessage(label, values);
      case "bad-amount": return `{{strings.submit.bad_amount label=label}}`;
      case "bad-yes-no": return `{{strings.submit.choose label=label}}`;
      case "bad-address": return `{{strings.submit.bad_address label=label}}`;
      case "long-title": return `{{strings.submit.long_title count=values.characters most=values.limit}}`;
      default: return `{{strings.submit.unreadable label=label}}`;
    }
  }

  function adviceMessage({ id, text, instead }) {
    switch (id) {
      case "personal-name": return `{{strings.submit.personal_name text=text}}`;
      case "company-name": return `{{strings.submit.company_name text=text}}`;
      case "phone-number": return `{{strings.submit.phone_number text=text}}`;
      case "mail-address": return `{{strings.submit.mail_address text=text}}`;
      case "half-width-kana": return `{{strings.submit.half_width text=text instead=instead}}`;
      default: return instead ? `{{strings.submit.dependent_instead text=text instead=instead}}` : `{{strings.submit.dependent text=text}}`;
    }
  }

  const CHANGES = {
    blanks: "{{strings.submit.cleaned_blanks}}",
    lists: "{{strings.submit.cleaned_lists}}",
    invisible: "{{strings.submit.cleaned_invisible}}",
  };

  const segments = typeof Intl.Segmenter === "function" ? new Intl.Segmenter() : null;
  const count = (text) => (segments ? [...segments.segment(text)] : [...text]).length;

  class Question {
    constructor(element, form) {
      const { part, key, heading } = element.dataset;
      Object.assign(this, { element, form, part, key, heading });
      this.isChoice = element.matches("fieldset");
      this.controls = [...element.querySelectorAll(".choices input, .written > :is(input, textarea)")];
      this.isMultiple = this.isChoice && this.controls[0].type === "checkbox";
      this.label = element.querySelector("legend, label").firstChild.textContent;
      this.isRequired = part === "consent" || form.rules[part]?.[key]?.required === true;
      // An optional answer can be taken back.
      if (this.isChoice && !this.isMultiple && !this.isRequired) this.addNoChoice();
      if (this.isChoice) return;
      this.field = this.controls[0];
      this.wrapper = element.querySelector(".written");
      this.advised = make("div", { class: "advice", role: "status" });
      this.pasted = make("div", { class: "pasted", role: "status" });
      element.append(this.advised, this.pasted);
      if ("advice" in element.dataset) {
        this.counter = make("p", { class: "letters", id: `${element.id}-count` });
        this.wrapper.after(this.counter);
        this.describe(this.counter.id, true);
        this.field.addEventListener("paste", (event) => this.paste(event));
      }
      this.mirror();
    }

    addNoChoice() {
      const id = `${this.element.id}-none`;
      const none = make("input", { type: "radio", id, name: this.controls[0].name, value: "", autocomplete: "off", checked: "" });
      this.controls.push(none);
      [...this.element.querySelectorAll(".choices")].at(-1).append(make("li", { class: "none" }, make("label", {}, none, make("span", {}, "{{strings.submit.no_choice}}"))));
    }

    get texts() {
      if (this.isChoice) return this.controls.filter((control) => control.checked && control.value !== "").map((control) => control.value);
      return [safe(this.field.value)];
    }

    get isEmpty() {
      return this.texts.every((text) => text.trim() === "");
    }

    set texts(texts) {
      if (this.isChoice) {
        for (const control of this.controls) control.checked = control.value === "" ? texts.length === 0 : texts.includes(control.value);
      } else {
        this.field.value = texts[0] ?? "";
        this.mirror();
      }
    }

    // What is wrong with the answer.
    get problems() {
      if (this.part === "consent") {
        const isWhole = this.controls.every((control) => control.checked);
        return isWhole ? [] : [{ severity: "error", text: "{{strings.submit.confirm_all}}" }];
      }
      const rule = this.part === "hidden" ? { form: "text" } : this.form.rules[this.part]?.[this.key];
      if (!rule) return [];
      const { value, problems } = read(this.form.rules, rule, this.isChoice ? this.texts : this.texts[0]);
      this.value = value;
      return problems.map((problem) => ({ severity: problem.severity, text: message(problem, this.label, this.isChoice, this.isMultiple) }));
    }

    // The cell of the table.
    get cell() {
      if (this.part === "consent") return this.texts.map((text) => `\u2611 ${text}`).join("\n");
      if (this.isChoice) return this.texts.join("\n");
      const text = this.texts[0].trim();
      if (this.part === "sections" || typeof this.value !== "string") return text;
      return this.value;
    }

    get hasLists() {
      return this.part === "sections" && /^ *- +\S/m.test(this.texts[0]);
    }

    describe(id, isDescribed) {
      const target = this.isChoice ? this.element : this.field;
      const ids = (target.getAttribute("aria-describedby") || "").split(" ").filter((other) => other !== "" && other !== id);
      if (isDescribed) ids.push(id);
      if (ids.length > 0) target.setAttribute("aria-describedby", ids.join(" "));
      else target.removeAttribute("aria-describedby");
    }

    // Checks the answer, and says beside it what is wrong. Returns the first error.
    check() {
      const { problems } = this;
      const error = problems.find((problem) => problem.severity === "error");
      const id = `${this.element.id}-error`;
      this.error?.remove();
      this.error = null;
      if (error) {
        this.error = make("p", { class: "error", id }, make("strong", {}, "{{strings.submit.error}}"), error.text);
        (this.wrapper || this.element.querySelector(".group, .choices")).before(this.error);
      }
      this.element.classList.toggle("wrong", Boolean(error));
      this.describe(id, Boolean(error));
      if (this.field) this.field.setAttribute("aria-invalid", String(Boolean(error)));
      if (this.field && !error) this.field.removeAttribute("aria-invalid");
      this.warnings = problems.filter((problem) => problem.severity !== "error").map((problem) => problem.text);
      this.showReading(error);
      return error?.text;
    }

    // Says how a date or a number was read, if not as it was written.
    showReading(error) {
      this.reading?.remove();
      if (error || this.isChoice || this.part !== "keys" || !["date", "number"].includes(this.form.rules.keys[this.key]?.form)) return;
      const { value } = this;
      if (!value || value === this.field.value.trim()) return;
      this.reading = make("p", { class: "letters" }, `{{strings.submit.read value=value}}`);
      this.wrapper.after(this.reading);
    }

    // Something was typed, and no input method is at work.
    changed() {
      this.isTouched = true;
      if (this.error) this.check();
      clearTimeout(this.timer);
      if (this.counter) this.timer = setTimeout(() => this.advise(), WAIT);
    }

    // The field was left.
    left() {
      if (!this.isTouched || ((this.isEmpty || this.part === "consent") && !this.error)) return;
      this.check();
      if (this.counter) this.advise();
    }

    advise() {
      clearTimeout(this.timer);
      const found = this.form.adviser.advise(this.field.value);
      const texts = [...new Set([...(this.warnings || []), ...found.map(adviceMessage)])];
      const said = texts.join("\n");
      if (said === this.said) return;
      this.said = said;
      this.advised.replaceChildren();
      if (texts.length === 0) return;
      this.advised.append(make("p", {}, make("strong", {}, "{{strings.submit.advice}}")), make("ul", {}, ...texts.map((text) => make("li", {}, text))));
      if (!found.some((each) => each.instead)) return;
      const button = make("button", { type: "button", class: "button quiet" }, "{{strings.submit.use_common}}");
      button.addEventListener("click", () => {
        const before = this.field.value;
        this.write(common(before));
        this.advise();
        this.offerUndo("{{strings.submit.used_common}}", before);
        this.field.focus();
      });
      this.advised.append(button);
    }

    // Cleans what is pasted.
    paste(event) {
      const text = event.clipboardData?.getData("text/plain");
      if (!text) return;
      const { text: cleaned, changes } = clean(text, { hasLines: this.field.matches("textarea") });
      if (changes.length === 0) return;
      event.preventDefault();
      const { selectionStart: start, selectionEnd: end, value } = this.field;
      const raw = `${value.slice(0, start)}${safe(text)}${value.slice(end)}`;
      this.field.setRangeText(cleaned, start, end, "end");
      this.field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
      this.offerUndo(`{{strings.submit.cleaned}}${changes.map((change) => CHANGES[change]).join("")}`, raw);
    }

    // Says what was done, with a way back to another text.
    offerUndo(said, before) {
      const after = this.field.value;
      const button = make("button", { type: "button", class: "button quiet" }, "{{strings.submit.undo}}");
      button.addEventListener("click", () => {
        this.pasted.replaceChildren(make("p", {}, "{{strings.submit.undone}}"));
        this.write(before);
        this.field.focus();
      });
      this.pasted.replaceChildren(make("p", {}, said), button);
      // Once something else is typed, there is no way back.
      this.undoes = after;
    }

    write(text) {
      this.field.value = text;
      this.undoes = null;
      this.field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }

    // Shows what was typed on paper, where the field would cut it off, and counts it.
    mirror() {
      if (!this.field) return;
      this.wrapper.dataset.text = `${this.field.value}\n`;
      if (this.counter) this.counter.textContent = this.field.value === "" ? "" : `{{strings.submit.count count=count(this.field.value.trim())}}`;
      if (this.undoes && this.undoes !== this.field.value) {
        this.undoes = null;
        this.pasted.replaceChildren();
      }
    }

    // Forgets everything that was said about the answer.
    clear() {
      clearTimeout(this.timer);
      this.texts = [];
      for (const control of this.controls) if (this.isMultiple) control.checked = false;
      this.error?.remove();
      this.reading?.remove();
      Object.assign(this, { error: null, reading: null, isTouched: false, warnings: [], said: "", undoes: null, value: undefined });
      this.element.classList.remove("wrong");
      this.describe(`${this.element.id}-error`, false);
      this.field?.removeAttribute("aria-invalid");
      this.advised?.replaceChildren();
      this.pasted?.replaceChildren();
    }

    focus() {
      this.element.scrollIntoView();
      (this.controls.find((control) => control.checked) || this.controls[0]).focus({ preventScroll: true });
    }
  }

  Object.assign(window.knowhowSubmit, { Question, make });
})();
