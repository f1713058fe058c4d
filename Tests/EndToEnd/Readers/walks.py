"""Helpers for the tests of the search and the filters: reading a page, and using it by keyboard."""

from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Page, expect

BOX = "#page-search"
MOST_STOPS = 150


def found(page: Page, heading: str) -> None:
    """Waits until the heading of the results says something."""
    expect(page.locator("#page-result")).to_have_text(heading)


def titles(page: Page) -> list[str]:
    return page.locator("[data-results] ol h3").all_inner_texts()


def asked(page: Page) -> list[tuple[str, str]]:
    """What the address asks for."""
    return parse_qsl(urlsplit(page.url).query, keep_blank_values=True)


def status(page: Page) -> str:
    return page.locator("[data-status]").inner_text()


def open_filters(page: Page, *keys: str) -> None:
    """Opens the filters, and facets by their keys."""
    page.evaluate("document.querySelector('[data-filters]').open = true")
    for key in keys:
        page.evaluate("key => document.querySelector(`[data-facet=${key}]`).open = true", key)


def choice(page: Page, key: str, value: str):
    return page.locator(f'input[name="{key}"][value="{value}"]')


def count(page: Page, key: str, value: str) -> str:
    """How many cases the page says a choice has, once it has counted them."""
    number = page.locator("label", has=choice(page, key, value)).locator("[data-count]")
    expect(number).not_to_have_text("…")
    return number.inner_text()


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until an element has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")
