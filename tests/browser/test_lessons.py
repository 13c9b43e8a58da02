"""Every lesson works in the real JupyterLab with the network refused."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted(path.name for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))
#: Width and height of the window; the height alone once made figures vanish.
WINDOWS = ((1300, 700), (800, 700), (800, 900), (1300, 900))

FIGURES = "() => document.querySelectorAll('.js-plotly-plot').length"
PROMPTS = ".jp-Dialog, .Toastify__toast"


def count_figures(visit):
    return sum("application/vnd.plotly.v1+json" in o.get("data", {}) for o in visit.outputs())


def test_there_are_lessons():
    assert "00-start-here.ipynb" in LESSONS


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_runs(visit, name):
    visit.open(name)
    visit.run_all()

    errors = [output for output in visit.outputs() if output["output_type"] == "error"]
    assert not errors, [(error["cell"], error["ename"], error["evalue"]) for error in errors]
    noise = [output for output in visit.outputs() if output["output_type"] == "stream"]
    assert not noise, [(output["cell"], output["text"]) for output in noise]
    assert visit.page.locator(".jp-RenderedText[data-mime-type*=stderr]").count() == 0
    assert "Error displaying widget" not in visit.page.inner_text(".jp-Notebook")
    assert visit.page.locator(PROMPTS).count() == 0, visit.page.locator(PROMPTS).all_inner_texts()

    assert visit.page.evaluate(FIGURES) >= count_figures(visit) > 0
    for width, height in WINDOWS:
        assert visit.resize(width, height) == [], f"at {width} by {height} pixels"
    assert visit.outside == []
    assert visit.complaints == []


@pytest.mark.parametrize("name", LESSONS)
def test_a_saved_lesson_reads_well_without_a_run(visit, name):
    visit.open(name)
    assert visit.faults() == []
    assert visit.page.evaluate(FIGURES) == count_figures(visit) > 0
    assert "Error displaying widget" not in visit.page.inner_text(".jp-Notebook")

    folded = visit.page.locator(".jp-OutputArea-output details").first
    folded.locator("summary").focus()
    visit.page.keyboard.press("Enter")
    assert folded.evaluate("(part) => part.open")
    assert visit.outside == []


def test_a_card_opens_its_lesson(visit):
    visit.open("00-start-here.ipynb")
    visit.page.locator(".jp-OutputArea-output a", has_text="Open the lesson").first.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("li.lm-TabBar-tab:has-text('01-world-summit.ipynb')")
    assert visit.outside == []
