"""Where things are in the repository."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CONTENT = ROOT / "content"
TEMPLATES = ROOT / "templates"
FIXTURES = ROOT / "Tests" / "Fixtures"
EVERY_FEATURE = FIXTURES / "every-feature"
INTERPOSE = ROOT / "Tests" / "EndToEnd" / "Writing" / "interpose.c"
CORPUS = ROOT / "Benchmarks" / "Site" / "corpus"

# The queries and measurements of `script/bench --search` are used by the tests of the search too.
sys.path.append(str(ROOT / "Benchmarks" / "Search"))
