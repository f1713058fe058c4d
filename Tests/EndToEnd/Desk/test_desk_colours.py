"""The colours of the desk, light and dark."""

import colours
from colours import PART, TEXT
from paths import ROOT

SHEET = ROOT / "Sources" / "CProgram" / "desk" / "assets" / "desk.css"
GROUNDS = ("ground", "surface")
# Foreground token, background token, least contrast.
PAIRS = [
    *((token, ground, TEXT) for token in ("text", "quiet", "link", "error", "warning", "good") for ground in GROUNDS),
    *((token, f"{kind}-ground", TEXT) for kind in ("error", "warning") for token in ("text", "link", "quiet", kind)),
    ("on-accent", "accent", TEXT),
    *((token, ground, PART) for token in ("accent", "edge", "focus") for ground in GROUNDS),
]
LOOKS = {look: colours.LOOKS[look] for look in ("light", "dark")}


def test_contrast(none_of) -> None:
    """Every colour has enough contrast with its background, and none is written outside of the tokens."""
    text = SHEET.read_text(encoding="utf-8")
    none_of(colours.problems(text, PAIRS, LOOKS) + [one for one in colours.strays(text) if "0 0 0 / .5" not in one])
