"""The script that reads values by the rules of a casebook, with the rows that `Tests/AuthoringTests/Tables/ValueFixtureTests.swift` uses too."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import command
from paths import FIXTURES

VALUES = FIXTURES / "values"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the casebook of the fixture, which has a page for contributors and so the script."""
    return command.build(tmp_path_factory.mktemp("values") / "site", content=VALUES / "content")


@pytest.fixture(scope="module")
def page(chromium: Browser, site: Path) -> Page:
    """An empty page with the published script and the rules of the casebook of the fixture."""
    page = chromium.new_page()
    [script] = site.glob("assets/rules-*.js")
    page.add_script_tag(path=script)
    page.evaluate("given => { window.rules = given; }", json.loads((VALUES / "rules.json").read_text(encoding="utf-8")))
    yield page
    page.close()


def read(page: Page, rows: list[tuple[str, object]]) -> list[dict]:
    """What the script says about texts: [{"value", "problems"}]."""
    return page.evaluate(
        """rows => rows.map(([key, text]) => knowhowRules.read(rules, key === "kana" ? { form: "kana" }
            : key.startsWith("#") ? rules.sections[key.slice(1)] : rules.keys[key], text))""", rows)


def test_every_row(page: Page) -> None:
    rows = json.loads((VALUES / "values.json").read_text(encoding="utf-8"))
    assert len(rows) >= 150
    found = read(page, [(row["key"], row["text"]) for row in rows])
    wrong = [
        (row, said) for row, said in zip(rows, found)
        if [problem["id"] for problem in said["problems"]] != row.get("ids", [])
        or ("value" in row and said["value"] != row["value"])
    ]
    assert wrong == []


def test_what_messages_need(page: Page) -> None:
    """The values of the problems, from which pages write sentences."""
    assert [said["problems"][0] for said in read(page, [
        ("held", "平成35年4月1日"), ("held", "13/4/2026"), ("held", "46113"), ("held", "R8.4"), ("category", "1、2"),
        ("actors", "本人、隣人"), ("title", "あ" * 61), ("title", "題\u202e名"), ("members", "十数人"),
    ])] == [
        {"id": "bad-date", "severity": "error", "values": {
            "value": "平成35年4月1日", "why": "outsideEra", "likely": "2023-04-01", "era": "平成", "first": "1989-01-08", "last": "2019-04-30"}},
        {"id": "bad-date", "severity": "error", "values": {"value": "13/4/2026", "why": "yearLast", "likely": "2026-04-13"}},
        {"id": "bad-date", "severity": "error", "values": {"value": "46113", "why": "serial", "likely": "2026-04-01"}},
        {"id": "bad-date", "severity": "error", "values": {"value": "R8.4", "why": "noDay", "likely": None}},
        {"id": "too-many-values", "severity": "error", "values": {"names": ["就労情報提供", "個性・強み・興味の把握"], "most": 1}},
        {"id": "unknown-term", "severity": "error", "values": {"name": "隣人"}},
        {"id": "long-title", "severity": "warning", "values": {"characters": 61, "limit": 60}},
        {"id": "unsafe-character", "severity": "error", "values": {"code": "U+202E"}},
        {"id": "bad-amount", "severity": "error", "values": {"value": "十数人"}},
    ]


def test_the_page_for_contributors_has_the_rules(chromium: Browser, site: Path) -> None:
    """The page has the rules of all keys that it asks for, and reads values by them with the script."""
    page = chromium.new_page()
    page.goto((site / "submit.html").as_uri())
    given = page.evaluate("JSON.parse(document.querySelector('[data-rules]').dataset.rules)")
    rules = json.loads((VALUES / "rules.json").read_text(encoding="utf-8"))
    assert {"title", "category", "actors", "held", "members", "wheelchair", "website"} <= given["keys"].keys()
    assert given["keys"].items() <= rules["keys"].items()
    assert [given[name] for name in ["eras", "radicals", "sections"]] == [rules[name] for name in ["eras", "radicals", "sections"]]
    assert page.evaluate("rules => knowhowRules.read(rules, rules.keys.held, '令和6年4月1日').value", given) == "2024-04-01"
    page.close()


def test_hostile_texts_are_read_in_time(page: Page) -> None:
    """Long texts of signs that the patterns look for."""
    texts = [sign * 5_000 for sign in ["1,", "本人、", "と", "二十", " ", "(月)", "T:", "#", "　\n", "人", "h", "-", "\u200b", "a\n", " a"]]
    slow = page.evaluate(
        """texts => Object.entries(rules.keys).flatMap(([key, rule]) => texts.map((text) => {
            const started = performance.now();
            knowhowRules.read(rules, rule, text);
            return [performance.now() - started, key, text.slice(0, 4)];
        })).filter(([time]) => time > 4000)""", texts)
    assert slow == []


def test_no_page_of_readers_loads_it(tested_site: Path) -> None:
    assert all(
        "assets/rules-" not in (tested_site / path).read_text(encoding="utf-8") for path in ["index.html", "search.html", "cases/index.html"])
