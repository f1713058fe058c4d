"""What is shown of what was found, what is tried where nothing is, and what a phone and paper make of it."""

import re

import pytest
from playwright.sync_api import expect

from walks import BOX, found, status

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
# Files of the search take longer than readers are left without a word.
SLOW_LINE = """() => {
  const { append } = Element.prototype;
  HTMLHeadElement.prototype.append = function (...nodes) { setTimeout(() => append.apply(this, nodes), 1500); };
}"""


@pytest.mark.parametrize(("words", "shown", "marked"), [
    ("養護", "特別支援学校（別の呼び方：養護学校）", "養護"),
    ("キャリア発達", "キャリア発達", "キャリア発達"),
])
def test_a_word_that_stands_in_a_term_alone_is_shown_there(open_page, base, words, shown, marked) -> None:
    page = open_page(base, f"search.html?q={words}")
    expect(page.locator("[data-results] .case-card").first).to_be_visible()
    for hit in page.locator("[data-results] .case-card").all():
        terms = hit.locator(".case-terms li", has_text=shown)
        assert terms.all_inner_texts() == [shown] and terms.locator("mark").all_inner_texts() == [marked]


def test_each_result_shows_where_its_words_are(open_page, base) -> None:
    page = open_page(base, "search.html?q=ジョブコーチ")
    found(page, "「ジョブコーチ」を含む事例：6件")
    for hit in page.locator("[data-results] .case-card").all():
        assert hit.locator("mark").count() > 0


@pytest.mark.parametrize(("words", "tries"), [
    ("ジョブコーチング", ["「ジョブコーチ」で探す"]),
    ("ハローワークの職員", ["「ハローワーク」で探す"]),
    ("精神障害者の就職", ["「精神障害者 就職」で探す", "「精神障害者」で探す", "「就職」で探す"]),
    ("コミュニケーション", []),
    ("<script>", []),
])
def test_parts_of_words_that_are_tried_are_words(open_page, base, words, tries) -> None:
    page = open_page(base, "search.html")
    page.locator(BOX).fill(words)
    page.locator(BOX).press("Enter")
    found(page, f"「{words}」を含む事例は見つかりませんでした")
    assert page.get_by_role("link", name=re.compile("^「.*」で探す$")).all_inner_texts() == tries


def test_terms_of_one_name_are_told_apart(open_page, base) -> None:
    page = open_page(base, "search.html?q=テレワーク")
    found(page, "「テレワーク」を含む事例は見つかりませんでした")
    assert page.locator("[data-results]", has_text="ハローワーク").count() == 0
    page = open_page(base, "search.html?q=ハローワーク")
    found(page, re.compile("^「ハローワーク」を含む事例"))
    assert page.locator(".answers a").all_inner_texts()[:2] == ["取組主体「ハローワーク」", "関わる人・機関「ハローワーク」"]


def test_signs_alone_are_not_said_to_be_nowhere(open_page, base) -> None:
    page = open_page(base, "search.html?q=、")
    found(page, "「、」では探せません")
    assert status(page) == "「、」では探せません。"
    assert "探したい言葉を入れてください" in page.locator(".none-found").inner_text()


def test_on_a_phone_the_results_are_in_sight(open_page, base) -> None:
    page = open_page(base, "cases/c001.html", **PHONE)
    page.locator(".search-link").tap()
    page.wait_for_url("**/search.html")
    page.wait_for_load_state()
    page.locator(BOX).fill("就労")
    page.locator("#finder button").tap()
    found(page, "「就労」を含む事例：17件")
    page.wait_for_function("scrollY > 0")
    expect(page.locator("#page-result")).to_be_in_viewport()
    # Nobody is taken away from where they read.
    page.evaluate("scrollTo(0, 0)")
    page.reload()
    found(page, "「就労」を含む事例：17件")
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == 0
    page.locator(BOX).fill("難病")
    page.locator("#finder button").tap()
    found(page, "「難病」を含む事例：1件")
    # The keyboard on the screen goes with the focus of the box.
    assert page.evaluate("document.activeElement.id") == "page-result"
    expect(page.locator("#page-result")).to_be_in_viewport()


def test_with_a_keyboard_nothing_is_scrolled_and_the_focus_stays(open_page, base) -> None:
    page = open_page(base, "search.html?q=就労", viewport={"width": 320, "height": 256})
    found(page, "「就労」を含む事例：17件")
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == 0
    page.locator(BOX).fill("難病")
    page.locator(BOX).press("Enter")
    found(page, "「難病」を含む事例：1件")
    assert page.evaluate("document.activeElement.id") == "page-search"


def test_on_paper_what_cannot_be_pressed_is_gone(open_page, base) -> None:
    page = open_page(base, "search.html?q=難病&disabilities=intractable-disease")
    found(page, "「難病」を含み、条件に合う事例：1件")
    page.emulate_media(media="print")
    assert page.locator(".chosen").inner_text().split("\n")[0] == "選んでいる条件"
    for gone in ("#finder", "[data-filters]", ".reset", ".chosen .how"):
        assert not page.locator(gone).is_visible(), gone


def test_a_search_that_takes_its_time_says_so(open_page, base) -> None:
    page = open_page(base, "index.html")
    page.add_init_script(f"({SLOW_LINE})()")
    page.goto(base + "search.html?q=難病")
    expect(page.locator("[data-results] .waiting")).to_have_text("検索しています…")
    found(page, "「難病」を含む事例：1件")
    said = page.evaluate("said")
    # After two seconds the page says what to do if nothing comes.
    assert said[0] == "検索しています…" and said[-1] == "「難病」を含む事例：1件。"
    assert [words.startswith("検索の準備ができていません。") for words in said[1:-1]] == [True]
    # The results of the previous search are not announced as results of this one.
    page.evaluate("() => { Object.defineProperty(knowhowSearch, 'suggestions', { get: () => () => new Promise(() => {}), set() {} }); }")
    page.locator(BOX).fill("存在しない言葉")
    page.locator(BOX).press("Enter")
    found(page, "検索しています…")
