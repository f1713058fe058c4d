// Finds the words of a rule by their names, and splits a text that names several terms, exactly like
// Sources/CasebookLoading/Files/TermList.swift.
(function () {
  "use strict";

  const { trimmed, folded } = window.knowhowRules;
  // No mark may follow, which would make another character of the sign.
  const SEPARATOR = /[、，､,；;／/\n](?![\p{M}\uFF9E\uFF9F])/gu;
  // Signs and words that also stand in names.
  const WEAK_SEPARATOR = /(?:[・･＋+＆&｜|と \u3000\t]|及び|および|並びに)(?![\p{M}\uFF9E\uFF9F])/gu;
  const LONGEST = 1000;

  const finders = new WeakMap();

  // Returns a function from a name to the number of a word of a rule, or to undefined. Labels come before aliases, and these before
  // all other names.
  function finder(rule, radicals) {
    if (finders.has(rule)) return finders.get(rule);
    const [exact, alike] = [new Map(), new Map()];
    const { words = [] } = rule;
    for (const names of [({ label }) => [label], ({ aliases = [] }) => aliases, ({ others = [] }) => others]) {
      for (const [place, word] of words.entries()) {
        for (const name of names(word)) {
          if (!exact.has(name)) exact.set(name, place);
          const fold = folded(name, radicals);
          if (!alike.has(fold)) alike.set(fold, place);
        }
      }
    }
    const find = (name) => exact.get(name) ?? alike.get(folded(name, radicals));
    finders.set(rule, find);
    return find;
  }

  // The parts between separators as ranges: [start, end].
  function ranges(text, separator) {
    const found = [];
    let start = 0;
    for (const match of text.matchAll(separator)) {
      found.push([start, match.index]);
      start = match.index + match[0].length;
    }
    return [...found, [start, text.length]];
  }

  // Returns the terms in a text, the longest name first: [{term, name}], with term undefined for an unknown one.
  function split(text, separator, joinsUnknown, find) {
    const pieces = ranges(text, separator);
    const parts = [];
    let unknown;
    const endUnknown = () => {
      const name = unknown ? trimmed(text.slice(...unknown)) : "";
      unknown = undefined;
      if (name !== "") parts.push({ name });
    };
    for (let start = 0; start < pieces.length;) {
      let end = Math.min(pieces.length, start + 8);
      let term;
      let name = "";
      for (; end > start; end -= 1) {
        name = trimmed(text.slice(pieces[start][0], pieces[end - 1][1]));
        term = name === "" ? undefined : find(name);
        if (term !== undefined) break;
      }
      if (term !== undefined) {
        endUnknown();
        parts.push({ term, name });
        start = end;
      } else {
        if (!joinsUnknown) endUnknown();
        unknown = [unknown ? unknown[0] : pieces[start][0], pieces[start][1]];
        start += 1;
      }
    }
    endUnknown();
    return parts;
  }

  // Returns the terms that a text names: [{term, name}], with term undefined for an unknown one.
  function terms(text, isMultiple, find) {
    const whole = trimmed(text);
    const term = find(whole);
    if (term !== undefined) return [{ term, name: whole }];
    const parts = split(text, SEPARATOR, false, find).flatMap((part) => {
      if (part.term !== undefined || new TextEncoder().encode(part.name).length > LONGEST) return [part];
      const inner = split(part.name, WEAK_SEPARATOR, true, find);
      return inner.some(({ term }) => term !== undefined) ? inner : [part];
    });
    const hasUnknown = parts.some(({ term }) => term === undefined);
    return hasUnknown && !isMultiple ? [{ name: whole }] : parts;
  }

  Object.assign(window.knowhowRules, { finder, terms });
})();
