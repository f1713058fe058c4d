"""Which colour is used on which background, and whether the contrast is sufficient.

Style sheets name their colours in tokens (custom properties of `:root`). PAIRS lists every use of one on another; `problems`
computes each contrast as WCAG 2.2 does, in each of LOOKS.
"""

import re
from dataclasses import dataclass

import tinycss2
from tinycss2.color4 import parse_color

# Contrast that is asked for: text, and parts that one must see to know or use something; and text where more is wished.
TEXT = 4.5
PART = 3.0
MORE_TEXT = 7.0

# Foreground token, background token, least contrast.
PAIRS: list[tuple[str, str, float]] = [
    *((token, ground, TEXT) for token in ("text", "quiet", "strong", "link", "visited") for ground in ("ground", "surface")),
    ("warning", "ground", TEXT),
    ("accent", "ground", TEXT),
    ("accent", "surface", PART),
    ("on-accent", "accent", TEXT),
    ("on-mark", "mark-ground", TEXT),
    ("field-1", "ground", TEXT),
    ("field-2", "ground", TEXT),
    ("field-3", "ground", TEXT),
    ("on-light-level", "level-1", TEXT),
    ("on-light-level", "level-2", TEXT),
    ("on-deep-level", "level-3", TEXT),
    ("on-deep-level", "level-4", TEXT),
    ("level-3", "surface", PART),
    ("edge", "ground", PART),
    ("edge", "surface", PART),
    ("focus", "ground", PART),
    ("focus", "surface", PART),
]
# Decoration that carries no information: lines between rows, the ring inside the outline of the focus.
ORNAMENTS = {"line", "focus-ring"}
# Which of the media features and types that the tokens ask for hold.
LOOKS = {
    "light": {"screen"},
    "dark": {"screen", "prefers-color-scheme: dark"},
    "light, more contrast": {"screen", "prefers-contrast: more"},
    "dark, more contrast": {"screen", "prefers-contrast: more", "prefers-color-scheme: dark"},
    "paper": {"print"},
}
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix|device-cmyk)a?\(", re.IGNORECASE)
COLOUR_PROPERTY = re.compile(r"(?:^|-)(?:color|background|background-image|border|border-.*|outline|fill|stroke|box-shadow|text-decoration)$")


@dataclass(frozen=True)
class Declaration:
    """A declaration with the media queries around it."""

    line: int
    media: str
    selector: str
    name: str
    value: str


def declarations(text: str) -> list[Declaration]:
    """All declarations of a style sheet."""
    return list(_declarations(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), "", ""))


def _declarations(nodes: list, media: str, selector: str):
    for node in nodes:
        inner = getattr(node, "content", None)
        if node.type == "declaration":
            yield Declaration(node.source_line, media, selector, node.name, tinycss2.serialize(node.value).strip())
        elif node.type in ("qualified-rule", "at-rule") and inner is not None:
            prelude = tinycss2.serialize(node.prelude).strip()
            at_media = node.type == "at-rule" and node.lower_at_keyword == "media"
            inside = tinycss2.parse_blocks_contents(inner, skip_comments=True, skip_whitespace=True)
            yield from _declarations(inside, prelude if at_media else media, prelude if node.type == "qualified-rule" else selector)


def is_colour(value: str) -> bool:
    """Whether a token's value is a colour written as a number."""
    return bool(re.fullmatch(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", value))


def tokens(sheet: list[Declaration], look: set[str]) -> dict[str, str]:
    """The colour tokens of one look; a later rule replaces an earlier one."""
    found = {}
    for each in sheet:
        conditions = {part.strip(" ()") for part in each.media.split(" and ")} - {""}
        if each.selector == ":root" and each.name.startswith("--") and conditions <= look and is_colour(each.value):
            found[each.name.removeprefix("--")] = each.value
    return found


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    shares = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def problems(text: str, pairs: list[tuple[str, str, float]] = PAIRS, looks: dict[str, set[str]] = LOOKS) -> list[str]:
    """Pairs that differ too little, in any look; tokens of no pair."""
    sheet = declarations(text)
    found = []
    for look, holds in looks.items():
        colours = tokens(sheet, holds)
        listed = {token for one, other, _ in pairs for token in (one, other)} | ORNAMENTS
        found += [f"--{token} is in no pair" for token in sorted(set(colours) - listed) if look == "light"]
        found += [f"--{token} is no colour, {look}" for token in sorted(listed - set(colours))]
        for one, other, least in pairs:
            if one not in colours or other not in colours:
                continue
            asked = MORE_TEXT if least == TEXT and "more" in look else least
            is_ = contrast(colours[one], colours[other])
            if is_ < asked:
                found.append(f"--{one} on --{other}, {look}: {is_:.2f}, less than {asked}")
    return found


def is_name(word: str) -> bool:
    """Whether a word names a colour of its own: not the text's, none, or the person's."""
    return word not in ("currentcolor", "transparent") and parse_color(word) is not None


def strays(text: str) -> list[str]:
    """Colours that are written outside of the tokens, as numbers or by name."""
    found = []
    for each in declarations(text):
        if each.selector == ":root" and each.name.startswith("--"):
            continue
        words = set(re.findall(r"(?<![\w-])[a-z]+(?![\w(-])", each.value.lower())) if COLOUR_PROPERTY.search(each.name) else set()
        if COLOUR.search(each.value) or any(map(is_name, words)):
            found.append(f"{each.line}: {each.name}: {each.value}")
    return found
