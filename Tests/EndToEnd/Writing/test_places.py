"""Where commands read and write: the cache folder, what is not a folder, names that are not UTF-8, links."""

import os
import pwd
import shutil
import subprocess
from pathlib import Path

import pytest

import site_folders
from writing import NOBODY, States, open_to_all


def run(knowhow: str, *arguments: str | bytes | Path, cwd: Path | None = None, unset: tuple[str, ...] = (), **variables: str):
    """The result of a command, with `variables` in its environment and without those of `unset`."""
    environment = {name: value for name, value in os.environ.items() if name not in unset} | variables
    return subprocess.run([knowhow, *arguments], capture_output=True, cwd=cwd, env=environment, timeout=60)


def build_into(site: Path, states: States) -> list:
    state = states.folder / "new"
    return ["build", "--content", state / "content", "--templates", state / "templates", "--output", site,
            "--base-url", site_folders.BASE_URL, "--lang", "en"]


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.mark.parametrize("home", [None, "", ".", "home", "~", "../home"])
@pytest.mark.parametrize("cache", [None, "", "cache", "./cache"])
def test_no_cache_where_the_system_names_none(knowhow, states, tmp_path, home, cache) -> None:
    """A relative path is ignored, and the home folder is then the one of the system's list of users."""
    work = tmp_path / "work"
    (work / "home").mkdir(parents=True)
    open_to_all(tmp_path)
    variables = {name: value for name, value in (("HOME", home), ("XDG_CACHE_HOME", cache)) if value is not None}
    unset = tuple(name for name in ("HOME", "XDG_CACHE_HOME") if name not in variables)
    known = Path(pwd.getpwuid(os.getuid()).pw_dir) / ".cache/knowhow"
    before = set(known.iterdir()) if known.exists() else set()
    for _ in range(2):
        result = run(knowhow, *build_into(work / "site", states), cwd=work, unset=unset, **variables)
        assert result.returncode == 0 and result.stderr == b"", result.stderr
    assert {path.split("/")[0] for path in files_below(work)} == {"home", "site"}
    assert site_folders.contents(work / "site") == states.new
    assert files_below(work / "home") == set()
    # The tests leave nothing in the user's own folder.
    for path in (set(known.iterdir()) if known.exists() else set()) - before:
        path.unlink(missing_ok=True)


def test_a_cache_folder_that_is_named(knowhow: str, states: States, tmp_path: Path) -> None:
    for variables, folder in (
        ({"XDG_CACHE_HOME": str(tmp_path / "x/y"), "HOME": str(tmp_path)}, "x/y/knowhow"),
        ({"XDG_CACHE_HOME": "", "HOME": str(tmp_path)}, ".cache/knowhow"),
        ({"XDG_CACHE_HOME": "relative", "HOME": str(tmp_path)}, ".cache/knowhow")):
        shutil.rmtree(tmp_path / folder, ignore_errors=True)
        assert run(knowhow, *build_into(tmp_path / "site", states), cwd=tmp_path, **variables).returncode == 0
        # The record of the build, and what it keeps beside it.
        assert len({path.name.partition(".")[0] for path in (tmp_path / folder).iterdir()}) == 1
    assert not (tmp_path / "relative").exists()


def test_a_home_folder_that_does_not_exist(knowhow: str, states: States, tmp_path: Path) -> None:
    result = run(
        knowhow, *build_into(tmp_path / "site", states), unset=("XDG_CACHE_HOME",), HOME=str(tmp_path / "nobody"))
    assert result.returncode == 0 and result.stderr == b""
    assert not (tmp_path / "nobody").exists()


def test_what_is_not_a_folder(knowhow: str, states: States, tmp_path: Path) -> None:
    file = tmp_path / "file.md"
    file.write_text("x")
    content = ["--content", states.folder / "new/content"]
    templates = ["--templates", states.folder / "new/templates"]
    for arguments in (
        ["check", "--content", file, *templates], ["check", *content, "--templates", file],
        ["check", "--fix", "--content", file], ["build", "--content", file, *templates, "--output", tmp_path / "site"],
        ["build", *content, *templates, "--output", file], ["new", "--title", "x", "--content", file],
        ["schema", "--content", file], ["pack", "--site", file, "--output", tmp_path / "x.zip"],
    ):
        for language, sentence in (("en", "is not a folder. Give a folder."), ("ja", "はフォルダーではありません。フォルダーを指定してください。")):
            result = run(knowhow, *arguments, "--lang", language)
            message = result.stderr.decode()
            assert result.returncode == 3, (arguments, message)
            assert sentence in message and str(file) in message and message.count("\n") == 1, (arguments, message)
    for arguments in (["check", "--content", tmp_path / "no", *templates], ["check", *content, "--templates", tmp_path / "no"]):
        result = run(knowhow, *arguments, "--lang", "en")
        assert result.returncode == 3 and b"There is no folder" in result.stderr
    assert files_below(tmp_path) == {"file.md"}


