// A case as a table with one row, which the program's import reads.
(function () {
  "use strict";

  // What a spreadsheet would take for a formula. The import takes the apostrophe away (Sources/Authoring/Tables/CaseImport.swift).
  // An apostrophe that was typed before such a sign stays.
  const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

  function cell(text) {
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }

  // Returns rows as CSV: UTF-8 with a byte order mark, lines that end in CR LF.
  function csv(rows) {
    return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
  }

  // Returns the name of the file for a title, without what some file systems do not take.
  function fileName(title) {
    const name = [...title.normalize("NFC").replace(/[\\/:*?"<>|.\0-\x1F\x7F]+/g, " ").replace(/\s+/g, " ").trim()].slice(0, 30).join("").trim();
    return name === "" ? "{{strings.submit.file}}.csv" : `{{strings.submit.file_about name=name}}.csv`;
  }

  Object.assign(window.knowhowSubmit, { csv, fileName });
})();
