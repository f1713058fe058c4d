"""Twice the input takes at most two and a half times the time, whatever its shape.

The time is that of the processor in the program's own code, with one thread, less what an empty shape takes; the best of several
runs. Sizes are chosen so that a quadratic step takes seconds: a program that copies a line of 100 kB for each problem on it does so
10,000 times. What takes no time worth measuring has no ratio, and must stay below a limit.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import command
import shapes
from paths import TEMPLATES

SIZES = (25_000, 50_000, 100_000)
# The largest ratio of the times for two sizes, one twice the other, and what measuring adds to it in seconds.
GROWTH, TOLERANCE = 2.5, 0.06
# The longest time for 100 kB in seconds, by a build with optimization; without it everything takes some ten times as long.
LONGEST = 2.0

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the time of a single child process")


def limit_time() -> None:
    """Ends a program that has worked for 30 seconds."""
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))


class Casebooks:
    """Runs the command over shapes in one folder."""

    def __init__(self, folder: Path):
        self.folder = folder
        # The time of a program that has nothing to do, the same for all shapes.
        self.least = min(self.seconds(lambda size: shapes.case(), 0) for _ in range(5))

    def write(self, given: shapes.Input) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        for name, text in (shapes.FILES | given.content).items():
            path = self.folder / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        shutil.copytree(TEMPLATES, self.folder / "templates")
        for name, text in given.templates.items():
            (self.folder / "templates" / name).write_text(text, encoding="utf-8")
        if given.table is not None:
            (self.folder / "table.csv").write_text(given.table, encoding="utf-8")

    def seconds(self, shape: shapes.Shape, size: int) -> float:
        """The seconds that the processor works for the program. It must end by itself, with a result and in reasonable time."""
        given = shape(size)
        self.write(given)
        if given.table is not None:
            arguments = ["import", self.folder / "table.csv", "--content", self.folder / "content"]
        else:
            arguments = ["build", "--content", self.folder / "content", "--templates", self.folder / "templates", "--output",
                         self.folder / "site", "--jobs", "1", *given.arguments]
        process = subprocess.Popen(
            [command.knowhow(), *map(str, arguments), "--lang", "ja"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, preexec_fn=limit_time, env=os.environ | {"XDG_CACHE_HOME": str(self.folder / "cache")})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        # 0: built; 1: problems in the content; 2: a wrong argument; 3: a page that cannot be rendered.
        assert process.returncode in (0, 1, 2, 3), f"ended by {process.returncode} at {size} bytes"
        return usage.ru_utime

    def times(self, shape: shapes.Shape, runs: int) -> list[float]:
        """The times for each size, the best of some runs, without what every program takes."""
        best = [min(self.seconds(shape, size) for _ in range(runs)) for size in SIZES]
        return [max(time - self.least, 0) for time in best]


def problems(times: list[float], slower: float) -> list[str]:
    """What is wrong with the times for the sizes."""
    found = []
    for (small, less), (large, more) in zip(zip(SIZES, times), list(zip(SIZES, times))[1:]):
        if more > GROWTH * less + TOLERANCE * slower:
            found.append(f"{large // 1000} kB takes {more:.2f} s, {small // 1000} kB {less:.2f} s")
    if times[SIZES.index(100_000)] > LONGEST * slower:
        found.append(f"100 kB takes {times[SIZES.index(100_000)]:.2f} s")
    return found


@pytest.fixture(scope="module")
def casebooks():
    with tempfile.TemporaryDirectory(prefix="knowhow-growth-") as folder:
        yield Casebooks(Path(folder) / "casebook")


@pytest.mark.parametrize("name", shapes.SHAPES)
def test_time_is_proportional_to_the_input(casebooks: Casebooks, name: str):
    # A program without optimization is some ten times slower.
    slower = 10.0 if "debug" in command.knowhow().parts else 1.0
    for runs in (1, 2, 4):
        found = problems(casebooks.times(shapes.SHAPES[name], runs), slower)
        if not found:
            return
    pytest.fail("; ".join(found), pytrace=False)


def test_enough_shapes():
    assert len(shapes.SHAPES) >= 75


@pytest.mark.parametrize(("times", "is_right"), [
    ([0.1, 0.2, 0.4], True), ([0.0, 0.0, 0.05], True), ([0.1, 0.25, 0.625], True), ([0.1, 0.4, 1.6], False),
    ([0.05, 0.1, 0.4], False), ([0.01, 0.04, 0.17], False), ([1.5, 2.1, 4.0], False),
])
def test_the_measure_tells_linear_from_quadratic_time(times: list[float], is_right: bool):
    assert (problems(times, 1) == []) == is_right
