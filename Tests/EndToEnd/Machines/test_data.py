"""Open data, read by Python's csv and jsonschema, and held against the rules for machine-readable tables."""

import copy
import csv
import io
import json
import re
import unicodedata
from pathlib import Path

import jsonschema
import pytest

import hostile_casebook
from casebooks import BASE, FIXTURE, REAL

TABLES = ("cases.csv", "case_tags.csv", "codes.csv")


def table(site: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table by its headers."""
    text = (site / "data" / name).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def document(site: Path) -> dict:
    return json.loads((site / "data/cases.json").read_text(encoding="utf-8"))


def validator(site: Path) -> jsonschema.Draft202012Validator:
    schema = json.loads((site / "data/casebook.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


@pytest.fixture(scope="session")
def hostile(built, tmp_path_factory) -> Path:
    return built(hostile_casebook.make_hostile(tmp_path_factory.mktemp("hostile")), "--base-url", BASE)


@pytest.fixture(scope="session", params=["fixture", "real", "hostile"])
def any_site(request, built, hostile) -> Path:
    if request.param == "hostile":
        return hostile
    return built({"fixture": FIXTURE, "real": REAL}[request.param], "--base-url", BASE)


@pytest.mark.parametrize("name", TABLES)
def test_form(any_site: Path, name: str) -> None:
    """UTF-8 with a mark, CR LF, as many cells in every row, headers that differ, one line a value."""
    data = (any_site / "data" / name).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and not data[3:].startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "") and "\r" not in text.replace("\r\n", "")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len(set(rows[0])) == len(rows[0]) and all(rows[0])
    assert len(rows) > 1 and {len(row) for row in rows} == {len(rows[0])}
    assert len({tuple(row) for row in rows}) == len(rows)
    for value in (value for row in rows for value in row):
        assert not any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in value), value
        assert value == value.strip()
        # A negative number is a number for spreadsheets, too.
        assert not value.startswith(("=", "+", "-", "@")) or re.fullmatch(r"-[0-9]+(\.[0-9]+)?", value), value


@pytest.mark.parametrize("name", TABLES)
def test_no_character_depends_on_the_machine(any_site: Path, name: str) -> None:
    """Each can be written in JIS X 0213's common signs: none is an enclosed, squared or half-width form."""
    forms = ("<circle>", "<square>", "<narrow>", "<fraction>")
    for character in set((any_site / "data" / name).read_text(encoding="utf-8-sig")):
        assert not unicodedata.decomposition(character).startswith(forms), character
        assert not 0x2160 <= ord(character) <= 0x217F, character


def test_the_tables_and_the_document_tell_the_same(any_site: Path) -> None:
    data = document(any_site)
    keys = [taxonomy["key"] for taxonomy in data["taxonomies"]]
    cases = table(any_site, "cases.csv")
    assert [row["事例ID"] for row in cases] == [case["id"] for case in data["cases"]]
    for row, case in zip(cases, data["cases"], strict=True):
        assert row["アドレス"] == case["url"] == BASE + case["path"]
        assert (row["公開日"], row["更新日"]) == (case.get("published", ""), case.get("updated", ""))
        assert row["分野コード"] == case["terms"]["category"][0]
        assert (any_site / case["path"]).is_file()
    tags = [(row["事例ID"], row["分類キー"], row["コード"]) for row in table(any_site, "case_tags.csv")]
    assert tags == [
        (case["id"], key, slug) for case in data["cases"] for key in keys for slug in case["terms"][key]]
    codes = {(row["分類キー"], row["コード"]): row for row in table(any_site, "codes.csv")}
    assert list(codes) == [
        (taxonomy["key"], term["slug"]) for taxonomy in data["taxonomies"] for term in taxonomy["terms"]]
    for key, row in codes.items():
        assert int(row["事例数"]) == sum(tag[1:] == key for tag in tags)
    for taxonomy in data["taxonomies"]:
        assert (any_site / taxonomy["path"]).is_file()
        for term in taxonomy["terms"]:
            assert (any_site / term["path"]).is_file()
            row = codes[taxonomy["key"], term["slug"]]
            assert (row["名称"], row["グループ"], row["番号"]) == (
                term["label"], term.get("group", ""), str(term.get("number", "")))


def test_the_document_is_as_its_schema_says(any_site: Path) -> None:
    assert list(validator(any_site).iter_errors(document(any_site))) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.pop("notice"),
        lambda data: data.update(extra=1),
        lambda data: data["cases"][0].pop("title"),
        lambda data: data["cases"][0].update(private={"contact": "x"}),
        lambda data: data["cases"][0]["terms"].update(category=["nowhere"]),
        lambda data: data["cases"][0]["terms"].update(category=[]),
        lambda data: data["cases"][0]["terms"].update(category=["information", "strengths"]),
        lambda data: data["cases"][0]["terms"].pop("organization"),
        lambda data: data["cases"][0]["sections"].pop("background"),
        lambda data: data["cases"][0]["sections"]["background"].pop("html"),
        lambda data: data["cases"][0].update(published="2026-02-30"),
        lambda data: data["cases"][0].pop("fields"),
        lambda data: data["cases"][0]["fields"].update(other="x"),
        lambda data: data["cases"][0]["fields"].update(members="12"),
        lambda data: data["cases"][0]["fields"].update(wheelchair="はい"),
        lambda data: data["cases"][0]["fields"].update(held="2026-02-30"),
        lambda data: data["taxonomies"][0]["terms"][0].update(number="1"),
    ],
)
def test_a_broken_document_is_invalid(fixture_site: Path, damage) -> None:
    data = copy.deepcopy(document(fixture_site))
    damage(data)
    assert list(validator(fixture_site).iter_errors(data))


