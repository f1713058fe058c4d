"""What all areas share: the command, sites built with it, browsers. Everything here is built or started once per run."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import command
import site_files
from browser import SharedBrowser, launch_options
from paths import INTERPOSE, ROOT

# The site under test: the folder named by SITE, else the committed one.
SITE = Path(os.environ.get("SITE") or ROOT / "site")


def pytest_configure(config: pytest.Config) -> None:
    """Gives all programs that the tests start a folder for caches of this run, so that no record gets into the user's own."""
    own = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    if (own / "ms-playwright").is_dir():
        os.environ.setdefault("PLAYWRIGHT_BROWSERS_PATH", str(own / "ms-playwright"))
    os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="knowhow-cache-")
    if sys.platform == "darwin":
        os.environ["CFFIXED_USER_HOME"] = os.environ["XDG_CACHE_HOME"]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Removes the caches of this run."""
    shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `page_path` runs for every page; one that takes `visited`, for every page opened in the browser."""
    if "page_path" in metafunc.fixturenames:
        metafunc.parametrize("page_path", site_files.pages(SITE))
    if "visited" in metafunc.fixturenames:
        metafunc.parametrize("visited", site_files.sample(SITE), indirect=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints how long the tests of each area took, when several areas ran."""
    seconds: dict[str, float] = defaultdict(float)
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                seconds[Path(report.fspath).parent.name] += report.duration
    if len(seconds) > 1:
        terminalreporter.section("time of each area")
        for area, duration in sorted(seconds.items(), key=lambda item: -item[1]):
            terminalreporter.write_line(f"{duration:6.0f} s  {area}")


@pytest.fixture(scope="session")
def knowhow() -> Path:
    """The command under test."""
    return command.knowhow()


@pytest.fixture(scope="session")
def tested_site() -> Path:
    """The site under test. A test run without one fails instead of passing without testing anything."""
    if not (SITE / "index.html").is_file():
        pytest.fail(f"no site in {SITE}: run script/build, or set SITE to a folder", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of `content/`, built once. Tests may add files to it, but change none."""
    return command.build(tmp_path_factory.mktemp("own") / "site")


@pytest.fixture(scope="session")
def interpose(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A library to preload that makes system calls of the command fail."""
    if sys.platform != "linux":
        pytest.skip("needs the dynamic linker of Linux")
    library = tmp_path_factory.mktemp("interpose") / "interpose.so"
    compiler = shutil.which("cc") or shutil.which("clang") or "gcc"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, INTERPOSE, "-ldl"], check=True)
    return str(library)


@pytest.fixture(scope="session")
def in_browser() -> Iterator[SharedBrowser]:
    """One browser: `in_browser(task, *arguments)` runs a coroutine function with it."""
    shared = SharedBrowser()
    yield shared
    shared.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for Playwright's synchronous API."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(**launch_options())
        yield running
        running.close()


@pytest.fixture
def none_of() -> Callable[[list[str]], None]:
    """Fails with every problem of a list."""

    def check(problems: list[str]) -> None:
        if problems:
            pytest.fail(f"{len(problems)} problems\n" + "\n".join(problems), pytrace=False)

    return check
