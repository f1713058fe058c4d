"use strict";
// What the page of a file that is edited as text does beyond a form: checks on every pause, leads to the line of a problem, saves.
(() => {
  const { element, problemLine, problemCounts } = window.knowhowDesk;
  const form = document.getElementById("text-form");
  const area = document.getElementById("text");
  const stateLine = document.getElementById("save-state");
  const counts = document.getElementById("counts");
  const confirmButton = document.getElementById("confirm");
  const saveButton = document.getElementById("save");
  let saved = form.dataset.unsaved ? null : area.value;
  let checkedText = saved;
  let timer = 0;
  let request = null;
  let isComposing = false;
  let isSaving = false;

  const isUnsaved = () => area.value !== saved;

  function say(text, isError = false) {
    if (stateLine.textContent !== text) stateLine.textContent = text;
    stateLine.classList.toggle("is-error", isError);
  }

  function sayState() {
    if (isSaving) return;
    if (isUnsaved()) say("{{strings.writing.not_saved}}");
    else if (stateLine.textContent) say("{{strings.writing.saved}}");
  }

  async function post(path, more = {}) {
    request?.abort();
    const own = request = new AbortController();
    const data = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries(more)) data.set(name, value);
    const answer = await fetch(path, { method: "POST", body: data, signal: own.signal, headers: { Accept: "application/json" } });
    return { status: answer.status, data: await answer.json() };
  }

  async function check(isForced) {
    clearTimeout(timer);
    const text = area.value;
    if (isComposing || isSaving || text === checkedText && isForced !== true) return;
    try {
      const { status, data } = await post(`${form.getAttribute("action")}/check`);
      if (status !== 200) return;
      checkedText = text;
      show(data);
    } catch {
      // A later check was started, or the desk has ended, which the next save reports.
    }
  }

  function show(found) {
    document.getElementById("text-problems").replaceChildren(...(found.problems.length || found.elsewhere.length
      ? found.problems.map(line) : [element("p", "{{strings.text.none}}", "none")]));
    const others = found.elsewhere.map((text) => line({ text, error: true, suggestions: [] }));
    if (others.length) others.unshift(element("h3", "{{strings.text.elsewhere}}"));
    document.getElementById("text-elsewhere").replaceChildren(...others);
    const { errors, warnings } = found;
    counts.replaceChildren(...problemCounts(errors, warnings));
    if (!errors) confirmButton.hidden = true;
    if (!found.changed) return;
    if (isUnsaved()) say("{{strings.writing.changed}}", true);
    else location.reload();
  }

  function line(problem) {
    if (!problem.line) return problemLine(problem, null);
    const { line, column } = problem;
    const button = element("button", `{{strings.text.place line=line column=column}}`, "quiet place");
    button.type = "button";
    button.addEventListener("click", () => go(Number(line), Number(column)));
    return problemLine(problem, button);
  }

  // Selects the line, so that it is seen, from the column on.
  function go(line, column) {
    const lines = area.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const text = lines[line - 1] ?? "";
    area.focus();
    // The browser shows where the selection is only after a change of it by itself.
    area.setSelectionRange(start, start);
    area.scrollTop = (line - 4) * parseFloat(getComputedStyle(area).lineHeight);
    area.setSelectionRange(start + [...text].slice(0, column - 1).join("").length, start + text.length);
  }

  function insert(text) {
    area.focus();
    area.select();
    if (!document.execCommand("insertText", false, text)) area.value = text;
  }

  async function fix(name) {
    try {
      const { data } = await post(`${form.getAttribute("action")}/check`, { fix: name });
      if (data.text !== null && data.text !== undefined) insert(data.text);
    } catch {
      return;
    }
    check(true);
  }

  async function save(confirmed) {
    if (isSaving) return;
    clearTimeout(timer);
    isSaving = true;
    saveButton.disabled = true;
    say("{{strings.writing.saving}}");
    const text = area.value;
    let conflict = false;
    let failure = "{{strings.writing.not_reached}}";
    try {
      const { status, data } = await post(form.getAttribute("action"), confirmed ? { confirmed: "1" } : {});
      failure = data.error ?? "";
      conflict = data.conflict === true;
      confirmButton.hidden = data.confirm !== true;
      if (status === 200) {
        saved = text;
        form.elements.version.value = data.version;
      }
    } catch {
      // What is said is the failure above.
    }
    isSaving = false;
    saveButton.disabled = false;
    if (conflict) {
      saved = area.value;
      form.submit();
      return;
    }
    if (failure) say(failure, true);
    else say(isUnsaved() ? "{{strings.writing.not_saved}}" : "{{strings.writing.saved}}");
    check(true);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.name === "fix") fix(event.submitter.value);
    else save(event.submitter === confirmButton);
  });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s" && !event.isComposing) {
      event.preventDefault();
      save(false);
    }
  });
  addEventListener("beforeunload", (event) => {
    if (isUnsaved()) event.preventDefault();
  });
  function later() {
    sayState();
    clearTimeout(timer);
    timer = setTimeout(check, 600);
  }
  area.addEventListener("compositionstart", () => {
    isComposing = true;
    clearTimeout(timer);
  });
  area.addEventListener("compositionend", () => {
    isComposing = false;
    later();
  });
  area.addEventListener("input", () => {
    if (!isComposing) later();
  });
  area.addEventListener("focusout", () => {
    isComposing = false;
    check();
  });

  async function watch() {
    let version = -1;
    for (;;) {
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
  check(true);
})();
