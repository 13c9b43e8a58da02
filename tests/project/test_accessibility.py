"""What the statement on accessibility says, and what can be seen without a browser."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATEMENT = (ROOT / "docs" / "accessibility.md").read_text("utf-8")
#: All criteria of WCAG 2.2 at the levels A and AA, by guideline.
CRITERIA = {
    *("1.1.1", *(f"1.2.{n}" for n in range(1, 6)), *(f"1.3.{n}" for n in range(1, 6))),
    *(f"1.4.{n}" for n in (1, 2, 3, 4, 5, 10, 11, 12, 13)),
    *("2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1"),
    *(f"2.4.{n}" for n in (1, 2, 3, 4, 5, 6, 7, 11)),
    *(f"2.5.{n}" for n in (1, 2, 3, 4, 7, 8)),
    *("3.1.1", "3.1.2", *(f"3.2.{n}" for n in (1, 2, 3, 4, 6))),
    *(f"3.3.{n}" for n in (1, 2, 3, 4, 7, 8)),
    *("4.1.2", "4.1.3"),
}
#: A style or a script that sets something moving.
MOVES = re.compile(r"transition\s*:|animation\s*:|@keyframes|\.animate\(|smooth|<marquee|<blink")
SHIPPED = [
    path
    for folder in ("src", "tools/site")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".js", ".css", ".html"}
]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def rows():
    """Return the rows of the tables of criteria: criteria, state and reason."""
    for line in STATEMENT.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 3 and re.match(r"\d\.\d", cells[0]):
            first, last = re.match(r"([\d.]+)(?:-([\d.]+))?", cells[0]).groups()
            if last:
                group, start = first.rsplit(".", 1)
                named = {f"{group}.{n}" for n in range(int(start), int(last.split(".")[-1]) + 1)}
            else:
                named = set(re.findall(r"\d\.\d\.\d+", cells[0]))
            yield named, cells[1], cells[2]


def test_the_statement_speaks_of_every_criterion_once():
    named = [one for criteria, _, _ in rows() for one in criteria]
    assert len(CRITERIA) == 55
    assert sorted(named) == sorted(CRITERIA)
    states = {state for _, state, _ in rows()}
    assert states <= {"supports", "partly", "does not", "not needed", "not tested"}
    assert all(reason for _, _, reason in rows())


def test_what_the_statement_points_to_is_there():
    folder = ""
    for place in re.findall(r"`((?:[\w-]+/)*(?:test_)?\w+\.(?:py|js))`", STATEMENT):
        folder = place.rpartition("/")[0] or folder
        assert (ROOT / folder / Path(place).name).is_file(), place
    for page in ("README.md", "CONTRIBUTING.md"):
        assert "(docs/accessibility.md)" in (ROOT / page).read_text("utf-8"), page


def test_the_statement_says_what_was_not_tested():
    assert "No person who uses a screen reader has tested the course yet" in STATEMENT


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_of_ours_moves_by_itself(path):
    text = path.read_text("utf-8")
    # What follows a reader's wish for less motion may well switch it off.
    text = re.sub(r"@media \(prefers-reduced-motion: reduce\) \{.*\}", "", text)
    assert MOVES.findall(text) == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_no_figure_is_animated(path):
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            figure = output.get("data", {}).get("application/vnd.plotly.v1+json", {})
            assert not figure.get("frames")
            layout = figure.get("layout", {})
            assert not {"updatemenus", "sliders", "transition"} & set(layout)


def test_every_page_of_ours_tells_its_language():
    pages = [
        (path.name, tag)
        for path in SHIPPED
        for tag in re.findall(r"<html[^>]*>", path.read_text("utf-8"))
    ]
    assert len(pages) >= 4
    assert [one for one in pages if 'lang="en"' not in one[1]] == []
    assert 'language = "en"' in (ROOT / "tools" / "site" / "conf.py").read_text("utf-8")
