"""The same input gives the same files, with the same modes, whatever machine, user or setting builds it."""

import hashlib
import os
import random
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from paths import ROOT

NOBODY = 65534
FILE_MODE, FOLDER_MODE = 0o644, 0o755
ENVIRONMENTS = {
    "Tokyo": {"TZ": "Asia/Tokyo"},
    "St. John's": {"TZ": "America/St_Johns"},
    "C": {"LANG": "C", "LC_ALL": "C"},
    "Japanese": {"LANG": "ja_JP.UTF-8", "LC_ALL": "ja_JP.UTF-8"},
    "Turkish": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "English": {"LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8"},
    "no home": {"HOME": None, "XDG_CONFIG_HOME": None, "USER": None, "LOGNAME": None},
    "other random numbers": {"SWIFT_DETERMINISTIC_HASHING": None, "SOURCE_DATE_EPOCH": "1"},
}

Tree = dict[str, tuple[str, str]]
"""Path → mode and content's hash; of a folder, its mode alone."""


def tree(folder: Path) -> Tree:
    """Everything that a build wrote, its manifest included."""
    found: Tree = {}
    for path in [folder, *sorted(folder.rglob("*"))]:
        mode = oct(stat.S_IMODE(path.lstat().st_mode))
        content = "a folder" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        found[path.relative_to(folder).as_posix()] = (mode, content)
    return found


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder that every user may enter and write into, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        yield Path(folder)


class Builder:
    """Builds the project's content with varying options and environments."""

    def __init__(self, knowhow: Path) -> None:
        self.knowhow = knowhow

    def build(
        self,
        output: Path,
        *options: str,
        content: Path | str = ROOT / "content",
        templates: Path | str = ROOT / "templates",
        environment: dict[str, str | None] | None = None,
        before: tuple[str, ...] = (),
        **settings,
    ) -> Tree:
        """What a build leaves in `output`. `settings` are those of `subprocess.run`."""
        variables = dict(os.environ)
        for name, value in (environment or {}).items():
            variables.pop(name, None)
            if value is not None:
                variables[name] = value
        folders = ["--content", content, "--templates", templates, "--output", output]
        command = [*before, self.knowhow, "build", "--quiet", *folders, *options]
        settings = {"umask": 0o022, "cwd": ROOT, "env": variables} | settings
        subprocess.run(command, check=True, **settings)
        return tree(Path(settings["cwd"]) / output)


@pytest.fixture(scope="module")
def builder(knowhow: Path) -> Builder:
    return Builder(knowhow)


