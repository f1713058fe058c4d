"use strict";
// What the forms do with pasted text: they tidy it as the page on which everybody writes a case does (pasted-text.js), and make a table of
// cells. What was tidied is said below the field, with a way back.
(() => {
  const { clean, safe } = window.knowhowSubmit;
  const { element } = window.knowhowDesk;
  const changes = {
    blanks: "{{strings.paste.blanks}}", lists: "{{strings.paste.lists}}", invisible: "{{strings.paste.invisible}}",
    table: "{{strings.paste.table}}",
  };

  // The rows of cells that a spreadsheet puts on the clipboard: one row per line, tabs between cells, and quotation marks around a cell
  // with line ends.
  function rows(text) {
    const found = [[]];
    const pattern = /("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/gy;
    const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    while (true) {
      const [, cell, end] = pattern.exec(source);
      const isQuoted = cell.length > 1 && cell[0] === '"' && cell.includes("\n");
      found.at(-1).push(isQuoted ? cell.slice(1, -1).replace(/""/g, '"') : cell);
      if (end === "") return found;
      if (end === "\n") found.push([]);
    }
  }

  // The text as the field can use it, and what was changed.
  function tidied(data, hasLines) {
    const text = data.getData("text/plain");
    // Lists of Word have tabs too; only what was a table has its markup.
    const cells = /<table/i.test(data.getData("text/html")) ? rows(text) : null;
    const isTable = hasLines && cells?.length > 1 && cells[0].length > 1 && cells.every((row) => row.length === cells[0].length);
    if (isTable) {
      const line = (row) => `| ${row.join(" | ")} |`;
      const [head, ...body] = cells.map((row) => row.map((cell) => clean(cell, { hasLines: false }).text.replace(/\|/g, "\\|")));
      return { text: `${[head, head.map(() => "---"), ...body].map(line).join("\n")}\n`, changes: ["table"] };
    }
    // One cell with line ends.
    return clean(cells?.length === 1 && cells[0].length === 1 ? cells[0][0] : text, { hasLines });
  }

  // What the browser itself inserts can be undone.
  function insert(field, text, start, end) {
    field.focus();
    field.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) field.setRangeText(text, start, end, "end");
  }

  // A table stands between empty lines.
  function spaced(text, before, after) {
    const start = before.trim() === "" ? "" : before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    return start + text + (after.trim() === "" || after.startsWith("\n") ? "" : "\n");
  }

  function say(field, said, ...buttons) {
    let place = field.parentElement.querySelector(":scope > .pasted");
    if (!place) {
      place = element("div", "", "pasted hint");
      place.setAttribute("role", "status");
      field.after(place);
    }
    place.replaceChildren(element("p", said), ...buttons);
  }

  document.addEventListener("paste", (event) => {
    const field = event.target;
    if (!field.matches("form.write :is(textarea, input:not([type]))") || !event.clipboardData?.getData("text/plain")) return;
    const raw = event.clipboardData.getData("text/plain");
    const { text, changes: made } = tidied(event.clipboardData, field.matches("textarea"));
    if (made.length === 0 && text === raw) return;
    event.preventDefault();
    const { selectionStart: start, selectionEnd: end, value } = field;
    const inserted = made.includes("table") ? spaced(text, value.slice(0, start), value.slice(end)) : text;
    insert(field, inserted, start, end);
    if (made.length === 0) return;
    const button = element("button", "{{strings.paste.undo}}", "quiet");
    button.type = "button";
    button.addEventListener("click", () => {
      // Unless it was changed since.
      if (field.value.slice(start, start + inserted.length) === inserted) insert(field, safe(raw), start, start + inserted.length);
      say(field, "{{strings.paste.undone}}");
    });
    say(field, `{{strings.paste.tidied}}${made.map((change) => changes[change]).join("")}`, button);
  });
})();
