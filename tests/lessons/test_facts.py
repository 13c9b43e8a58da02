"""No date and no number in the narrative without a source.

A paragraph that states a year, a date, a share or a counted number links to a source, or says
something that the lesson prints from the data. How claims are found and matched stands in
``claims.py``.
"""

import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).parent))

import claims  # noqa: E402

LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
#: Parts that speak about the lesson itself, or give a task.
OWN_VOICE = ("Facts last checked on", "**Time:**", "**Exercise", "By the end you can")
LINK = re.compile(r"\]\(https?://")


def loose(notebook):
    """Return the claims that neither a link nor the lesson's own outputs support."""
    printed, tables = claims.printed(notebook), claims.loaded(notebook)
    return [
        claim.text
        for paragraph in claims.paragraphs(notebook)
        if not any(mark in paragraph for mark in OWN_VOICE) and not LINK.search(paragraph)
        for claim in claims.find(paragraph)
        if not claims.is_printed(claim, printed, tables)
    ]


def read(path):
    return json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_claim_has_a_source(path):
    found = loose(read(path))
    assert not found, f"neither linked nor printed by the lesson: {found}"


PLANTED = (
    "UNESCO moved to Tunis in 1987.",
    "It began on 3 March 2004.",
    "The decision came in February 2004.",
    "It took place on 4 July.",
    "About 43 per cent of schools took part.",
    "In all 12,345 delegates came.",
    "They met at seventeen preparatory meetings.",
    "It has 93 members.",
)


@pytest.mark.parametrize("sentence", PLANTED)
def test_a_planted_claim_is_found(sentence):
    notebook = read(ROOT / "notebooks" / "03-unesco-at-the-summit.ipynb")
    notebook["cells"].append({"cell_type": "markdown", "source": [sentence]})
    assert loose(notebook), sentence


@pytest.mark.parametrize("sentence", PLANTED)
def test_a_planted_claim_with_a_source_is_accepted(sentence):
    notebook = read(ROOT / "notebooks" / "03-unesco-at-the-summit.ipynb")
    linked = f"{sentence} [It says so](https://example.org)."
    notebook["cells"].append({"cell_type": "markdown", "source": [linked]})
    assert not loose(notebook), sentence


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("On 17 December 2025 and in May 2012, as in 1948.", ["day", "month", "year"]),
        ("Twenty meetings, 18 prize categories and 41 per cent.", ["share", "count", "count"]),
        ("It lasted six years and two days; there are four bars.", []),
    ],
)
def test_claims_are_told_apart(sentence, kinds):
    assert [claim.kind for claim in claims.find(sentence)] == kinds


def test_a_year_in_a_list_of_sources_supports_nothing():
    page = "<p>A</p><details><summary>Sources (1)</summary><ul><li>Report 1987</li></ul></details>"
    cell = {"cell_type": "code", "source": [], "outputs": [{"data": {"text/html": [page]}}]}
    assert "1987" not in claims.printed({"cells": [cell]})
