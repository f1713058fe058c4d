"""ARCHITECTURE.md is short, and every path in it exists."""

import re

from paths import ROOT

TEXT = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
# A path in backquotes: a name with an ending or a slash. `<Group>` and the like stand for any name.
PATH = re.compile(r"`([\w.+/<>-]+?(?:/|\.(?:swift|py|js|css|json|md|mustache)))`")


def exists(path: str, folder: str) -> bool:
    """Whether a path from the top, below Sources/, or in the folder of the path before it, exists."""
    pattern = re.sub(r"<[^>]+>", "*", path.rstrip("/"))
    places = [ROOT, ROOT / "Sources", ROOT / folder, ROOT / "Sources" / folder]
    return any(next(place.glob(pattern), None) is not None for place in places)


def test_every_path_exists() -> None:
    missing = []
    part = TEXT[TEXT.index("## Where is"):TEXT.index("## Tests")]
    for line in part.splitlines():
        folder = ""
        for path in PATH.findall(line):
            if not exists(path, folder):
                missing.append(path)
            if "/" in path.rstrip("/"):
                folder = path.rsplit("/", 2 if path.endswith("/") else 1)[0]
    assert missing == []


def test_every_module_starts_at_a_file() -> None:
    part = TEXT[TEXT.index("| module | what"):TEXT.index("## Three laws")]
    rows = re.findall(r"^\| `(\w+)` \|.*\| (`.*) \|$", part, re.MULTILINE)
    assert len(rows) >= 14
    assert [(module, path) for module, paths in rows for path in PATH.findall(paths)
            if not (ROOT / "Sources" / module / path).is_file()] == []


def test_it_is_short() -> None:
    assert len(TEXT.splitlines()) <= 250
