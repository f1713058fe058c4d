"""Questions as people ask them, and what has to come first: `questions.csv`, which was written by reading the cases."""

import csv
from pathlib import Path

import pytest

from web import served

# How the first thing is written in the table:
#   項目:知的障害:0     a term with its number of cases       用語:RPA           a word of the glossary with its meaning
#   事例:c006 c009     one of these cases                    もしかして:難病      another spelling, which has results
#   言葉:障害者雇用 研修  the words of the question alone        なし              nothing but the ways to all cases
ROWS = list(csv.DictReader((Path(__file__).parent / "questions.csv").open(encoding="utf-8")))
ASK = """async (queries) => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)].map((element) => element.textContent.trim());
  const answers = [];
  for (const query of queries) {
    document.getElementById("page-result")?.remove();
    document.getElementById("page-search").value = query;
    document.getElementById("finder").requestSubmit();
    for (let wait = 0; wait < 2000 && !document.getElementById("page-result"); wait += 1) await new Promise((done) => setTimeout(done, 5));
    const found = document.querySelector("[data-results]");
    const tries = [...found.querySelectorAll(".none-found > h3")].map((heading) => [heading.textContent, all("li", heading.nextElementSibling)]);
    answers.push({
      heading: all("#page-result")[0], named: all(":scope > .answers > li", found), tries,
      cases: [...found.querySelectorAll("ol h3 a")].map((link) => link.getAttribute("href").match(/c[0-9]+/)[0]),
      also: all(".about", found),
    });
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def answers(chromium, site):
    """What the search page says to each question, with one visit."""
    with served(site) as base:
        page = chromium.new_page()
        page.goto(f"{base}search.html")
        page.locator("#page-search").focus()
        found = page.evaluate(ASK, [row["問い"] for row in ROWS])
        page.close()
    return {row["問い"]: answer for row, answer in zip(ROWS, found)}


def named(text: str) -> str:
    """A term or a word of the glossary as the table writes it."""
    facet, _, rest = text.partition("「")
    label, _, more = rest.rpartition("」") if "件の事例" in rest or "まだ" in rest else rest.partition("」")
    if facet == "用語集":
        return f"用語:{label}"
    return f"項目:{label}:{'0' if 'まだ事例がありません' in more else more.removesuffix('件の事例').strip()}"


def first(answer: dict) -> str:
    """What comes first, as the table writes it."""
    if answer["named"]:
        return named(answer["named"][0])
    if answer["cases"]:
        return f"事例:{answer['cases'][0]}"
    for heading, items in answer["tries"]:
        if heading == "もしかして":
            return f"もしかして:{items[0].removeprefix('「').removesuffix('」で探す')}"
        if heading == "項目や用語集から探す":
            return named(items[0])
        if heading in ("言葉を減らす", "言い換える"):
            return f"言葉:{items[0].removeprefix('「').removesuffix('」で探す')}"
    return "なし"


def is_right(wanted: str, given: str) -> bool:
    kind, _, value = wanted.partition(":")
    return given in [f"事例:{name}" for name in value.split()] if kind == "事例" else given == wanted


def test_there_are_a_hundred_questions():
    assert len({row["問い"] for row in ROWS}) == len(ROWS) >= 100


def test_what_comes_first(answers):
    wrong = [(row["問い"], row["最初に出るもの"], given) for row in ROWS if not is_right(row["最初に出るもの"], given := first(answers[row["問い"]]))]
    assert wrong == []


def test_other_meanings_are_not_offered(answers):
    wrong = []
    for row in ROWS:
        answer = answers[row["問い"]]
        offered = answer["named"] + [item for _, items in answer["tries"] for item in items]
        offered += [part for line in answer["also"] for part in line.split("のほかに、")[1:]]
        wrong += [(row["問い"], word, text) for word in row["出てはいけないもの"].split() for text in offered if word in text]
    assert wrong == []


def test_every_suggestion_leads_to_something(answers, searcher, site):
    for query, answer in answers.items():
        for heading, items in answer["tries"]:
            for item in items if heading in ("もしかして", "言葉を減らす", "言い換える") else []:
                text = item.removeprefix("「").removesuffix("」で探す")
                assert searcher.search(text)["total"] > 0, (query, text)


def test_what_is_named_has_a_page(searcher, site):
    for row in ROWS:
        for answer in searcher.search(row["問い"])["answers"]:
            path, _, anchor = answer["address"].partition("#")
            page = (site / path).read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in page, answer


@pytest.mark.parametrize(("typed", "word", "is_mistake"), [
    ("ジョブコチ", "ジョブコーチ", True), ("ジョプコーチ", "ジョブコーチ", True), ("ジョコブーチ", "ジョブコーチ", True), ("ハローワーク", "テレワーク", False),
    ("視覚障害", "聴覚障害", False), ("身体障害", "知的障害", False), ("精神障害", "知的障害", False), ("発達障害", "知的障害", False),
    ("就職", "復職", False), ("就労", "就職", False), ("休職", "復職", False), ("離職", "就職", False), ("内部障害", "外部障害", False),
    ("身体障害", "心身障害", False), ("就労継続支援a型", "就労継続支援b型", False), ("高次能機能障害", "高次脳機能障害", True),
    ("就労以降支援", "就労移行支援", True), ("就労定着支援", "就労移行支援", False), ("地域障害職業センター", "地域障害者職業センター", True),
    ("非精神障害者", "精神障害者", False), ("就労不継続支援", "就労継続支援", False), ("きゅうしょく", "しゅうしょく", False), ("リワーク支援", "テレワーク支援", False),
    ("聴覚障害者", "視覚障害者", False), ("求職活動", "休職活動", False), ("adhd", "adha", True), ("rpa", "rap", False),
])
def test_mistakes_and_other_words(searcher, typed, word, is_mistake):
    searcher.call("await index.more()")
    assert searcher.call("knowhowSearch.isMistyped(...given)", [typed, word]) is is_mistake


@pytest.mark.parametrize(("text", "word", "is_held"), [
    ("知的障害者", "知的障害", True), ("日本人", "本人", False), ("企業実習", "企業", True), ("難病患者就職サポーターズ", "難病患者就職サポーター", True),
    ("疲れやすい", "やすい", False), ("オフィスワーク", "ワーク", False), ("ジョブコーチング", "ジョブコーチ", True), ("テレワーク", "レワーク", False),
])
def test_words_of_the_collection_in_others(searcher, text, word, is_held):
    searcher.call("await index.more()")
    assert searcher.call("knowhowSearch.isHeld(...given)", [text, word]) is is_held
