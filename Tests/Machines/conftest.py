"""Builds with the program that KNOWHOW names, once a session each, for tests that read what machines read."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "Tests/Fixtures/every-feature"
BASE = "https://example.jp/a/b/"


def program() -> str:
    """The built program; a test run without one is a mistake, not a success."""
    found = os.environ.get("KNOWHOW")
    if not found:
        pytest.fail("KNOWHOW names no program: run script/test, or set it to a built knowhow", pytrace=False)
    return found


@pytest.fixture(scope="session")
def run() -> Callable[..., subprocess.CompletedProcess]:
    """Runs the program with some arguments, in Japanese unless they say otherwise."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess:
        environment = {**os.environ, "LC_ALL": "ja_JP.UTF-8"}
        return subprocess.run(
            [program(), *map(str, arguments)], capture_output=True, text=True, check=False, env=environment)

    return run


@pytest.fixture(scope="session")
def built(run, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """`built(content, *options)`: the folder that a build of `content` wrote; the same build is done once.

    The templates beside the content folder are used.
    """
    folders: dict[tuple, Path] = {}

    def built(content: Path, *options: str) -> Path:
        key = (content, *options)
        if key not in folders:
            output = tmp_path_factory.mktemp("site") / "site"
            templates = content.parent / "templates"
            result = run("build", "--content", content, "--templates", templates, "--output", output, *options)
            assert result.returncode == 0, result.stderr
            folders[key] = output
        return folders[key]

    return built


@pytest.fixture(scope="session", params=[FIXTURE / "content", ROOT / "content"], ids=["every-feature", "real"])
def site(request: pytest.FixtureRequest, built) -> Path:
    """A build with a base URL: of the fixture, then of the real collection."""
    return built(request.param, "--base-url", BASE)


@pytest.fixture(scope="session")
def fixture_site(built) -> Path:
    """A build of the fixture with a base URL."""
    return built(FIXTURE / "content", "--base-url", BASE)
