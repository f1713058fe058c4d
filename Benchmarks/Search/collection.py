"""What a built site tells of its cases, for finding out what a search of it should find."""

import itertools
import json
from pathlib import Path


def fields(site: Path) -> dict[str, list[str]]:
    """For each case, the texts in which a word may stand: its title, the words of its sections, the names of its terms, and
    its summary in collections of at most 200 cases."""
    collection = json.loads((site / "data/cases.json").read_text(encoding="utf-8"))
    terms = {
        (taxonomy["key"], term["slug"]): [term["label"], *term["aliases"]]
        for taxonomy in collection["taxonomies"] for term in taxonomy["terms"]}
    return {
        case["id"]: [
            case["title"], "\n".join(section["text"] for section in case["sections"].values()),
            *([case["summary"]] if case.get("summary") and len(collection["cases"]) <= 200 else []),
            *itertools.chain.from_iterable(terms[key, slug] for key, slugs in case["terms"].items() for slug in slugs)]
        for case in collection["cases"]}
