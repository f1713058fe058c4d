"""Runs the real program, named by KNOWHOW, on copies of content folders."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"


def knowhow(*arguments: str | Path, lang: str = "ja", text: bool = True) -> subprocess.CompletedProcess:
    """Runs a command; a test run without the program is a mistake, not a success."""
    program = os.environ.get("KNOWHOW")
    if not program or not Path(program).is_file():
        pytest.fail("name the program by KNOWHOW", pytrace=False)
    return subprocess.run(
        [program, *map(str, arguments), "--lang", lang], capture_output=True, text=text, timeout=120, check=False)


def check(content: Path, *options: str, lang: str = "ja", text: bool = True) -> subprocess.CompletedProcess:
    """Runs `knowhow check` on a content folder, with the repository's templates."""
    return knowhow("check", "--content", content, "--templates", TEMPLATES, *options, lang=lang, text=text)


def copy_content(target: Path, source: Path = ROOT / "content") -> Path:
    """A copy of a content folder, without what is hidden."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(".*"))
    return target


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder but those of backups, by their paths."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".backup" not in path.parts
    }
