"""No date and no number in the narrative without a source.

A paragraph that states a year, a share or a counted number either links to a source or says
something that the tables say too.
"""

import json
import re
from pathlib import Path

import pytest

import infosoc
from infosoc.data.registry import registry

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
#: Years, large numbers, per cents and "n of every m".
CLAIM = re.compile(
    r"\b(?:1[89]|20)\d{2}\b|\b\d{1,3}(?:,\d{3})+\b|\b\d+ (?:per cent|%|of every \d+)"
)
#: Parts that speak about the lesson itself, or ask the reader.
OWN_VOICE = ("Facts last checked on", "**Time:**", "**Exercise")
SOURCED_TABLES = [
    name
    for name, table in registry().items()
    if "source_ids" in table.column_names and table.group not in ("course", "figures")
]


@pytest.fixture(scope="module")
def told_by_tables():
    parts = []
    for name in SOURCED_TABLES:
        frame = infosoc.load(name)
        parts.append(frame.astype(str).to_csv())
        parts += [
            f"{n:,}" for column in frame.select_dtypes("number") for n in frame[column].dropna()
        ]
    return "\n".join(parts)


def paragraphs(path):
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            text = re.sub(r"```.*?```", "", "".join(cell["source"]), flags=re.S)
            yield from re.split(r"\n\s*\n", text)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_claim_has_a_source(path, told_by_tables):
    loose = []
    for paragraph in paragraphs(path):
        if paragraph.startswith("#") or any(mark in paragraph for mark in OWN_VOICE):
            continue
        if re.search(r"\]\(https?://", paragraph):
            continue
        loose += [c for c in CLAIM.findall(paragraph) if not re.search(rf"\b{c}\b", told_by_tables)]
    assert not loose, f"neither linked nor in a table: {loose}"
