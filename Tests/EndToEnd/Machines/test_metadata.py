"""Canonical addresses, Open Graph and JSON-LD: read with the standard library and with rdflib's parser of JSON-LD."""

import json
import re
import struct
from functools import lru_cache
from pathlib import Path

import pytest
from rdflib import RDF, SDO, Graph, URIRef

import page_heads
from casebooks import BASE, FIXTURE, REAL

SCHEMA = "https://schema.org/"
CLAIMS = {"aggregateRating", "bestRating", "contentRating", "itemListOrder", "rating", "ratingValue", "review", "starRating"}


@lru_cache(maxsize=None)
def graph(text: str, base: str) -> Graph:
    """The statements of a page's JSON-LD. The context that it names is given here: nothing is fetched."""
    data = json.loads(text)
    assert data.pop("@context") == "https://schema.org"
    data["@context"] = {"@vocab": SCHEMA}
    return Graph().parse(data=json.dumps(data), format="json-ld", base=base)


def described(site: Path) -> list[tuple[str, Graph]]:
    """The pages that have JSON-LD, with what it says."""
    return [(path, graph(head.json_ld[0], BASE + path)) for path, head in page_heads.read_all(site).items() if head.json_ld]


def things(found: Graph, kind: str) -> list:
    """The things of a type."""
    return list(found.subjects(RDF.type, SDO[kind]))


def test_canonical_addresses(site: Path) -> None:
    for path, head in page_heads.read_all(site).items():
        if head.refreshes:
            [canonical] = head.canonical
            assert canonical.startswith(BASE) and canonical != BASE + path and (site / canonical.removeprefix(BASE)).is_file()
        else:
            assert head.canonical == ([] if head.is_hidden else [BASE + path])


def test_open_graph(site: Path) -> None:
    for path, head in page_heads.read_all(site).items():
        properties = {name: values for name, values in head.meta.items() if name.startswith(("og:", "article:"))}
        if head.is_hidden or head.refreshes:
            assert properties == {}, path
            continue
        assert all(len(values) == 1 and values[0] for values in properties.values()), path
        is_case = re.fullmatch(r"cases/c\d+\.html", path)
        assert properties["og:type"] == ["article" if is_case else "website"]
        assert properties["og:url"] == [BASE + path]
        assert properties["og:locale"] == ["ja_JP"]
        assert {"og:title", "og:description", "og:site_name", "og:image"} <= set(properties)
        assert (site / properties["og:image"][0].removeprefix(BASE)).is_file()


def test_times_are_those_of_the_front_matter(site: Path, fixture_site: Path) -> None:
    times = {
        path: (head.meta.get("article:published_time"), head.meta.get("article:modified_time"))
        for path, head in page_heads.read_all(site).items() if any(name.startswith("article:") for name in head.meta)}
    assert times == ({"cases/c001.html": (["2026-04-01"], ["2026-05-02"])} if site == fixture_site else {})


def test_the_picture(built) -> None:
    """The picture of the default templates has the size that they declare, and few bytes."""
    site = built(REAL, "--base-url", BASE)
    for head in page_heads.read_all(site).values():
        if "og:image" in head.meta:
            picture = site / head.meta["og:image"][0].removeprefix(BASE)
            assert re.fullmatch(r"share-[0-9a-f]{10}\.png", picture.name)
            size = struct.unpack(">II", picture.read_bytes()[16:24])
            assert head.meta["og:image:width"] == [str(size[0])] and head.meta["og:image:height"] == [str(size[1])]
            assert size == (1200, 630) and picture.stat().st_size < 60_000
            assert head.meta["og:image:alt"][0] and head.meta["twitter:card"] == ["summary_large_image"]


def test_json_ld_stands_on_every_page_to_be_indexed(site: Path) -> None:
    for path, head in page_heads.read_all(site).items():
        assert len(head.json_ld) == (0 if head.is_hidden or head.refreshes else 1), path


def test_types_and_properties_are_those_of_schema_org(site: Path) -> None:
    known = {URIRef(SCHEMA + name) for name in SDO.__annotations__}
    for path, found in described(site):
        used = set(found.objects(None, RDF.type)) | (set(found.predicates()) - {RDF.type})
        assert used <= known, f"{path}: {used - known}"
        assert not used & {URIRef(SCHEMA + name) for name in CLAIMS}, path


def test_a_made_up_property_would_be_found() -> None:
    assert "itemListElement" in SDO.__annotations__ and "itemListElements" not in SDO.__annotations__


