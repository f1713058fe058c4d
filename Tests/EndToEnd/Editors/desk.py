"""Where an editor works."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import command


@dataclass
class Desk:
    """A folder with the collection's content and templates."""

    program: str
    folder: Path

    @property
    def cases(self) -> Path:
        return self.folder / "content" / "cases"

    def run(self, *arguments: str | Path, language: str = "ja", **others) -> subprocess.CompletedProcess:
        return command.run(*arguments, language=language, cwd=self.folder, **others)

    def problems(self) -> list[dict]:
        """The errors and unwritten sections that a check reports, as in its JSON; advice on style is left out."""
        reported = json.loads(self.run("check", "--format", "json").stdout)
        return [each for each in reported if each["severity"] == "error" or each["id"] == "unwritten-section"]

    def names(self) -> set[str]:
        return {path.name for path in self.cases.iterdir()}
