"""Drives the real program, named by KNOWHOW, as editors do: from a form or an idea to a page."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Desk:
    """A folder with the collection's content and templates, where an editor works."""

    program: str
    folder: Path

    @property
    def cases(self) -> Path:
        return self.folder / "content" / "cases"

    def run(self, *arguments: str, language: str = "ja", **others) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.program, *map(str, arguments), "--lang", language], cwd=self.folder, capture_output=True, text=True,
            timeout=120, stdin=subprocess.DEVNULL, **others)

    def problems(self) -> list[dict]:
        """What a check tells of errors and of what is not written yet, as its JSON has it; advice on style is left out."""
        told = json.loads(self.run("check", "--format", "json").stdout)
        return [each for each in told if each["severity"] == "error" or each["id"] == "unwritten-section"]

    def names(self) -> set[str]:
        return {path.name for path in self.cases.iterdir()}


@pytest.fixture(scope="session")
def program() -> str:
    """The program; a test run without one is a mistake, not a success."""
    path = os.environ.get("KNOWHOW")
    if not path or not Path(path).is_file():
        pytest.fail("name the program by KNOWHOW", pytrace=False)
    return str(Path(path).resolve())


@pytest.fixture
def desk(program: str, tmp_path: Path) -> Desk:
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return Desk(program, tmp_path)
