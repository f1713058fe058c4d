"""Puts the faults of `faults.toml` into a copy of the program and runs the tests that should notice them.

All faults of Swift files are compiled into one copy, each behind a condition that the variable KNOWHOW_FAULT switches on. So the
copy is built once, and a fault costs only the time of its tests. Faults of templates and scripts are written into the copy while
their tests run.
"""

import os
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPY = ROOT / ".build-mutations"
SWITCH = "KNOWHOW_FAULT"
# The part of the faults that the tests have to notice.
GOAL = 0.9
# A test run that takes longer than this many seconds hangs, which counts as noticed.
LONGEST = 600

SWITCH_SOURCE = """#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private let switchedOn = getenv("%s").map { String(cString: $0) }

/// Whether a fault is switched on.
public func isFaulty(_ fault: String) -> Bool { switchedOn == fault }
""" % SWITCH


@dataclass(frozen=True)
class Fault:
    """A small change of one file that makes the program wrong."""

    id: str
    # The file, relative to the root of the repository.
    file: str
    # The text to replace. It occurs once in the file.
    old: str
    new: str
    # The tests that should notice it: filters of `swift test`, or paths below Tests/EndToEnd, which contain a slash.
    tests: tuple[str, ...]
    # Whether the texts are statements. Otherwise they are expressions of the same type, or `new` asks `isFaulty` itself.
    statements: bool = False
    # Why no test can notice it.
    unnoticed: str = ""

    @property
    def is_compiled(self) -> bool:
        return self.file.endswith(".swift")

    def switched(self) -> str:
        """The Swift text that has both behaviours."""
        if "isFaulty(" in self.new:
            return self.new
        if self.statements:
            return f'if isFaulty("{self.id}") {{\n{self.new}\n}} else {{\n{self.old}\n}}'
        return f'(isFaulty("{self.id}") ? ({self.new}) : ({self.old}))'

    def replace(self, text: str, new: str) -> str:
        count = text.count(self.old)
        if count != 1:
            raise ValueError(f"{self.id}: the text to replace occurs {count} times in {self.file}")
        return text.replace(self.old, new)


def load(path: Path = Path(__file__).with_name("faults.toml")) -> list[Fault]:
    """The faults of a file."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["fault"]
    return [Fault(**{**table, "tests": tuple(table["tests"])}) for table in tables]


def problems(faults: list[Fault]) -> list[str]:
    """What is wrong with a list of faults: the same name twice, or a text that is not in its file once."""
    found = []
    names = [fault.id for fault in faults]
    found += [f"{name}: the name occurs twice" for name in sorted(set(names)) if names.count(name) > 1]
    for fault in faults:
        path = ROOT / fault.file
        try:
            if fault.old == fault.new:
                raise ValueError(f"{fault.id}: nothing is replaced")
            fault.replace(path.read_text(encoding="utf-8"), fault.new)
        except (OSError, ValueError) as error:
            found.append(str(error))
        found += [
            f"{fault.id}: there is no test {test}" for test in fault.tests
            if "/" in test and not (ROOT / "Tests" / "EndToEnd" / test.partition("::")[0]).exists()]
    return found


def make_copy(faults: list[Fault]) -> None:
    """Copies the repository and puts every fault of a Swift file behind its condition. Unchanged files keep their dates."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    wanted: dict[str, bytes] = {}
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            wanted[name] = (ROOT / name).read_bytes()
    for fault in filter(lambda fault: fault.is_compiled, faults):
        text = fault.replace(wanted[fault.file].decode(), fault.switched())
        if "/Basics/" not in fault.file and "\nimport Basics\n" not in "\n" + text:
            text = "import Basics\n" + text
        wanted[fault.file] = text.encode()
    wanted["Sources/Basics/Fault.swift"] = SWITCH_SOURCE.encode()
    for name, data in wanted.items():
        path = COPY / name
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        path.chmod((ROOT / name).stat().st_mode if (ROOT / name).exists() else 0o644)
    for folder in ("Sources", "Tests", "templates", "content"):
        for path in (COPY / folder).rglob("*"):
            if path.is_file() and path.relative_to(COPY).as_posix() not in wanted and "__pycache__" not in path.parts:
                path.unlink()


def build() -> None:
    """Compiles the copy with its tests."""
    subprocess.run(["swift", "build", "--build-tests"], cwd=COPY, check=True, stdout=subprocess.DEVNULL)


def program() -> Path:
    """The command of the copy."""
    shown = subprocess.run(["swift", "build", "--show-bin-path"], cwd=COPY, capture_output=True, text=True, check=True)
    return Path(shown.stdout.strip()) / "knowhow"


def run(test: str, fault: str, command: Path) -> tuple[bool, str]:
    """Runs a test with a fault switched on: whether it passed, and the end of its output."""
    environment = {**os.environ, SWITCH: fault, "KNOWHOW": str(command), "SITE": str(COPY / "site-under-test")}
    arguments = ["swift", "test", "--skip-build", "--filter", test]
    if "/" in test:
        subprocess.run(
            [command, "build", "--quiet", "--output", environment["SITE"]], cwd=COPY, env=environment, capture_output=True)
        arguments = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"Tests/EndToEnd/{test}"]
    try:
        result = subprocess.run(
            arguments, cwd=COPY, env=environment, capture_output=True, text=True, errors="replace", timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return False, "it hung"
    output = result.stdout + result.stderr
    if result.returncode == 0 and (" with 0 tests " in output or "no tests ran" in output):
        raise ValueError(f"no test is named {test}")
    return result.returncode == 0, output[-2000:]


def notices(fault: Fault, command: Path) -> str | None:
    """The first test that notices a fault; nil if none does."""
    path = COPY / fault.file
    original = path.read_text(encoding="utf-8")
    try:
        if not fault.is_compiled:
            path.write_text(fault.replace(original, fault.new), encoding="utf-8")
        return next((test for test in fault.tests if not run(test, fault.id, command)[0]), None)
    finally:
        if not fault.is_compiled:
            path.write_text(original, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Runs the faults that are named, or all."""
    faults = load()
    if wrong := problems(faults):
        print("\n".join(wrong), file=sys.stderr)
        return 2
    names = [argument for argument in arguments if not argument.startswith("--")]
    if unknown := set(names) - {fault.id for fault in faults}:
        print(f"there is no fault {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    chosen = [fault for fault in faults if not names or fault.id in names]
    if "--list" in arguments:
        for fault in chosen:
            print(f"{fault.id:40} {fault.file}\n{'':40} {', '.join(fault.tests)}")
        return 0
    if "--keep" not in arguments:
        make_copy(faults)
        build()
    command = program()
    for test in sorted({test for fault in chosen for test in fault.tests}):
        passed, output = run(test, "", command)
        if not passed:
            print(f"{test} fails without a fault:\n{output}", file=sys.stderr)
            return 2
    missed: list[Fault] = []
    for fault in chosen:
        start = time.monotonic()
        test = notices(fault, command)
        if test is None:
            missed.append(fault)
        result = f"noticed by {test}" if test else fault.unnoticed and f"not noticed: {fault.unnoticed}" or "NOT NOTICED"
        print(f"{fault.id:40} {time.monotonic() - start:5.1f} s  {result}", flush=True)
    noticed = len(chosen) - len(missed)
    print(f"{noticed} of {len(chosen)} faults noticed")
    return 0 if noticed >= GOAL * len(chosen) and all(fault.unnoticed for fault in missed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
