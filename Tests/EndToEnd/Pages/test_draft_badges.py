"""Drafts in a site that a build with `--drafts` makes with the templates of this repository."""

import re
import shutil
from pathlib import Path

import pytest

import command
from paths import EVERY_FEATURE, TEMPLATES

BADGE = '<strong class="status">下書き</strong>'


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The small casebook with drafts and without; its only draft has the title 書きかけ, without the word of the badge."""
    folder = tmp_path_factory.mktemp("drafts")
    shutil.copytree(EVERY_FEATURE / "content", folder / "content")
    draft = folder / "content/cases/c004.md"
    text = draft.read_text(encoding="utf-8")
    assert "status: draft" in text
    draft.write_text(text.replace("下書きの事例", "書きかけ"), encoding="utf-8")
    made = [command.build(folder / name, *options, content=folder / "content", templates=TEMPLATES)
            for name, options in (("with", ["--drafts"]), ("without", []))]
    return made[0], made[1]


def test_a_draft_has_a_badge_on_every_page_that_shows_it(sites: tuple[Path, Path]):
    """In front of its title, and on no other case."""
    for path in ("cases/index.html", "categories/information.html", "organizations/employer.html", "booklet.html"):
        page = (sites[0] / path).read_text(encoding="utf-8")
        heads = re.findall(r"<h3>(.*?)</h3>", page)
        assert len(heads) >= 1, path
        drafts = [head for head in heads if "書きかけ" in head]
        assert drafts, path
        assert [head for head in heads if BADGE in head] == drafts, path
        assert all(head.startswith(BADGE) for head in drafts), path
    assert (sites[0] / "cases/c004.html").read_text(encoding="utf-8").count(BADGE) == 1
    assert BADGE not in (sites[0] / "cases/c001.html").read_text(encoding="utf-8")


def test_without_drafts_there_is_neither_the_case_nor_the_badge(sites: tuple[Path, Path]):
    assert not (sites[1] / "cases/c004.html").exists()
    for page in sites[1].rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert BADGE not in text and "書きかけ" not in text, page.name
