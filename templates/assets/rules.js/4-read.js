// Reads the value of a key or the text of a section by its rule (Sources/CasebookModel/Model/ValueRule.swift), and finds the same
// problems as `knowhow import`, under the same ids.
(function () {
  "use strict";

  const { cleaned, compatible, damage, date, finder, joined, letters, sheetError, terms } = window.knowhowRules;
  const ADDRESS = /^https?:\/\/([!#-;=?-[\]_a-z~]+)$/;
  const READING = /^[\u3041-\u3096\u30A1-\u30FA][\u3041-\u3096\u30A1-\u30FA \u3000・ーゝゞヽヾ\u3099\u309A]*$/u;

  // Returns a number in ASCII digits; undefined if a text is none (Sources/CasebookModel/Model/TypedValue.swift).
  function decimal(text) {
    return /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/.test(text) && text.replace(/[-.]/g, "").length <= 15 ? text : undefined;
  }

  // Returns the number that is certainly meant (Sources/CasebookLoading/Schema/WrittenValue.swift).
  function meantNumber(text, unit = "") {
    const tight = (part) => compatible(part).replace(/\p{White_Space}/gu, "");
    // 1 200 and 12 人, but not 1 2.
    const groups = [...compatible(text).matchAll(/([0-9]+)\p{White_Space}+(?=([0-9]+))/gu)];
    if (groups.some(([, before, after]) => before.length > 3 || after.length !== 3)) return undefined;
    let rest = tight(text);
    const suffix = tight(unit);
    if (suffix !== "" && rest.endsWith(suffix)) rest = rest.slice(0, -suffix.length);
    rest = rest.replace(/^\+/, "").replace(/^[−‐–]/u, "-").replace(/^\./, "0.");
    if (rest.includes(",")) {
      // 1,200 and 12,345.6, but not 1,2, which is a decimal number elsewhere.
      if (!/^-?[^,.-]{1,3}(?:,[^,.]{3})+(?:\.|$)/.test(rest)) return undefined;
      rest = rest.replace(/,/g, "");
    }
    return decimal(rest);
  }

  function isAddress(text) {
    const [, rest] = ADDRESS.exec(text) || [];
    if (rest === undefined) return false;
    const [host] = rest.split(/[/?#]/);
    return /[0-~]/.test(host) && !host.includes("@");
  }

  // For each form: the value of a text, or the problem with it.
  const FORMS = {
    text: (text) => ({ value: text }),
    date(text, rule, { eras }) {
      const { day, ...problem } = date(text, eras);
      return day ? { value: day } : { id: "bad-date", ...problem };
    },
    number(text, rule) {
      const value = decimal(text) ?? meantNumber(text, rule.unit);
      return value === undefined ? { id: "bad-amount" } : { value };
    },
    url: (text) => (isAddress(text) ? { value: text } : { id: "bad-address" }),
    kana: (text) => (READING.test(text) ? { value: text } : { id: "bad-yomi" }),
    "yes-no": (text, rule, data) => word(text, rule, data, "bad-yes-no"),
    status: (text, rule, data) => word(text, rule, data, "unknown-status"),
  };

  function word(text, rule, { radicals }, id) {
    const place = finder(rule, radicals)(text);
    return place === undefined ? { id } : { value: rule.words[place].label };
  }

  const error = (id, values = {}) => ({ id, severity: "error", values });

  // Reads the terms that texts name.
  function readTerms(texts, rule, { radicals }) {
    const find = finder(rule, radicals);
    const isMultiple = rule.most === undefined;
    const labels = new Set();
    const problems = [];
    for (const { term, name } of texts.flatMap((text) => terms(text, isMultiple, find))) {
      if (term === undefined) problems.push(error("unknown-term", { name }));
      else labels.add(rule.words[term].label);
    }
    const value = [...labels];
    if (value.length > rule.most) problems.push(error("too-many-values", { names: value, most: rule.most }));
    return { value, problems };
  }

  // Reads one text.
  function readText(text, rule, data) {
    const line = rule.lines ? text : joined(text);
    const { value = null, id, ...values } = (FORMS[rule.form] || FORMS.text)(line, rule, data);
    const problems = id ? [error(id, { value: line, ...values })] : [];
    const characters = rule.longest && value !== null ? letters(value) : 0;
    if (characters > rule.longest) {
      problems.push({ id: "long-title", severity: "warning", values: { characters, limit: rule.longest } });
    }
    return { value, problems };
  }

  // Returns what the texts of the controls of a key or section are: {value, problems: [{id, severity, values}]}.
  //
  // data: the rules of the casebook (Sources/CasebookModel/Model/CaseRules.swift); rule: one of them.
  // value: "" for nothing, null if there is an error, a list of labels for terms.
  function read(data, rule, given) {
    const all = [given].flat().map((text) => cleaned(String(text), data.radicals)).filter((text) => text !== "");
    const texts = all.filter((text) => sheetError(text) === undefined);
    const problems = all.filter((text) => !texts.includes(text)).map((text) => error("error-cell", { error: sheetError(text) }));
    problems.push(...texts.map(damage).filter(Boolean).map(({ id, values }) => error(id, values)));
    const isList = rule.form === "terms";
    const found = isList ? readTerms(texts, rule, data)
      : texts.length > 0 ? readText(texts[0], rule, data) : { value: "", problems: [] };
    problems.push(...found.problems);
    const isEmpty = found.value !== null && found.value.length === 0;
    if (isEmpty && rule.required && problems.length === 0) problems.push(error("empty-cell"));
    return { value: problems.some(({ severity }) => severity === "error") ? null : found.value, problems };
  }

  Object.assign(window.knowhowRules, { read });
})();
