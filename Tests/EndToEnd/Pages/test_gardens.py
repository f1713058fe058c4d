"""`examples/gardens`: a casebook in English on another subject, built and visited like the project's own."""

import csv
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

import command
import document
import links
import site_files
import structure
import visits
from browser import SharedBrowser
from paths import ROOT, TEMPLATES

CONTENT = ROOT / "examples/gardens/content"
TEXTS = (".html", ".css", ".csv", ".json", ".js", ".txt", ".xml", ".svg")
JAPANESE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]")
# Where kana and kanji are data that nobody reads: the spellings that the search folds, the signs into which its files pack texts, the
# signs that start a formula, によって, before which a line may end, and the forms in which numbers and dates are typed.
DATA = re.compile(r"assets/(finder|finder-more|search-index|search-texts|list|rules)-[0-9a-f]+\.js|search/.*\.js")
JAPANESE_STRINGS = (TEMPLATES / "strings/ja.yml").read_text(encoding="utf-8")
OTHER_SUBJECT = re.compile(r"employ|disabilit|vocation|rehabilit|job coach|workplace|hello.work|障害|就労|支援", re.IGNORECASE)


@pytest.fixture(scope="module")
def gardens(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the gardens."""
    return command.build(tmp_path_factory.mktemp("gardens") / "site", content=CONTENT)


@pytest.fixture(scope="module")
def texts(gardens: Path) -> dict[str, str]:
    """Every file of text, by path."""
    return {path: (gardens / path).read_text(encoding="utf-8") for path in site_files.files(gardens) if path.endswith(TEXTS)}


def test_valid() -> None:
    """There is nothing to report: no error, no warning, no advice."""
    result = command.run("check", "--strict", "--content", CONTENT, language="en")
    assert (result.returncode, result.stdout.strip()) == (0, "No problems found."), result.stdout + result.stderr


def test_no_japanese(texts: dict[str, str], none_of) -> None:
    """No page, table, feed or script has a Japanese character, but for the data of the search, which hold no word of the interface."""
    problems = []
    for path, text in texts.items():
        if DATA.fullmatch(path):
            continue
        for found in list(JAPANESE.finditer(text))[:3]:
            problems.append(f"{path}: …{text[max(0, found.start() - 30):found.end() + 30]!r}…")
    # The texts between the values, of five or more Japanese characters.
    words = {
        part.strip('" \u3000') for line in JAPANESE_STRINGS.splitlines() if not line.startswith("#")
        for part in re.split(r"\{[^}]*\}", line.partition(":")[2])
    }
    long = {word for word in words if len(JAPANESE.findall(word)) >= 5}
    assert len(long) > 200
    problems += [f"{path}: {word}" for path, text in texts.items() for word in long if word in text]
    none_of(problems)


def test_no_other_subject(texts: dict[str, str], none_of) -> None:
    """No word of the subject of the project's own casebook is in the pages and the data."""
    none_of([
        f"{path}: {found[0]}" for path, text in texts.items() if not DATA.fullmatch(path)
        for found in OTHER_SUBJECT.finditer(text)
    ])


def test_language(texts: dict[str, str]) -> None:
    """Every file that names a language names English."""
    pages = [text for path, text in texts.items() if path.endswith(".html")]
    assert len(pages) > 50
    assert all('<html lang="en"' in text for text in pages)
    assert {found for text in texts.values() for found in re.findall(r'lang="([^"]+)"', text)} == {"en"}
    assert 'xml:lang="en"' in texts["feed.xml"]
    assert json.loads(texts["feed.json"])["language"] == "en"
    assert json.loads(texts["data/cases.json"])["language"] == "en"


def test_dates_and_lists(texts: dict[str, str]) -> None:
    """Dates, months and lists are written as in English."""
    case = texts["cases/c001.html"]
    assert "14 March 2026" in case and "28 September 2026" in case
    assert re.search(r"<h2[^>]*>\s*September 2026", texts["news.html"])
    assert "In common: " in case
    assert "One page of agreement for land that will be built on" in texts["llms-full.txt"]
    assert "- Stage: Building, Growing\n" in texts["llms-full.txt"]
    heads = next(csv.reader(io.StringIO(texts["data/cases.csv"].removeprefix("\ufeff"))))
    assert heads[:4] == ["Case ID", "Title", "Challenge", "Challenge: code"]


def test_fields(texts: dict[str, str]) -> None:
    """The fields of the casebook are on the pages of cases, on cards and in the data, with their units and words in English."""
    case = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", texts["cases/c003.html"]))
    assert "Area 640 m²" in case and "Wheelchair access Yes" in case and "Website of the garden bed-four.example.org" in case
    assert "Area 5,200 m²" in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", texts["cases/index.html"]))
    rows = list(csv.DictReader(io.StringIO(texts["data/cases.csv"].removeprefix("\ufeff")), strict=True))
    assert rows[1]["Case ID"] == "c002" and [value for key, value in rows[1].items() if key.startswith("Area")] == ["5200"]
    assert [row["Wheelchair access"] for row in rows].count("") == 2
    assert json.loads(texts["data/cases.json"])["cases"][2]["fields"]["wheelchair"] is True


def test_order(gardens: Path) -> None:
    """The glossary and the index of the sites are sorted by letters."""
    words = [re.sub(r"\s+", " ", text) for text in re.findall(r"<h3>([^<]+)", (gardens / "glossary.html").read_text(encoding="utf-8"))]
    assert words == ["crop rotation", "heavy metals", "leaf mould", "meanwhile use", "mulch", "olla", "raised bed"]
    index = (gardens / "sites/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<dt id="row-[a-z]">(.)</dt>', index) == ["A", "H", "L", "P", "R", "S"]


def test_words_of_the_glossary(texts: dict[str, str]) -> None:
    """A word of the glossary is found in its plural and at the start of a label, once per case."""
    assert '<a class="glossary" href="../glossary.html#word-olla">ollas</a>' in texts["cases/c009.html"]
    assert texts["cases/c009.html"].count("#word-mulch") == 1
    assert '<a class="glossary" href="../glossary.html#word-raised-bed">Raised beds</a>' in texts["cases/c008.html"]


def test_first_sentences(texts: dict[str, str]) -> None:
    """The home page shows the first sentence of each challenge, with its full stop."""
    assert "Getting water to the beds, and needing less of it.</p>" in texts["index.html"]
    assert "From rain tanks" not in texts["index.html"]


def test_links(gardens: Path, none_of) -> None:
    """Every address in every page leads to a file of the site, and to an id in it; every file is used."""
    known = set(site_files.files(gardens))
    problems = [f"{page}: {problem}" for page in site_files.pages(gardens) for problem in links.page_problems(gardens, page, known)]
    none_of(problems + links.style_problems(gardens, known) + links.unreferenced(gardens))


def test_structure(gardens: Path, none_of) -> None:
    """Language, title, headings, landmarks and ids of every page."""
    none_of([
        f"{page}: {problem}" for page in site_files.pages(gardens) for problem in structure.problems(document.read(gardens / page), "en")
    ])


def test_in_a_browser(gardens: Path, in_browser: SharedBrowser, none_of) -> None:
    """No violation found by axe, nothing on the console, no scrolling sideways, no small target, visible focus: a page of each kind."""
    chosen = site_files.representatives(gardens)
    found = in_browser(visits.visit_all, gardens, chosen, {"index.html", "cases/c008.html"})
    none_of([
        f"{page}: {problem}" for page, visit in found.items()
        for problem in visit.accessibility + visit.console + visit.requests + visit.reflow + visit.targets + visit.keyboard
    ])


def test_changes_in_an_archive(tmp_path: Path) -> None:
    """The list of what to upload is in English too."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    site = command.build(tmp_path / "site", content=content)
    manifest = shutil.copy(site / ".knowhow/manifest.json", tmp_path / "manifest.json")
    (content / "cases/c012.md").unlink()
    page = content / "cases/c005.md"
    page.write_text(page.read_text(encoding="utf-8").replace("[the roof of a library](c012.md)", "the roof of a library"), encoding="utf-8")
    command.build(site, content=content)
    packed = command.run("pack", "--site", site, "--output", tmp_path / "changes.zip", "--since", manifest)
    assert packed.returncode == 0, packed.stderr
    with zipfile.ZipFile(tmp_path / "changes.zip") as archive:
        text, table = (archive.read(name).decode("utf-8-sig") for name in ("changes.txt", "changes.csv"))
    assert text.startswith("Changes of the site\r\n\r\nAdded: ") and "\r\ncases/c012.html\r\n" in text
    assert not JAPANESE.search(text) and not JAPANESE.search(table)
    rows = list(csv.DictReader(io.StringIO(table), strict=True))
    assert {row["Change"] for row in rows} >= {"Changed", "Removed"} and rows[0].keys() == {"Change", "File", "Size (bytes)", "SHA-256"}


def test_tables_in_a_comparison(gardens: Path, in_browser: SharedBrowser) -> None:
    """A table in the text of a case stays a table where the comparison around it becomes a list."""

    async def measure(browser) -> dict:
        page = await browser.new_page(viewport={"width": 390, "height": 800})
        await page.goto((gardens / "compare/land.html").as_uri())
        return await page.evaluate("""() => {
            const display = (selector) => getComputedStyle(document.querySelector(selector)).display;
            return {outer: display('.compare > thead'), head: display('.prose thead'), cell: display('.prose td')};
        }""")

    assert in_browser(measure) == {"outer": "none", "head": "table-header-group", "cell": "table-cell"}


def test_name_in_the_header(gardens: Path, in_browser: SharedBrowser) -> None:
    """No word of the site's name breaks in the narrowest windows."""

    async def lines(browser) -> float:
        page = await browser.new_page(viewport={"width": 320, "height": 700})
        await page.goto((gardens / "about.html").as_uri())
        return await page.evaluate("""() => {
            const name = document.querySelector('.brand span');
            return name.getBoundingClientRect().height / parseFloat(getComputedStyle(name).lineHeight);
        }""")

    assert round(in_browser(lines)) == 2


HEADS = """() => [...document.querySelectorAll('.overview .columns th a')].map(link => {
    const range = document.createRange();
    range.selectNodeContents(link);
    const text = range.getBoundingClientRect(), cell = link.closest('th').getBoundingClientRect();
    return {text: link.textContent, high: text.height > text.width,
        inside: text.left >= cell.left - 1 && text.right <= cell.right + 1 && text.top >= cell.top - 1 && text.bottom <= cell.bottom + 1,
        orientation: getComputedStyle(link).textOrientation, gap: cell.bottom - text.bottom};
})"""


def test_heads_of_the_overview(gardens: Path, in_browser: SharedBrowser) -> None:
    """The heads of the overview are read from bottom to top, whole, next to their columns."""

    async def measure(browser) -> list[dict]:
        page = await browser.new_page(viewport={"width": 1280, "height": 900})
        await page.goto((gardens / "index.html").as_uri())
        return await page.evaluate(HEADS)

    heads = in_browser(measure)
    assert len(heads) == 12
    for head in heads:
        assert head["inside"] and head["high"] and head["orientation"] == "mixed" and head["gap"] < 16, head


CARDS = """(scope) => Object.fromEntries([...document.querySelectorAll(`${scope} .case-card`)].map((card) => [
    card.querySelector('h3 a').innerText,
    [card.querySelector('p').innerText, [...card.querySelectorAll('.case-terms li')].map((item) => item.innerText)],
]))"""


def test_cards_of_scripts(gardens: Path, in_browser: SharedBrowser) -> None:
    """Cases that a script lists show what those of the page do: the summary, and the fields that cards show."""

    async def visit(browser) -> tuple[int, dict, dict, list[list[str]], list[str]]:
        page = await browser.new_page(viewport={"width": 1280, "height": 900})
        await page.goto((gardens / "cases/index.html").as_uri())
        marks = await page.evaluate("document.querySelectorAll('.mark-case').length")
        listed = await page.evaluate(CARDS, "[data-rest]")
        await page.goto((gardens / "cases/index.html").as_uri() + "?site=park")
        await page.wait_for_selector("[data-results] .case-card")
        filtered = await page.evaluate(CARDS, "[data-results]")
        found = []
        for words in ("310 m²", "water", "wáter", "310000"):
            await page.goto((gardens / "search.html").as_uri() + f"?q={words}")
            await page.wait_for_selector("[data-results] :is(.case-card, .none-found)")
            found.append(list(await page.evaluate(CARDS, "[data-results]")))
        await page.goto((gardens / "list.html").as_uri() + "#c001.c002")
        await page.wait_for_selector(".case-columns")
        rows = await page.evaluate("[...document.querySelectorAll('[data-columns] [data-label=Area]')].map((cell) => cell.innerText)")
        return marks, listed, filtered, found, rows

    marks, listed, filtered, found, rows = in_browser(visit)
    # No mark waits for anything.
    assert marks == len(listed) > 0
    assert len(filtered) > 1
    for title, (text, terms) in filtered.items():
        summary, facts = listed[title]
        assert text == summary and facts[-1].startswith("Area ") and terms[-1] == facts[-1]
    area, plain, accented, nothing = found
    assert "Rain from the pavilion roof instead of carrying cans" in area
    assert plain == accented != [] and nothing == []
    assert rows[0] == "310 m²" and len(rows) == 2


def test_buttons_stay_after_a_case_is_added(gardens: Path, in_browser: SharedBrowser) -> None:
    """What a mark says does not move the buttons next to it."""

    async def tops(browser) -> list[list[float]]:
        page = await browser.new_page(viewport={"width": 1280, "height": 900})
        await page.goto((gardens / "cases/c001.html").as_uri())
        measure = "[...document.querySelectorAll('.page-tools button')].map((button) => button.getBoundingClientRect().left)"
        before = await page.evaluate(measure)
        await page.locator(".mark-case").click()
        await page.wait_for_selector(".mark-note")
        return [before, await page.evaluate(measure)]

    before, after = in_browser(tops)
    assert len(before) == 3 and before == after


def test_few_heads_of_the_overview(tmp_path: Path, in_browser: SharedBrowser) -> None:
    """The heads of few columns are lines across, in either language."""

    async def modes(browser) -> list[tuple[str, float]]:
        page = await browser.new_page(viewport={"width": 1280, "height": 900})
        found = []
        for site in sites:
            await page.goto((site / "index.html").as_uri())
            found.append(await page.evaluate("""() => [
                getComputedStyle(document.querySelector('.columns a')).writingMode,
                document.querySelector('tr.columns').getBoundingClientRect().height,
            ]"""))
        return found

    sites = []
    for language in ("ja", "en"):
        command.run("init", str(tmp_path / language), "--language", language)
        sites.append(command.build(tmp_path / f"site-{language}", content=tmp_path / language / "content"))
    assert all(mode == "horizontal-tb" and height < 100 for mode, height in in_browser(modes))
