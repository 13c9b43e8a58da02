"""Every lesson works in the real JupyterLab: network refused, keys alone, axe, and zoomed in."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted(path.name for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))
#: Width and height of the window; the height alone once made figures vanish. The last is what
#: remains of 1300 by 900 pixels for a reader who has enlarged everything to 200 %.
WINDOWS = ((1300, 700), (800, 700), (800, 900), (650, 450))

FIGURES = "() => document.querySelectorAll('.js-plotly-plot').length"
#: Words that are cut off: JupyterLab and ipywidgets hide what has no room.
CUT_OFF = """() => [...document.querySelectorAll('.jp-OutputArea-output *')].filter((part) =>
  !part.closest('.js-plotly-plot, svg, .noUi-target') && part.checkVisibility()
  && [...part.childNodes].some((one) => one.nodeType === 3 && one.data.trim())
  && ['hidden', 'clip'].includes(getComputedStyle(part).overflowX)
  && part.scrollWidth > part.clientWidth + 1
).map((part) => part.textContent.trim().slice(0, 60))"""
#: Headings that leave out a level, and tables that cannot be read aloud.
UNREADABLE = """() => {
  const notebook = document.querySelector('.jp-Notebook');
  const heads = [...notebook.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((head) => head.checkVisibility());
  const level = (head) => Number(head.localName[1]);
  const jumps = heads.filter((head, place) => level(head) > level(heads[place - 1] ?? head) + 1);
  const tables = [...notebook.querySelectorAll('.jp-OutputArea-output table')];
  return [
    ...jumps.map((head) => 'a level is left out before: ' + head.textContent),
    ...heads.slice(0, 1).filter((head) => level(head) > 1).map(() => 'no title comes first'),
    ...tables.filter((table) => !table.caption?.textContent.trim())
      .map((table) => 'no caption: ' + table.textContent.slice(0, 60)),
    ...tables.filter((table) => !table.querySelector('th'))
      .map((table) => 'no header cell: ' + table.textContent.slice(0, 60)),
    ...tables.flatMap((table) => [...table.querySelectorAll('th:not([scope])')])
      .map((head) => 'no scope: ' + head.textContent),
  ];
}"""
MOVING = """() => document.getAnimations().filter((one) =>
  one.effect.target?.closest('.jp-OutputArea-output')).length"""
#: A question that is answered by buttons or boxes.
QUESTION = ".infosoc-quiz fieldset:has(.infosoc-quiz-option, [type=checkbox])"
PROMPTS = ".jp-Dialog, .Toastify__toast"


def count_figures(visit):
    return sum("application/vnd.plotly.v1+json" in o.get("data", {}) for o in visit.outputs())


def test_there_are_lessons():
    assert "00-start-here.ipynb" in LESSONS


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_works_for_everyone(visit, keys, name):
    # Everything in one visit, because opening and running a lesson is what takes the time.
    visit.page.emulate_media(reduced_motion="reduce")
    visit.open(name)
    visit.run_all()
    runs_without_fault(visit)
    for width, height in WINDOWS:
        assert visit.resize(width, height) == [], f"at {width} by {height} pixels"
        assert visit.page.evaluate(CUT_OFF) == [], f"at {width} by {height} pixels"
    assert visit.page.evaluate(MOVING) == 0

    assert visit.show_whole() == []
    found = keys.walk()
    assert (found["missed"], found["unseen"]) == ([], [])
    assert len(found["reached"]) > 10
    answer_a_question(visit.page, keys)

    # What is folded has been opened on the walk.
    assert visit.page.evaluate(UNREADABLE) == []
    faults, measured = visit.axe()
    assert faults == []
    assert measured > 20
    assert visit.outside == []
    assert visit.complaints == []
    assert not keys.used_a_mouse()


def runs_without_fault(visit):
    errors = [output for output in visit.outputs() if output["output_type"] == "error"]
    assert not errors, [(error["cell"], error["ename"], error["evalue"]) for error in errors]
    noise = [output for output in visit.outputs() if output["output_type"] == "stream"]
    assert not noise, [(output["cell"], output["text"]) for output in noise]
    assert visit.page.locator(".jp-RenderedText[data-mime-type*=stderr]").count() == 0
    assert "Error displaying widget" not in visit.page.inner_text(".jp-Notebook")
    assert visit.page.locator(PROMPTS).count() == 0, visit.page.locator(PROMPTS).all_inner_texts()
    assert visit.page.evaluate(FIGURES) >= count_figures(visit) > 0


def answer_a_question(page, keys):
    """Answer the first question of the quiz, if the lesson has one, and hear what comes of it."""
    if page.locator(QUESTION).count() == 0:
        assert page.locator(".infosoc-quiz").count() == 0
        return
    question = page.locator(QUESTION).first
    # The walk has come by here with Tab already.
    question.locator("button, input").first.focus()
    keys.press("Space")
    if not question.locator(".infosoc-quiz-said").inner_text().strip():
        keys.tab_to("Check")
        keys.press("Enter")
    question.locator(".infosoc-quiz-said", has_text=re.compile(r"\w")).wait_for()


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


FAULTY = """\
from IPython.display import HTML

HTML(
    '<table><tr><td>no header cell</td></tr></table><table><caption>A</caption><tr><th>B</th></tr>'
    '</table><h5>Far down</h5><p style="width:40px;overflow:hidden;white-space:nowrap">Words that '
    'are cut off</p><style>@keyframes go { to { opacity: 0.5 } }'
    '.goes { animation: go 9s infinite }</style><p class="goes">It moves.</p>'
    '<button style="all:unset">no focus</button>'
    '<p style="color:#aaaaaa;background:#ffffff">Pale words</p>'
)"""


def test_what_is_wrong_is_found(visit, keys, notebook):
    visit.open(notebook("faulty.ipynb", [FAULTY], "# A title"))
    visit.run_all()
    page = visit.page
    assert page.evaluate(CUT_OFF) == ["Words that are cut off"]
    assert page.evaluate(MOVING) == 1
    found = page.evaluate(UNREADABLE)
    kinds = ["a level is left out", "no caption", "no header cell", "no scope"]
    assert [one.split(":")[0].removesuffix(" before") for one in found] == kinds
    assert visit.show_whole() == []
    assert keys.walk()["unseen"] == ["no focus"]
    faults, _ = visit.axe()
    assert "color-contrast" in {fault[0] for fault in faults}
