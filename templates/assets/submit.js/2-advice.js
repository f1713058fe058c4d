// Advice on texts, as Sources/CasebookLoading/Rules/Advice/ has it: names of people and companies, numbers, addresses, characters.
// Tests/Fixtures/submission/advice.json is tested against both.
(function () {
  "use strict";

  const KANJI = /[\u4000-\u9FFF\u3005]/;
  const NAME = /[\u4000-\u9FFF\u3005\u30A1-\u30FA\u30FC-\u30FFA-Za-z\uFF21-\uFF3A\uFF41-\uFF5A]/;
  const DEPENDENT = /(?:(?![\u2103\u212B])[\u2100-\u214F\u2150-\u218B\u2460-\u24FF\u3200-\u33FF\u{1F100}-\u{1F2FF}])+/gu;
  const HALF_KANA = /[\uFF61-\uFF9F]+/g;
  // さん, 氏, 様
  const HONORIFIC = /\u3055\u3093|\u6C0F|\u69D8/g;
  // 株式, 有限, 合同, 合資, 合名 and 会社
  const COMPANY = /(?:\u682A\u5F0F|\u6709\u9650|\u5408\u540C|\u5408\u8CC7|\u5408\u540D)\u4F1A\u793E|\uFF08\u682A\uFF09|\(\u682A\)/g;
  const DIGIT = /[0-9\uFF10-\uFF19]/;
  const SEPARATOR = /[-() \u2010-\u2015\u2212\u2500\u30FC\uFF0D\uFF70\uFF08\uFF09]/;
  const EXAMPLES = ["example.com", "example.net", "example.org", "example.jp", "example.co.jp", "example.or.jp"];
  const MOST_NAME_BYTES = 60;

  const width = (character) => (character < "\x80" ? 1 : 3);
  const words = (text) => new Set((text || "").split(" ").filter((word) => word !== ""));
  const folded = (text) => text.normalize("NFKC").normalize("NFC");

  // Finds what the lists of names help to find. `lists` is the data of the element with the lists; null in other languages than Japanese.
  class Adviser {
    constructor(lists, off) {
      this.off = words(off);
      this.isJapanese = lists !== null;
      if (!lists) return;
      this.families = words(lists.families);
      this.none = words(lists.none);
      this.before = words(lists.before);
      this.after = [...words(lists.after)];
      this.lists = lists;
    }

    isFamily(word) {
      const { single, last, roles } = this.lists;
      if (this.none.has(word)) return false;
      if (word.length === 1) return single.includes(word);
      if (word.length === 2) return this.families.has(word) || last.includes(word[1]);
      if (word.length > 6) return false;
      if ([word, word.slice(-2), word.slice(-3)].some((part) => this.families.has(part))) return true;
      return word.length <= 5 && [word.slice(0, 2), word.slice(0, 3)].some((part) => this.families.has(part)) && !roles.includes(word.at(-1));
    }

    // Returns what was found, in order: {id, text}, and for characters what to write instead.
    advise(text) {
      this.found = [];
      // Addresses on the web are passed over.
      const skipped = [...text.matchAll(/:\/\/[!-~]*/g)].map((match) => [match.index, match.index + match[0].length]);
      const isSkipped = (index) => skipped.some(([start, end]) => index >= start && index < end);
      const each = (expression, act) => {
        for (const match of text.matchAll(expression)) if (!isSkipped(match.index)) act(match.index, match[0]);
      };
      if (this.lists) {
        each(HONORIFIC, (index, honorific) => this.person(text, index, honorific));
        each(COMPANY, (index, kind) => this.company(text, index, index + kind.length));
      }
      each(/[0+\uFF10]/g, (index) => this.number(text, index));
      each(/[@\uFF20]/g, (index) => this.mail(text, index));
      if (this.isJapanese) {
        each(DEPENDENT, (index, run) => {
          // ㈱ and ㈲
          if (run === "\u3231" || run === "\u3232") this.company(text, index, index + 1);
          this.add("machine-dependent-character", index, run, folded(run) === run ? null : folded(run));
        });
      }
      each(HALF_KANA, (index, run) => this.add("half-width-kana", index, run, folded(run)));
      return this.found.sort((one, other) => one.index - other.index);
    }

    add(id, index, text, instead = null) {
      if (!this.off.has(id)) this.found.push({ id, index, text, instead });
    }

    person(text, index, honorific) {
      const end = index + honorific.length;
      const next = text[end] || "";
      if (honorific === "\u6C0F" && "\u540D\u795E".includes(next) && next !== "") return;
      if (honorific === "\u69D8" && "\u3005\u5B50\u5F0F\u76F8\u614B".includes(next) && next !== "") return;
      if (text.startsWith("\uFF08\u4EEE\u540D", end) || text.startsWith("(\u4EEE\u540D", end)) return;
      let start = index;
      while (start > 0 && index - start < 7 && KANJI.test(text[start - 1])) start -= 1;
      if (start < index && this.isFamily(text.slice(start, index))) this.add("personal-name", start, text.slice(start, end));
    }

    company(text, start, end) {
      let [upper, lower, bytes] = [end, start, 0];
      while (upper < text.length && bytes < MOST_NAME_BYTES && NAME.test(text[upper])) bytes += width(text[upper++]);
      bytes = 0;
      while (lower > 0 && bytes < MOST_NAME_BYTES && NAME.test(text[lower - 1])) bytes += width(text[--lower]);
      const [after, before] = [text.slice(end, upper), text.slice(lower, start)];
      if (after !== "" && !this.after.some((word) => after.startsWith(word))) {
        this.add("company-name", start, text.slice(start, upper));
      } else if (before !== "" && !this.before.has(before)) {
        this.add("company-name", lower, text.slice(lower, end));
      }
    }

    number(text, start) {
      if (start > 0 && /[-./0-9A-Za-z\uFF10-\uFF19]/.test(text[start - 1])) return;
      const isInternational = text[start] === "+";
      let next = start + (isInternational ? 1 : 0);
      let [digits, groups, last] = ["", [0], next];
      while (next < text.length) {
        if (DIGIT.test(text[next])) {
          digits += folded(text[next]);
          groups[groups.length - 1] += 1;
          next += 1;
          last = next;
        } else if (SEPARATOR.test(text[next]) && groups.at(-1) !== 0 && DIGIT.test(text[next + 1] || "")) {
          groups.push(0);
          next += 1;
        } else {
          break;
        }
      }
      const between = (value, least, most) => value >= least && value <= most;
      const isGrouped = between(groups.length, 3, 4) && between(groups[0], 2, 5) && between(groups.at(-1), 3, 4);
      const isNumber = isInternational
        ? (digits.startsWith("81") && between(digits.length, 11, 12)) || (digits[0] !== "0" && groups.length > 1 && between(digits.length, 10, 15))
        : digits[0] === "0" && between(digits.length, 10, 11) && (groups.length === 1 || isGrouped);
      if (isNumber && !/[0-9A-Za-z]/.test(text[last] || "")) this.add("phone-number", start, text.slice(start, last));
    }

    mail(text, sign) {
      let [lower, upper] = [sign, sign + 1];
      while (lower > 0 && /[0-9A-Za-z._+-]/.test(text[lower - 1])) lower -= 1;
      while (upper < text.length && /[0-9A-Za-z.-]/.test(text[upper])) upper += 1;
      while (upper > sign + 1 && !/[0-9A-Za-z]/.test(text[upper - 1])) upper -= 1;
      const domain = text.slice(sign + 1, upper).toLowerCase();
      if (lower === sign || !domain.includes(".") || domain.startsWith(".")) return;
      if (!EXAMPLES.some((name) => domain === name || domain.endsWith(`.${name}`))) this.add("mail-address", lower, text.slice(lower, upper));
    }
  }

  // Returns a text with common characters in place of those that depend on the machine.
  function common(text) {
    return text.replace(DEPENDENT, folded).replace(HALF_KANA, folded);
  }

  Object.assign(window.knowhowSubmit, { Adviser, common });
})();
