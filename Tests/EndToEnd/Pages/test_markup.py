"""The markup of all pages, and the checker itself on small samples."""

from pathlib import Path

import pytest

import markup
import samples


@pytest.fixture(scope="module")
def markup_problems(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the Nu Html Checker finds in the site, and in a valid and an invalid sample. Starting it takes longer than a sample."""
    folder = tmp_path_factory.mktemp("markup")
    samples.write_valid(folder / "valid")
    samples.write_invalid_markup(folder / "invalid")
    found = markup.page_problems(site, folder / "valid", folder / "invalid")
    return {"site": found[site], "valid": found[folder / "valid"], "invalid": found[folder / "invalid"]}


def test_markup(markup_problems: dict[str, list[str]], none_of) -> None:
    """All pages are valid HTML by the Nu Html Checker, without a warning."""
    none_of(markup_problems["site"])


def test_valid_markup(markup_problems: dict[str, list[str]]) -> None:
    assert markup_problems["valid"] == []


def test_broken_markup(markup_problems: dict[str, list[str]]) -> None:
    found = "\n".join(markup_problems["invalid"])
    assert "must have an “alt” attribute" in found
    assert "No “p” element in scope" in found
    assert "other.html" in found, "a warning counts too"
