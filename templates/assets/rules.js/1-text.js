// What is done with every text before a rule reads it, like Sources/Authoring/Tables/RowReader.swift.
(function () {
  "use strict";

  const KATAKANA = "\\u30A1-\\u30FA\\u30FC-\\u30FE\\u31F0-\\u31FF\\uFF66-\\uFF9D";
  const DASHES = "\\u2010-\\u2015\\u2212\\u2500\\uFF0D";
  const INVISIBLE = "\\u00AD\\u180E\\u200B-\\u200D\\u2060-\\u2065\\uFEFF";
  const DIRECTION_MARKS = "\\u061C\\u200E\\u200F";
  const SPACES = "\\u00A0\\u2007\\u202F";
  const RADICALS = "\\u2E80-\\u2FD5";
  const anyOf = (ranges, flags = "u") => new RegExp(`[${ranges}]`, flags);

  const SUSPECT = anyOf(DASHES + INVISIBLE + DIRECTION_MARKS + SPACES + RADICALS, "gu");
  const [IS_KATAKANA, IS_DASH, IS_MARK, IS_SPACE] = [KATAKANA, DASHES, DIRECTION_MARKS, SPACES].map((ranges) => anyOf(ranges));
  const RADICAL = anyOf(RADICALS, "gu");
  // After these, ー cannot be meant.
  const SHORT = /[ンッーｯﾝｰヽヾ]/u;
  const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
  // A joiner after these has a meaning.
  const JOINED = /[\u0590-\u109F\u1780-\u18AF\uFE0F\u20E3]|(?=[\u2190-\u{10FFFF}])\p{Emoji}/u;
  // What names are compared without.
  const DROPPED = anyOf(
    `${INVISIBLE}${DIRECTION_MARKS}\\u202A-\\u202E\\u2066-\\u2069\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}\\p{White_Space}`, "gu");
  const WAVE_DASH = /[\u301C\uFF5E\u223C\u223E]/gu;
  const LONG_VOWEL = new RegExp(`([${KATAKANA}])([-${DASHES}]+)`, "gu");
  const BLANK = /[\s\u0085\u200B]/u;
  const NEW_LINE = /[\n\v\f\r\u0085\u2028\u2029]/u;
  const WIDE = anyOf(
    "\\u1100-\\u115F\\u2E80-\\u303E\\u3041-\\u9FFF\\uA000-\\uA4CF\\uA960-\\uA97F\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE6F" +
    "\\uFF00-\\uFF60\\uFFE0-\\uFFE6\\u{1F300}-\\u{1F64F}\\u{1F900}-\\u{1F9FF}\\u{20000}-\\u{3FFFD}");
  // Control characters, line ends of other kinds, and characters that change the direction of the text.
  const UNSAFE = /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069]/u;
  const DAMAGE = new RegExp(`(${UNSAFE.source})|(\uFFFD)|(\\p{Co})`, "u");
  // What spreadsheets show in place of a value.
  const ERRORS =
    "#N/A #NAME? #REF! #VALUE! #DIV/0! #NUM! #NULL! #SPILL! #CALC! #GETTING_DATA #FIELD! #BLOCKED! #UNKNOWN! #CONNECT! #BUSY! " +
    "#EXTERNAL! #PYTHON! #ERROR! #名前? #値! #参照!";
  const SHEET_CODE = /^ERR:\p{N}{3}$/u;

  // A pattern would look at inner blanks again and again.
  function trimmed(text) {
    let [start, end] = [0, text.length];
    while (start < end && BLANK.test(text[start])) start += 1;
    while (end > start && BLANK.test(text[end - 1])) end -= 1;
    return text.slice(start, end);
  }

  const compatible = (text) => text.normalize("NFKC");

  // The kanji that a radical looks like; the character itself if none is known.
  function kanji(character, radicals) {
    return character < "\u2F00" ? radicals[character] || character : compatible(character);
  }

  // What is meant by a suspect character between two others.
  function meant(character, previous, next, radicals) {
    if (IS_SPACE.test(character)) return " ";
    if (IS_DASH.test(character)) {
      const isLong = IS_KATAKANA.test(previous) && !SHORT.test(previous) && IS_KATAKANA.test(next) && next !== "ー";
      return isLong ? "ー" : character;
    }
    if (IS_MARK.test(character)) return RIGHT_TO_LEFT.test(previous) || RIGHT_TO_LEFT.test(next) ? character : "";
    if (character >= "\u2E80" && character < "\u2FD6") return kanji(character, radicals);
    return /[\u200C\u200D]/u.test(character) && JOINED.test(previous) ? character : "";
  }

  // Returns a text as a table with it is read: look-alike and invisible characters replaced, without blanks around it.
  function cleaned(text, radicals) {
    const whole = text.replace(/\r\n?/g, "\n").replace(/\p{Cs}/gu, "\uFFFD");
    return trimmed(whole.replace(SUSPECT, (character, place) => {
      const previous = [...whole.slice(Math.max(0, place - 2), place)].pop() || "";
      const [next = ""] = whole.slice(place + 1, place + 3);
      return meant(character, previous, next, radicals);
    }));
  }

  // Returns the lines of a text as one, without a blank where one of two characters is wide.
  function joined(text) {
    let line = "";
    let last = "";
    for (const part of text.split(NEW_LINE).map((part) => trimmed(part).replace(/\t/g, " "))) {
      if (part === "") continue;
      const characters = [...part];
      const isWide = WIDE.test(last) || WIDE.test(characters[0]);
      line += line === "" || isWide ? part : ` ${part}`;
      last = characters[characters.length - 1];
    }
    return line;
  }

  // Returns the form in which names are compared, exactly like Sources/Basics/Text/FoldedName.swift.
  function folded(name, radicals) {
    // Letters by themselves: in a word, Σ has two small forms.
    const small = [...compatible(name)].map((character) => character.toLowerCase()).join("");
    return small.replace(DROPPED, "").replace(WAVE_DASH, "~")
      .replace(LONG_VOWEL, (_, kana, dashes) => kana + "ー".repeat(dashes.length))
      .replace(RADICAL, (radical) => kanji(radical, radicals)).normalize("NFC");
  }

  const code = (character) => `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

  // Returns the first problem with the characters of a cleaned text.
  function damage(text) {
    const found = DAMAGE.exec(text);
    if (found === null) return undefined;
    if (found[2]) return { id: "lost-character", values: {} };
    return { id: found[1] ? "unsafe-character" : "private-use-character", values: { code: code(found[0]) } };
  }

  // Returns the error of a spreadsheet that a text is; undefined for others.
  function sheetError(text) {
    if (text.length > 1000) return undefined;
    const name = trimmed(compatible(text).toUpperCase());
    if (ERRORS.split(" ").includes(name)) return name;
    if (/^#{3,}$/.test(name)) return "####";
    return SHEET_CODE.test(name) ? `Err:${name.slice(4)}` : undefined;
  }

  // How many letters readers see. Each step of a segmenter copies the whole text, so that of long ones characters are counted.
  function letters(text) {
    if (Intl.Segmenter && text.length < 2000) return [...new Intl.Segmenter("ja", { granularity: "grapheme" }).segment(text)].length;
    return [...text.replace(/\p{M}/gu, "")].length;
  }

  window.knowhowRules = { trimmed, compatible, cleaned, joined, folded, damage, sheetError, letters };
})();
