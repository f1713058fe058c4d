"""The module graph in ARCHITECTURE.md is the one that Package.swift describes."""

import subprocess

import pytest

from paths import ROOT

SCRIPT = ROOT / "script" / "modules"


def test_the_document_shows_the_graph() -> None:
    if "written by script/modules" not in (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"):
        pytest.skip("ARCHITECTURE.md has no markers for the diagram")
    result = subprocess.run([SCRIPT, "--check"], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


def test_arrows_lead_to_what_is_imported() -> None:
    drawn = subprocess.run([SCRIPT], capture_output=True, text=True, check=True).stdout
    assert drawn.startswith("```mermaid\ngraph BT\n") and drawn.endswith("\n```\n")
    assert "    knowhow --> Desk\n" in drawn
    assert "Tests" not in drawn and "ArgumentParser" not in drawn
    # An indirect import needs no arrow.
    assert "    knowhow --> Site\n" not in drawn
