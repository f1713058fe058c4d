// What is done with pasted text: blanks at the starts of lines go, signs become lists, invisible characters go.
(function () {
  "use strict";

  // Characters as Sources/Basics/Characters/SuspectCharacter.swift has them.
  const UNSAFE = /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\u202A-\u202E\u2066-\u2069]/g;
  const INVISIBLE = /[\xAD\u180E\u200B\u2060-\u2065\uFEFF]/g;
  const BLANKS = /[\xA0\u2007\u202F]/g;
  const LINE_ENDS = /\r\n?|[\v\f\x85\u2028]/g;

  // Marks of lists as Sources/Markdown/Marks/MarkLine.swift has them.
  const SIGNS = "\u30FB\uFF65\u2022\u2023\u25E6\xB7\u25CF\u25CB\u25EF\u25A0\u25A1\u25C6\u25C7\u25CE\u25AA";
  const CIRCLES = "\u25CB\u25EF\u25CF\u25CE";
  const AFTER_CIRCLES = "\u6708\u65E5\u5E74\u6B73\u540D\u5E02\u770C\u4EBA\u6642\u5206\u533A\u753A\u6751\u793E";
  const DASHES = "\u2013\u2014\u2015\u2212\u2010\u2500\u30FC";
  const KANA_OR_KANJI = /[\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3400-\u9FFF\uF900-\uFAFF\u3005]/;
  const narrow = (character) => ({ "\uFF0D": "-", "\uFF0B": "+", "\uFF0A": "*" })[character] || character;

  // Returns the mark at the start of a line: {family, isCertain, text}; null if there is none, or if it is a list already.
  function mark(line) {
    const start = line.search(/[^ \t\u3000]/);
    if (start < 0) return null;
    const [sign] = line.slice(start);
    const rest = line.slice(start + sign.length);
    const text = rest.trimStart();
    if (text === "") return null;
    const [first] = text;
    const spaces = rest.slice(0, rest.length - text.length);
    if (SIGNS.includes(sign)) {
      return first === sign || (CIRCLES.includes(sign) && AFTER_CIRCLES.includes(first)) ? null : { family: sign, isCertain: false, text };
    }
    const isDash = DASHES.includes(sign);
    if (!isDash && !"-*+".includes(narrow(sign))) return null;
    const isAscii = sign < "\x80";
    if (isAscii && /^[ \t]+$/.test(spaces)) return null;
    if (narrow(first) === narrow(sign) || line.endsWith(sign) || (/[0-9\uFF10-\uFF19]/.test(first) && !isAscii)) return null;
    if (spaces === "") {
      if (isDash || !(KANA_OR_KANJI.test(first) || "\u300C\u300E\uFF08".includes(first)) || (isAscii && text.includes(sign))) return null;
      return { family: narrow(sign), isCertain: sign === "-" && KANA_OR_KANJI.test(first) && start === 0, text };
    }
    return { family: isDash ? sign : narrow(sign), isCertain: !isDash && (narrow(sign) === "-" || sign === "\uFF0B"), text };
  }

  // Returns the lines of a paragraph with lists as Markdown writes them.
  function listed(lines) {
    const marks = lines.map(mark);
    const counts = {};
    for (const each of marks) if (each) counts[each.family] = (counts[each.family] || 0) + 1;
    return lines.map((line, index) => {
      const found = marks[index];
      return found && (found.isCertain || counts[found.family] > 1) ? `- ${found.text}` : line;
    });
  }

  // Returns the text as it should be, and which kinds of changes were made: "blanks", "lists", "invisible".
  function clean(text, { hasLines }) {
    const changes = new Set();
    const step = (name, from, to) => {
      if (to !== from) changes.add(name);
      return to;
    };
    let result = text.replace(LINE_ENDS, "\n").replace(/\u2029/g, "\n\n");
    result = step("invisible", result, result.replace(UNSAFE, "").replace(INVISIBLE, "").replace(BLANKS, " "));
    if (!hasLines) {
      const joined = result.split("\n").map((line) => line.trim()).filter((line) => line !== "");
      // Between two lines in Latin letters is a blank.
      const line = joined.reduce((all, next) => `${all}${all !== "" && all.at(-1) < "\u2E80" && next[0] < "\u2E80" ? " " : ""}${next}`, "");
      return { text: step("blanks", line, line.replace(/[\t\u3000]+/g, " ")), changes: [...changes] };
    }
    const lines = result.split("\n");
    const paragraphs = [[]];
    for (const line of lines) {
      if (line.trim() === "") paragraphs.push([], []);
      else paragraphs.at(-1).push(line);
    }
    // An empty array stands for an empty line.
    const items = paragraphs.flatMap((paragraph, index) => (index % 2 === 1 ? [""] : listed(paragraph)));
    result = step("lists", lines.map((line) => (line.trim() === "" ? "" : line)).join("\n"), items.join("\n"));
    const starts = result.replace(/^[ \t\u3000]*[\t\u3000][ \t\u3000]*/gm, "").replace(/\t+/g, " ");
    return { text: step("blanks", result, starts), changes: [...changes] };
  }

  // Returns a text without characters that no table can have.
  function safe(text) {
    return text.replace(LINE_ENDS, "\n").replace(/\u2029/g, "\n\n").replace(UNSAFE, "");
  }

  window.knowhowSubmit = { clean, safe };
})();
