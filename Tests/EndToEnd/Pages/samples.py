"""Small sites with which the checks are tested."""

from pathlib import Path

STYLE = """
@page { size: A4; margin: 20mm }
body { background: #fff; color: #333; font: 1rem/1.7 sans-serif }
a { color: #00118f }
nav a, footer a { display: inline-block; line-height: 44px; min-width: 44px }
:focus { outline: 4px solid #000 }
.skip:not(:focus) { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; width: 1px }
@media print { nav, .skip { display: none } }
"""
MAIN = "<h1>見本のページです</h1><h2>ここは見出しです</h2><p>これはひらがなの多い、見本の文章です。</p>"


def page(main: str = MAIN, head: str = "", language: str = "ja", skip: str = "#main") -> str:
    """A valid page with the given parts."""
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>見本</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="style.css">{head}</head>
<body>
<a class="skip" href="{skip}">本文へ移動する</a>
<header><nav aria-label="主なメニュー"><a href="index.html">ホームへ</a> <a href="other.html">もう一つへ</a></nav></header>
<main id="main" tabindex="-1">{main}</main>
<footer><p>発行者の名前です</p></footer>
</body>
</html>
"""


def write_valid(folder: Path) -> Path:
    """Writes a site of two valid pages and returns its folder."""
    folder.mkdir(exist_ok=True)
    (folder / "style.css").write_text(STYLE, encoding="utf-8")
    for name in ("index.html", "other.html"):
        (folder / name).write_text(page(), encoding="utf-8")
    return folder


def write_invalid_markup(folder: Path) -> Path:
    """Writes a site of which one page has errors and the other one a warning."""
    write_valid(folder)
    (folder / "index.html").write_text(page(MAIN + '<img src="x.png"><p><div></p>'), encoding="utf-8")
    (folder / "other.html").write_text(page(MAIN, head='<script type="text/javascript"></script>'), encoding="utf-8")
    return folder
