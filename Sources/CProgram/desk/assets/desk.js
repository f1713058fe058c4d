"use strict";
// What the form for a case does beyond a form: checks on every pause, the page beside it, a save that keeps the page, buttons for the text.
// Without it, the form is sent and checked as a whole.
(() => {
  const { element, problemLine, problemCounts } = window.knowhowDesk;
  const form = document.getElementById("write");
  if (!form) return;
  const pause = 400;
  const file = form.dataset.file;
  const stateLine = document.getElementById("save-state");
  const counts = document.getElementById("counts");
  const frame = document.getElementById("frame");
  const saveButton = document.getElementById("save");
  const touched = new Set();
  let showsAll = file !== "";
  let isComposing = false;
  let isSaving = false;
  // Another form of the page was sent. Its answer shows the file as it is then.
  let isLeaving = false;
  let timer = 0;
  let request = null;
  let saved = form.dataset.unsaved ? null : serialized();
  let checkedText = saved;

  function fields() {
    const data = new URLSearchParams(new FormData(form));
    data.delete("action");
    return data;
  }

  function serialized() {
    const data = fields();
    data.delete("version");
    data.delete("form-token");
    return data.toString();
  }

  const isUnsaved = () => serialized() !== saved;

  function say(text, isError = false) {
    if (stateLine.textContent !== text) stateLine.textContent = text;
    stateLine.classList.toggle("is-error", isError);
  }

  function sayState() {
    if (isSaving) return;
    if (isUnsaved()) say("{{strings.writing.not_saved}}");
    else if (stateLine.textContent) say("{{strings.writing.saved}}");
  }

  // The desk was started again. A proxy that lets people in does so again, and then pages have a new token.
  async function renew() {
    for (let turn = 0; turn < 2; turn += 1) {
      const page = await (await fetch("/desk/cases/new")).text();
      const token = /name="form-token" value="(\w+)"/.exec(page)?.[1];
      if (token) {
        form.elements["form-token"].value = token;
        return true;
      }
    }
    return false;
  }

  async function post(path, data) {
    if (request) request.abort();
    const own = request = new AbortController();
    const send = () => fetch(path, { method: "POST", body: data, signal: own.signal, headers: { Accept: "application/json" } });
    let answer = await send();
    if (answer.status === 403 && await renew()) {
      data.set("form-token", form.elements["form-token"].value);
      answer = await send();
    }
    return { status: answer.status, data: await answer.json() };
  }

  // Checks

  function later() {
    clearTimeout(timer);
    if (!isComposing) timer = setTimeout(check, pause);
  }

  async function check(isForced) {
    clearTimeout(timer);
    if (isComposing || isSaving) return;
    const text = serialized();
    if (text === checkedText && isForced !== true) return;
    const data = fields();
    data.set("file", file);
    try {
      const { status, data: found } = await post("/desk/check", data);
      if (status !== 200) return;
      checkedText = text;
      show(found);
    } catch {
      // A later check was started, or the desk has ended, which the next save reports.
    }
  }

  function show(found) {
    const shown = found.problems.filter((problem) => showsAll || problem.field === null || touched.has(problem.field));
    for (const box of form.querySelectorAll("[data-field]")) {
      const name = box.dataset.field;
      fill(document.getElementById(`${name}-problems`), shown.filter((problem) => problem.field === name));
      const isInvalid = shown.some((problem) => problem.field === name && problem.error);
      const control = document.getElementById(name);
      if (!control) continue;
      if (isInvalid) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
    const others = shown.filter((problem) => problem.field === null || !document.getElementById(`${problem.field}-problems`));
    fill(document.getElementById("elsewhere"), others);
    count(shown);
    if (found.changed) {
      if (isUnsaved()) say("{{strings.writing.changed}}", true);
      else if (!isLeaving) location.reload();
    }
    if (found.page) showPage(found.page);
    if (people) people.textContent = found.others;
  }

  // Where people are named, the server knows who is here by the checks.
  const people = document.getElementById("others");
  if (people && file) setInterval(() => document.visibilityState === "visible" && check(true), 60_000);

  function fill(box, problems) {
    const key = JSON.stringify(problems);
    if (!box || box.dataset.shown === key) return;
    box.dataset.shown = key;
    box.replaceChildren(...problems.map((problem) => {
      const number = problem.line;
      return problemLine(problem, number ? element("span", `{{strings.files.line line=number}}`, "line") : null);
    }));
  }

  function count(problems) {
    const errors = problems.filter((problem) => problem.error).length;
    counts.replaceChildren(...problemCounts(errors, problems.length - errors));
  }

  // The page beside the form. A new one is loaded behind the old one, so that nothing flickers.

  let anchor = "";

  function follow(view) {
    const part = anchor && view.contentDocument?.getElementById(anchor);
    if (part) part.scrollIntoView({ block: "start" });
  }

  function showPage(address) {
    const old = frame.querySelector("iframe:not(.next)");
    if (old?.getAttribute("src") === address) return;
    for (const waiting of frame.querySelectorAll(".next")) waiting.remove();
    const next = element("iframe", "", "next");
    next.title = "{{strings.writing.page}}";
    next.setAttribute("sandbox", "allow-same-origin");
    next.tabIndex = -1;
    next.addEventListener("load", () => {
      if (!next.isConnected || !next.classList.contains("next")) return;
      const top = old?.contentWindow?.scrollY ?? 0;
      if (anchor) follow(next);
      else next.contentWindow.scrollTo(0, top);
      next.classList.remove("next");
      next.removeAttribute("tabindex");
      for (const other of [...frame.children]) if (other !== next) other.remove();
    });
    next.src = address;
    frame.append(next);
  }

  // Saving

  async function save() {
    if (isSaving) return;
    clearTimeout(timer);
    isSaving = true;
    showsAll = true;
    saveButton.disabled = true;
    say("{{strings.writing.saving}}");
    const text = serialized();
    let conflict = false;
    let failure = "{{strings.writing.not_reached}}";
    try {
      const { status, data } = await post(form.getAttribute("action"), fields());
      failure = data.error ?? "";
      if (status === 200) {
        saved = text;
        if (data.open) {
          location.assign(data.open);
          return;
        }
        form.elements.version.value = data.version;
      }
      conflict = data.conflict === true;
    } catch {
      // What is said is the failure above.
    }
    isSaving = false;
    saveButton.disabled = false;
    if (conflict) {
      saved = serialized();
      form.submit();
      return;
    }
    if (failure) say(failure, true);
    else say(isUnsaved() ? "{{strings.writing.not_saved}}" : "{{strings.writing.saved}}");
    check(true);
  }

  document.addEventListener("submit", (event) => {
    if (event.target !== form && event.target.method === "post") isLeaving = true;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.name === "fix") fix(event.submitter.value, event.submitter.closest("[data-field]"));
    else save();
  });

  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s" && !event.isComposing) {
      event.preventDefault();
      save();
    }
  });

  addEventListener("beforeunload", (event) => {
    if (isUnsaved()) event.preventDefault();
  });

  // Fixes

  async function fix(name, box) {
    const data = fields();
    data.set("file", file);
    data.set("fix", name);
    try {
      const { data: found } = await post("/desk/check", data);
      for (const [field, value] of Object.entries(found.values ?? {})) set(field, value);
      const control = box?.querySelector("input:not([type=hidden]), textarea, select");
      control?.focus();
    } catch {
      return;
    }
    check(true);
  }

  function set(field, value) {
    const control = document.getElementById(field);
    if (!control) {
      const chosen = value.split(/[、,]\s*/);
      for (const box of form.querySelectorAll(`[name="${CSS.escape(field)}"]`)) box.checked = chosen.includes(box.value);
    } else if (control.matches("textarea, input:not([type=date])")) {
      control.focus();
      control.select();
      insert(value);
    } else {
      control.value = value;
    }
  }

  // What the browser itself inserts can be undone.
  function insert(text) {
    if (!document.execCommand("insertText", false, text)) {
      const control = document.activeElement;
      control.setRangeText(text, control.selectionStart, control.selectionEnd, "end");
    }
    later();
  }

  // Typing

  form.addEventListener("compositionstart", () => {
    isComposing = true;
    clearTimeout(timer);
  });
  form.addEventListener("compositionend", () => {
    isComposing = false;
    sayState();
    later();
  });
  form.addEventListener("input", (event) => {
    const box = event.target.closest("[data-field]");
    if (box) touched.add(box.dataset.field);
    if (isComposing) return;
    sayState();
    later();
  });
  form.addEventListener("focusout", (event) => {
    const box = event.target.closest("[data-field]");
    if (!box || !event.target.matches("input, textarea, select")) return;
    const isNew = !touched.has(box.dataset.field) && !showsAll;
    touched.add(box.dataset.field);
    // A composition ends with the focus, whatever the browser says about it.
    isComposing = false;
    if (isNew || isUnsaved()) check(isNew);
  });
  form.addEventListener("focusin", (event) => {
    anchor = event.target.dataset.anchor ?? anchor;
    const view = frame.querySelector("iframe:not(.next)");
    if (event.target.dataset.anchor && view) follow(view);
  });

  // Buttons for the text

  function surround(area, before, after) {
    const text = area.value.slice(area.selectionStart, area.selectionEnd);
    area.focus();
    insert(before + text + after);
    if (!text) area.setSelectionRange(area.selectionStart - after.length, area.selectionStart - after.length);
  }

  function makeList(area) {
    const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    area.setSelectionRange(start, area.selectionEnd);
    const lines = area.value.slice(start, area.selectionEnd).split("\n");
    const before = area.value.slice(0, start);
    area.focus();
    // A list starts after an empty line.
    const gap = start > 0 && !before.endsWith("\n\n") && !/^- .*\n$/m.test(before.slice(before.lastIndexOf("\n", start - 2) + 1)) ? "\n" : "";
    insert(gap + lines.map((line) => (line.startsWith("- ") ? line : `- ${line}`)).join("\n"));
  }

  function open(name, area, prepare) {
    const dialog = document.getElementById(`${name}-dialog`);
    const range = [area.selectionStart, area.selectionEnd];
    dialog.returnValue = "";
    const finish = prepare(dialog, area.value.slice(...range));
    dialog.addEventListener("close", () => {
      area.focus();
      area.setSelectionRange(...range);
      const text = dialog.returnValue === "insert" ? finish() : "";
      if (text) insert(text);
    }, { once: true });
    dialog.showModal();
  }

  function openLinks(area) {
    open("link", area, (dialog, selected) => {
      const words = document.getElementById("link-words");
      const list = document.getElementById("link-found");
      let chosen = "";
      let wait = 0;
      async function find() {
        const asked = words.value;
        const answer = await fetch(`/desk/find?words=${encodeURIComponent(asked)}`);
        const { cases } = await answer.json();
        // The answer for words that were typed before must not replace a later one.
        if (asked !== words.value) return;
        document.getElementById("link-said").textContent = cases.length ? "" : "{{strings.insert.link_none}}";
        list.replaceChildren(...cases.map((found) => {
          const item = element("li");
          const button = element("button", `${found.name}　${found.title}`, "quiet");
          button.type = "button";
          button.addEventListener("click", () => {
            chosen = `[${(selected || found.title).replace(/[\[\]\\]/g, "\\$&")}](${form.dataset.links ?? ""}${found.name}.md)`;
            dialog.close("insert");
          });
          item.append(button);
          return item;
        }));
      }
      words.value = "";
      words.oninput = (event) => {
        clearTimeout(wait);
        if (!event.isComposing) wait = setTimeout(find, 200);
      };
      words.addEventListener("compositionend", find);
      words.onkeydown = (event) => {
        if (event.key === "Enter" && !event.isComposing) event.preventDefault();
      };
      find();
      return () => chosen;
    });
  }

  function openRuby(area) {
    open("ruby", area, (_, selected) => {
      const base = document.getElementById("ruby-base");
      const reading = document.getElementById("ruby-reading");
      base.value = selected;
      reading.value = "";
      return () => (base.value && reading.value ? `{${base.value}|${reading.value}}` : "");
    });
  }

  for (const area of form.querySelectorAll(".section textarea")) {
    const label = area.closest(".section").querySelector("label").firstChild.textContent;
    const tools = element("div", "", "tools");
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", `{{strings.insert.tools label=label}}`);
    const buttons = [
      ["{{strings.insert.strong}}", () => surround(area, "**", "**")],
      ["{{strings.insert.list}}", () => makeList(area)],
      ["{{strings.insert.link}}", () => openLinks(area)],
      ["{{strings.insert.ruby}}", () => openRuby(area)],
      // images.js opens the dialog for it.
      ["{{strings.insert.image}}", () => area.dispatchEvent(new Event("desk-image", { bubbles: true }))],
    ];
    for (const [text, act] of buttons) {
      const button = element("button", text, "quiet");
      button.type = "button";
      // The text keeps the focus, and what is selected in it.
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", act);
      tools.append(button);
    }
    area.before(tools);
  }

  // Edits made elsewhere

  async function watch() {
    let version = -1;
    while (file !== "") {
      try {
        const answer = await fetch(`/.knowhow/changes?since=${version}`);
        const state = await answer.json();
        if (version !== -1 && state.version !== version && !isSaving) check(true);
        version = state.version;
      } catch {
        await new Promise((done) => setTimeout(done, 3000));
      }
    }
  }
  watch();
  sayState();
})();
