"""The search page: words, addresses, pages of results, what is said, and what is said when nothing is found."""

import re

import pytest
from playwright.sync_api import expect

from walks import BOX, asked, choice, count, found, open_filters, status, tab_to, titles


def test_typing_searches_after_a_pause_and_leaves_the_focus(open_page, base) -> None:
    page = open_page(base, "search.html")
    page.locator(BOX).focus()
    page.keyboard.type("ジョブコーチ", delay=30)
    found(page, "「ジョブコーチ」を含む事例：6件")
    assert page.evaluate("document.activeElement.id") == "page-search"
    assert asked(page) == [("q", "ジョブコーチ")]
    assert page.title().startswith("「ジョブコーチ」を含む事例：6件 | 事例を検索 | ")
    assert len(titles(page)) == 6
    # Said once for all the letters, and not with the list.
    assert page.evaluate("said") == ["「ジョブコーチ」を含む事例：6件。"]


def test_nothing_is_searched_while_an_input_method_composes(open_page, base) -> None:
    page = open_page(base, "search.html")
    page.locator(BOX).focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "きぎょう", "selectionStart": 4, "selectionEnd": 4})
    page.wait_for_timeout(700)
    assert page.evaluate("said") == []
    session.send("Input.insertText", {"text": "企業"})
    expect(page.locator("#page-result")).to_have_text(re.compile("^「企業」を含む事例：[0-9]+件$"))


def test_enter_keeps_a_step_and_back_leads_through_the_searches(open_page, base) -> None:
    page = open_page(base, "search.html")
    for words, heading in (("ジョブコーチ", "「ジョブコーチ」を含む事例：6件"), ("難病", "「難病」を含む事例：1件")):
        page.locator(BOX).fill(words)
        page.keyboard.press("Enter")
        found(page, heading)
    page.go_back()
    found(page, "「ジョブコーチ」を含む事例：6件")
    assert page.locator(BOX).input_value() == "ジョブコーチ"
    page.go_back()
    expect(page.locator("[data-rest]")).to_be_visible()
    expect(page.locator("[data-results]")).to_be_hidden()
    assert page.locator(BOX).input_value() == ""
    assert asked(page) == []
    page.go_forward()
    page.go_forward()
    found(page, "「難病」を含む事例：1件")


def test_the_glossary_leads_to_the_cases_that_it_does_not_list(open_page, base) -> None:
    page = open_page(base, "glossary.html")
    page.locator("#word-job-coach summary").click()
    page.get_by_role("link", name="「ジョブコーチ」で検索して、ほか1件も見る", exact=True).click()
    found(page, "「ジョブコーチ」を含む事例：6件")
    assert page.locator(BOX).input_value() == "ジョブコーチ"
    assert asked(page) == [("q", "ジョブコーチ")]


def test_typing_alone_leaves_no_step(open_page, base) -> None:
    page = open_page(base, "index.html")
    page.goto(base + "search.html")
    for words in ("難病", "難病患者"):
        page.locator(BOX).fill(words)
        expect(page.locator("#page-result")).to_contain_text(f"「{words}」")
    page.go_back()
    expect(page).to_have_url(re.compile("index.html$"))


