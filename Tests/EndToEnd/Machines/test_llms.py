"""Texts for language models, read by a Markdown parser that is not ours and held against llmstxt.org."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

import hostile_casebook
from casebooks import BASE, REAL


def tokens(file: Path) -> list[Token]:
    return MarkdownIt("commonmark").parse(file.read_text(encoding="utf-8"))


def shown(token: Token) -> str:
    """The words of an inline."""
    return "".join("\n" if child.type == "softbreak" else child.content for child in token.children or [])


def headings(found: list[Token]) -> list[tuple[str, str]]:
    return [(token.tag, shown(found[index + 1])) for index, token in enumerate(found) if token.type == "heading_open"]


def links(found: list[Token]) -> list[tuple[str, str]]:
    """The words and addresses of all links."""
    collected = []
    for token in found:
        children = token.children or []
        for index, child in enumerate(children):
            if child.type == "link_open":
                collected.append((children[index + 1].content, str(child.attrs["href"])))
    return collected


@pytest.fixture(scope="session")
def hostile(built, tmp_path_factory) -> Path:
    return built(hostile_casebook.make_hostile(tmp_path_factory.mktemp("hostile")), "--base-url", BASE)


def test_the_list_has_the_form_of_llmstxt(site: Path) -> None:
    found = tokens(site / "llms.txt")
    assert found[0].type == "heading_open" and found[0].tag == "h1"
    assert found[3].type == "blockquote_open"
    assert [tag for tag, _ in headings(found)[1:]] == ["h2"] * (len(headings(found)) - 1)
    addresses = [address for _, address in links(found)]
    assert all(address.startswith(BASE) for address in addresses if "example.org" not in address)
    for address in addresses:
        if address.startswith(BASE):
            assert (site / address.removeprefix(BASE)).is_file(), address
    assert len(addresses) == len(set(addresses)) and BASE + "llms-full.txt" in addresses


def test_the_list_does_not_name_cases(site: Path) -> None:
    assert not [address for _, address in links(tokens(site / "llms.txt")) if "/cases/c" in address]


def test_without_a_base_url_addresses_are_relative(built) -> None:
    site = built(REAL)
    for _, address in links(tokens(site / "llms.txt")):
        assert (site / address).is_file(), address


def test_every_case_is_in_the_full_text(site: Path) -> None:
    found = tokens(site / "llms-full.txt")
    text = (site / "llms-full.txt").read_text(encoding="utf-8")
    titles = [words for tag, words in headings(found) if tag == "h2"]
    pages = sorted((site / "cases").glob("c*.html"))
    published = [page for page in pages if "noindex" not in page.read_text(encoding="utf-8")]
    assert len(titles) == len(published)
    for page in published:
        assert f"- アドレス：{BASE}cases/{page.name}\n" in text


def test_no_case_can_break_the_structure(hostile: Path) -> None:
    found = tokens(hostile / "llms-full.txt")
    titles = [words for tag, words in headings(found) if tag == "h2"]
    assert titles[-4:] == list(hostile_casebook.TITLES.values())
    assert {tag for tag, _ in headings(found)} == {"h1", "h2", "h3"}
    assert {words for tag, words in headings(found) if tag == "h3"} == {"必要性・きっかけ", "取組・工夫の概要", "効果"}
    paragraphs = [shown(token) for token in found if token.type == "inline"]
    for words in ("# 見出しではない", "- 項目ではない", *hostile_casebook.SUMMARIES.values()):
        assert words in paragraphs, words
    assert not [token for token in found if token.type in ("html_block", "code_block", "fence", "hr", "ordered_list_open")]
    inlines = {child.type for token in found for child in token.children or []}
    assert inlines <= {"text", "text_special", "softbreak", "link_open", "link_close"}
