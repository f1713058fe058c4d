"""The faults of `script/mutate` still fit the program, so that it can be run at any time."""

import subprocess
import sys

import pytest

from paths import ROOT

MUTATIONS = ROOT / "Tests" / "Mutations"
sys.path.append(str(MUTATIONS))

import mutate  # noqa: E402


@pytest.fixture(scope="module")
def faults() -> list[mutate.Fault]:
    return mutate.load()


def test_every_fault_changes_one_text_of_its_file(faults: list[mutate.Fault]) -> None:
    assert mutate.problems(faults) == []


def test_a_fault_that_no_longer_fits_is_reported(faults: list[mutate.Fault]) -> None:
    first, second = faults[:2]
    gone = mutate.Fault(id=first.id, file=second.file, old="no such text", new="", tests=("Nowhere/test_none.py",))
    assert mutate.problems([first, gone]) == [
        f"{first.id}: the name occurs twice",
        f"{first.id}: the text to replace occurs 0 times in {second.file}",
        f"{first.id}: there is no test Nowhere/test_none.py",
    ]


def test_there_are_faults_in_every_part_of_the_program(faults: list[mutate.Fault]) -> None:
    assert len(faults) >= 60
    parts = {fault.file.split("/")[1] if fault.is_compiled else "templates" for fault in faults}
    modules = {path.name for path in (ROOT / "Sources").iterdir() if any(path.rglob("*.swift"))}
    assert parts == modules | {"templates"}


def test_a_swift_fault_is_behind_its_switch() -> None:
    fault = mutate.Fault(id="less", file="A.swift", old="a < b", new="a <= b", tests=())
    assert fault.replace("return a < b", fault.switched()) == 'return (isFaulty("less") ? (a <= b) : (a < b))'
    fault = mutate.Fault(id="lost", file="A.swift", old="count += 1", new="", tests=(), statements=True)
    assert fault.switched() == 'if isFaulty("lost") {\n\n} else {\ncount += 1\n}'


def test_the_list_names_the_tests(faults: list[mutate.Fault]) -> None:
    listed = subprocess.run([ROOT / "script" / "mutate", "--list"], capture_output=True, text=True, check=True).stdout
    assert all(fault.id in listed and all(test in listed for test in fault.tests) for fault in faults)
