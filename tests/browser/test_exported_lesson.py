"""A lesson exported as HTML draws its figures, maps included, and fetches nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
PLOTLY = "application/vnd.plotly.v1+json"
DRAWN = """() => [...document.querySelectorAll('[role=img].js-plotly-plot')].filter(
  (place) => place.querySelector('.trace path, .slice path, .cartesianlayer text')).length"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    config = ROOT / "tools" / "nbconvert" / "export_config.py"
    command = [sys.executable, "-m", "nbconvert", "--config", str(config), "--to", "html"]
    command += ["--output-dir", str(folder), *map(str, LESSONS)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


def figures(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return [
        output["data"]["text/plain"]
        for cell in cells
        for output in cell.get("outputs", [])
        if PLOTLY in output.get("data", {})
    ]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_figure_is_drawn_without_a_network(path, pages, visit_page):
    open_file, outside, complaints = visit_page
    page = open_file(pages / f"{path.stem}.html")
    expected = figures(path)
    assert expected
    page.wait_for_function(f"({DRAWN})() === {len(expected)}")
    named = page.locator("[role=img].js-plotly-plot").evaluate_all(
        "places => places.map(place => place.getAttribute('aria-label'))"
    )
    assert named == ["".join(text) for text in expected]
    widths = page.locator("[role=img].js-plotly-plot").evaluate_all(
        "places => places.map(p => p.parentElement.clientWidth - p._fullLayout.width)"
    )
    assert set(widths) == {0}
    assert (outside, complaints) == ([], [])
