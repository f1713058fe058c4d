// A list as a table for spreadsheets (CSV), written as Sources/Basics/Formats/CSVWriter.swift and Sources/Site/Data/TableText.swift do.
(function () {
  "use strict";

  // Platform-dependent characters, except for ℃ and Å.
  const DEPENDENT = /(?![\u2103\u212B])[\u2100-\u218B\u2460-\u24FF\u3200-\u33FF\uFF61-\uFF9F\u{1F100}-\u{1F2FF}]+/gu;
  const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

  function cell(text) {
    const line = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").replace(DEPENDENT, (run) => run.normalize("NFKC").normalize("NFC"));
    const safe = FORMULA.test(line) ? `'${line}` : line;
    return /[",]/.test(line) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }

  // Returns the rows as CSV: UTF-8 with a byte order mark, lines that end in CR LF.
  function csv(rows) {
    return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
  }

  Object.assign(window.knowhowList, { csv });
})();
