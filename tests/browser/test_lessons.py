"""Every lesson works in the real JupyterLab with the network refused."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted(path.name for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))
#: Width and height of the window; the height alone once made figures vanish.
WINDOWS = ((1300, 700), (800, 700), (800, 900), (1300, 900))

DRAWN_MARKS = """() => [...document.querySelectorAll('.js-plotly-plot')].map((figure) => ({
  width: figure.querySelector('.main-svg')?.getBoundingClientRect().width ?? 0,
  height: figure.querySelector('.main-svg')?.getBoundingClientRect().height ?? 0,
  box: figure.getBoundingClientRect().height,
  marks: figure.querySelectorAll('.point, .textpoint, .js-line, .hm image, .slice path').length,
}))"""
WIDER_THAN_THE_PAGE = """() => [...document.querySelectorAll('.jp-OutputArea-output')]
  .filter((area) => area.scrollWidth > area.clientWidth + 2)
  .map((area) => area.scrollWidth + ' > ' + area.clientWidth + ': '
    + area.textContent.slice(0, 80))"""
PROMPTS = ".jp-Dialog, .Toastify__toast"


def is_blank(figure):
    small = figure["width"] < 300 or min(figure["height"], figure["box"]) < 100
    return small or not figure["marks"]


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

    expected = sum("application/vnd.plotly.v1+json" in o.get("data", {}) for o in visit.outputs())
    figures = visit.page.evaluate(DRAWN_MARKS)
    assert len(figures) >= expected > 0
    assert [figure for figure in figures if is_blank(figure)] == []

    for width, height in WINDOWS:
        visit.page.set_viewport_size({"width": width, "height": height})
        visit.page.wait_for_timeout(1500)
        assert visit.page.evaluate(WIDER_THAN_THE_PAGE) == [], f"at {width} pixels"
        figures = visit.page.evaluate(DRAWN_MARKS)
        assert [f for f in figures if is_blank(f)] == [], f"at {width} by {height} pixels"
    assert visit.outside == []
    assert visit.complaints == []


@pytest.mark.parametrize("name", LESSONS)
def test_a_saved_lesson_reads_well_without_a_run(visit, name):
    visit.open(name)
    visit.settle()
    saved = sum("application/vnd.plotly.v1+json" in o.get("data", {}) for o in visit.outputs())
    figures = visit.page.evaluate(DRAWN_MARKS)
    assert len(figures) == saved > 0
    assert [figure for figure in figures if is_blank(figure)] == []
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
