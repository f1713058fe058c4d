"""Runs axe on the page that a browser shows."""

from importlib.resources import files as package_files

AXE = package_files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
ALL_RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RUN = "options => axe.run(document, options)"

NARROW = {"width": 320, "height": 800}
MIDDLE = {"width": 640, "height": 800}
WIDE = {"width": 1280, "height": 900}
LOOKS = [("light", WIDE), ("light", NARROW), ("dark", NARROW), ("dark", WIDE)]


def axe_options(rules: dict = ALL_RULES, without: tuple[str, ...] = ()) -> dict:
    """The options of one run: these rules but for some."""
    disabled = {name: {"enabled": False} for name in without}
    return {"runOnly": rules, "rules": disabled, "resultTypes": ["violations"], "preload": False}


def violations(result: dict, look: str) -> list[str]:
    """The violations in a result of axe, as text."""
    found = []
    for violation in result["violations"]:
        nodes = [f"{' '.join(map(str, node['target']))}: {node['html'][:120]}" for node in violation["nodes"][:3]]
        headline = f"{look}: {violation['id']} ({len(violation['nodes'])}×): {violation['help']}"
        found.append("\n    ".join([headline, *nodes]))
    return found
