"""The formats of `knowhow check` for other programs: JSON by its schema, CSV for spreadsheets, GitHub's annotations."""

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest

from paths import CONTENT, FIXTURES, ROOT
from program import check, copy_content

ERRORS = ["every-error", "every-error-2", "every-error-3", "every-error-4"]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ERRORS)
def test_json_follows_its_schema(name: str, lang: str):
    schema = json.loads((ROOT / "docs/diagnostics.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    result = check(FIXTURES / name / "content", "--format", "json", lang=lang)
    assert result.returncode == 1
    found = json.loads(result.stdout)
    assert found
    jsonschema.Draft202012Validator(schema).validate(found)
    # The schema is no looser than it looks.
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate([{**found[0], "line": 0}])
    places = [(item["file"], item["line"] or 0, item["column"] or 0) for item in found]
    assert places == sorted(places)
    assert any(item["fix"] is not None for item in found) or name != "every-error"


def test_a_valid_folder_is_an_empty_list():
    assert json.loads(check(CONTENT, "--format", "json").stdout) == []


def test_csv_opens_in_spreadsheets(tmp_path: Path):
    content = copy_content(tmp_path / "content")
    path = content / "cases/c001.md"
    for index, word in enumerate(["=1+1", "+81", "@SUM(1)", "-2", "＝1", "a,\"b\""]):
        (content / f"categories/x{index}.md").write_text(f"---\nlabel: '{word}'\nnumber: {index + 20}\n---\n", "utf-8")
    path.write_text(path.read_text("utf-8").replace("就労情報提供", "=1+2").replace("title:", "title：", 1), "utf-8")
    output = check(content, "--format", "csv", text=False).stdout
    assert output.startswith(b"\xef\xbb\xbf")
    assert output.count(b"\r\n") == output.count(b"\n")
    rows = list(csv.reader(io.StringIO(output.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["ファイル", "行", "列", "重さ", "種類", "内容", "もしかして"]
    assert len(rows) > 2 and all(len(row) == 7 for row in rows)
    for row in rows:
        for cell in row:
            assert not re.match(r"[=+\-@＝＋－＠\t\r\n]", cell), cell
    assert any(row[6].startswith("'") for row in rows), rows


def test_github_annotations(tmp_path: Path):
    content = copy_content(tmp_path / "a,b:c%d")
    path = content / "cases/c001.md"
    path.write_text(path.read_text("utf-8").replace("就労情報提供", '"x\\r\\n::warning::y%0A"'), "utf-8")
    lines = check(content, "--format", "github").stdout.splitlines()
    assert lines
    pattern = re.compile(r"::(error|warning) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::.+")
    assert all(pattern.fullmatch(line) for line in lines), lines
    assert "a%2Cb%3Ac%25d/cases/c001.md" in lines[0] and "x%0D%0A::warning::y%250A" in lines[0]
