(function () {
"use strict";
const SEPARATOR = " ";
const CLUSTER = /[^][\p{M}\uFF9E\uFF9F\u1100-\u11FF\u3131-\u318E\uA960-\uA97F\uD7B0-\uD7FB\uFFA0-\uFFDC]*/uy;
const STAYS = /[\p{L}\p{M}\p{N}]/u;
const BLANK = /[\t\p{Zs}]/u;
const DROPPED = /[\u30FB\uFE00-\uFE0F\u{E0100}-\u{E01EF}\p{Cf}]/u;
const WIDE =
/[\u2E80-\u312F\u3190-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{1AFF0}-\u{1B16F}\u{20000}-\u{3FFFF}]/u;
const PLAIN = /[\u3041-\u3096\u30A1-\u30FA\u30FC\u4E00-\u9FEF]+/y;
const FORMS = new Map();
const VOICED = { ァ: "バ", ィ: "ビ", ェ: "ベ", ォ: "ボ", ュ: "ビ" };
const WITH_U = { ィ: "イ", ェ: "エ", ォ: "オ" };
const COUNTED = "月所国年条";
const COUNTER = "か";
const SIGNS = {
"-": "hyphen", "\u2010": "hyphen", "\u2212": "hyphen",
"\u2013": "dash", "\u2014": "dash", "\u2015": "dash", "\u2500": "dash", ",": "comma",
};
const isDigit = (unit) => unit >= "0" && unit <= "9";
const isHiragana = (unit) => unit >= "\u3041" && unit <= "\u3096";
const isKatakana = (unit) => (unit >= "\u30A1" && unit <= "\u30FA") || unit === "\u30FC";
const isKanji = (unit) => (unit >= "\u3400" && unit <= "\u4DBF") || (unit >= "\u4E00" && unit <= "\u9FFF");
function addForms(pairs) {
const characters = [...pairs];
for (let place = 0; place < characters.length; place += 2) FORMS.set(characters[place], characters[place + 1]);
}
function compatible(cluster) {
const text = cluster.normalize("NFKC").normalize("NFC").toLowerCase().replace(/\u03C2/g, "\u03C3");
return text.replace(/[\u2E80-\u2EF3]/g, (radical) => FORMS.get(radical) || radical);
}
class Normalized {
constructor() {
this.units = [];
this.starts = [];
this.ends = [];
this.gap = "";
this.isAfterWide = false;
this.open = "";
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
isCounter(last) {
if (last === "箇" || last === "个") return true;
return (last === "カ" || last === "ケ") && !isKatakana(this.units[this.units.length - 2] || "");
}
}
function normalizeWithPlaces(original) {
const normalized = new Normalized();
let place = 0;
while (place < original.length) {
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
function places(text, word) {
const found = [];
if (word === "") return found;
for (let place = text.indexOf(word); place >= 0; place = text.indexOf(word, place + word.length)) found.push(place);
return found;
}
function placesOf(text, { text: form, isWhole }) {
const found = places(text, form);
return isWhole ? found.filter((place) => !isKatakana(text.charAt(place + form.length))) : found;
}
function has(text, form) {
return placesOf(text, form).length > 0;
}
function inKatakana(text) {
if (!/^[\u3041-\u3096\u309D\u309E\u30FC]+$/.test(text)) return null;
return text.replace(/[\u3041-\u3096\u309D\u309E]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}
function characterStart(text, place) {
return place > 0 && place < text.length && /[\uDC00-\uDFFF]/.test(text[place]) ? place - 1 : place;
}
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
function parts(original, marks, first, last) {
const found = [];
const add = (text, marked) => {
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
function marked(original, forms) {
return parts(original, spans(original, forms), 0, original.length);
}
function excerpts(original, forms, margin) {
const marks = spans(original, forms);
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
text: { addForms, normalize, normalizeWithPlaces, places, placesOf, has, inKatakana, marked, excerpts },
});
})();
(function () {
"use strict";
const { normalize, inKatakana } = window.knowhowSearch.text;
const LONGEST_QUERY = 200;
const MOST_WORDS = 8;
const MOST_ALTERNATIVES = 10;
const SPELLED = 0.9;
const SAME = 0.8;
const RELATED = 0.3;
const MAY_BE_SPELLED = window.knowhowSearch.MAY_BE_SPELLED ||
/\p{Script=Han}|[ァ-ヺー]{2}[アカガサザタダナハバパマヤャラワァリティジギ]|[レリ]ポ|とり|ふり|\w[-\u2010]/u;
const WORD = /"([^"]*)"|“([^”]*)”|「([^」]*)」|[^\s\u3000"“「]+|["“「]/g;
function needsMore(query) {
return MAY_BE_SPELLED.test(query.normalize("NFKC"));
}
function twos(group) {
const forms = group.map(normalize).filter((form) => form !== "");
return forms.flatMap((one) => forms.filter((other) => other !== one).map((other) => [one, other]));
}
function isIn(text, word) {
const place = text.indexOf(word);
if (place < 0 || !/^[a-z0-9 ]+$/.test(word)) return place >= 0;
return !/[a-z0-9]/.test(text.charAt(place - 1)) && !/[a-z0-9]/.test(text.charAt(place + word.length));
}
function alternatives(shown, data, facets) {
const text = normalize(shown);
const found = [{ shown, text, weight: 1 }];
const { searched, forms } = (window.knowhowSearch.otherSpellings || (() => ({ searched: [], forms: [] })))(shown);
const add = (other, weight) => {
const form = normalize(other);
if (form === "" || found.length >= MOST_ALTERNATIVES + searched.length || found.some((known) => !known.isWhole && form.includes(known.text))) return;
found.push({ shown: other, text: form, weight });
};
found.push(...searched.map((form) => ({ shown: form.text, weight: SPELLED, isSpelling: true, ...form })));
const katakana = inKatakana(text);
if (katakana !== null) add(katakana, 1);
const texts = [text, ...forms.map((form) => form.text)];
for (const group of data.synonyms) {
for (const [word, other] of twos(group)) {
const form = texts.find((each) => isIn(each, word));
if (form === undefined || (other.includes(word) && isIn(form, other))) continue;
add(form.replace(word, other), SAME);
}
}
const isNamed = (name) => texts.includes(normalize(name));
for (const facet of facets) {
for (const term of facet.terms) {
const names = [term.label, ...term.aliases];
if (names.some(isNamed)) for (const name of names) add(name, SAME);
}
}
for (const group of data.related) if (group.some(isNamed)) for (const word of group) add(word, RELATED);
return { found, forms };
}
function parse(query, data, facets) {
const words = [];
for (const match of String(query).slice(0, LONGEST_QUERY).matchAll(WORD)) {
const quoted = match[1] || match[2] || match[3];
const shown = (quoted || match[0]).trim();
const text = normalize(shown);
if (text === "" || words.length >= MOST_WORDS || words.some((word) => word.alternatives[0].text === text)) continue;
const { found, forms } = quoted ? { found: [{ shown, text, weight: 1 }], forms: [] } : alternatives(shown, data, facets);
words.push({ text: shown, alternatives: found, forms });
}
return words;
}
Object.assign(window.knowhowSearch, { words: { parse, isIn, needsMore } });
})();
(function () {
"use strict";
const { normalize, places, placesOf, has } = window.knowhowSearch.text;
const AS_TYPED = 1000;
const IN_TITLE = 3;
const IN_LABEL = 1.5;
const IN_ALIAS = 0.5;
const SATURATION = 1.2;
const LENGTH_PART = 0.75;
const FREQUENT =
"、。あいうえかがきくけこしじすせたっつてでとどなにのはまめもやよらりるれわをン・ー一上事人仕体作例分労取合向員場害就工当必性担援支方書本業機決理用療相組者職行要見解課談連間関障面題";
const kanji = Uint8Array.from({ length: 2 * 2965 }, (_, place) => (place % 2 ? 161 + ((place >> 1) % 94) : 176 + place / 188));
const long = FREQUENT + new TextDecoder("euc-jp").decode(kanji).replace(new RegExp(`[${FREQUENT}]`, "g"), "");
const run = (first, count) => String.fromCharCode(...Array.from({ length: count }, (_, place) => first + place));
const short = run(32, 95).replace(/["\\<>&]/g, "") + run(160, long.length - FREQUENT.length);
const others = new Map([...long].flatMap((each, place) => [[each, short[place]], [short[place], each]]));
const original = (text) => text.replace(/[^]/g, (character) => others.get(character) || character);
const narrow = (text) => text.normalize("NFKC").toLowerCase();
function preferred(scores, typed, holding) {
if (typed.length < holding.size) for (const number of typed) scores.set(number, scores.get(number) + AS_TYPED);
return scores;
}
class Source {
constructor(data, facets, load) {
this.data = data;
this.facets = facets;
this.load = load;
}
file(kind, number, hash) {
return this.load(`${hash[0]}/${kind}${number}-${hash.slice(1)}`);
}
entry([id, title, terms, body]) {
return { id, title: original(title), terms, body: original(body) };
}
fields(entry) {
if (!entry.fields) {
const names = entry.terms.flatMap((numbers, facet) => numbers.flatMap((number) => this.names(facet, number)));
entry.fields = [[IN_TITLE, normalize(entry.title)], ...names, [1, normalize(entry.body)]];
}
return entry.fields;
}
names(facet, number) {
const term = this.facets[facet].terms[number];
if (!term.fields) {
term.fields = [
[IN_LABEL, normalize(term.label)], ...term.aliases.map((alias) => [IN_ALIAS, normalize(alias)]),
];
}
return term.fields;
}
holds(entry, words) {
return words.every((word) =>
word.alternatives.some((form) => this.fields(entry).some(([, field]) => has(field, form))));
}
async entries() {
if (!this.known) {
const entries = await this.file("t", 0, this.data.texts);
this.known = entries.map((entry) => (entry === 0 ? null : this.entry(entry)));
}
return this.known;
}
hasAsTyped(entry, word) {
const names = entry.terms.flatMap((numbers, facet) =>
numbers.map((number) => [this.facets[facet].terms[number].label, this.facets[facet].terms[number].aliases]));
const written = narrow([entry.title, entry.body, names].join("\n"));
const typed = narrow(word.text);
const count = (text) => places(written, text).length;
const longer = word.forms.filter(({ text }) => text.includes(typed));
return count(typed) > longer.reduce((sum, { text }) => sum + count(text), 0);
}
async scores(word) {
const scores = new Map();
const holding = new Set();
const entries = await this.entries();
const texts = entries.map((entry) => (entry ? this.fields(entry) : []));
const lengths = texts.map((fields) => fields.reduce((sum, [, text]) => sum + text.length, 0));
const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.data.count);
for (const [place, form] of word.alternatives.entries()) {
const counts = texts.map((fields) =>
fields.reduce((sum, [value, field]) => sum + value * placesOf(field, form).length, 0));
const holders = counts.filter((count) => count > 0).length;
const rarity = Math.log(1 + (this.data.count - holders + 0.5) / (holders + 0.5));
for (const [number, count] of counts.entries()) {
if (count === 0) continue;
const relative = 1 - LENGTH_PART + (LENGTH_PART * lengths[number]) / meanLength;
const score = (form.weight * rarity * count * (SATURATION + 1)) / (count + SATURATION * relative);
scores.set(number, Math.max(scores.get(number) || 0, score));
if (place === 0 || form.isSpelling) holding.add(number);
}
}
const typed = [...holding].filter((number) => this.hasAsTyped(entries[number], word));
return preferred(scores, typed, holding);
}
async ranked(words, wantsAll = false) {
let sums = null;
for (const word of words) {
const scores = await this.scores(word, wantsAll);
if (sums === null) sums = scores;
else {
const both = [...sums].filter(([number]) => scores.has(number));
sums = new Map(both.map(([number, sum]) => [number, sum + scores.get(number)]));
}
}
const numbers = [...sums.keys()].sort((left, right) => sums.get(right) - sums.get(left) || left - right);
return { numbers, exact: this.isExact(words) };
}
isExact() {
return true;
}
async all() {
const { terms, unstated } = await this.facet(this.data.primary);
return { numbers: [...terms, unstated].flatMap((numbers) => [...numbers]), exact: true };
}
async facet(place) {
const entries = await this.entries();
const terms = this.facets[place].terms.map(() => []);
const unstated = [];
for (const [number, entry] of entries.entries()) {
if (entry === null) continue;
for (const term of entry.terms[place]) terms[term].push(number);
if (entry.terms[place].length === 0) unstated.push(number);
}
return { terms, unstated };
}
async membership(place, chosen) {
const { terms, unstated } = await this.facet(place);
const has = new Uint8Array(this.data.end);
for (const term of chosen) for (const number of term < 0 ? unstated : terms[term]) has[number] = 1;
return has;
}
async cases(numbers) {
const entries = await this.entries();
return numbers.map((number) => entries[number]);
}
}
Source.preferred = preferred;
Object.assign(window.knowhowSearch, { Source });
})();
(function () {
"use strict";
const VERSION = 4;
const { text: texts, words: wordsOf } = window.knowhowSearch;
const MARGIN = 40;
const LONGEST_WAIT = 30000;
const LATE_ARRIVAL = "knowhow-late-arrival";
const UNSTATED = -2;
class SearchError extends Error {
constructor(kind, message) {
super(message);
this.name = "SearchError";
this.kind = kind;
}
}
const loading = new Map();
const received = new WeakMap();
let lastArrival = 0;
function receive(version, data) {
received.set(document.currentScript, { version, data });
}
function load(address) {
if (loading.has(address)) return loading.get(address);
const promise = new Promise((resolve, reject) => {
const script = document.createElement("script");
script.src = address;
let isLate = false;
const patience = setInterval(() => {
if (performance.now() - lastArrival < LONGEST_WAIT) return;
isLate = true;
reject(new SearchError("late", `${address} cannot be loaded`));
clearInterval(patience);
}, LONGEST_WAIT);
const end = () => {
clearInterval(patience);
lastArrival = performance.now();
script.remove();
};
script.addEventListener("load", () => {
end();
const file = received.get(script);
if (!file) reject(new SearchError("missing", `${address} cannot be loaded`));
else if (file.version !== VERSION) reject(new SearchError("version", `${address} has version ${file.version}`));
else if (!isLate) resolve(file.data);
else {
loading.set(address, Promise.resolve(file.data));
dispatchEvent(new Event(LATE_ARRIVAL));
}
});
script.addEventListener("error", () => {
end();
reject(new SearchError("missing", `${address} cannot be loaded`));
});
document.head.append(script);
});
loading.set(address, promise);
promise.catch(() => loading.delete(address));
return promise;
}
function chosenTerms(facets, filters) {
return facets.map((facet) => {
const slugs = (filters || {})[facet.key];
if (!Array.isArray(slugs) || slugs.length === 0) return null;
const numbers = slugs.map((slug) => (slug === "" ? UNSTATED : facet.terms.findIndex((term) => term.slug === slug)));
return numbers.filter((number) => number !== -1);
});
}
class SearchIndex {
constructor(root, data) {
this.root = root;
this.data = data;
this.count = data.count;
this.facets = data.facets.map((facet) => ({
...facet, terms: facet.terms.map(([slug, label, count, ...aliases]) => ({ slug, label, count, aliases })),
}));
const { Source, shardedSource } = window.knowhowSearch;
texts.addForms(data.forms || "");
this.source = new (data.index ? shardedSource(Source) : Source)(data, this.facets, (name) => load(`${root}search/${name}.js`));
}
more() {
return this.data.more ? load(this.root + this.data.more) : Promise.resolve();
}
async parse(query) {
if (wordsOf.needsMore(query)) await this.more();
return wordsOf.parse(query, this.data, this.facets);
}
async found(words, chosen, without) {
const ranked = words.length > 0 ? await this.source.ranked(words) : await this.source.all();
let numbers = ranked.numbers;
for (const [facet, terms] of chosen.entries()) {
if (terms === null || facet === without) continue;
const has = await this.source.membership(facet, terms);
numbers = numbers.filter((number) => has[number] === 1);
}
return { numbers, exact: ranked.exact };
}
async search({ text = "", filters = {}, first = 0, limit = 10 } = {}) {
const words = await this.parse(text);
const said = words.map(({ text, alternatives }) => ({
text,
alternatives: alternatives.slice(1).map((alternative) => alternative.shown),
}));
if (words.length === 0 && text.trim() !== "") return { total: 0, exact: true, hits: [], words: said };
const { numbers, exact } = await this.found(words, chosenTerms(this.facets, filters), -1);
const page = exact
? { shown: numbers.slice(first, first + limit), total: numbers.length, isExact: true }
: await this.source.checked(numbers, words, first, limit);
if (page.total === 0 && this.data.more && !window.knowhowSearch.otherSpellings) {
await this.more();
return this.search({ text, filters, first, limit });
}
const cases = await this.source.cases(page.shown);
return {
total: page.total,
exact: page.isExact,
hits: cases.map((entry) => this.hit(entry, words)),
words: said,
};
}
hit(entry, words) {
const all = (some) => some.flatMap((word) => [...word.alternatives, ...word.forms]);
const marked = all(words);
const fields = this.source.fields(entry);
const own = [fields[0], fields[fields.length - 1]];
const elsewhere = all(words.filter((word) => !all([word]).some((form) => own.some(([, field]) => texts.has(field, form)))));
const terms = {};
for (const [place, facet] of this.facets.entries()) {
terms[facet.key] = entry.terms[place].map((term) => this.term(facet.terms[term], marked, elsewhere));
}
return {
id: entry.id,
address: `cases/${entry.id}.html`,
title: entry.title,
titleParts: texts.marked(entry.title, marked),
terms,
excerpt: texts.excerpts(entry.body, marked, MARGIN),
};
}
term({ label, aliases }, marked, elsewhere) {
const isFound = (name) => elsewhere.some((form) => texts.has(texts.normalize(name), form));
const alias = isFound(label) ? undefined : aliases.find(isFound);
const name = alias === undefined ? label : `${label}（別の呼び方：${alias}）`;
return { label, parts: texts.marked(name, marked), isReason: alias !== undefined || isFound(label) };
}
async counts({ text = "", filters = {}, keys = this.facets.map(({ key }) => key) } = {}) {
const words = await this.parse(text);
const chosen = chosenTerms(this.facets, filters);
const isVain = words.length === 0 && text.trim() !== "";
const counts = {};
for (const [place, facet] of this.facets.entries()) {
if (!keys.includes(facet.key)) continue;
const { numbers } = isVain ? { numbers: [] } : await this.found(words, chosen, place);
const isFound = new Uint8Array(this.data.end);
for (const number of numbers) isFound[number] = 1;
const count = (postings) => postings.reduce((sum, number) => sum + isFound[number], 0);
const postings = await this.source.facet(place);
counts[facet.key] = { "": count(postings.unstated) };
for (const [term, { slug }] of facet.terms.entries()) counts[facet.key][slug] = count(postings.terms[term]);
}
return counts;
}
async suggestions(text) {
await this.more();
return window.knowhowSearch.suggestions(this, text);
}
}
async function open(root, { anew = false } = {}) {
return new SearchIndex(root, await load(`${root}search/index.js${anew ? `?${Date.now()}` : ""}`));
}
window.knowhow = receive;
Object.assign(window.knowhowSearch, { open, VERSION, LATE_ARRIVAL });
})();
(function () {
"use strict";
const LONGEST_TEXT = 200;
function clean(text) {
return [...text.replace(/\s+/gu, " ").trim()].slice(0, LONGEST_TEXT).join("").trim();
}
function read(query, choices) {
const parameters = new URLSearchParams(query);
const filters = {};
for (const [key, values] of choices) {
const asked = new Set(parameters.getAll(key));
const chosen = values.filter((value) => asked.has(value));
if (chosen.length > 0) filters[key] = chosen;
}
const page = Number(parameters.get("page"));
return { text: clean(parameters.get("q") || ""), filters, page: Number.isSafeInteger(page) && page > 0 ? page : 1 };
}
function write({ text, filters, page }) {
const parameters = new URLSearchParams();
if (text !== "") parameters.append("q", text);
for (const [key, values] of Object.entries(filters)) for (const value of values) parameters.append(key, value);
const query = parameters.toString();
if (query === "") return location.pathname;
return `?${query}${page > 1 ? `&page=${page}` : ""}`;
}
function isEmpty({ text, filters }) {
return text === "" && Object.keys(filters).length === 0;
}
function without({ text, filters }, key, value) {
const rest = { ...filters, [key]: filters[key].filter((chosen) => chosen !== value) };
if (rest[key].length === 0) delete rest[key];
return { text, filters: rest, page: 1 };
}
window.knowhowFinder = { address: { clean, read, write, isEmpty, without } };
})();
(function () {
"use strict";
const said = (number) => number.toLocaleString("ja-JP");
class Filters {
constructor(panel) {
this.panel = panel;
this.facets = [...panel.querySelectorAll("[data-facet]")].map((element) => ({
element,
key: element.dataset.facet,
label: element.querySelector(".facet-label").textContent,
choices: [...element.querySelectorAll("input")].map((input) => {
const label = input.closest("label");
const count = label.querySelector("[data-count]");
return { input, value: input.value, label: label.querySelector("[data-choice]").textContent, count, whole: count.textContent };
}),
}));
}
get values() {
return this.facets.map(({ key, choices }) => [key, choices.map(({ value }) => value)]);
}
fit(facets) {
return this.facets.every(({ key, choices }) => {
const { terms } = facets.find((facet) => facet.key === key) || { terms: [] };
return choices.every(({ value }) => value === "" || terms.some(({ slug }) => slug === value));
});
}
get chosen() {
const filters = {};
for (const { key, choices } of this.facets) {
const values = choices.filter(({ input }) => input.checked).map(({ value }) => value);
if (values.length > 0) filters[key] = values;
}
return filters;
}
choose(filters) {
let total = 0;
for (const { element, key, choices } of this.facets) {
const values = filters[key] || [];
for (const { input, value } of choices) input.checked = values.includes(value);
Filters.say(element, values.length);
total += values.length;
}
Filters.say(this.panel, total);
}
open(filters) {
for (const { element, key } of this.facets) if (filters[key]) element.open = true;
}
static say(element, count) {
element.querySelector("[data-chosen-count]").textContent = count > 0 ? `（${count}つ選択中）` : "";
}
count(counts) {
for (const { key, choices } of this.facets) {
if (counts[key]) for (const choice of choices) Filters.sayCount(choice, said(counts[key][choice.value] || 0));
}
}
countAll() {
for (const facet of this.facets) {
facet.isAwaited = false;
for (const choice of facet.choices) Filters.sayCount(choice, choice.whole);
}
}
forget() {
for (const facet of this.facets) {
facet.isAwaited = true;
for (const choice of facet.choices) Filters.sayCount(choice, "…");
}
}
takeAwaited() {
const awaited = this.panel.open ? this.facets.filter(({ element, isAwaited }) => isAwaited && element.open) : [];
for (const facet of awaited) facet.isAwaited = false;
return awaited.map(({ key }) => key);
}
static sayCount({ input, count }, number) {
count.textContent = number;
input.closest("label").classList.toggle("vacant", number === "0");
}
label(key) {
return this.facets.find((facet) => facet.key === key)?.label ?? "";
}
named(filters) {
return this.facets.flatMap(({ key, label: facet, choices }) =>
choices
.filter(({ value }) => (filters[key] || []).includes(value))
.map(({ value, label }) => ({ key, value, facet, label })));
}
leavingOut(filters) {
return this.facets
.filter(({ key }) => filters[key] && !filters[key].includes(""))
.flatMap(({ key, choices }) => choices.filter(({ value }) => value === "").map(({ label }) => ({ key, label })));
}
}
Object.assign(window.knowhowFinder, { said, Filters });
})();
(function () {
"use strict";
const { address, said } = window.knowhowFinder;
const PAGE_SIZE = 10;
const NEAR = 2;
function make(name, attributes = {}, ...children) {
const element = document.createElement(name);
for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
element.append(...children.filter((child) => child !== null));
return element;
}
const hidden = (text) => make("span", { class: "hidden" }, text);
function go(asked, ...children) {
return make("a", { href: address.write(asked), "data-go": "" }, ...children);
}
function marked(parts) {
return parts.map(({ text, marked: isMarked }) => (isMarked ? make("mark", {}, text) : text));
}
function subject(asked, words) {
const named = (words.length > 0 ? words.map(({ text }) => text) : [asked.text]).map((word) => `「${word}」`).join("");
const isFiltered = Object.keys(asked.filters).length > 0;
if (asked.text === "") return "条件に合う事例";
return isFiltered ? `${named}を含み、条件に合う事例` : `${named}を含む事例`;
}
function isVain(asked, found) {
return asked.text !== "" && found.words.length === 0;
}
function headline(asked, found) {
if (isVain(asked, found)) return `「${asked.text}」では探せません`;
if (found.total === 0) return `${subject(asked, found.words)}は見つかりませんでした`;
return `${subject(asked, found.words)}：${found.exact ? "" : "およそ"}${said(found.total)}件`;
}
function pageCount(found) {
return Math.max(1, Math.ceil(found.total / PAGE_SIZE));
}
function place(asked, found) {
const about = found.exact ? "" : "およそ";
return pageCount(found) > 1 ? `${about}${said(pageCount(found))}ページのうち${said(asked.page)}ページ目` : "";
}
function alternatives(words) {
const lines = words
.filter((word) => word.alternatives.length > 0)
.map((word) => `「${word.text}」のほかに、${word.alternatives.map((other) => `「${other}」`).join("")}も探しました。`);
return lines.length > 0 ? make("p", { class: "about" }, lines.join("")) : null;
}
function chips(asked, named) {
if (named.length === 0) return null;
const items = named.map(({ key, value, facet, label }) =>
make("li", {}, go(address.without(asked, key, value), `${facet}：${label}`, hidden("を外す"))));
return make("div", { class: "chosen" }, make("p", { id: "page-chosen" }, "選んでいる条件", make("span", { class: "how" }, "（選ぶと外れます）")),
make("ul", { "aria-labelledby": "page-chosen" }, ...items));
}
function reset(asked) {
const isFiltered = Object.keys(asked.filters).length > 0;
const words = asked.text === "" ? "条件をすべて外す" : isFiltered ? "検索の言葉と条件をすべて消す" : "検索の言葉を消す";
return make("p", { class: "reset" }, go({ text: "", filters: {}, page: 1 }, words));
}
function leftOut(asked, facets) {
return facets.map(({ key, label, count }) => {
const wider = { ...asked, page: 1, filters: { ...asked.filters, [key]: [...asked.filters[key], ""] } };
return make("p", { class: "left-out" }, `このほかに、${label}事例が${said(count)}件あります。`,
go(wider, `${label}事例も含めて探す`));
});
}
function hit(root, shown, { address: path, title, titleParts, terms, excerpt }) {
const link = make("a", { href: root + path }, ...(titleParts ? marked(titleParts) : [title]));
const text = excerpt.length > 0 ? make("p", {}, ...excerpt.flatMap(marked)) : null;
const named = shown.flatMap((key) => terms[key] || []);
const others = Object.keys(terms).filter((key) => !shown.includes(key)).flatMap((key) => terms[key]).filter(({ isReason }) => isReason);
const labels = [...named, ...others].map(({ parts }) => make("li", {}, ...marked(parts)));
return make("li", { class: "case-card" }, make("h3", {}, link), text, make("ul", { class: "case-terms" }, ...labels));
}
function pagination(asked, found) {
const last = pageCount(found);
if (last === 1) return null;
const { page } = asked;
const to = (number, ...children) => go({ ...asked, page: number }, ...children);
const items = [];
if (page > 1) items.push(make("li", { class: "previous" }, to(page - 1, "前のページ")));
for (let number = 1; number <= last; number += 1) {
const isNear = Math.abs(number - page) <= NEAR;
if (number !== 1 && number !== last && !isNear) {
items.push(make("li", { class: "gap" }, "…"));
number = number < page ? page - NEAR - 1 : last - 1;
} else if (number === page) {
items.push(make("li", {}, make("span", { "aria-current": "page" }, hidden("いまのページ："), said(number))));
} else {
items.push(make("li", {}, to(number, hidden("ページ"), said(number))));
}
}
if (page < last) items.push(make("li", { class: "next" }, to(page + 1, "次のページ")));
const first = (page - 1) * PAGE_SIZE + 1;
const about = found.exact ? "全" : "およそ";
const range = `${about}${said(found.total)}件のうち${said(first)}〜${said(first + found.hits.length - 1)}件目を表示しています。`;
return make("nav", { class: "pagination", "aria-label": "ページ送り" }, make("p", {}, range), make("ul", {}, ...items));
}
function list(asked, found, { root, shown }) {
const start = (asked.page - 1) * PAGE_SIZE + 1;
const items = found.hits.map((each) => hit(root, shown, each));
return [make("ol", { class: "case-cards", role: "list", start }, ...items), pagination(asked, found)];
}
function failure() {
return make("p", { class: "reset" }, make("a", { href: location.search || location.pathname, "data-reload": "" }, "ページを読み込み直す"));
}
window.knowhowFinder.results = {
PAGE_SIZE, make, go, said, isVain, headline, place, pageCount, alternatives, chips, reset, leftOut, list, failure,
};
})();
(function () {
"use strict";
const { address, Filters, results } = window.knowhowFinder;
const PAUSE = 350;
const PATIENCE = 1000;
const WAITING = "検索しています…";
const LATE = 2000;
const byTouch = matchMedia("(pointer: coarse)");
class Finder {
constructor(element) {
this.form = document.getElementById("finder");
this.words = this.form.querySelector("[data-words]");
this.panel = element.querySelector("[data-filters]");
this.filters = new Filters(this.panel);
this.status = element.querySelector("[data-status]");
this.found = element.querySelector("[data-results]");
this.rest = element.querySelector("[data-rest]");
this.unready = element.querySelector("[data-unready]");
this.sayUnready(false);
this.setting = {
root: element.dataset.root || "./",
shown: element.dataset.shown.split(" "),
invitation: element.querySelector("[data-invitation]"),
};
this.title = document.title;
this.kept = location.search;
this.turn = 0;
this.listen();
}
listen() {
this.form.addEventListener("submit", (event) => {
event.preventDefault();
this.ask(this.stated(), { keep: true, moveFocus: byTouch.matches });
});
if (this.words) {
const typed = (event) => {
clearTimeout(this.pause);
if (!event.isComposing) this.pause = setTimeout(() => this.ask(this.stated()), PAUSE);
};
this.words.addEventListener("input", typed);
this.words.addEventListener("compositionend", () => typed({ isComposing: false }));
this.words.addEventListener("focus", () => this.index().catch(() => {}), { once: true });
}
this.panel.addEventListener("change", () => this.ask(this.stated(), { keep: true }));
this.panel.addEventListener("click", () => this.index().catch(() => {}), { once: true });
this.panel.addEventListener("toggle", () => this.count(), true);
this.found.addEventListener("click", (event) => this.follow(event));
for (const event of [window.knowhowSearch.LATE_ARRIVAL, "online"]) addEventListener(event, () => this.tryAgain());
addEventListener("popstate", () => {
this.kept = location.search;
this.restore();
});
}
stated() {
return { text: this.words ? address.clean(this.words.value) : "", filters: this.filters.chosen, page: 1 };
}
addressed(query) {
const asked = address.read(query, this.filters.values);
return this.words ? asked : { ...asked, text: "" };
}
restore() {
clearTimeout(this.pause);
const asked = this.addressed(location.search);
this.fill(asked);
this.filters.open(asked.filters);
return this.show(asked, false);
}
async arrive() {
const isNew = performance.getEntriesByType("navigation")[0]?.type === "navigate";
await this.restore();
if (isNew && byTouch.matches && scrollY === 0) this.found.querySelector("h2")?.scrollIntoView();
}
fill({ text, filters }) {
if (this.words && address.clean(this.words.value) !== text) this.words.value = text;
this.filters.choose(filters);
}
follow(event) {
const link = event.target.closest("a");
if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
if ("reload" in link.dataset) {
event.preventDefault();
location.reload();
} else if ("go" in link.dataset) {
event.preventDefault();
const asked = this.addressed(link.search);
this.fill(asked);
this.ask(asked, { keep: true, moveFocus: true });
}
}
ask(asked, { keep = false, moveFocus = false } = {}) {
clearTimeout(this.pause);
this.filters.choose(asked.filters);
const wanted = address.write(asked);
const query = wanted.startsWith("?") ? wanted : "";
try {
if (keep && query !== this.kept) {
history.replaceState(null, "", this.kept || location.pathname);
history.pushState(null, "", wanted);
this.kept = query;
} else if (query !== location.search) {
history.replaceState(null, "", wanted);
}
} catch {
}
this.show(asked, moveFocus);
}
index() {
if (!this.opening) this.open({ anew: false });
return this.opening;
}
open({ anew }) {
const opening = this.opened(anew);
this.opening = opening;
opening.catch(() => { if (this.opening === opening) this.opening = null; });
}
sayUnready(isUnready) {
this.unready.hidden = !isUnready;
this.unready.classList.toggle("late", isUnready);
if (isUnready) this.rest.hidden = false;
}
tryAgain() {
if (this.failed) this.show(this.failed, false);
}
async opened(anew) {
const index = await window.knowhowSearch.open(this.setting.root, { anew });
if (!this.filters.fit(index.facets)) throw new Error("the search is not that of the page");
return index;
}
async show(asked, moveFocus) {
const turn = (this.turn += 1);
this.failed = null;
if (address.isEmpty(asked)) {
this.clear(moveFocus);
return;
}
this.wait();
const patience = setTimeout(() => { if (turn === this.turn) this.tellOfWaiting(); }, PATIENCE);
const late = setTimeout(() => {
if (turn !== this.turn) return;
this.sayUnready(true);
this.status.textContent = this.unready.textContent;
}, LATE);
try {
const answer = await this.answer(asked).catch((error) => {
if (turn !== this.turn || error.kind === "late") throw error;
this.open({ anew: true });
return this.answer(asked);
});
if (turn !== this.turn) return;
this.tell(answer, moveFocus);
this.asked = asked;
this.filters.forget();
this.count();
} catch {
if (turn === this.turn) this.fail(asked, moveFocus);
} finally {
clearTimeout(patience);
clearTimeout(late);
}
}
async count() {
const keys = this.filters.takeAwaited();
if (keys.length === 0) return;
const { turn, asked } = this;
try {
const counts = await (await this.index()).counts({ ...asked, keys });
if (turn === this.turn && asked === this.asked) this.filters.count(counts);
} catch {
}
}
clear(moveFocus) {
const wasShown = !this.found.hidden;
this.sayUnready(false);
this.found.hidden = true;
this.found.replaceChildren();
this.rest.hidden = false;
this.filters.countAll();
document.title = this.title;
if (!wasShown) return;
this.status.textContent = this.words ? "検索の言葉と条件を消しました。" : "条件を外しました。すべての事例の一覧に戻りました。";
if (!moveFocus) return;
const heading = document.querySelector("h1");
heading.tabIndex = -1;
heading.focus();
}
wait() {
if (!this.found.hidden) return;
this.rest.hidden = true;
this.found.hidden = false;
this.found.replaceChildren(results.make("p", { class: "waiting" }, WAITING));
}
tellOfWaiting() {
const heading = this.found.querySelector("h2");
if (heading) heading.textContent = WAITING;
this.status.textContent = WAITING;
}
async answer(asked) {
const index = await this.index();
const { text, filters } = asked;
const search = (page) => index.search({ text, filters, first: (page - 1) * results.PAGE_SIZE, limit: results.PAGE_SIZE });
const leftOut = this.filters.leavingOut(filters);
let [found, counts] = await Promise.all([
search(asked.page), index.counts({ text, filters, keys: leftOut.map(({ key }) => key) }),
]);
let page = asked.page;
for (let step = 1; found.hits.length === 0 && found.total > 0 && page > 1; step *= 2) {
page = Math.max(1, Math.min(page - step, results.pageCount(found)));
found = await search(page);
}
const isNone = found.total === 0;
const isNarrowed = text !== "" && Object.keys(filters).length > 0;
return {
asked: { ...asked, page }, found,
leftOut: leftOut.map((facet) => ({ ...facet, count: counts[facet.key][""] })).filter(({ count }) => count > 0),
suggestions: isNone && text !== "" ? this.named(await index.suggestions(text)) : [],
unfiltered: isNone && isNarrowed ? (await index.search({ text, filters: {}, first: 0, limit: 1 })).total : 0,
};
}
named(suggestions) {
return suggestions.map((suggestion) => ({ ...suggestion, facet: this.filters.label(suggestion.facet) }));
}
tell({ asked, found, leftOut, suggestions, unfiltered }, moveFocus) {
const heading = results.headline(asked, found);
const place = found.total > 0 ? results.place(asked, found) : "";
document.title = `${heading}${place ? `（${place}）` : ""} | ${this.title}`;
const parts = [
results.alternatives(found.words),
results.chips(asked, this.filters.named(asked.filters)),
...results.leftOut(asked, leftOut),
results.reset(asked),
...(found.total > 0 ? results.list(asked, found, this.setting) : [window.knowhowFinder.none(asked, results.isVain(asked, found), suggestions, unfiltered, this.setting)]),
];
const notes = leftOut.map(({ label, count }) => `このほかに、${label}事例が${results.said(count)}件あります。`);
this.put(heading, parts, [`${heading}。`, place ? `${place}です。` : "", ...notes].join(""), moveFocus);
}
fail(asked, moveFocus) {
this.failed = asked;
const heading = "検索できませんでした";
document.title = `${heading} | ${this.title}`;
this.put(heading, [results.failure()], `${heading}。ページを読み込み直してください。`, moveFocus);
this.sayUnready(true);
}
put(heading, parts, status, moveFocus) {
const title = results.make("h2", { tabindex: "-1", id: "page-result" }, heading);
this.found.replaceChildren(title, ...parts.filter((part) => part !== null));
this.found.hidden = false;
this.rest.hidden = true;
this.sayUnready(false);
if (moveFocus) {
this.status.textContent = "";
title.focus();
title.scrollIntoView({ block: "start" });
} else {
this.status.textContent = status;
}
}
}
const element = document.querySelector("[data-finder]");
if (element) {
const finder = new Finder(element);
if (matchMedia("(min-width: 64rem)").matches) finder.panel.open = true;
finder.arrive();
addEventListener("pageshow", (event) => { if (!event.persisted) finder.fill(finder.addressed(location.search)); });
}
})();
