"""Queries of five kinds, taken from the texts of a collection in the same way every time, and what they truly find."""

import re

KINDS = ("noun", "compound", "part of a word", "two words", "phrase")
NOUN = re.compile(r"[一-龠々]{2,3}|[ァ-ヴー]{3,6}")
COMPOUND = re.compile(r"[一-龠々ァ-ヴー]{4,10}")
SENTENCE = re.compile(r"[ぁ-んァ-ヴー一-龠々]{9,40}")


def spread(items, count):
    """So many items, at equal distances."""
    items = list(items)
    return [items[place * len(items) // count] for place in range(min(count, len(items)))]


def sample(bodies: dict[str, str], each: int = 45) -> list[tuple[str, str]]:
    """(kind, query): so many of each kind, as readers type them. bodies: the texts of the cases by their ids."""
    chosen = spread(sorted(bodies), each)
    found = []

    def add(kind, number, words):
        start = number * 7 % max(1, len(words))
        for word in [*words[start:], *words[:start]]:
            if (kind, word) not in found:
                found.append((kind, word))
                return

    for number, name in enumerate(chosen):
        text = bodies[name]
        nouns = sorted({match[0] for match in NOUN.finditer(text)})
        compounds = sorted({match[0] for match in COMPOUND.finditer(text)})
        sentences = sorted({match[0] for match in SENTENCE.finditer(text)})
        add("noun", number, nouns)
        add("compound", number, compounds)
        add("part of a word", number, [word[1:-1] if len(word) > 4 else word[1:3] for word in compounds])
        add("two words", number, [f"{one} {two}" for one, two in zip(nouns, nouns[len(nouns) // 2:]) if one not in two and two not in one])
        add("phrase", number, [f"「{text[1:3 + number % 6 + 4]}」" for text in sentences])
    return found


def holders(texts: dict[str, list[str]], words: list[list[str]]) -> set[str]:
    """The ids of the cases of which for each word some text holds one of its forms; all normalized."""
    return {
        name for name, fields in texts.items()
        if all(any(form in field for form in forms for field in fields) for forms in words)}
