"""The page of all cases: filters without words."""

from playwright.sync_api import expect

from walks import asked, choice, count, found, open_filters, status, titles

PAGE = "cases/index.html"


def test_counts_stand_before_anything_is_chosen(open_page, base) -> None:
    page = open_page(base, PAGE)
    open_filters(page, "category", "organization", "actors", "disabilities", "phases", "effects")
    assert count(page, "organization", "employment-transition") == "5"
    assert count(page, "organization", "employment-choice") == "0"
    assert count(page, "disabilities", "") == "11"
    assert page.locator("fieldset legend").all_inner_texts() == ["分野", "取組主体", "関わる人・機関", "障害種別", "局面", "効果"]
    assert page.locator("[data-facet=organization] .facet-group").first.inner_text() == "労働行政・職業リハビリテーション"
    total = sum(int(number) for number in page.locator("[data-facet=category] [data-count]").all_inner_texts())
    assert total == 17


def test_filters_of_several_facets_combine(open_page, base) -> None:
    page = open_page(base, PAGE)
    open_filters(page, "organization", "phases", "disabilities")
    choice(page, "organization", "employment-transition").check()
    found(page, "条件に合う事例：5件")
    expect(page.locator("[data-rest]")).to_be_hidden()
    expected = count(page, "phases", "getting-employed")
    choice(page, "phases", "getting-employed").check()
    found(page, f"条件に合う事例：{expected}件")
    # Counts of a facet are those that its other choices would give.
    assert count(page, "organization", "employment-transition") == expected
    choice(page, "organization", "local-vocational-center").check()
    found(page, f"条件に合う事例：{int(expected) + 1}件")
    assert asked(page) == [
        ("organization", "local-vocational-center"), ("organization", "employment-transition"), ("phases", "getting-employed")]
    chips = page.locator(".chosen li").all_text_contents()
    assert [chip.removesuffix("を外す") for chip in chips] == [
        "取組主体：地域障害者職業センター", "取組主体：就労移行支援事業所", "局面：就職"]
    page.locator(".chosen a", has_text="局面：就職").click()
    found(page, "条件に合う事例：7件")
    assert not choice(page, "phases", "getting-employed").is_checked()
    assert page.evaluate("document.activeElement.id") == "page-result"


def test_the_list_comes_back(open_page, base) -> None:
    page = open_page(base, PAGE)
    before = page.locator("[data-rest] h3").all_inner_texts()
    assert len(before) == 17
    open_filters(page, "disabilities")
    choice(page, "disabilities", "psychiatric").check()
    found(page, "条件に合う事例：3件")
    assert "このほかに、種別の記載がない事例が11件あります。" in page.locator("[data-results]").inner_text()
    choice(page, "disabilities", "psychiatric").uncheck()
    expect(page.locator("[data-rest]")).to_be_visible()
    assert page.locator("[data-rest] h3").all_inner_texts() == before
    assert asked(page) == [] and status(page) != ""


def test_an_address_says_what_is_chosen_and_back_undoes_it(open_page, base) -> None:
    page = open_page(base, PAGE + "?disabilities=psychiatric&phases=staying-employed")
    found(page, "条件に合う事例：2件")
    assert page.locator("[data-facet][open]").count() == 2
    assert page.locator("[data-filters] > summary").inner_text().endswith("（2つ選択中）")
    choice(page, "phases", "staying-employed").uncheck()
    found(page, "条件に合う事例：3件")
    page.go_back()
    found(page, "条件に合う事例：2件")
    assert choice(page, "phases", "staying-employed").is_checked()
    assert titles(page) == [
        "精神障害者のオンライン気分・体調チェックでの体調管理支援", "病院の精神保健福祉士と就労支援機関の連携による精神障害者の職場定着の向上"]


def test_a_choice_without_cases_says_so_and_does_no_harm(open_page, base) -> None:
    page = open_page(base, PAGE)
    open_filters(page, "disabilities")
    assert count(page, "disabilities", "visual") == "0"
    choice(page, "disabilities", "visual").check()
    found(page, "条件に合う事例は見つかりませんでした")
    page.get_by_role("link", name="種別の記載がない事例も含めて探す").click()
    found(page, "条件に合う事例：11件")


def test_words_in_the_address_are_not_meant_here(open_page, base) -> None:
    page = open_page(base, PAGE + "?q=難病")
    expect(page.locator("[data-rest]")).to_be_visible()
    expect(page.locator("[data-results]")).to_be_hidden()


def test_without_scripts_there_is_the_list_and_no_dead_control(open_page, base) -> None:
    page = open_page(base, PAGE + "?disabilities=psychiatric", java_script_enabled=False)
    assert page.locator("main input:visible, main summary:visible, main button:visible").count() == 0
    assert page.locator("[data-rest] h3:visible").count() == 17
