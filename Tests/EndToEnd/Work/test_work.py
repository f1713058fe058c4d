"""Counts the work of builds instead of timing it: a count is the same on a busy machine.

KNOWHOW names the built program. Two made casebooks are built, and what the larger one needs more is held against the cases,
files and pages that it has more, so that what a program does once, at its start, does not matter.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import command
from paths import ROOT

FEW, MANY = 300, 600

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="counts by a library that glibc loads first")


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("library") / "count.so"
    compiler = shutil.which("clang") or shutil.which("cc")
    compile = [compiler, "-O2", "-Wall", "-shared", "-fPIC", Path(__file__).parent / "count.c", "-o", path, "-ldl"]
    subprocess.run(compile, check=True)
    return path


class Work:
    """What building a casebook took, and what there was to build."""

    def __init__(self, count, folder, library, knowhow):
        self.knowhow = knowhow
        content = folder / "content"
        command.generate_content(count, content)
        texts = [path.read_text(encoding="utf-8") for path in content.rglob("*.md")]
        self.sources = len(texts)
        self.with_tables = sum(bool(re.search(r"^\|---", text, re.M)) for text in texts)
        self.first = self.build(folder, content, library)
        self.again = self.build(folder, content, library)
        case = sorted((content / "cases").iterdir())[count // 2]
        case.write_text(case.read_text(encoding="utf-8") + "\n加えた文です。\n", encoding="utf-8")
        self.edited = self.build(folder, content, library)
        self.pages = sum(path.is_file() for path in (folder / "site").rglob("*"))

    def build(self, folder, content, library):
        knowhow = [self.knowhow, "build", "--quiet", "--content", content, "--output", folder / "site"]
        counts = folder / "counts.txt"
        subprocess.run(knowhow, cwd=ROOT, check=True, env=os.environ | {"LD_PRELOAD": str(library), "COUNTS": str(counts)})
        return {name: int(number) for name, number in map(str.split, counts.read_text().splitlines())}


@pytest.fixture(scope="session")
def few(tmp_path_factory, library):
    return Work(FEW, tmp_path_factory.mktemp("few"), library, command.knowhow())


@pytest.fixture(scope="session")
def many(tmp_path_factory, library):
    return Work(MANY, tmp_path_factory.mktemp("many"), library, command.knowhow())


@pytest.fixture(scope="session")
def parsed(tmp_path_factory, library):
    """The same with a debugging build, which loads libcmark: a release holds it, and nothing counts the calls within a file."""
    subprocess.run(["swift", "build", "--product", "knowhow"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    folder = subprocess.run(["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    knowhow = Path(folder.strip()) / "knowhow"
    return [Work(count, tmp_path_factory.mktemp("parsed"), library, knowhow) for count in (FEW, MANY)]


def more(few, many, kind, run="first"):
    return getattr(many, run)[kind] - getattr(few, run)[kind]


def test_a_text_is_parsed_once_and_one_with_tables_twice(parsed):
    few, many = parsed
    texts = (many.sources - few.sources) + (many.with_tables - few.with_tables)
    assert more(few, many, "parses") == texts


def parts(count):
    """How many writes the files that hold every case take beyond one each: they come in parts of 64 cases."""
    return len(["cases.csv", "case_tags.csv", "cases.json", "llms-full.txt"]) * (-(-count // 64) - 1)


def groups(count):
    """How many writes the counts of the search take that the next build uses: they come in groups of 512 cases."""
    return -(-count // 512)


def test_a_page_is_written_with_one_call(few, many):
    expected = many.pages - few.pages + parts(MANY) - parts(FEW) + groups(MANY) - groups(FEW)
    assert more(few, many, "writes") == expected
    assert few.first["writes"] < few.pages + parts(FEW) + 10


def test_a_file_that_has_not_changed_is_not_written(many):
    assert many.again["writes"] < 10


def test_an_edit_of_a_case_parses_only_what_its_pages_show(parsed):
    """The cases on the lists with the edited case, and those of the same parts of the data files."""
    few, many = parsed
    assert 0 < many.edited["parses"] < MANY * 0.8
    assert more(few, many, "parses", "edited") < (MANY - FEW) * 0.3


def test_files_are_opened_a_fixed_number_of_times(few, many):
    files = (many.sources - few.sources) + 2 * (many.pages - few.pages)
    assert more(few, many, "opens") <= files
    assert more(few, many, "opens", "again") <= files


def test_a_page_takes_a_bounded_number_of_allocations(few, many):
    """With its share of the files that hold everything."""
    assert more(few, many, "allocations") / (many.pages - few.pages) < 1_200
