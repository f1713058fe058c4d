"""The table that `Tests/SearchTests/NormalizationTests.swift` holds the program to, in the browser."""

import json

from paths import FIXTURES

TABLE = FIXTURES / "search" / "normalization.json"


def test_every_row(searcher):
    rows = json.loads(TABLE.read_text(encoding="utf-8"))
    assert len(rows) >= 150
    found = searcher.call("given.map(knowhowSearch.text.normalize)", [row["text"] for row in rows])
    wrong = [(row["what"], text) for row, text in zip(rows, found) if text != row["normalized"]]
    assert wrong == []


def test_places_lead_back(searcher):
    """Each unit of a normalized text stands for a stretch of the original that gives it."""
    rows = json.loads(TABLE.read_text(encoding="utf-8"))
    wrong = searcher.call(
        """given.filter((text) => {
            const { text: normal, starts, ends } = knowhowSearch.text.normalizeWithPlaces(text);
            return starts.length !== normal.length || ends.length !== normal.length
                || starts.some((start, place) => start > ends[place] || (place > 0 && start < starts[place - 1]));
        })""", [row["text"] for row in rows])
    assert wrong == []
