"""Runs the command under test, named by the variable KNOWHOW, and builds sites with it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from paths import CONTENT, CORPUS, TEMPLATES


def knowhow() -> Path:
    """The command. A test run without one fails instead of passing without testing anything."""
    path = os.environ.get("KNOWHOW")
    if not path or not Path(path).is_file():
        pytest.fail("set KNOWHOW to the built command, or run script/test", pytrace=False)
    return Path(path).resolve()


def run(*arguments: str | Path, language: str = "ja", text: bool = True, **options) -> subprocess.CompletedProcess:
    """Runs the command with `--lang` and captures its output. `options` are those of `subprocess.run`."""
    options = {"capture_output": True, "text": text, "timeout": 120, "stdin": subprocess.DEVNULL} | options
    return subprocess.run([knowhow(), *map(str, arguments), "--lang", language], **options)


def build(output: Path, *options: str | Path, content: Path = CONTENT, templates: Path = TEMPLATES) -> Path:
    """Builds a site into a folder and returns the folder. The build's cache is next to it."""
    folders = ["--content", content, "--templates", templates, "--output", output]
    subprocess.run(
        [knowhow(), "build", "--quiet", *folders, *options], check=True,
        env={**os.environ, "XDG_CACHE_HOME": str(output.parent / "cache")})
    return output


def generate_content(count: int, folder: Path) -> Path:
    """Generates a content folder with this many cases and returns it."""
    subprocess.run([sys.executable, CORPUS, str(count), folder], check=True)
    return folder
