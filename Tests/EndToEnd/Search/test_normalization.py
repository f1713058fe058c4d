"""Normalization in the browser, with the table that `Tests/SearchTests/NormalizationTests.swift` uses too."""

import json

from paths import FIXTURES

TABLE = FIXTURES / "search" / "normalization.json"


def test_every_row(searcher):
    rows = json.loads(TABLE.read_text(encoding="utf-8"))
    assert len(rows) >= 200
    searcher.call("await index.more()")
    found = searcher.call("given.map(knowhowSearch.text.normalize)", [row["text"] for row in rows])
    wrong = [(row["what"], text) for row, text in zip(rows, found) if text != row["normalized"]]
    assert wrong == []


def test_ranges_in_the_original(searcher):
    """Each unit of a normalized text comes from a range of the original."""
    rows = json.loads(TABLE.read_text(encoding="utf-8"))
    wrong = searcher.call(
        """given.filter((text) => {
            const { text: normal, starts, ends } = knowhowSearch.text.normalizeWithPlaces(text);
            return starts.length !== normal.length || ends.length !== normal.length
                || starts.some((start, place) => start > ends[place] || (place > 0 && start < starts[place - 1]));
        })""", [row["text"] for row in rows])
    assert wrong == []