def test_hostile_values_come_back(hostile: Path) -> None:
    by_id = {case["id"]: case for case in document(hostile)["cases"]}
    rows = {row["事例ID"]: row for row in table(hostile, "cases.csv")}
    for name, title in hostile_casebook.TITLES.items():
        assert by_id[name]["title"] == title
    assert rows["h001"]["題名"] == "'" + hostile_casebook.TITLES["h001"] and rows["h001"]["要約"] == "'-1"
    assert (rows["h001"]["場所"], rows["h001"]["参加者数"], rows["h001"]["車いす"]) == ("'-1", "-3", "いいえ")
    assert by_id["h001"]["fields"] == {
        "place": "-1", "website": "https://example.org/?a=%22", "members": -3, "wheelchair": False}
    assert rows["h002"]["題名"] == "引用\"と, コンマ 1(株)ガス TEL IV キロ No3"
    assert rows["h004"]["題名"] == hostile_casebook.TITLES["h004"] and rows["h004"]["要約"] == hostile_casebook.SUMMARIES["h004"]
    assert rows["h001"]["必要性・きっかけ"] == "一つ目の段落。 二つ目の段落1。"
    assert by_id["h001"]["sections"]["background"]["text"] == "一つ目の段落。\n二つ目の段落①。"
    assert "<table>" in by_id["h001"]["sections"]["approach"]["html"]


def test_only_published_cases_are_told(built, fixture_site: Path) -> None:
    """Drafts not even where they are shown; of a withdrawn case only that it is one."""
    drafts = built(FIXTURE, "--base-url", BASE, "--drafts")
    assert (drafts / "cases/c004.html").is_file()
    for site in (fixture_site, drafts):
        data = document(site)
        assert [case["id"] for case in data["cases"]] == ["c001", "c002", "c003"]
        assert data["withdrawn"] == ["c005"]
        for path in [*(site / "data").iterdir(), site / "llms.txt", site / "llms-full.txt"]:
            text = path.read_text(encoding="utf-8")
            assert not any(marker in text for marker in ("DRAFT-MARKER", "WITHDRAWN-MARKER", "SECRET-MARKER")), path


def test_without_a_base_url_addresses_are_paths(built) -> None:
    site = built(REAL)
    data = document(site)
    assert "url" not in data and all("url" not in case for case in data["cases"])
    assert all(row["アドレス"] == f"cases/{row['事例ID']}.html" for row in table(site, "cases.csv"))


def test_the_license_is_told(fixture_site: Path) -> None:
    assert document(fixture_site)["license"] == {"name": "試しの利用条件", "url": "https://example.org/terms"}
    assert "試しの利用条件 https://example.org/terms" in (fixture_site / "data/index.html").read_text(encoding="utf-8")
    assert "- 利用条件：試しの利用条件 <https://example.org/terms>" in (fixture_site / "llms-full.txt").read_text(encoding="utf-8")
