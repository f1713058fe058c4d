// Reads dates as people write them, exactly like Sources/CasebookLoading/Schema/WrittenDate.swift, which documents the forms.
(function () {
  "use strict";

  const { trimmed, compatible } = window.knowhowRules;
  const HYPHEN = /[‐‑‒–—―−ー─－ｰ]/gu;
  const WEEKDAYS = "日月火水木金土";
  const WEEKDAY = /^(.*?)(?:\(([日月火水木金土])(?:曜日?)?\)|([日月火水木金土])曜日?)$/su;
  const TIME = /^(.+)[\sT][0-9:.Z+]*$/su;
  const NUMERALS = "〇一二三四五六七八九";

  // The day of a year, month and day as 2026-04-01; null if the calendar has no such day.
  function iso(year, month, day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
    return date.toISOString().slice(0, 10);
  }

  function daysLater(day, days) {
    return new Date(Date.parse(day) + days * 86400000).toISOString().slice(0, 10);
  }

  // 二十三 and 二〇二六 in digits.
  function digits(numerals) {
    const value = (part) => [...part.replace(/零/g, "〇")].reduce((sum, numeral) => sum * 10 + NUMERALS.indexOf(numeral), 0);
    const ten = numerals.indexOf("十");
    if (ten < 0) return [...numerals.replace(/零/g, "〇")].map((numeral) => NUMERALS.indexOf(numeral)).join("");
    return String((ten === 0 ? 1 : value(numerals.slice(0, ten))) * 10 + value(numerals.slice(ten + 1)));
  }

  function narrow(text) {
    const signs = text.replace(HYPHEN, "-").replace(/。/g, ".").replace(/、/g, ",");
    const line = trimmed(compatible(signs).toUpperCase());
    return line.replace(/([〇零一二三四五六七八九十]+)(?=[年月日])/gu, digits);
  }

  // Returns {era, rest} for a date that starts with an era, or undefined.
  function takeEra(text, eras) {
    for (const [place, [name, letter, first]] of eras.entries()) {
      const start = text.startsWith(name) ? name : text.startsWith(letter) ? letter : undefined;
      if (start === undefined) continue;
      const rest = text.slice(start.length).replace(start === letter ? /^\.?\s*/ : /^\s*/, "").replace(/^元/, "1");
      if (!/^[0-9]/.test(rest)) return undefined;
      const next = eras[place - 1];
      return { era: { name, first, last: next ? daysLater(next[2], -1) : null }, rest };
    }
    return undefined;
  }

  // The numbers between the signs of a date: [[value, digits]]; undefined for other texts.
  function numbersOf(text) {
    const line = text.replace(/\p{White_Space}/gu, "").replace(/日$/, "");
    const endsAtUnit = /[年月]$/.test(line);
    const parts = line.replace(/[年月]$/, "").split(/[-/.・,年月]/);
    if (!parts.every((part) => /^[0-9]{1,8}$/.test(part))) return undefined;
    return { parts: parts.map((part) => [Number(part), part.length]), endsAtUnit };
  }

  const unclear = (why, likely = null) => ({ why, likely });

  function inEra(parts, era) {
    const [[year, length]] = parts;
    if (length > 2 || year === 0 || parts.length > 3) return unclear("other");
    if (parts.length < 3) return unclear(parts.length === 1 ? "noMonth" : "noDay");
    const day = iso(Number(era.first.slice(0, 4)) - 1 + year, parts[1][0], parts[2][0]);
    if (day === null) return unclear("noSuchDay");
    if (day >= era.first && (era.last === null || day <= era.last)) return { day };
    return { ...unclear("outsideEra", day), era: era.name, first: era.first, last: era.last };
  }

  function fromThree([[first, long], [second, middle], [third, short]]) {
    if (long === 4 && middle <= 2 && short <= 2) {
      const day = iso(first, second, third);
      return day === null ? unclear("noSuchDay") : { day };
    }
    if (short === 4 && long <= 2 && middle <= 2) {
      // The order of month and day differs between countries.
      return unclear("yearLast", second > 12 ? iso(third, first, second) : first > 12 ? iso(third, second, first) : null);
    }
    return unclear(long <= 2 && middle <= 2 && short <= 2 ? "shortYear" : "other");
  }

  function fromTwo([[first, long], [second, short]]) {
    if (long === 4 && second >= 1 && second <= 12) return unclear("noDay");
    const isDay = first >= 1 && first <= 12 && second >= 1 && second <= 31 && short <= 2;
    return unclear(isDay ? "noYear" : "other");
  }

  function fromOne([[value, length]], endsAtUnit) {
    if (length === 8) {
      const day = iso(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
      if (day === null) return unclear("noSuchDay");
      return day >= "1800" && day < "2201" ? { day } : unclear("other");
    }
    // The number with which spreadsheets store a day from 1950 to 2099.
    const isSerial = length === 5 && !endsAtUnit && value >= 18264 && value <= 73050;
    if (isSerial) return unclear("serial", daysLater("1899-12-30", value));
    return unclear(length === 4 ? "noMonth" : "other");
  }

  // Returns {day: "2026-04-01"}, or {why, likely} if the day is not certain.
  function date(text, eras) {
    if (new TextEncoder().encode(text).length > 200) return unclear("other");
    let rest = narrow(text);
    if (rest.includes(":")) rest = trimmed(rest.replace(TIME, "$1"));
    const [, before, inBrackets, named] = WEEKDAY.exec(rest) || [];
    if (before !== undefined) rest = trimmed(before);
    const start = takeEra(rest, eras);
    const found = numbersOf(start ? start.rest : rest);
    if (found === undefined) return unclear("other");
    const { parts, endsAtUnit } = found;
    const read = start ? inEra(parts, start.era)
      : parts.length === 3 ? fromThree(parts)
      : parts.length === 2 ? fromTwo(parts)
      : parts.length === 1 ? fromOne(parts, endsAtUnit) : unclear("other");
    const weekday = inBrackets || named;
    if (read.day && weekday && WEEKDAYS.indexOf(weekday) !== new Date(read.day).getUTCDay()) return unclear("otherWeekday");
    return read;
  }

  Object.assign(window.knowhowRules, { date });
})();
