"""The casebooks that the tests build, and the base URL that they build them with."""

from paths import CONTENT, EVERY_FEATURE

BASE = "https://example.jp/a/b/"
FIXTURE = EVERY_FEATURE / "content"
REAL = CONTENT
