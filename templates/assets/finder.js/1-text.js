// Normalizes text for the search, exactly like Sources/Search/Folding/SearchText.swift, which documents the steps.
(function () {
  "use strict";

  const SEPARATOR = " ";
  // A character with the characters after it that may join it: marks, half-width voicing marks, Hangul letters.
  const CLUSTER = /[^][\p{M}\uFF9E\uFF9F\u1100-\u11FF\u3131-\u318E\uA960-\uA97F\uD7B0-\uD7FB\uFFA0-\uFFDC]*/uy;
  const STAYS = /[\p{L}\p{M}\p{N}]/u;
  const BLANK = /[\t\p{Zs}]/u;
  const DROPPED = /[\u30FB\uFE00-\uFE0F\u{E0100}-\u{E01EF}\p{Cf}]/u;
  const WIDE =
    /[\u2E80-\u312F\u3190-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{1AFF0}-\u{1B16F}\u{20000}-\u{3FFFF}]/u;
  // Characters that need no table: hiragana, katakana, kanji.
  const PLAIN = /[\u3041-\u3096\u30A1-\u30FA\u30FC\u4E00-\u9FEF]+/y;

  // The forms in which kanji and radicals are searched: those in the texts of the site, then all (finder-more.js/1-forms.js).
  const FORMS = new Map();
  const VOICED = { ァ: "バ", ィ: "ビ", ェ: "ベ", ォ: "ボ", ュ: "ビ" };
  const WITH_U = { ィ: "イ", ェ: "エ", ォ: "オ" };
  const COUNTED = "月所国年条";
  const COUNTER = "か";
  // What a single sign between two characters may be.
  const SIGNS = {
    "-": "hyphen", "\u2010": "hyphen", "\u2212": "hyphen",
    "\u2013": "dash", "\u2014": "dash", "\u2015": "dash", "\u2500": "dash", ",": "comma",
  };

  const isDigit = (unit) => unit >= "0" && unit <= "9";
  const isHiragana = (unit) => unit >= "\u3041" && unit <= "\u3096";
  const isKatakana = (unit) => (unit >= "\u30A1" && unit <= "\u30FA") || unit === "\u30FC";
  const isKanji = (unit) => (unit >= "\u3400" && unit <= "\u4DBF") || (unit >= "\u4E00" && unit <= "\u9FFF");

  // Adds forms: pairs of a character and the form in which it is searched.
  function addForms(pairs) {
    const characters = [...pairs];
    for (let place = 0; place < characters.length; place += 2) FORMS.set(characters[place], characters[place + 1]);
  }

  function compatible(cluster) {
    const plain = cluster.normalize("NFKD").replace(/([a-z])[\u0300-\u036F]+/gi, "$1");
    const text = plain.normalize("NFC").toLowerCase().replace(/\u03C2/g, "\u03C3");
    return text.replace(/[\u2E80-\u2EF3]/g, (radical) => FORMS.get(radical) || radical);
  }

  // A normalized text that grows: its code units and, for each, the start and the end of its characters in the original.
  class Normalized {
    constructor() {
      this.units = [];
      this.starts = [];
      this.ends = [];
      // What is after the last character: "", "blank", "end" or a sign.
      this.gap = "";
      this.isAfterWide = false;
      // What the next character may change: "voicedU", "counter", "group" or "".
      this.open = "";
      // The index of the separator for a comma between digits.
      this.comma = 0;
    }

    push(text, start, end) {
      for (let place = 0; place < text.length; place += 1) {
        this.units.push(text[place]);
        this.starts.push(start);
        this.ends.push(end);
      }
    }

    replaceLast(unit, end) {
      const last = this.units.length - 1;
      this.units[last] = unit;
      if (end !== undefined) this.ends[last] = end;
    }

    blank() {
      this.gap = this.gap === "" || this.gap === "blank" ? "blank" : "end";
    }

    end(character) {
      this.gap = this.gap === "" ? SIGNS[character] || "end" : "end";
    }

    keep(character, isWide, start, end) {
      if (this.gap !== "") this.closeGap(character, isWide, start);
      this.isAfterWide = isWide;
      this.add(FORMS.get(character) || character, start, end);
    }

    closeGap(next, isWide, start) {
      const { gap, units } = this;
      const isAfterGroup = this.open === "group" && units.length - this.comma === 3 && units[this.comma] !== SEPARATOR;
      this.gap = "";
      this.open = "";
      if (units.length === 0) return;
      const last = units[units.length - 1];
      const joins = isKatakana(last) && (isKatakana(next) || (gap === "hyphen" && isHiragana(next)));
      if (gap === "blank") {
        if (isWide || this.isAfterWide || isDigit(last) !== isDigit(next)) return;
      } else if ((gap === "hyphen" || gap === "dash") && joins) {
        this.push("ー", this.ends[this.ends.length - 1], start);
        return;
      } else if (gap === "hyphen") {
        if (!this.isAfterWide && (!isDigit(last) || (!isWide && !isDigit(next)))) return;
      } else if (gap === "comma" && isDigit(next)) {
        let count = 0;
        while (count < 4 && isDigit(units[units.length - 1 - count] || "")) count += 1;
        if (isAfterGroup || (count >= 1 && count <= 3)) {
          this.open = "group";
          this.comma = units.length;
        }
      }
      this.push(SEPARATOR, start, start);
    }

    add(character, start, end) {
      const { open, units } = this;
      this.open = "";
      const last = units[units.length - 1] || SEPARATOR;
      if (open === "group" && isDigit(character)) {
        this.addToGroup(character, start, end);
        return;
      }
      if (open === "voicedU" && VOICED[character]) {
        this.replaceLast(VOICED[character], character === "ュ" ? undefined : end);
        if (character !== "ュ") return;
      } else if (open === "counter" && isKanji(character)) {
        this.replaceLast(COUNTER);
      }
      if (character === "ヴ") {
        this.push("ブ", start, end);
        this.open = "voicedU";
      } else if (character === "ヵ" || character === "ヶ") {
        this.push(COUNTER, start, end);
      } else if (last === "ウ" && WITH_U[character]) {
        this.push(WITH_U[character], start, end);
      } else {
        if (character === "ケ" && (isKanji(last) || isDigit(last))) this.open = "counter";
        if (COUNTED.includes(character) && this.isCounter(last)) this.replaceLast(COUNTER);
        this.push(character, start, end);
      }
    }

    // Adds a digit after a comma between digits. The separator for the comma is removed if exactly three digits follow it.
    addToGroup(digit, start, end) {
      const { units, starts, ends, comma } = this;
      this.push(digit, start, end);
      this.open = "group";
      if (units.length - comma !== 4) return;
      if (units[comma] === SEPARATOR) {
        for (const list of [units, starts, ends]) list.splice(comma, 1);
      } else {
        units.splice(comma, 0, SEPARATOR);
        starts.splice(comma, 0, starts[comma]);
        ends.splice(comma, 0, starts[comma]);
        this.open = "";
      }
    }

    // Whether a unit before 月 or 所 counts them.
    isCounter(last) {
      if (last === "箇" || last === "个") return true;
      return (last === "カ" || last === "ケ") && !isKatakana(this.units[this.units.length - 2] || "");
    }
  }

  // Returns {text, starts, ends}: the normalized text and, for each of its code units, the start and the end of its
  // characters in the original.
  function normalizeWithPlaces(original) {
    const normalized = new Normalized();
    let place = 0;
    while (place < original.length) {
      // All plain characters except for the last one, which the next character may join.
      PLAIN.lastIndex = place;
      const row = PLAIN.exec(original);
      for (let rest = row === null ? 0 : row[0].length - 1; rest > 0; rest -= 1) {
        normalized.keep(original[place], true, place, place + 1);
        place += 1;
      }
      CLUSTER.lastIndex = place;
      const [cluster] = CLUSTER.exec(original);
      const start = place;
      place += cluster.length;
      for (const character of compatible(cluster)) {
        if (DROPPED.test(character)) continue;
        if (STAYS.test(character)) normalized.keep(character, WIDE.test(character), start, place);
        else if (BLANK.test(character)) normalized.blank();
        else normalized.end(character);
      }
    }
    const { units, starts, ends } = normalized;
    return { text: units.join(""), starts, ends };
  }

  function normalize(original) {
    return normalizeWithPlaces(original).text;
  }

  // Returns the positions at which a normalized text contains another one.
  function places(text, word) {
    const found = [];
    if (word === "") return found;
    for (let place = text.indexOf(word); place >= 0; place = text.indexOf(word, place + word.length)) found.push(place);
    return found;
  }

  // Returns the positions at which a normalized text contains a form of a word.
  //
  // isWhole: whether no katakana may follow.
  function placesOf(text, { text: form, isWhole }) {
    const found = places(text, form);
    return isWhole ? found.filter((place) => !isKatakana(text.charAt(place + form.length))) : found;
  }

  function has(text, form) {
    return placesOf(text, form).length > 0;
  }

  // Returns hiragana as katakana, or null if a text does not consist of hiragana and long vowel marks.
  function inKatakana(text) {
    if (!/^[\u3041-\u3096\u309D\u309E\u30FC]+$/.test(text)) return null;
    return text.replace(/[\u3041-\u3096\u309D\u309E]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  }

  // Older browsers cannot find words.
  const segmenter = Intl.Segmenter && new Intl.Segmenter("ja", { granularity: "word" });

  // Moves a position in a text to the start of the word that it is in.
  function wordStart(text, place) {
    return segmenter?.segment(text).containing(place)?.index ?? place;
  }

  // Returns the ranges of forms of words in an original: [start, end], in order, overlapping ones merged.
  //
  // forms: [{text, isWhole}], normalized.
  function spans(original, forms) {
    const { text, starts, ends } = normalizeWithPlaces(original);
    const all = forms
      .flatMap((form) => placesOf(text, form).map((place) => [starts[place], ends[place + form.text.length - 1]]))
      .sort((left, right) => left[0] - right[0] || left[1] - right[1]);
    const joined = [];
    for (const span of all) {
      const last = joined[joined.length - 1];
      if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1]);
      else joined.push(span);
    }
    return joined;
  }

  // Returns a range of an original in parts: [{text, marked}].
  //
  // before: what stands for the text before the range.
  function parts(original, marks, first, last, before = "…") {
    const found = [];
    const add = (text, marked) => {
      // Blocks are joined to one line: directly after the end of a sentence, else with a gap.
      const line = text.replace(/([。！？）」』])\s*\n\s*/g, "$1").replace(/\s*\n\s*/g, "{{strings.finder.line_gap}}");
      if (line !== "") found.push({ text: line, marked });
    };
    if (first > 0) add(before, false);
    let place = first;
    for (const [start, end] of marks) {
      if (end <= first || start >= last) continue;
      add(original.slice(place, Math.max(place, start)), false);
      add(original.slice(Math.max(place, start), Math.min(end, last)), true);
      place = Math.min(end, last);
    }
    add(original.slice(place, last), false);
    if (last < original.length) add("…", false);
    return found;
  }

  // Returns a whole original with forms of words marked: [{text, marked}].
  function marked(original, forms) {
    return parts(original, spans(original, forms), 0, original.length);
  }

  // Returns the text around the first occurrences of forms of words, at most two that do not touch, or else the beginning.
  function excerpts(original, forms, margin) {
    const marks = spans(original, forms);
    const found = [];
    let end = 0;
    for (const [start, stop] of marks.length > 0 ? marks : [[0, margin]]) {
      if (found.length === 2 || (found.length > 0 && start - margin < end)) continue;
      const first = wordStart(original, Math.max(0, start - margin));
      end = wordStart(original, Math.min(original.length, stop + margin));
      // The end of the first excerpt has a sign for what is left out between them.
      found.push(parts(original, marks, first, end, found[0] && "{{strings.finder.quote_gap}}"));
    }
    return found;
  }

  window.knowhowSearch = Object.assign(window.knowhowSearch || {}, {
    text: { addForms, normalize, normalizeWithPlaces, places, placesOf, has, inKatakana, marked, excerpts },
  });
})();
