"""The files for GitHub: workflows and issue forms follow their schemas, and workflows pass a security checker and call what exists."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from paths import ROOT

GITHUB = ROOT / ".github"
# The workflows in docs/ are for repositories that have only content.
READY = sorted((ROOT / "docs" / "workflows").glob("*.yml"))
WORKFLOWS = [*sorted((GITHUB / "workflows").glob("*.yml")), *READY]
NAMES = [workflow.name for workflow in WORKFLOWS]
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
TOOLS = Path(sys.executable).parent


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def by_schema(file: Path, schema: str = "workflows") -> subprocess.CompletedProcess[str]:
    return run(TOOLS / "check-jsonschema", "--builtin-schema", f"vendor.github-{schema}", file)


def by_security(file: Path) -> subprocess.CompletedProcess[str]:
    return run(TOOLS / "zizmor", "--offline", "--no-progress", file)


def test_there_are_workflows() -> None:
    assert NAMES == ["content.yml", "release.yml", "site.yml", "case-from-issue.yml", "casebook.yml"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=NAMES)
def test_schema(workflow: Path) -> None:
    """Each workflow follows the published schema."""
    result = by_schema(workflow)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=NAMES)
def test_security(workflow: Path) -> None:
    """No finding: permissions, pinned actions, credentials, injected text."""
    result = by_security(workflow)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_issue_forms(form: Path) -> None:
    """Each issue form follows the published schema."""
    result = by_schema(form, "issue-forms")
    assert result.returncode == 0, result.stdout + result.stderr


def test_issue_form_settings() -> None:
    result = by_schema(GITHUB / "ISSUE_TEMPLATE" / "config.yml", "issue-config")
    assert result.returncode == 0, result.stdout + result.stderr


def test_pull_request_template() -> None:
    """The scripts that it names exist."""
    text = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    scripts = set(re.findall(r"\bscript/\w+", text))
    assert scripts and all((ROOT / script).is_file() for script in scripts)


def test_the_checkers_find_mistakes(tmp_path: Path) -> None:
    text = (GITHUB / "workflows" / "site.yml").read_text(encoding="utf-8")
    workflow = tmp_path / ".github" / "workflows" / "site.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text(text.replace("runs-on:", "run-on:", 1), encoding="utf-8")
    assert by_schema(workflow).returncode == 1
    workflow.write_text(re.sub(r"checkout@\w+", "checkout@main", text), encoding="utf-8")
    assert by_security(workflow).returncode > 1


@pytest.mark.parametrize("workflow", WORKFLOWS[: -len(READY)], ids=NAMES[: -len(READY)])
def test_calls(workflow: Path, knowhow: Path) -> None:
    """The scripts and options that a workflow uses exist."""
    text = workflow.read_text(encoding="utf-8")
    scripts = set(re.findall(r"\bscript/\w+", text))
    assert scripts and all((ROOT / script).is_file() for script in scripts)
    for command, line in re.findall(r"(?:script/knowhow (check)|script/build) (.*)", text):
        known = run(knowhow, command or "build", "--help").stdout
        options = re.findall(r"--[a-z-]+", line)
        assert options and [option for option in options if option not in known] == []


def test_annotations(knowhow: Path, tmp_path: Path) -> None:
    """The command of the content workflow reports the file and line of a problem in the format that GitHub shows at that line."""
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    case = tmp_path / "content" / "cases" / "c001.md"
    case.write_text(case.read_text(encoding="utf-8").replace("category: ", "category: 無い分野", 1), encoding="utf-8")
    command = [knowhow, "check", "--format", "github", "--lang", "ja"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert result.returncode == 1
    assert re.search(r"^::error file=content/cases/c001\.md,line=\d+,", result.stdout, re.MULTILINE), result.stdout
