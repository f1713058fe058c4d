"""`knowhow schema`: the JSON Schema that text editors check front matter with."""

import json
from pathlib import Path

import jsonschema
import pytest

import command
from paths import CONTENT
from program import copy_content

FILE = ".schema/case.schema.json"


def front_matter(text: str) -> dict:
    """The keys of a case as this repository writes them: texts and lists, each on a line."""
    values = {}
    for line in text.removeprefix("---\n").split("\n---\n")[0].split("\n"):
        key, _, value = line.partition(": ")
        values[key] = value[1:-1].split(", ") if value.startswith("[") else value
    return values


@pytest.fixture
def validator() -> jsonschema.Draft7Validator:
    schema = json.loads((CONTENT / FILE).read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def test_the_written_schema_is_the_committed_one(tmp_path: Path):
    content = copy_content(tmp_path / "content")
    result = command.run("schema", "--content", content)
    assert result.returncode == 0 and FILE in result.stdout
    written = (content / FILE).read_bytes()
    assert written == (CONTENT / FILE).read_bytes()
    before = (content / FILE).stat().st_mtime_ns
    assert command.run("schema", "--content", content).returncode == 0
    assert (content / FILE).stat().st_mtime_ns == before


def test_with_errors_nothing_is_written(tmp_path: Path):
    content = copy_content(tmp_path / "content")
    (content / "cases/c001.md").write_text("---\ntitle：題名\n", "utf-8")
    result = command.run("schema", "--content", content)
    assert result.returncode == 1 and "[wide-colon]" in result.stderr and not (content / FILE).exists()


def test_every_case_is_valid(validator: jsonschema.Draft7Validator):
    for path in sorted((CONTENT / "cases").glob("*.md")):
        validator.validate(front_matter(path.read_text("utf-8")))


VALID = {"title": "題名", "category": "就労情報提供", "organization": "ハローワーク", "actors": ["障害のある人（本人）"]}


@pytest.mark.parametrize("change", [
    {"organization": "なかぽつ"}, {"organization": "hello-work"}, {"category": 8}, {"category": "8"}, {"actors": "本人"},
    {"status": "draft"}, {"published": "2026-04-01"}, {"private": {"連絡先": "x"}}, {"related": ["c003"]},
    {"aliases": ["old/a.html"]}, {"phases": ["就業継続"], "disabilities": []},
])
def test_accepted_values_are_valid(validator: jsonschema.Draft7Validator, change: dict):
    validator.validate({**VALID, **change})


@pytest.mark.parametrize("change", [
    {"organization": "ハロワーク"}, {"category": 13}, {"category": ["就労情報提供", "支援機器やテクノロジーの活用"]}, {"actors": []},
    {"status": "公開"}, {"published": "2026年4月1日"}, {"private": "x"}, {"titel": "x"}, {"title": ""}, {"aliases": ["a"]},
])
def test_rejected_values_are_invalid(validator: jsonschema.Draft7Validator, change: dict):
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**VALID, **change})


@pytest.mark.parametrize("key", VALID)
def test_required_keys_are_required(validator: jsonschema.Draft7Validator, key: str):
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({name: value for name, value in VALID.items() if name != key})