NAME = b"\x8e\x96\x97\xe1"  # 「事例」 in Shift_JIS


def test_arguments_that_are_not_utf_8(knowhow: str, states: States, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/" + NAME
    for arguments in (
        ["check", "--content", folder], ["build", "--output", folder], ["new", "--title", NAME], ["import", folder + b".csv"],
        ["pack", b"--output=" + folder], ["serve", "--templates", folder], ["build", "--report", folder],
    ):
        result = run(knowhow, *arguments, "--lang", "en")
        assert result.returncode == 2 and b"is not UTF-8" in result.stderr, arguments
        result = run(knowhow, *arguments, "--lang=ja")
        assert "UTF-8 ではないため".encode() in result.stderr and result.stderr.count(b"\n") == 1
    assert files_below(tmp_path) == set()


@pytest.mark.parametrize("path", [
    b"content/cases/%s.md", b"content/images/%s.png", b"content/%s/x.md", b"templates/assets/%s.css", b"templates/layouts/%s.mustache"])
def test_files_whose_names_are_not_utf_8(knowhow: str, states: States, tmp_path: Path, path: bytes) -> None:
    state = Path(shutil.copytree(states.folder / "new", tmp_path / "state"))
    file = os.fsencode(state) + b"/" + path % NAME
    os.makedirs(os.path.dirname(file), exist_ok=True)
    shutil.copy(os.fsencode(state / "content/cases/c001.md"), file)
    folder = os.path.dirname(os.path.dirname(file) if b"%s/" in path else file).decode()
    arguments = ["check", "--content", state / "content", "--templates", state / "templates", "--lang"]
    result = run(knowhow, *arguments, "en")
    message = result.stderr.decode()
    assert result.returncode == 3 and message.count("\n") == 1, message
    assert f"The folder “{folder}” has a file or folder whose name is not UTF-8" in message and "Rename it." in message
    assert "名前が UTF-8 でないファイルかフォルダー" in run(knowhow, *arguments, "ja").stderr.decode()
    # What is left out anyway may have any name.
    os.rename(file, os.path.join(os.fsencode(state), b"content/cases/._" + NAME))
    shutil.rmtree(os.fsencode(state) + b"/content/" + NAME, ignore_errors=True)
    assert run(knowhow, *arguments, "en").returncode == 0
    os.rename(os.path.join(os.fsencode(state), b"content/cases/._" + NAME), os.fsencode(state) + b"/content/cases/_" + NAME)
    assert run(knowhow, *arguments, "en").returncode == 0


def test_foreign_files_in_the_output_may_have_any_name(knowhow: str, states: States, tmp_path: Path) -> None:
    site = Path(shutil.copytree(states.old_site, tmp_path / "site"))
    strange = os.fsencode(site) + b"/" + NAME
    Path(os.fsdecode(strange)).write_bytes(b"mine")
    assert run(knowhow, *build_into(site, states)).returncode == 0
    assert Path(os.fsdecode(strange)).read_bytes() == b"mine"


def test_links_in_the_templates_are_reported(knowhow: str, states: States, tmp_path: Path) -> None:
    state = Path(shutil.copytree(states.folder / "new", tmp_path / "state"))
    (state / "templates/assets/linked.css").symlink_to(state / "templates/assets/style.css")
    (state / "templates/partials/linked").symlink_to(state / "templates/layouts")
    arguments = ["check", "--content", state / "content", "--templates", state / "templates", "--lang"]
    result = run(knowhow, *arguments, "en")
    assert result.returncode == 0
    for name in ("assets/linked.css", "partials/linked"):
        assert f"{state}/templates/{name}: warning: Symbolic links are not read" in result.stdout.decode()
    assert result.stdout.count(b"Symbolic links") == 2
    assert "リンク（シンボリックリンク）は読みません".encode() in run(knowhow, *arguments, "ja").stdout
    # The folder itself may be a link.
    (tmp_path / "link").symlink_to(state / "templates")
    (state / "templates/assets/linked.css").unlink()
    (state / "templates/partials/linked").unlink()
    result = run(knowhow, "check", "--content", state / "content", "--templates", tmp_path / "link", "--lang", "en")
    assert result.returncode == 0 and b"Symbolic" not in result.stdout


def test_a_user_without_a_home(knowhow: str, states: States, tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only a superuser can act for another user")
    open_to_all(tmp_path)
    work = tmp_path / "work"
    work.mkdir()
    os.chown(work, NOBODY, NOBODY)
    environment = {name: value for name, value in os.environ.items() if name not in ("HOME", "XDG_CACHE_HOME")}
    result = subprocess.run(
        [knowhow, *build_into(work / "site", states)], user=NOBODY, group=NOBODY, extra_groups=[], cwd=work, env=environment,
        capture_output=True)
    assert result.returncode == 0 and result.stderr == b"", result.stderr
    assert site_folders.contents(work / "site") == states.new and files_below(work) == {"site"} | {
        path for path in files_below(work) if path.startswith("site/")}
