"""Runs the command on copies of content folders."""

import shutil
import subprocess
from pathlib import Path

import command
from paths import CONTENT, TEMPLATES


def check(content: Path, *options: str, lang: str = "ja", text: bool = True) -> subprocess.CompletedProcess:
    """Runs `knowhow check` on a content folder, with the repository's templates."""
    return command.run("check", "--content", content, "--templates", TEMPLATES, *options, language=lang, text=text)


def copy_content(target: Path, source: Path = CONTENT) -> Path:
    """Copies a content folder without hidden files and returns the copy."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(".*"))
    return target


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder by their paths, without backups."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".backup" not in path.parts
    }
