"""The search and the filters in every state and look: axe, widths, targets, and that nothing moves as they start."""

import pytest
from playwright.sync_api import expect

import probes
from accessibility import AXE, MIDDLE, NARROW, RUN, WIDE, axe_options, violations
from walks import open_filters
from web import served

FACETS = ("category", "organization", "actors", "disabilities", "phases", "effects")
STATES = {
    "nothing asked": ("search.html", ()),
    "filters open": ("search.html", FACETS),
    "results": ("search.html?q=支援&disabilities=psychiatric&disabilities=&phases=staying-employed", ()),
    "pages of results": ("search.html?q=支援&page=2", ()),
    "nothing found": ("search.html?q=ジョブコーチ 宇宙&category=self-management", FACETS),
    "all cases": ("cases/index.html", FACETS),
    "filtered cases": ("cases/index.html?disabilities=psychiatric", FACETS),
}
LOOKS = {
    "light, wide": (WIDE, {"color_scheme": "light"}),
    "light, narrow": (NARROW, {"color_scheme": "light"}),
    "zoomed to 200 %": ({"width": 640, "height": 450}, {"color_scheme": "light"}),
    "dark, narrow": (NARROW, {"color_scheme": "dark"}),
    "dark, wide": (WIDE, {"color_scheme": "dark"}),
    "forced colours": (WIDE, {"color_scheme": "light", "forced_colors": "active"}),
}
# Layout shifts that no input caused, added up.
SHIFTS = """new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted = (window.shifted || 0) + entry.value;
}).observe({ type: 'layout-shift', buffered: true });"""


@pytest.fixture(scope="module")
def host(site):
    with served(site) as address:
        yield address


def opened(open_page, base: str, state: str, **options):
    """A page in one of the states."""
    path, facets = STATES[state]
    page = open_page(base, path, **options)
    if "?" in path:
        expect(page.locator("#page-result")).to_be_visible()
    if facets:
        open_filters(page, *facets)
    return page


@pytest.mark.parametrize("state", STATES)
def test_axe(open_page, host, state) -> None:
    page = opened(open_page, host, state)
    page.evaluate(AXE)
    found = []
    for look, (size, media) in LOOKS.items():
        page.set_viewport_size(size)
        page.emulate_media(**media)
        found += violations(page.evaluate(RUN, axe_options()), look)
    assert found == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_scrolled_sideways_and_fingers_hit(open_page, host, state) -> None:
    page = opened(open_page, host, state, viewport=NARROW)
    assert page.evaluate(probes.SIDEWAYS) == []
    assert page.evaluate(probes.SMALL_TARGETS) == []
    page.evaluate(probes.SPACE_TEXT)
    assert page.evaluate(probes.SIDEWAYS) == []
    page.evaluate(probes.RESTORE_TEXT)
    page.set_viewport_size(MIDDLE)
    page.evaluate(probes.DOUBLE_TEXT)
    assert page.evaluate(probes.SIDEWAYS) == []


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("path", ["search.html", "search.html?q=支援", "cases/index.html", "cases/index.html?phases=getting-employed"])
def test_nothing_moves_as_they_start(chromium, host, path, viewport) -> None:
    context = chromium.new_context(viewport=viewport, locale="ja-JP")
    context.add_init_script(SHIFTS)
    page = context.new_page()
    page.goto(host + path)
    page.wait_for_timeout(500)
    assert page.evaluate("window.shifted || 0") < 0.01
    context.close()


def test_a_strict_policy_for_content_stops_nothing(open_page, host) -> None:
    page = open_page(host, "404.html")

    def answer(route):
        got = route.fetch()
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'"
        route.fulfill(response=got, headers={**got.headers, "content-security-policy": policy})

    page.route("**/*", answer)
    page.goto(host + "search.html?q=難病")
    expect(page.locator("#page-result")).to_have_text("「難病」を含む事例：1件")
