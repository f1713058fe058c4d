"""Checks of a page's outline, read from its text."""

from collections import Counter

from document import Document


def problems(document: Document, language: str = "ja") -> list[str]:
    """The problems of a page's outline."""
    found = []
    if not document.doctype:
        found.append("no <!DOCTYPE html>")
    if document.language != language:
        found.append(f'lang is "{document.language}", not "{language}"')
    if not document.title.strip():
        found.append("no title")
    found += [f'id "{name}" occurs {count} times' for name, count in Counter(document.ids).items() if count > 1]
    if not document.refreshes:
        found += heading_problems(document) + landmark_problems(document)
    return found


def heading_problems(document: Document) -> list[str]:
    """One h1, first of all headings; none empty; no level skipped on the way down."""
    found = []
    levels = [level for level, _ in document.headings]
    if levels.count(1) != 1:
        found.append(f"{levels.count(1)} h1 headings")
    previous = 0
    for level, text in document.headings:
        if level > previous + 1:
            found.append(f'h{level} "{text.strip()}" follows h{previous}' if previous else f"the first heading is h{level}")
        if not text.strip():
            found.append(f"an empty h{level}")
        previous = level
    return found


def landmark_problems(document: Document) -> list[str]:
    """One header, main and footer; navigation with distinct names; the skip link first."""
    found = [f"{document.landmarks[name]} <{name}>" for name in ("header", "main", "footer") if document.landmarks[name] != 1]
    names = Counter(name for tag, name in document.named_parts)
    if not names:
        found.append("no <nav>")
    if len(document.named_parts) > 1:
        found += [f'{count} <nav> are named "{name}"' for name, count in names.items() if count > 1 or not name]
    if not document.first_link.startswith("#"):
        found.append(f'the first link is "{document.first_link}", not one that skips to the main part')
    return found
