"""Builds each site once, for tests that read what machines read."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import command
from casebooks import BASE, FIXTURE, REAL


@pytest.fixture(scope="session")
def run() -> Callable[..., subprocess.CompletedProcess]:
    """Runs the command with some arguments in the environment of a Japanese user."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess:
        environment = {**os.environ, "LC_ALL": "ja_JP.UTF-8"}
        return subprocess.run(
            [command.knowhow(), *map(str, arguments)], capture_output=True, text=True, check=False, env=environment)

    return run


@pytest.fixture(scope="session")
def built(run, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """`built(content, *options)` returns the folder of a build of `content`. Each build is made once.

    The templates next to the content folder are used.
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


@pytest.fixture(scope="session", params=[FIXTURE, REAL], ids=["every-feature", "real"])
def site(request: pytest.FixtureRequest, built) -> Path:
    """A build with a base URL: of the fixture, then of the real collection."""
    return built(request.param, "--base-url", BASE)


@pytest.fixture(scope="session")
def fixture_site(built) -> Path:
    """A build of the fixture with a base URL."""
    return built(FIXTURE, "--base-url", BASE)
