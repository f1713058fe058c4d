"""Building between two states of a casebook."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import casebook_states


# The user who owns nothing.
NOBODY = 65534


def open_to_all(folder: Path) -> None:
    """Lets every user reach a temporary folder."""
    for each in (folder, *folder.parents):
        if each.stat().st_uid == os.getuid() and each != Path("/"):
            each.chmod(each.stat().st_mode | 0o055)


@dataclass
class States:
    """The folders of the old and the new state, and the sites built from them in empty folders."""

    folder: Path
    old_site: Path
    old: dict[str, bytes]
    new: dict[str, bytes]


def build(knowhow: str, state: Path, site: Path, *options: str, environment: dict[str, str] | None = None, **others):
    """Runs `knowhow build` on a state."""
    return subprocess.run(
        [knowhow, "build", "--content", state / "content", "--templates", state / "templates", "--output", site,
         "--base-url", casebook_states.BASE_URL, "--lang", "en", *options],
        capture_output=True, text=True, timeout=120, env={**os.environ, **(environment or {})}, **others,
    )