def test_arrows_are_the_readers_own(open_page, base) -> None:
    page = open_page(base, "search.html?q=就労")
    expect(page.locator("#page-result")).to_be_visible()
    page.locator(BOX).focus()
    page.keyboard.press("End")
    for key in ("ArrowDown", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
    assert page.evaluate("[document.activeElement.id, document.activeElement.selectionStart]")[0] == "page-search"
    assert asked(page) == [("q", "就労")]


def test_marks_stand_where_the_words_are(open_page, base) -> None:
    page = open_page(base, "search.html?q=難病")
    found(page, "「難病」を含む事例：1件")
    marks = page.locator("[data-results] mark").all_inner_texts()
    assert marks and all("難病" in mark for mark in marks)
    # The text holds the word, so no other term has to say why the case was found.
    assert page.locator("[data-results] ol .case-terms li").all_inner_texts() == ["就労情報提供", "難病医療機関"]


def test_pages_of_results_are_links(open_page, base) -> None:
    page = open_page(base, "search.html?q=支援")
    first = re.compile("^「支援」を含む事例：1[0-9]件$")
    expect(page.locator("#page-result")).to_have_text(first)
    assert len(titles(page)) == 10
    before = titles(page)
    assert "2ページのうち1ページ目です。" in status(page)
    page.get_by_role("link", name="次のページ").click()
    expect(page.locator("[data-results] .pagination [aria-current=page]")).to_have_text("いまのページ：2")
    assert asked(page) == [("q", "支援"), ("page", "2")]
    assert "（2ページのうち2ページ目）" in page.title()
    assert not set(before) & set(titles(page))
    # The focus says where the reader is, so that the status region need not.
    assert page.evaluate("document.activeElement.id") == "page-result"
    assert status(page) == ""
    assert page.locator("[data-results] ol").get_attribute("start") == "11"
    page.reload()
    expect(page.locator("[data-results] .pagination [aria-current=page]")).to_have_text("いまのページ：2")
    page.go_back()
    expect(page.locator("[data-results] .pagination [aria-current=page]")).to_have_text("いまのページ：1")


def test_a_page_after_the_last_is_the_last(open_page, base) -> None:
    page = open_page(base, "search.html?q=支援&page=99")
    expect(page.locator("[data-results] .pagination [aria-current=page]")).to_have_text("いまのページ：2")


def test_a_count_that_is_not_certain_is_said_to_be_about_so_many(open_page, base) -> None:
    page = open_page(base, "search.html")
    page.evaluate("""async () => {
      const index = await knowhowSearch.open("./");
      const hit = number => ({ id: `c${number}`, address: 'cases/c001.html', title: `${number}`, titleParts: [{ text: `${number}`, marked: false }], terms: {}, details: [], excerpt: [] });
      // Of 1,234 cases that the index names, 1,228 hold the words.
      const search = async ({ first, limit }) => {
        const numbers = [...Array(1228).keys()].slice(first, first + limit), ended = first + limit >= 1228;
        return { total: ended ? 1228 : 1234, exact: ended, hits: numbers.map(hit), words: [{ text: 'x', alternatives: [] }], answers: [] };
      };
      knowhowSearch.open = async () => Object.assign(index, { search });
    }""")
    page.locator(BOX).fill("x")
    page.keyboard.press("Enter")
    found(page, "「x」を含む事例：およそ1,234件")
    assert "およそ124ページのうち1ページ目です。" in status(page)
    pages = page.locator("[data-results] .pagination li")
    assert pages.all_text_contents() == ["いまのページ：1", "ページ2", "ページ3", "…", "ページ124", "次のページ"]
    assert "およそ1,234件のうち1〜10件目" in page.locator("[data-results] .pagination p").inner_text()
    page.locator("[data-results] .pagination a", has_text="124").click()
    found(page, "「x」を含む事例：1,228件")
    assert pages.all_text_contents() == ["前のページ", "ページ1", "…", "ページ121", "ページ122", "いまのページ：123"]


def test_words_and_filters_together(open_page, base) -> None:
    page = open_page(base, "search.html?q=就労")
    expect(page.locator("#page-result")).to_be_visible()
    open_filters(page, "disabilities")
    expected = count(page, "disabilities", "psychiatric")
    choice(page, "disabilities", "psychiatric").check()
    found(page, f"「就労」を含み、条件に合う事例：{expected}件")
    assert asked(page) == [("q", "就労"), ("disabilities", "psychiatric")]
    assert page.evaluate("document.activeElement.value") == "psychiatric"
    left_out = count(page, "disabilities", "")
    assert status(page).endswith(f"このほかに、種別の記載がない事例が{left_out}件あります。")
    page.get_by_role("link", name="種別の記載がない事例も含めて探す").click()
    found(page, f"「就労」を含み、条件に合う事例：{int(expected) + int(left_out)}件")
    assert asked(page) == [("q", "就労"), ("disabilities", "psychiatric"), ("disabilities", "")]
    assert choice(page, "disabilities", "").is_checked()
    page.get_by_role("link", name="検索の言葉と条件をすべて消す").click()
    expect(page.locator("[data-rest]")).to_be_visible()
    assert asked(page) == [] and page.locator(BOX).input_value() == ""
    assert not choice(page, "disabilities", "").is_checked()
    assert count(page, "disabilities", "") == "11"
    assert page.title().startswith("事例を検索 | ")


@pytest.mark.parametrize(("words", "part", "link", "heading"), [
    ("ジョブコーチ 宇宙旅行", "言葉を減らす", "「ジョブコーチ」で探す", "「ジョブコーチ」を含む事例：6件"),
    ("特例子会者", "もしかして", "取組主体「特例子会社」", None),
])
def test_what_to_try_when_nothing_is_found(open_page, base, words, part, link, heading) -> None:
    page = open_page(base, f"search.html?q={words}")
    expect(page.locator("#page-result")).to_have_text(re.compile("を含む事例は見つかりませんでした$"))
    assert status(page) == page.locator("#page-result").inner_text() + "。"
    assert page.get_by_role("heading", name=part).count() == 1
    assert page.locator("[data-results] .invitation a").count() == 1
    page.get_by_role("link", name=link, exact=True).click()
    if heading:
        found(page, heading)
    else:
        expect(page.locator("h1")).to_have_text("特例子会社")


def test_filters_that_leave_nothing_can_be_taken_off(open_page, base) -> None:
    page = open_page(base, "search.html?q=ジョブコーチ&phases=career-development")
    found(page, "「ジョブコーチ」を含み、条件に合う事例は見つかりませんでした")
    page.get_by_role("link", name="条件を外して、言葉だけで探す（6件）").click()
    found(page, "「ジョブコーチ」を含む事例：6件")


@pytest.mark.parametrize("words", [
    "あ" * 5000, "<script>alert(1)</script>", '"&<>\'', "\\", "%", "%E3%81", "+", "*", "(?:", "１２３", "　", "。、・", "👩‍🦽", "\u202e逆", "[object]",
    "__proto__", "constructor",
])
def test_odd_words_break_nothing(open_page, base, words) -> None:
    page = open_page(base, "search.html")
    page.evaluate("words => { const box = document.querySelector('#page-search'); box.value = words; }", words)
    page.locator(BOX).focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    expect(page.locator("[data-results] .waiting")).to_have_count(0)
    assert "読み込めませんでした" not in page.locator("main").inner_text()
    if words.strip("　"):
        expect(page.locator("#page-result")).to_be_visible()
        address = page.url
        page.goto(address)
        expect(page.locator("#page-result")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_unknown_choices_in_an_address_are_left_out(open_page, base) -> None:
    page = open_page(base, "search.html?q=難病&disabilities=nothing&__proto__=x&page=-3&page=abc")
    found(page, "「難病」を含む事例：1件")
    assert page.locator(".chosen").count() == 0


def test_a_site_that_changed_meanwhile_is_told(open_page, base, site) -> None:
    page = open_page(base, "search.html")
    index = site / "search/index.js"
    index.rename(site / "search/away.js")
    try:
        page.locator(BOX).fill("難病")
        page.keyboard.press("Enter")
        found(page, "検索できませんでした")
        assert "ページを読み込み直してください" in status(page)
        page.problems.clear()
    finally:
        (site / "search/away.js").rename(index)
    page.get_by_role("link", name="ページを読み込み直す").click()
    found(page, "「難病」を含む事例：1件")


def test_what_a_browser_kept_of_an_older_site_is_asked_for_anew(open_page, base, site) -> None:
    page = open_page(base, "search.html")
    now = (site / "search/index.js").read_text(encoding="utf-8")
    # One leads to files that are no more, the other one does not know what may be chosen now.
    for old in (re.sub('"texts":"[^"]*"', '"texts":"00000"', now), re.sub(r'(\["psychiatric)"', r'\1-of-old"', now)):
        assert old != now
        page.route(re.compile(r"/search/index\.js$"), lambda route: route.fulfill(body=old, content_type="text/javascript"))
        page.goto(f"{base}search.html?q=難病")
        found(page, "「難病」を含む事例：1件")
        page.unroute_all()
        page.problems.clear()


def test_a_step_back_ends_what_was_being_typed(open_page, base) -> None:
    page = open_page(base, "search.html?q=支援")
    page.get_by_role("link", name="次のページ").click()
    expect(page.locator("[data-results] [aria-current=page]")).to_contain_text("2")
    page.locator(BOX).fill("難病")
    page.keyboard.press("Enter")
    found(page, "「難病」を含む事例：1件")
    page.locator(BOX).press_sequentially("患")
    page.evaluate("history.back()")
    expect(page.locator("[data-results] [aria-current=page]")).to_contain_text("2")
    page.wait_for_timeout(600)
    assert "page=2" in page.url


def test_numbers_counted_for_what_was_asked_before_are_not_shown(open_page, base) -> None:
    """A facet that is opened between two answers: its numbers are counted for the first one, and may come last."""
    page = open_page(base, "search.html?q=支援")
    expect(page.locator("#page-result")).to_be_visible()
    page.evaluate("""async () => {
      const index = await knowhowSearch.open("./");
      const { search, counts } = Object.getPrototypeOf(index);
      const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));
      Object.getPrototypeOf(index).search = async function (asked) { await rest(300); return search.call(this, asked); };
      Object.getPrototypeOf(index).counts = async function (asked) {
        if (asked.text === "支援") await rest(800);
        return counts.call(this, asked);
      };
    }""")
    page.locator(BOX).fill("難病")
    page.keyboard.press("Enter")
    open_filters(page, "disabilities")
    found(page, "「難病」を含む事例：1件")
    page.wait_for_timeout(1200)
    assert count(page, "disabilities", "psychiatric") == "0"


def test_by_keyboard_from_the_home_page_to_a_case_and_back(open_page, base) -> None:
    page = open_page(base, "index.html")
    tab_to(page, BOX)
    page.keyboard.type("ジョブコーチ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    found(page, "「ジョブコーチ」を含む事例：6件")
    tab_to(page, "[data-facet=phases] summary")
    page.keyboard.press("Enter")
    tab_to(page, "[name=phases][value=preparation]")
    page.keyboard.press("Space")
    found(page, "「ジョブコーチ」を含み、条件に合う事例：2件")
    tab_to(page, "[data-results] ol h3 a")
    title = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)
    page.go_back()
    found(page, "「ジョブコーチ」を含み、条件に合う事例：2件")
    assert choice(page, "phases", "preparation").is_checked()


@pytest.mark.parametrize("path", ["index.html", "cases/c001.html", "categories/index.html", "about.html", "404.html"])
def test_every_page_has_the_box(open_page, base, path) -> None:
    page = open_page(base, path)
    assert page.get_by_role("search").count() == 1
    page.get_by_role("searchbox", name="探したい言葉" if path == "index.html" else "事例を検索").fill("難病")
    page.keyboard.press("Enter")
    found(page, "「難病」を含む事例：1件")


@pytest.mark.parametrize("path", ["index.html", "cases/c001.html", "cases/index.html", "booklet.html"])
def test_pages_load_the_search_only_when_it_is_used(open_page, base, path) -> None:
    asked_for = []
    page = open_page(base, "404.html")
    page.on("request", lambda sent: asked_for.append(sent.url))
    page.goto(base + path)
    page.wait_for_timeout(300)
    assert not [url for url in asked_for if "/search/" in url]
    if path != "cases/index.html":
        assert not [url for url in asked_for if "finder" in url or "/search" in url]


def test_without_scripts_the_page_says_so_and_leads_on(open_page, base) -> None:
    page = open_page(base, "index.html", java_script_enabled=False)
    page.get_by_role("searchbox").fill("難病")
    page.keyboard.press("Enter")
    expect(page.locator(".without-script")).to_be_visible()
    assert page.locator("main").get_by_role("textbox").count() == 0
    assert page.locator("main input:visible, main button:visible, main summary:visible").count() == 0
    links = page.locator("main [data-rest] a").all_inner_texts()
    assert [link.split()[0] for link in links] == [
        "すべての事例", "分野から探す", "取組主体から探す", "関わる人・機関から探す", "障害種別から探す", "局面から探す", "効果から探す"]
    page.get_by_role("link", name="障害種別から探す").last.click()
    expect(page.locator("h1")).to_have_text("障害種別から探す")