@pytest.fixture(scope="module")
def expected(builder: Builder, tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The result of a build in the usual environment."""
    return builder.build(tmp_path_factory.mktemp("expected") / "site")


@pytest.fixture
def same(expected: Tree, none_of):
    """Fails with every file that is not the same."""

    def check(found: Tree) -> None:
        names = sorted(expected.keys() | found.keys())
        none_of([f"{name}: {expected.get(name)} → {found.get(name)}" for name in names if expected.get(name) != found.get(name)])

    return check


def copy(folder: Path, target: Path, seed: int) -> Path:
    """Copies a folder; its files are created in random order and with random dates and modes."""
    chance = random.Random(seed)
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    chance.shuffle(files)
    for file in files:
        place = target / file.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())
        os.utime(place, (chance.randrange(2**31), chance.randrange(2**31)))
        place.chmod(chance.choice([0o444, 0o644, 0o755]))
    return target


def test_expectation(expected: Tree, none_of) -> None:
    """The expected site has files, and a web server of another user can read them."""
    assert len(expected) > 100
    assert "index.html" in expected and ".knowhow/manifest.json" in expected
    modes = {name: FOLDER_MODE if content == "a folder" else FILE_MODE for name, (_, content) in expected.items()}
    none_of([f"{name}: {expected[name][0]}" for name, mode in modes.items() if expected[name][0] != oct(mode)])


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_environment(builder: Builder, tmp_path: Path, same, name: str) -> None:
    """Time zone, language and home folder have no effect."""
    same(builder.build(tmp_path / "site", environment=ENVIRONMENTS[name]))


def test_empty_environment(builder: Builder, tmp_path: Path, same) -> None:
    """No variable has to be set."""
    same(builder.build(tmp_path / "site", env={}))


@pytest.mark.parametrize("umask", [0o000, 0o027, 0o077], ids="{:03o}".format)
def test_umask(builder: Builder, tmp_path: Path, same, umask: int) -> None:
    """A site that a careful user builds can still be read by a web server, and is not writable by all for a careless one."""
    same(builder.build(tmp_path / "site", umask=umask))


@pytest.mark.parametrize("jobs", [1, 2, 7])
def test_threads(builder: Builder, tmp_path: Path, same, jobs: int) -> None:
    """Any number of threads."""
    same(builder.build(tmp_path / "site", "--jobs", str(jobs)))


def test_again(builder: Builder, tmp_path: Path, same) -> None:
    """A second build over the first."""
    builder.build(tmp_path / "site")
    same(builder.build(tmp_path / "site"))


def test_over_another_site(builder: Builder, tmp_path: Path, same) -> None:
    """A build over what another one left is as one from nothing."""
    fixture = ROOT / "Tests" / "Fixtures" / "every-feature" / "content"
    builder.build(tmp_path / "site", content=fixture, stderr=subprocess.DEVNULL)
    same(builder.build(tmp_path / "site"))


def test_relative_folders(builder: Builder, tmp_path: Path, same) -> None:
    """Folders with relative paths."""
    content, templates = (os.path.relpath(ROOT / name, tmp_path) for name in ("content", "templates"))
    same(builder.build(Path("site"), content=content, templates=templates, cwd=tmp_path))


def test_default_folders(builder: Builder, tmp_path: Path, same) -> None:
    """The default folders, in a folder whose name has spaces, parentheses and Japanese characters."""
    place = tmp_path / "事例集 その１ (写し) & more"
    for name in ("content", "templates"):
        copy(ROOT / name, place / name, seed=1)
    subprocess.run([builder.knowhow, "build", "--quiet"], cwd=place, umask=0o022, check=True)
    same(tree(place / "site"))


def test_slash_at_the_end(builder: Builder, tmp_path: Path, same) -> None:
    """Folders with a slash at the end and `..` inside."""
    same(builder.build(tmp_path / "site", content="./Tests/../content/", templates="templates//"))


@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_files(builder: Builder, tmp_path: Path, same, seed: int) -> None:
    """Files made in another order, with other dates and modes."""
    content = copy(ROOT / "content", tmp_path / "content", seed)
    templates = copy(ROOT / "templates", tmp_path / "templates", seed)
    same(builder.build(tmp_path / "site", content=content, templates=templates))


def test_memory_file_system(builder: Builder, same) -> None:
    """A file system that lists its files in another order: the newest first."""
    memory = Path("/dev/shm")
    if not (memory.is_dir() and os.access(memory, os.W_OK)):
        pytest.skip("no file system in memory here")
    place = Path(tempfile.mkdtemp(dir=memory))
    try:
        content = copy(ROOT / "content", place / "content", seed=3)
        templates = copy(ROOT / "templates", place / "templates", seed=3)
        same(builder.build(place / "site", content=content, templates=templates))
    finally:
        shutil.rmtree(place)


def test_other_user(builder: Builder, room: Path, same) -> None:
    """A user with no rights, no home and no name."""
    if os.geteuid() != 0:
        pytest.skip("only root can build as another user")
    program = shutil.copy(builder.knowhow, room / "knowhow")
    for name in ("content", "templates"):
        copy(ROOT / name, room / name, seed=4)
    command = [program, "build", "--quiet"]
    subprocess.run(command, cwd=room, umask=0o022, user=NOBODY, group=NOBODY, extra_groups=[], check=True)
    assert (room / "site/index.html").stat().st_uid == NOBODY
    same(tree(room / "site"))


def test_low_priority(builder: Builder, tmp_path: Path, same) -> None:
    """With the lowest priority."""
    same(builder.build(tmp_path / "site", before=("nice", "-n", "19")))


def test_pipe(builder: Builder, tmp_path: Path, same) -> None:
    """With standard input closed and output to pipes."""
    settings = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    same(builder.build(tmp_path / "site", **settings))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such limits")
def test_few_open_files(builder: Builder, tmp_path: Path, same) -> None:
    """On a machine that lets a process open few files."""
    same(builder.build(tmp_path / "site", before=("sh", "-c", 'ulimit -n 64; exec "$@"', "sh")))