def test_the_home_page(site: Path) -> None:
    found = dict(described(site))["index.html"]
    [website], [dataset] = things(found, "WebSite"), things(found, "Dataset")
    for thing in (website, dataset):
        for name in ("name", "description", "url", "inLanguage", "publisher"):
            assert found.value(thing, SDO[name]), name
    assert found.value(found.value(dataset, SDO.isBasedOn), SDO.name)
    assert found.value(dataset, SDO.creator) == found.value(dataset, SDO.publisher)
    files = {
        str(found.value(file, SDO.contentUrl)): str(found.value(file, SDO.encodingFormat))
        for file in found.objects(dataset, SDO.distribution)}
    assert files == {
        BASE + "data/cases.csv": "text/csv", BASE + "data/case_tags.csv": "text/csv",
        BASE + "data/codes.csv": "text/csv", BASE + "data/cases.json": "application/json"}
    assert all((site / address.removeprefix(BASE)).is_file() for address in files)


def test_cases(fixture_site: Path) -> None:
    found = dict(described(fixture_site))["cases/c001.html"]
    article = URIRef(BASE + "cases/c001.html")
    assert things(found, "Article") == [article]
    assert str(found.value(article, SDO.headline)) == "「見学」と実習: 職業意識の向上"
    assert str(found.value(article, SDO.datePublished)) == "2026-04-01"
    assert str(found.value(article, SDO.dateModified)) == "2026-05-02"
    assert {str(found.value(term, SDO.name)) for term in found.objects(article, SDO.about)} == {
        "情報提供", "就労継続支援A型事業所", "ジョブコーチ", "本人"}
    undated = dict(described(fixture_site))["cases/c002.html"]
    assert not list(undated.objects(None, SDO.datePublished)) and not list(undated.objects(None, SDO.dateModified))


@pytest.mark.parametrize("path", ["cases/index.html", "categories/information.html", "compare/information.html", "booklet.html"])
def test_lists_name_their_cases(fixture_site: Path, path: str) -> None:
    found = dict(described(fixture_site))[path]
    [page] = things(found, "CollectionPage")
    items = found.value(page, SDO.mainEntity)
    listed = sorted(
        (int(found.value(item, SDO.position)), str(found.value(item, SDO.url)))
        for item in found.objects(items, SDO.itemListElement))
    assert [position for position, _ in listed] == list(range(1, len(listed) + 1))
    assert len(listed) == int(found.value(items, SDO.numberOfItems))
    on_page = page_heads.read(fixture_site / path).addresses
    assert all((fixture_site / url.removeprefix(BASE)).is_file() for _, url in listed)
    if path != "booklet.html":
        assert all(any(address.endswith(url.rsplit("/", 1)[1]) for address in on_page) for _, url in listed)


def test_trails_end_in_the_page(site: Path) -> None:
    for path, found in described(site):
        trails = things(found, "BreadcrumbList")
        if path == "index.html":
            assert trails == []
            continue
        [trail] = trails
        steps = sorted(
            (int(found.value(step, SDO.position)), str(found.value(step, SDO.item)))
            for step in found.objects(trail, SDO.itemListElement))
        assert [position for position, _ in steps] == list(range(1, len(steps) + 1))
        assert steps[0][1] == BASE + "index.html" and steps[-1][1] == BASE + path
        assert all((site / address.removeprefix(BASE)).is_file() for _, address in steps)


def test_drafts_and_withdrawn_cases_tell_nothing(built) -> None:
    site = built(FIXTURE, "--base-url", BASE, "--drafts")
    for path in ("cases/c004.html", "cases/c005.html", "404.html", "old/case1.html"):
        head = page_heads.read(site / path)
        assert head.is_hidden and head.json_ld == [] and "og:url" not in head.meta, path


def test_the_page_for_missing_addresses_works_at_any_depth(site: Path) -> None:
    addresses = page_heads.read(site / "404.html").addresses
    inner = [address for address in addresses if not address.startswith(("#", "http", "mailto:", "tel:"))]
    assert inner and all(address.startswith("/a/b/") for address in inner)
    assert all((site / address.removeprefix("/a/b/")).is_file() for address in inner)


def test_without_a_base_url_nothing_names_a_host(built) -> None:
    site = built(REAL)
    for path, head in page_heads.read_all(site).items():
        assert head.canonical == head.alternate == head.json_ld == [], path
        assert not any(name.startswith(("og:", "article:", "twitter:")) for name in head.meta), path
    assert not any(address.startswith("/") for address in page_heads.read(site / "404.html").addresses)
