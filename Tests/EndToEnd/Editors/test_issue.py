"""Cases from issues: the form of `knowhow schema --github`, and the ready workflow with the steps that GitHub would run."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
import yaml

import command
from paths import CONTENT, ROOT

FORM = ".github/ISSUE_TEMPLATE/case.yml"
WORKFLOW = ROOT / "docs" / "workflows" / "case-from-issue.yml"
ANSWERS = {
    "題名": "新しく送られた事例", "分野": "就労情報提供", "取組主体": "ハローワーク", "関わる人・機関": "障害のある人（本人）, ジョブコーチ",
    "必要性・きっかけ": "必要でした。", "取組・工夫の概要": "工夫しました。\n\n```\n### 分野\n```", "課題軽減・解決・向上の効果": "良くなりました。",
}


def write_form(folder: Path) -> Path:
    """Copies the content into a folder, and writes the form next to it."""
    shutil.copytree(CONTENT, folder / "content")
    result = command.run("schema", "--github", "--content", folder / "content")
    assert result.returncode == 0 and FORM in result.stdout and "ラベル「case」" in result.stdout, result.stderr
    return folder / FORM


def issue(form: Path, **changes: str) -> str:
    """The text that GitHub makes of answers in the form, with the line ends of a browser."""
    answers = ANSWERS | changes
    parts = []
    for element in yaml.safe_load(form.read_text(encoding="utf-8"))["body"]:
        if element["type"] == "markdown":
            continue
        attributes = element["attributes"]
        if element["type"] == "checkboxes":
            answer = "\n".join(f"- [X] {option['label']}" for option in attributes["options"])
        else:
            answer = answers.get(attributes["label"]) or "_No response_"
            if element["type"] == "dropdown" and attributes["label"] not in changes and answer != "_No response_":
                chosen = answer.split(", ") if attributes.get("multiple") else [answer]
                assert set(chosen) <= set(attributes["options"])
        parts.append(f"### {attributes['label']}\n\n{answer}")
    return "\n\n".join(parts).replace("\n", "\r\n")


def test_the_form_follows_the_schema_of_github(tmp_path: Path) -> None:
    for language in ("ja", "en"):
        folder = tmp_path / language
        form = write_form(folder)
        if language == "en":
            settings = folder / "content/casebook.yml"
            settings.write_text(settings.read_text(encoding="utf-8").replace("language: ja", "language: en"), encoding="utf-8")
            assert command.run("schema", "--github", "--content", folder / "content").returncode == 0
        checker = Path(sys.executable).parent / "check-jsonschema"
        result = subprocess.run(
            [checker, "--builtin-schema", "vendor.github-issue-forms", form], capture_output=True, text=True)
        assert result.returncode == 0, result.stdout
        names = yaml.safe_load(form.read_text(encoding="utf-8"))
        assert names["name"] == {"ja": "事例を送る", "en": "Send a case"}[language] and names["labels"] == ["case"]


def test_a_form_of_another_hand_is_kept(tmp_path: Path) -> None:
    form = write_form(tmp_path)
    before = form.stat().st_mtime_ns
    assert command.run("schema", "--github", "--content", tmp_path / "content").returncode == 0
    assert form.stat().st_mtime_ns == before
    form.write_text("name: own\n", encoding="utf-8")
    result = command.run("schema", "--github", "--content", tmp_path / "content")
    assert result.returncode == 3 and "上書きしません" in result.stderr and form.read_text(encoding="utf-8") == "name: own\n"


def test_an_issue_is_imported(tmp_path: Path) -> None:
    form = write_form(tmp_path)
    text = tmp_path / "issue.md"
    text.write_text(issue(form), encoding="utf-8", newline="")
    result = command.run("import", "issue.md", cwd=tmp_path)
    assert result.returncode == 0 and "content/cases/c018.md  新しく送られた事例" in result.stdout, result.stderr
    assert command.run("check", "--quiet", cwd=tmp_path).returncode == 0
    text.write_text(issue(form, 分野="就労情報堤供"), encoding="utf-8", newline="")
    result = command.run("import", "issue.md", cwd=tmp_path)
    assert result.returncode == 1 and "事例は作っていません" in result.stderr
    assert re.search(r"^issue\.md:7:1: エラー: 分野「就労情報堤供」はありません \[unknown-term\]$", result.stderr, re.M), result.stderr


class Repository:
    """A repository with its copy on GitHub, a downloadable release, and a `gh` that notes what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.origin = folder / "origin.git"
        self.workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
        version = self.workflow["env"]["KNOWHOW_VERSION"]
        name = f"knowhow-{version}-linux-x86_64"
        releases = folder / "releases" / f"v{version}"
        releases.mkdir(parents=True)
        with tarfile.open(releases / f"{name}.tar.gz", "w:gz", compresslevel=1) as tar:
            tar.add(command.knowhow(), f"{name}/knowhow")
        digest = hashlib.sha256((releases / f"{name}.tar.gz").read_bytes()).hexdigest()
        tools = folder / "tools"
        tools.mkdir()
        (tools / "gh").write_text(
            '#!/bin/sh\necho "$@" >> "$GH_LOG"\nfor file; do :; done\ncase "$*" in *--body-file*) '
            'while [ "$1" != --body-file ]; do shift; done; cat "$2" >> "$GH_LOG";; "pr list"*) cat "$GH_OPEN";; esac\n')
        (tools / "gh").chmod(0o755)
        self.environment = {
            "PATH": f"{tools}:/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8", "KNOWHOW_VERSION": version,
            "KNOWHOW_RELEASES": f"file://{releases.parent}", "KNOWHOW_SHA256": digest, "GH_TOKEN": "x", "BASE": "main",
            "GH_LOG": str(folder / "log"), "GH_OPEN": str(folder / "open"), "GITHUB_EVENT_PATH": str(folder / "event.json"),
            "GITHUB_OUTPUT": str(folder / "output")}
        (folder / "open").write_text("")
        self.form = write_form(folder / "start")
        start = folder / "start"
        for arguments in (
            ["init", "--quiet", "--initial-branch", "main"], ["add", "."],
            ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "Start"],
        ):
            self.git(start, *arguments)
        self.git(folder, "clone", "--quiet", "--bare", start, self.origin)

    def git(self, folder: Path, *arguments: str | Path) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=folder, env=self.environment, capture_output=True, text=True, check=True).stdout

    def run(self, text: str, number: int = 12) -> str:
        """Runs the steps for an issue in a new copy, and returns what `gh` was asked."""
        log = Path(self.environment["GH_LOG"])
        log.write_text("")
        event = {"issue": {"number": number, "body": text}}
        Path(self.environment["GITHUB_EVENT_PATH"]).write_text(json.dumps(event), encoding="utf-8")
        clone, temporary = self.folder / "clone", self.folder / "temporary"
        for folder in (clone, temporary):
            shutil.rmtree(folder, ignore_errors=True)
        temporary.mkdir()
        self.git(self.folder, "clone", "--quiet", self.origin, clone)
        output = Path(self.environment["GITHUB_OUTPUT"])
        output.write_text("")
        environment = self.environment | {"RUNNER_TEMP": str(temporary), "ISSUE": str(number)}
        for step in self.workflow["jobs"]["case"]["steps"]:
            condition = step.get("if")
            if condition:
                wanted = re.fullmatch(r"steps\.case\.outputs\.made == '(\w+)'", condition).group(1)
                if f"made={wanted}" not in output.read_text():
                    continue
            if "run" in step:
                result = subprocess.run(
                    ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=clone, env=environment,
                    capture_output=True, text=True)
                assert result.returncode == 0, f"{step['name']}: {result.stdout}{result.stderr}"
        return log.read_text(encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    missing = [tool for tool in ("git", "jq", "curl") if not shutil.which(tool)]
    if missing:
        pytest.skip(f"needs {missing}")
    return Repository(tmp_path)


def test_the_workflow_opens_a_pull_request(repository: Repository) -> None:
    asked = repository.run(issue(repository.form))
    assert "pr create --base main --head case-from-issue-12 --title 事例の提案 (#12)" in asked
    assert "Closes #12" in asked and "knowhow check の結果" in asked and "問い合わせ先" in asked and "issue comment" not in asked
    changed = repository.git(repository.origin, "diff", "--name-status", "main", "case-from-issue-12")
    assert changed == "A\tcontent/cases/c018.md\n"
    text = repository.git(repository.origin, "show", "case-from-issue-12:content/cases/c018.md")
    assert "title: 新しく送られた事例\n" in text and "status: draft\n" in text and "\n```\n### 分野\n```\n" in text
    # An edit changes the same case.
    (repository.folder / "open").write_text("7\n")
    asked = repository.run(issue(repository.form, 題名="直した題名"))
    assert "pr edit case-from-issue-12" in asked and "pr create" not in asked
    text = repository.git(repository.origin, "show", "case-from-issue-12:content/cases/c018.md")
    assert "title: 直した題名\n" in text


def test_what_an_editor_changed_is_kept(repository: Repository) -> None:
    repository.run(issue(repository.form))
    clone = repository.folder / "clone"
    repository.git(clone, "-c", "user.name=b", "-c", "user.email=b@example.org", "commit", "--quiet", "--allow-empty", "--message", "Edit")
    repository.git(clone, "push", "--quiet", "origin", "case-from-issue-12")
    before = repository.git(repository.origin, "rev-parse", "case-from-issue-12")
    asked = repository.run(issue(repository.form, 題名="直した題名"))
    assert "issue comment 12" in asked and "もう編集の人が直しています" in asked
    assert repository.git(repository.origin, "rev-parse", "case-from-issue-12") == before


def test_the_workflow_says_what_to_correct(repository: Repository) -> None:
    asked = repository.run(issue(repository.form, 分野="就労情報堤供", 題名=""))
    assert "issue comment 12" in asked and "issue.md:3:1" not in asked.splitlines()[0]
    assert "[empty-cell]" in asked and "分野「就労情報堤供」はありません" in asked
    assert repository.git(repository.origin, "branch", "--list").split() == ["*", "main"]


def test_no_shell_reads_the_text(repository: Repository) -> None:
    """Neither as a whole issue nor in an answer."""
    texts = [
        "$(touch hacked)", "`touch hacked`", "'; touch hacked; '", "\"; touch hacked; \"", "${{ github.token }}",
        "EOF\ntouch hacked\nEOF", "-n", "", "made=true\n::set-output name=made::true"]
    for text in texts:
        assert "issue comment" in repository.run(text), text
    for text in texts[:4]:
        assert "pr create" in repository.run(issue(repository.form, 題名=text)), text
    assert not list(repository.folder.rglob("hacked"))


def test_a_long_issue(repository: Repository) -> None:
    """The longest that GitHub takes: 65,536 characters, which are too many bytes for a variable of a program."""
    text = "長い文です。" * 10_000
    assert "pr create" in repository.run(issue(repository.form, **{"取組・工夫の概要": text}))


def test_the_workflow_is_called_with_little(repository: Repository) -> None:
    """It has the rights for what it does and nothing else, and no step takes a text of the issue."""
    job = repository.workflow["jobs"]["case"]
    assert repository.workflow["permissions"] == {}
    assert job["permissions"] == {"contents": "write", "pull-requests": "write", "issues": "write"}
    text = WORKFLOW.read_text(encoding="utf-8")
    assert not re.search(r"\$\{\{[^}]*(body|title)[^}]*\}\}", text)
    assert "secrets." not in text
