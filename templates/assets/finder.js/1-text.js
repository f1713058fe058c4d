// Normalizes text for the search, exactly like Sources/Search/Text/SearchText.swift, which documents the steps.
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

  function compatible(cluster) {
    return cluster.normalize("NFKC").normalize("NFC").toLowerCase().replace(/\u03C2/g, "\u03C3");
  }

  // Returns {text, starts, ends}: the normalized text and, for each of its code units, the start and the end of its
  // characters in the original.
  function normalizeWithPlaces(original) {
    const units = [];
    const starts = [];
    const ends = [];
    let hasEnd = false;
    let hasBlank = false;
    let isAfterWide = false;
    let place = 0;

    function keep(character, isWide, start, end) {
      if (hasEnd || hasBlank) {
        if (units.length > 0 && (hasEnd || !(isWide || isAfterWide))) {
          units.push(SEPARATOR);
          starts.push(start);
          ends.push(start);
        }
        hasEnd = false;
        hasBlank = false;
      }
      units.push(character);
      for (let count = character.length; count > 0; count -= 1) {
        starts.push(start);
        ends.push(end);
      }
      isAfterWide = isWide;
    }

    while (place < original.length) {
      // All plain characters except for the last one, which the next character may join.
      PLAIN.lastIndex = place;
      const row = PLAIN.exec(original);
      for (let rest = row === null ? 0 : row[0].length - 1; rest > 0; rest -= 1) {
        keep(original[place], true, place, place + 1);
        place += 1;
      }
      CLUSTER.lastIndex = place;
      const [cluster] = CLUSTER.exec(original);
      const start = place;
      place += cluster.length;
      for (const character of compatible(cluster)) {
        if (DROPPED.test(character)) continue;
        if (STAYS.test(character)) keep(character, WIDE.test(character), start, place);
        else if (BLANK.test(character)) hasBlank = true;
        else hasEnd = true;
      }
    }
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

  // Returns hiragana as katakana, or null if a text does not consist of hiragana and long vowel marks.
  function inKatakana(text) {
    if (!/^[\u3041-\u3096\u309D\u309E\u30FC]+$/.test(text)) return null;
    return text.replace(/[\u3041-\u3096\u309D\u309E]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  }

  // Moves a position out of the middle of a surrogate pair.
  function characterStart(text, place) {
    return place > 0 && place < text.length && /[\uDC00-\uDFFF]/.test(text[place]) ? place - 1 : place;
  }

  // Returns the ranges of normalized words in an original: [start, end], in order, overlapping ones merged.
  function spans(original, words) {
    const { text, starts, ends } = normalizeWithPlaces(original);
    const all = words
      .flatMap((word) => places(text, word).map((place) => [starts[place], ends[place + word.length - 1]]))
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
  function parts(original, marks, first, last) {
    const found = [];
    const add = (text, marked) => {
      // Blocks are joined to one line: directly after the end of a sentence, else with an ideographic space.
      const line = text.replace(/([。！？）」』])\s*\n\s*/g, "$1").replace(/\s*\n\s*/g, "\u3000");
      if (line !== "") found.push({ text: line, marked });
    };
    if (first > 0) add("…", false);
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

  // Returns a whole original with normalized words marked: [{text, marked}].
  function marked(original, words) {
    return parts(original, spans(original, words), 0, original.length);
  }

  // Returns the text around the first occurrences of normalized words, at most two that do not touch, or else the beginning.
  function excerpts(original, words, margin) {
    const marks = spans(original, words);
    const found = [];
    let end = 0;
    for (const [start, stop] of marks.length > 0 ? marks : [[0, margin]]) {
      if (found.length === 2 || (found.length > 0 && start - margin < end)) continue;
      const first = characterStart(original, Math.max(0, start - margin));
      end = characterStart(original, Math.min(original.length, stop + margin));
      found.push(parts(original, marks, first, end));
    }
    return found;
  }

  window.knowhowSearch = Object.assign(window.knowhowSearch || {}, {
    text: { SEPARATOR, normalize, normalizeWithPlaces, places, inKatakana, marked, excerpts },
  });
})();
